import { Temporal } from 'temporal-polyfill'
import { dayInReason } from '../../allocation/allocation-words.ts'
import { shownOn } from '../../allocation/rule-fact.ts'
import { nthWorkingDayAfter } from '../../working-days.ts'
import { breachFact, failuresFact } from '../fact-names.ts'
import type { Review } from '../review.ts'
import type { ReviewDay } from '../review-day.ts'
import type { ReviewFacts } from '../review-facts.ts'
import { reviewOf } from '../review-of.ts'

/**
 * Two failures to comply within some months call for a breach or recall: evidence some days after the second, the pack some
 * working days after it. Once one is started there is nothing left to ask for.
 */
export function enforcement(facts: ReviewFacts, day: ReviewDay): readonly Review[] {
  const { withinMonths, evidenceDays, packWorkingDays } = day.policy.rules.enforcement
  const review = reviewOf('enforcement', day)
  const { breachStarted, failuresToComply } = facts
  if (breachStarted.known && breachStarted.value) {
    return [review.done('A breach or recall has been started.', breachFact(facts).shown)]
  }
  if (!failuresToComply.known) return [review.cannotTell(failuresFact(facts))]
  const days = failuresToComply.value
  const second = days === 'fewer-than-two' ? undefined : secondOfTwo(days, withinMonths)
  if (second === undefined) {
    const says = `There were no two failures to comply within ${withinMonths} months.`
    return [review.notDue(says, failuresFact(facts).shown)]
  }
  if (!breachStarted.known) return [review.cannotTell(breachFact(facts))]
  const evidenceBy = second.add({ days: evidenceDays })
  return [
    review.due(
      nthWorkingDayAfter(packWorkingDays, second, day.workingDays),
      `There were two failures to comply within ${withinMonths} months, the second on ${dayInReason(second)}, and no breach or recall was started. Evidence is due by ${dayInReason(evidenceBy)}, the pack by the day given here.`,
      shownOn('Second failure to comply', failuresToComply, second),
    ),
  ]
}

/** The second of the first two failures that are close enough. Two on one day are two. */
function secondOfTwo(days: readonly Temporal.PlainDate[], withinMonths: number): Temporal.PlainDate | undefined {
  const inOrder = days.toSorted(Temporal.PlainDate.compare)
  return inOrder.find((later, place) => {
    const earlier = inOrder[place - 1]
    return earlier !== undefined && Temporal.PlainDate.compare(earlier, later.subtract({ months: withinMonths })) >= 0
  })
}
