import { Temporal } from 'temporal-polyfill'
import { type Fact, type FactSource, known, notKnown } from '../../domain/allocation/fact.ts'
import {
  type CaseForReview,
  type ContactMeaning,
  leftOutBecause,
  type ReviewContact,
  type ReviewFacts,
} from '../../domain/reviews/review-facts.ts'
import type { SampleCase, SampleContact, Unanswered } from './sample-case.ts'
import { isLimited, sampleCaseFacts } from './sample-case-facts.ts'

type Day = Temporal.PlainDate
const ours = 'manage-supervision'

/** What the reviews of a sample case hang on, to somebody who may see it. `since`: allocations from that day on count. */
export function sampleCaseForReview(one: SampleCase, today: Day, since: Day): CaseForReview {
  const seen = { sight: 'open' as const, crn: one.crn, name: one.name, limitedAccess: isLimited(one) }
  const leftOut = leftOutBecause({ ...one, recalled: one.recalledOn !== undefined, ended: one.endedOn !== undefined })
  return leftOut === undefined ? { ...seen, facts: factsOf(one, today, since) } : { ...seen, leftOut }
}

function factsOf(one: SampleCase, today: Day, since: Day): ReviewFacts {
  const answered = <T>(question: Unanswered, source: FactSource, fact: () => Fact<T>) =>
    one.unanswered.includes(question) ? notKnown(source, 'not-answered') : fact()
  const { lastAssessedOn, registrations } = sampleCaseFacts(one, [], () => undefined)
  const { allocatedOn, planTargetOn } = one
  const isLate = allocatedOn !== undefined && Temporal.PlainDate.compare(allocatedOn, since) >= 0
  return {
    lastAssessedOn,
    registrations,
    sentencedOn: known(one.sentencedOn, ours),
    releasedOn: known(one.releasedOn ?? 'none', ours),
    ...(planTargetOn === undefined ? {} : { planTargetOn: { known: true, value: planTargetOn, source: ours } }),
    failuresToComply: known(failuresOf(one, today), ours),
    breachStarted: known(one.breachStartedOn !== undefined || one.recalledOn !== undefined, ours),
    unpaidWork: known(unpaidWorkOf(one), ours),
    contacts: answered('contacts', ours, () => known(one.contacts.flatMap(contactOf), ours)),
    allocatedOn: known(isLate ? allocatedOn : 'none', 'workload'),
  }
}

/** Those of the last twelve months, where there are two or more. */
function failuresOf({ failuresToComply }: SampleCase, today: Day): readonly Day[] | 'fewer-than-two' {
  const first = today.subtract({ months: 12 })
  const days = failuresToComply.filter((day) => Temporal.PlainDate.compare(day, first) >= 0)
  return days.length < 2 ? 'fewer-than-two' : days
}

function unpaidWorkOf({ requirements }: SampleCase) {
  const work = requirements.filter(({ code }) => code === 'W')
  return work.length === 0 ? 'none' : { completed: work.every(({ completedOn }) => completedOn !== undefined) }
}

/** What entries of the contact log mean, by their code and, where they have none, by their name. */
const meanings: readonly { code?: string; name: string; is: ContactMeaning }[] = [
  { code: 'C369', name: 'Police intelligence enquiries requested', is: 'police-asked' },
  { code: 'C515', name: 'Police intelligence response received', is: 'police-answered' },
  { code: 'SFGC', name: 'Safeguarding enquiries requested', is: 'safeguarding-asked' },
  { code: 'SFRR', name: 'Safeguarding enquiries response received', is: 'safeguarding-answered' },
  { code: 'SIGEV', name: 'Significant event', is: 'significant-event' },
  { code: 'MO1', name: 'Management oversight', is: 'management-oversight' },
  { name: 'Unpaid work appointment', is: 'unpaid-work' },
]

function contactOf({ code, type, on, attended }: SampleContact): ReviewContact[] {
  const meaning = meanings.find((one) => (code === undefined ? one.name === type : one.code === code))
  if (meaning === undefined) return code === undefined ? [] : [{ code, on }]
  return [{ is: meaning.is, on, ...(attended === undefined ? {} : { attended }) }]
}
