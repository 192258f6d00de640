import { known } from '../../../domain/allocation/fact.ts'
import { day } from '../../support/days.ts'
import { contacts, entry, missing } from '../../support/review-facts.ts'
import { triesReviews } from '../../support/tries-reviews.ts'

const police = [entry('police-asked', '2026-09-02'), entry('police-answered', '2026-09-10')]
const child = {
  registrations: known([{ code: 'RCPR' as const, name: 'Child Protection' }], 'manage-supervision' as const),
}
const work = (completed?: boolean) => ({
  unpaidWork: known(completed === undefined ? {} : { completed }, 'manage-supervision' as const),
})
const allocated = (text: string) => ({ allocatedOn: known(day(text), 'workload' as const) })

triesReviews({
  'unpaid-work': [
    ['no requirement asks for nothing', '2026-11-20', {}, 'not-due'],
    [
      'the first session comes in twenty working days',
      '2026-09-29',
      work(false),
      'due-soon by 2026-09-29, not-due by 2027-09-01',
    ],
    ['the day after is too late', '2026-09-30', work(false), 'overdue by 2026-09-29, not-due by 2027-09-01'],
    [
      'one that was missed is none',
      '2026-09-30',
      { ...work(false), contacts: contacts(...police, entry('unpaid-work', '2026-09-20', false)) },
      'overdue by 2026-09-29, not-due by 2027-09-01',
    ],
    [
      'one before sentence is none',
      '2026-09-30',
      { ...work(false), contacts: contacts(...police, entry('unpaid-work', '2026-08-31', true)) },
      'overdue by 2026-09-29, not-due by 2027-09-01',
    ],
    [
      'one that was attended is it',
      '2026-09-30',
      { ...work(false), contacts: contacts(...police, entry('unpaid-work', '2026-09-20', true)) },
      'not-due by 2027-09-01, done',
    ],
    [
      'it is completed in twelve months',
      '2027-09-02',
      { ...work(false), contacts: contacts(...police, entry('unpaid-work', '2026-09-20', true)) },
      'overdue by 2027-09-01, done',
    ],
    [
      'which cannot be told where the service does not say',
      '2027-09-02',
      { ...work(), contacts: contacts(...police, entry('unpaid-work', '2026-09-20', true)) },
      'done, cannot-tell',
    ],
    ['completed is done, whatever the log says', '2027-09-02', { ...work(true), contacts: missing }, 'done'],
    ['without the requirements it cannot be told', '2026-11-20', { unpaidWork: missing }, 'cannot-tell'],
    ['nor without the day of sentence', '2026-11-20', { ...work(false), sentencedOn: missing }, 'cannot-tell'],
    [
      'without the contact log the last session still counts',
      '2026-11-20',
      { ...work(false), contacts: missing },
      'not-due by 2027-09-01, cannot-tell',
    ],
  ],
  safeguarding: [
    ['an answer ends it', '2026-11-20', {}, 'done'],
    [
      'ten working days without one are in time',
      '2026-11-20',
      { contacts: contacts(entry('police-asked', '2026-11-06')) },
      'due-soon by 2026-11-20',
    ],
    [
      'the day after is not',
      '2026-11-21',
      { contacts: contacts(entry('police-asked', '2026-11-06')) },
      'overdue by 2026-11-20',
    ],
    [
      'asked again, it counts from then',
      '2026-11-21',
      { contacts: contacts(...police, entry('police-asked', '2026-11-09')) },
      'due-soon by 2026-11-23',
    ],
    ['not asked five working days after sentence', '2026-09-08', { contacts: contacts() }, 'due-soon by 2026-09-08'],
    ['is overdue the day after', '2026-09-09', { contacts: contacts() }, 'overdue by 2026-09-08'],
    [
      'an answer to nothing counts for nothing',
      '2026-09-09',
      { contacts: contacts(entry('police-answered', '2026-09-08')) },
      'overdue by 2026-09-08',
    ],
    ['a child flag asks for safeguarding too', '2026-09-09', child, 'overdue by 2026-09-08'],
    [
      'each by its own day',
      '2026-11-21',
      { ...child, contacts: contacts(entry('police-asked', '2026-11-06'), entry('safeguarding-asked', '2026-11-09')) },
      'overdue by 2026-11-20, due-soon by 2026-11-23',
    ],
    ['both not asked are one review', '2026-09-09', { ...child, contacts: contacts() }, 'overdue by 2026-09-08'],
    ['without the contact log it cannot be told', '2026-11-20', { contacts: missing }, 'cannot-tell'],
    ['nor, of the child flag, without the registers', '2026-11-20', { registrations: missing }, 'cannot-tell'],
    [
      'which hides nothing that is known',
      '2026-09-09',
      { registrations: missing, contacts: contacts() },
      'overdue by 2026-09-08, cannot-tell',
    ],
    [
      'nor, where it was not asked, without sentence',
      '2026-11-20',
      { contacts: contacts(), sentencedOn: missing },
      'cannot-tell',
    ],
  ],
  'touch-point': [
    ['a case not allocated lately asks for none', '2026-11-20', {}, 'not-due'],
    ['fifteen days are in time', '2026-11-20', allocated('2026-11-05'), 'due-soon by 2026-11-20'],
    ['sixteen are not', '2026-11-21', allocated('2026-11-05'), 'overdue by 2026-11-20'],
    [
      'the day that was set with the allocation goes first',
      '2026-11-21',
      { ...allocated('2026-11-05'), touchPointOn: day('2026-11-25') },
      'due-soon by 2026-11-25',
    ],
    [
      'management oversight since ends it',
      '2026-11-21',
      { ...allocated('2026-11-05'), contacts: contacts(entry('management-oversight', '2026-11-06')) },
      'done',
    ],
    [
      'that of the day of allocation is about the allocation',
      '2026-11-21',
      { ...allocated('2026-11-05'), contacts: contacts(entry('management-oversight', '2026-11-05')) },
      'overdue by 2026-11-20',
    ],
    ['without the allocations it cannot be told', '2026-11-20', { allocatedOn: missing }, 'cannot-tell'],
    ['nor without the contact log', '2026-11-20', { ...allocated('2026-11-05'), contacts: missing }, 'cannot-tell'],
  ],
})
