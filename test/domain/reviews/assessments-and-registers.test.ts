import { known } from '../../../domain/allocation/fact.ts'
import { day } from '../../support/days.ts'
import { contacts, days, entry, missing, on } from '../../support/review-facts.ts'
import { triesReviews } from '../../support/tries-reviews.ts'

const assessed = (text: string) => ({ lastAssessedOn: known(day(text), 'risk-and-needs' as const) })
const none = { lastAssessedOn: known('none' as const, 'risk-and-needs' as const) }
const register = (name: string, nextReviewOn?: string, endedOn?: string) => ({
  name,
  ...(nextReviewOn === undefined ? {} : { nextReviewOn: day(nextReviewOn) }),
  ...(endedOn === undefined ? {} : { endedOn: day(endedOn) }),
})
const registers = (...all: ReturnType<typeof register>[]) => ({
  registrations: known(all, 'manage-supervision' as const),
})

/** 2026: Easter is 3 to 6 April, 4 and 25 May are bank holidays, Christmas Day is a Friday and 28 December a holiday. */
triesReviews({
  oasys: [
    ['twelve months are not over on the same day', '2026-10-01', assessed('2025-10-01'), 'due-soon by 2026-10-01'],
    ['they are over the day after', '2026-10-02', assessed('2025-10-01'), 'overdue by 2026-10-01'],
    ['in a leap year they end on 28 February', '2025-03-01', assessed('2024-02-29'), 'overdue by 2025-02-28'],
    ['fourteen days before it is due soon', '2026-09-17', assessed('2025-10-01'), 'due-soon by 2026-10-01'],
    ['fifteen days before it is not', '2026-09-16', assessed('2025-10-01'), 'not-due by 2026-10-01'],
    ['before the first assessment the plan comes first', '2026-11-20', none, 'not-due'],
    ['without that fact it cannot be told', '2026-11-20', { lastAssessedOn: missing }, 'cannot-tell'],
    [
      'an event since then asks for another in ten working days',
      '2026-11-20',
      { contacts: contacts(entry('significant-event', '2026-11-06')) },
      'due-soon by 2026-11-20, not-due by 2027-10-01',
    ],
    [
      'which are over the day after',
      '2026-11-21',
      { contacts: contacts(entry('significant-event', '2026-11-06')) },
      'overdue by 2026-11-20, not-due by 2027-10-01',
    ],
    [
      'bank holidays are no working days',
      '2026-05-11',
      { ...assessed('2026-03-01'), contacts: contacts(entry('significant-event', '2026-04-24')) },
      'due-soon by 2026-05-11, not-due by 2027-03-01',
    ],
    [
      'an event of that day or before asks for nothing',
      '2026-11-20',
      { contacts: contacts(entry('significant-event', '2026-10-01'), entry('significant-event', '2026-09-01')) },
      'not-due by 2027-10-01',
    ],
    [
      'another contact is no event',
      '2026-11-20',
      { contacts: contacts({ code: 'C053', on: day('2026-11-02') }) },
      'not-due by 2027-10-01',
    ],
    [
      'without the contact log the months still count',
      '2026-10-02',
      { ...assessed('2025-10-01'), contacts: missing },
      'overdue by 2026-10-01, cannot-tell',
    ],
  ],
  isp: [
    ['an assessment since sentence is it', '2026-11-20', {}, 'done'],
    ['one of the day of sentence too', '2026-11-20', assessed('2026-09-01'), 'done'],
    ['one before it is not', '2026-09-22', assessed('2026-08-31'), 'due-soon by 2026-09-22'],
    ['after fifteen working days it is overdue', '2026-09-23', none, 'overdue by 2026-09-22'],
    [
      'bank holidays count for nothing',
      '2027-01-07',
      { ...none, sentencedOn: on('2026-12-11') },
      'overdue by 2027-01-06',
    ],
    ['release after sentence begins it anew', '2026-11-20', { releasedOn: on('2026-11-02') }, 'due-soon by 2026-11-23'],
    ['release before another sentence does not', '2026-11-20', { releasedOn: on('2025-11-02') }, 'done'],
    [
      'the day that a service gives goes first',
      '2026-11-20',
      { ...none, planTargetOn: known(day('2026-11-30'), 'manage-supervision') as never },
      'due-soon by 2026-11-30',
    ],
    [
      'also where sentence is not known',
      '2026-12-01',
      { ...none, sentencedOn: missing, planTargetOn: known(day('2026-11-30'), 'manage-supervision') as never },
      'overdue by 2026-11-30',
    ],
    ['without the assessments it cannot be told', '2026-11-20', { lastAssessedOn: missing }, 'cannot-tell'],
    ['without the day of sentence neither', '2026-11-20', { sentencedOn: missing }, 'cannot-tell'],
    ['nor without knowing of a release', '2026-11-20', { ...none, releasedOn: missing }, 'cannot-tell'],
  ],
  register: [
    ['no entry asks for nothing', '2026-11-20', {}, 'not-due'],
    [
      'the day itself is in time',
      '2026-11-20',
      registers(register('High RoSH', '2026-11-20')),
      'due-soon by 2026-11-20',
    ],
    ['the day after is not', '2026-11-21', registers(register('High RoSH', '2026-11-20')), 'overdue by 2026-11-20'],
    [
      'an entry that ended is none',
      '2026-11-21',
      registers(register('High RoSH', '2026-11-20', '2026-11-01')),
      'not-due',
    ],
    [
      'entries of one day are one review, of two days two',
      '2026-11-21',
      registers(register('B', '2026-12-24'), register('C', '2026-11-20'), register('A', '2026-12-24')),
      'overdue by 2026-11-20, not-due by 2026-12-24',
    ],
    ['an entry without a day cannot be told', '2026-11-21', registers(register('High RoSH')), 'cannot-tell'],
    ['without the registers it cannot be told', '2026-11-21', { registrations: missing }, 'cannot-tell'],
  ],
  enforcement: [
    ['one failure asks for nothing', '2026-11-20', {}, 'not-due'],
    [
      'ten working days after the second are in time',
      '2026-11-20',
      { failuresToComply: days('2026-10-01', '2026-11-06') },
      'due-soon by 2026-11-20',
    ],
    [
      'the day after is not',
      '2026-11-21',
      { failuresToComply: days('2026-11-06', '2026-10-01') },
      'overdue by 2026-11-20',
    ],
    [
      'two on one day are two',
      '2026-11-21',
      { failuresToComply: days('2026-11-06', '2026-11-06') },
      'overdue by 2026-11-20',
    ],
    [
      'a third changes nothing',
      '2026-11-21',
      { failuresToComply: days('2026-11-20', '2026-11-06', '2026-10-01') },
      'overdue by 2026-11-20',
    ],
    [
      'twelve months apart count',
      '2026-11-20',
      { failuresToComply: days('2025-11-06', '2026-11-06') },
      'due-soon by 2026-11-20',
    ],
    ['a day more does not', '2026-11-20', { failuresToComply: days('2025-11-05', '2026-11-06') }, 'not-due'],
    [
      'a breach or recall that was started ends it',
      '2026-11-21',
      { failuresToComply: days('2026-11-06', '2026-10-01'), breachStarted: known(true, 'manage-supervision') },
      'done',
    ],
    [
      'also where the failures are not known',
      '2026-11-21',
      { failuresToComply: missing, breachStarted: known(true, 'manage-supervision') },
      'done',
    ],
    ['without the failures it cannot be told', '2026-11-21', { failuresToComply: missing }, 'cannot-tell'],
    [
      'nor without knowing of a breach, where there are two',
      '2026-11-21',
      { failuresToComply: days('2026-11-06', '2026-10-01'), breachStarted: missing },
      'cannot-tell',
    ],
    ['with fewer it makes no difference', '2026-11-21', { breachStarted: missing }, 'not-due'],
  ],
})
