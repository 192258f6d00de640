import type { CaseFacts, EnquiryContact } from '../../../domain/allocation/case-facts.ts'
import { known, notKnown } from '../../../domain/allocation/fact.ts'
import { StaffCode } from '../../../domain/ids.ts'
import * as of from '../../support/allocation-facts.ts'
import { itDecides } from '../../support/allocation-tables.ts'
import { day } from '../../support/days.ts'

const held = (staffCode: string): Partial<CaseFacts> => ({
  holder: known({ staffCode: StaffCode.parse(staffCode) }, 'allocations'),
})
const order = (active: boolean): Partial<CaseFacts> => ({ hasActiveOrder: known(active, 'allocations') })
const orderNotKnown: Partial<CaseFacts> = { hasActiveOrder: of.noAnswer('allocations') }
const holderNotKnown: Partial<CaseFacts> = { holder: of.noAnswer('allocations') }

describe('The rules of the case', () => {
  itDecides('access', [
    ['allowed', {}, 'suitable'],
    ['not allowed', { practitioner: { access: known('not-allowed', 'delius') } }, 'blocked'],
    ['not answered', { practitioner: { access: of.noAnswer('delius') } }, 'cannot-tell'],
  ])
  itDecides('contactable', [
    ['an email address', {}, 'suitable'],
    ['none', { practitioner: { hasEmail: known(false, 'delius') } }, 'blocked'],
    ['not answered', { practitioner: { hasEmail: of.noAnswer('delius') } }, 'cannot-tell'],
  ])
  itDecides('already-held', [
    ['nobody holds it', {}, 'suitable'],
    ['this person holds it', { case: held('N03A001') }, 'blocked'],
    ['somebody else holds it', { case: held('N03A099') }, 'needs-rationale'],
    ['no active order', { case: order(false) }, 'blocked'],
    ['no active order, and not known who holds it', { case: { ...order(false), ...holderNotKnown } }, 'blocked'],
    ['not known who holds it', { case: holderNotKnown }, 'cannot-tell'],
    ['not known whether there is an order', { case: orderNotKnown }, 'cannot-tell'],
    ['not known, and this person holds it', { case: { ...held('N03A001'), ...orderNotKnown } }, 'blocked'],
    ['not known, and somebody else holds it', { case: { ...held('N03A099'), ...orderNotKnown } }, 'cannot-tell'],
    ['neither is known', { case: { ...holderNotKnown, ...orderNotKnown } }, 'cannot-tell'],
  ])
  itDecides('transfer', [
    ['none', {}, 'suitable'],
    ['in progress', { case: { transferInProgress: known(true, 'allocations') } }, 'blocked'],
    ['not answered', { case: { transferInProgress: of.noAnswer('allocations') } }, 'cannot-tell'],
  ])

  const notAssessed: Partial<CaseFacts> = { lastAssessedOn: known('none', 'risk-and-needs') }
  const assessed = (text: string) => ({ lastAssessedOn: known(day(text), 'risk-and-needs') })
  const history = (code: 'RMRH' | 'RHRH' | 'RVHR', endedOn?: string) =>
    of.entries(endedOn === undefined ? code : [code, endedOn])
  const higher = history('RHRH')
  itDecides('history-of-risk', [
    ['higher, open, never assessed', { case: { ...higher, ...notAssessed } }, 'needs-rationale'],
    ['higher, assessed the day before sentence', { case: { ...higher, ...assessed('2026-09-27') } }, 'needs-rationale'],
    ['higher, assessed on the day of sentence', { case: { ...higher, ...assessed('2026-09-28') } }, 'suitable'],
    ['higher, ended 60 months ago', { case: { ...history('RVHR', '2021-11-22'), ...notAssessed } }, 'needs-rationale'],
    ['higher, ended a day longer ago', { case: { ...history('RVHR', '2021-11-21'), ...notAssessed } }, 'suitable'],
    ['the same level', { case: { ...history('RMRH'), ...notAssessed } }, 'suitable'],
    [
      'one level below, then one above',
      { case: { ...of.entries('RLRH', ['RHRH', '2025-01-02']), ...notAssessed } },
      'needs-rationale',
    ],
    ['no entries', { case: notAssessed }, 'suitable'],
    [
      'higher, not known whether assessed',
      { case: { ...higher, lastAssessedOn: of.noAnswer('risk-and-needs') } },
      'cannot-tell',
    ],
    [
      'higher, assessed, no day of sentence',
      { case: { ...higher, sentencedOn: notKnown('manage-supervision', 'none') } },
      'cannot-tell',
    ],
    [
      'higher, never assessed, no day of sentence',
      { case: { ...higher, ...notAssessed, sentencedOn: notKnown('manage-supervision', 'none') } },
      'needs-rationale',
    ],
    [
      'registers not read, never assessed',
      { case: { ...notAssessed, registrations: of.noAnswer('manage-supervision') } },
      'cannot-tell',
    ],
    ['registers not read, assessed since', { case: { registrations: of.noAnswer('manage-supervision') } }, 'suitable'],
    [
      'registers not read, very high today',
      {
        case: {
          ...notAssessed,
          rosh: known('VERY_HIGH', 'risk-and-needs'),
          registrations: of.noAnswer('manage-supervision'),
        },
      },
      'suitable',
    ],
    [
      'no risk today, an entry, never assessed',
      { case: { ...higher, ...notAssessed, rosh: of.noAnswer('risk-and-needs') } },
      'cannot-tell',
    ],
    ['no risk today, no entries', { case: { ...notAssessed, rosh: of.noAnswer('risk-and-needs') } }, 'suitable'],
  ])
  itDecides('assessment-age', [
    ['12 months ago to the day', { case: assessed('2025-11-22') }, 'suitable'],
    ['a day longer ago', { case: assessed('2025-11-21') }, 'needs-rationale'],
    ['none', { case: notAssessed }, 'needs-rationale'],
    ['not answered', { case: { lastAssessedOn: of.noAnswer('risk-and-needs') } }, 'cannot-tell'],
    ['of 29 February, on 28 February', { case: assessed('2028-02-29') }, 'suitable', of.onDay('2029-02-28')],
    ['of 29 February, on 1 March', { case: assessed('2028-02-29') }, 'needs-rationale', of.onDay('2029-03-01')],
  ])

  type Step = [EnquiryContact['about'], EnquiryContact['step'], string]
  const contacts = (...steps: Step[]): Partial<CaseFacts> => ({
    enquiries: known(
      steps.map(([about, step, on]) => ({ about, step, on: day(on) })),
      'manage-supervision',
    ),
  })
  const asked: Step = ['police', 'asked', '2026-10-01']
  const answered: Step = ['police', 'answered', '2026-10-01']
  const child = of.entries('RCCO')
  const registersNotRead = { registrations: of.noAnswer('manage-supervision') }
  itDecides('enquiries', [
    ['answered on the day it was asked', { case: contacts(asked, answered) }, 'suitable'],
    ['answered the day before', { case: contacts(asked, ['police', 'answered', '2026-09-30']) }, 'needs-rationale'],
    [
      'asked again since the answer',
      { case: contacts(answered, asked, ['police', 'asked', '2026-10-02']) },
      'needs-rationale',
    ],
    ['never asked', { case: contacts() }, 'needs-rationale'],
    ['an answer that nobody asked for', { case: contacts(answered) }, 'needs-rationale'],
    [
      'only the safeguarding enquiry',
      { case: contacts(['safeguarding', 'asked', '2026-10-01'], ['safeguarding', 'answered', '2026-10-02']) },
      'needs-rationale',
    ],
    ['child flag, safeguarding never asked', { case: { ...child, ...contacts(asked, answered) } }, 'needs-rationale'],
    [
      'child flag, safeguarding waiting',
      { case: { ...child, ...contacts(asked, answered, ['safeguarding', 'asked', '2026-10-01']) } },
      'needs-rationale',
    ],
    ['child flag, both answered', { case: child }, 'suitable'],
    [
      'registers not read, safeguarding open',
      { case: { ...registersNotRead, ...contacts(asked, answered) } },
      'cannot-tell',
    ],
    ['registers not read, both answered', { case: registersNotRead }, 'suitable'],
    ['registers not read, police open', { case: { ...registersNotRead, ...contacts() } }, 'needs-rationale'],
    ['contacts not read', { case: { enquiries: of.noAnswer('manage-supervision') } }, 'cannot-tell'],
  ])

  const rosh = (text?: string) => ({
    rosh: known('LOW' as const, 'risk-and-needs', text === undefined ? undefined : day(text)),
  })
  const figure = (text?: string) => ({
    workload: known({ potential: 85 }, 'workload', text === undefined ? undefined : day(text)),
  })
  itDecides('facts-age', [
    ['risk assessed 12 months ago', { case: rosh('2025-11-22') }, 'suitable'],
    ['risk assessed a day longer ago', { case: rosh('2025-11-21') }, 'needs-rationale'],
    ['risk without a day', { case: rosh() }, 'cannot-tell'],
    ['no risk', { case: { rosh: of.noAnswer('risk-and-needs') } }, 'cannot-tell'],
    ['workload of 7 days ago', { practitioner: figure('2026-11-15') }, 'suitable'],
    ['workload of 8 days ago', { practitioner: figure('2026-11-14') }, 'needs-rationale'],
    ['workload without a day is last night’s', { practitioner: figure() }, 'suitable'],
    ['no workload', { practitioner: { workload: of.noAnswer('workload') } }, 'cannot-tell'],
    ['a case given since the figure', { practitioner: { givenSince: 1 } }, 'needs-rationale'],
    [
      'a case given, and no figure that could count it',
      { practitioner: { givenSince: 1, workload: of.noAnswer('workload') } },
      'cannot-tell',
    ],
    [
      'old risk, no workload',
      { case: rosh('2025-01-06'), practitioner: { workload: of.noAnswer('workload') } },
      'needs-rationale',
    ],
  ])
})
