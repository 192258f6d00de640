import type { Temporal } from 'temporal-polyfill'
import { dayInReason } from '../allocation/allocation-words.ts'
import { outstandingEnquiries } from '../allocation/outstanding-enquiries.ts'
import type { ReviewFacts } from './review-facts.ts'
import { enquiriesAmong, needsSafeguarding } from './rules/safeguarding.ts'

/**
 * A management oversight entry (MO1) for the first discussion after an allocation, drafted from the facts to be pasted and
 * finished by the manager. It names nobody and no case; what only the two people know stands in square brackets.
 */
export function touchPointEntry(facts: ReviewFacts, today: Temporal.PlainDate): string {
  const { allocatedOn, lastAssessedOn } = facts
  const allocated = allocatedOn.known && allocatedOn.value !== 'none' ? ` on ${dayInReason(allocatedOn.value)}` : ''
  const assessed = !lastAssessedOn.known
    ? 'When an assessment was last completed is not known.'
    : lastAssessedOn.value === 'none'
      ? 'No assessment has been completed yet.'
      : `The last assessment was completed on ${dayInReason(lastAssessedOn.value)}.`
  return [
    `Management oversight: first discussion after the allocation${allocated}, held on ${dayInReason(today)} [change the day if it was another].`,
    assessed,
    enquiriesSoFar(facts),
    'Risk and complexity: [what was discussed].',
    'Support for the practitioner: [what was agreed].',
    'Next steps, each with its owner and day: [steps].',
  ].join('\n')
}

function enquiriesSoFar(facts: ReviewFacts): string {
  if (!facts.contacts.known) return 'What came of the enquiries is not known.'
  const needed = needsSafeguarding(facts) === true ? (['police', 'safeguarding'] as const) : (['police'] as const)
  const open = outstandingEnquiries(enquiriesAmong(facts.contacts.value), needed)
  if (open.length === 0) return `Enquiries answered: ${needed.join(' and ')}.`
  const words = open.map(({ about, askedOn }) =>
    askedOn === undefined ? `${about} not requested` : `${about} requested on ${dayInReason(askedOn)} and not answered`,
  )
  return `Enquiries: ${words.join('; ')}.`
}
