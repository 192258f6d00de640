import { Temporal } from 'temporal-polyfill'
import { dayInReason } from '../../allocation/allocation-words.ts'
import { nthWorkingDayAfter } from '../../working-days.ts'
import { assessedFact, contactFact } from '../fact-names.ts'
import type { Review } from '../review.ts'
import type { ReviewDay } from '../review-day.ts'
import type { ReviewContact, ReviewFacts } from '../review-facts.ts'
import { reviewOf } from '../review-of.ts'

/**
 * The assessment is to be done again some months after it was completed, and some working days after each significant event
 * recorded since. Before the first one the sentence plan is what is due.
 */
export function oasys(facts: ReviewFacts, day: ReviewDay): readonly Review[] {
  const { months, eventWorkingDays } = day.policy.rules.oasys
  const review = reviewOf('oasys', day)
  const assessed = assessedFact(facts)
  const { lastAssessedOn, contacts } = facts
  if (!lastAssessedOn.known) return [review.cannotTell(assessed)]
  const last = lastAssessedOn.value
  if (last === 'none') {
    return [
      review.notDue('No assessment has been completed yet: the initial sentence plan comes first.', assessed.shown),
    ]
  }
  const again = review.due(
    last.add({ months }),
    `The last assessment was completed on ${dayInReason(last)}, and holds for ${months} months.`,
    assessed.shown,
  )
  if (!contacts.known) return [again, review.cannotTell(contactFact('Significant event', facts, undefined))]
  const events = contacts.value.filter(
    (entry) => isSignificant(entry, day) && Temporal.PlainDate.compare(entry.on, last) > 0,
  )
  const perDay = [...new Map(events.map((entry) => [entry.on.toString(), entry])).values()]
  return [
    again,
    ...perDay.map((entry) =>
      review.due(
        nthWorkingDayAfter(eventWorkingDays, entry.on, day.workingDays),
        `A significant event was recorded on ${dayInReason(entry.on)}, after the last assessment of ${dayInReason(last)}.`,
        contactFact('Significant event', facts, entry).shown,
      ),
    ),
  ]
}

function isSignificant({ is, code }: ReviewContact, { policy }: ReviewDay): boolean {
  return is === 'significant-event' || (code !== undefined && policy.significantEventCodes.includes(code.toUpperCase()))
}
