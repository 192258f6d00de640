import type { Temporal } from 'temporal-polyfill'
import type { SampleContact } from './sample-case.ts'

type On = Temporal.PlainDate

/** Entries of the contact log, by what they record, with the codes the case services use. */
export const contact = {
  policeAsked: (on: On): SampleContact => ({ code: 'C369', type: 'Police intelligence enquiries requested', on }),
  policeAnswered: (on: On): SampleContact => ({ code: 'C515', type: 'Police intelligence response received', on }),
  safeguardingAsked: (on: On): SampleContact => ({ code: 'SFGC', type: 'Safeguarding enquiries requested', on }),
  safeguardingAnswered: (on: On): SampleContact => ({
    code: 'SFRR',
    type: 'Safeguarding enquiries response received',
    on,
  }),
  significantEvent: (on: On): SampleContact => ({ code: 'SIGEV', type: 'Significant event', on }),
  oversight: (on: On): SampleContact => ({ code: 'MO1', type: 'Management oversight', on }),
  /** Unpaid work has no code of its own: the name says it. */
  unpaidWork: (on: On, attended: boolean): SampleContact => ({ type: 'Unpaid work appointment', on, attended }),
}
