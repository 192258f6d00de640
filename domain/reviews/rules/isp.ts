import { Temporal } from 'temporal-polyfill'
import { dayInReason } from '../../allocation/allocation-words.ts'
import type { Fact } from '../../allocation/fact.ts'
import { shownOn } from '../../allocation/rule-fact.ts'
import { nthWorkingDayAfter } from '../../working-days.ts'
import { assessedFact, releasedFact, sentencedFact } from '../fact-names.ts'
import type { Review } from '../review.ts'
import type { ReviewDay } from '../review-day.ts'
import type { ReviewFacts } from '../review-facts.ts'
import { reviewOf } from '../review-of.ts'

type Day = Temporal.PlainDate

/**
 * The initial sentence plan is due by the day a service gives, else some working days after sentence or release. An
 * assessment completed on or after that day is it.
 */
export function isp(facts: ReviewFacts, day: ReviewDay): readonly Review[] {
  const review = reviewOf('isp', day)
  const { lastAssessedOn, planTargetOn } = facts
  const began = beganOn(facts)
  if (!lastAssessedOn.known) return [review.cannotTell(assessedFact(facts))]
  const last = lastAssessedOn.value
  // Something completed may be it or not; nothing completed is not, whenever it began.
  if (began === undefined && last !== 'none') return [review.cannotTell(sentencedFact(facts), releasedFact(facts))]
  if (began !== undefined && last !== 'none' && Temporal.PlainDate.compare(last, began.on) >= 0) {
    return [
      review.done(
        `An assessment was completed on ${dayInReason(last)}, since ${began.words} on ${dayInReason(began.on)}.`,
        assessedFact(facts).shown,
      ),
    ]
  }
  if (planTargetOn !== undefined) {
    const target = shownOn('Sentence plan to be done by', planTargetOn, planTargetOn.value)
    return [
      {
        ...review.due(planTargetOn.value, 'No assessment has been completed, and a service gives this day.', target),
        authority: 'The day that the case services give',
        confirmed: true,
      },
    ]
  }
  if (began === undefined) return [review.cannotTell(sentencedFact(facts), releasedFact(facts))]
  const { workingDays } = day.policy.rules.isp
  return [
    review.due(
      nthWorkingDayAfter(workingDays, began.on, day.workingDays),
      `No assessment has been completed since ${began.words} on ${dayInReason(began.on)}.`,
      began.words === 'release' ? releasedFact(facts).shown : sentencedFact(facts).shown,
    ),
  ]
}

/** Release, or sentence where that came later; somebody released may have been sentenced again. */
function beganOn({ releasedOn, sentencedOn }: { releasedOn: Fact<Day | 'none'>; sentencedOn: Fact<Day> }) {
  if (!releasedOn.known || !sentencedOn.known) return undefined
  const [released, sentenced] = [releasedOn.value, sentencedOn.value]
  const isRelease = released !== 'none' && Temporal.PlainDate.compare(released, sentenced) >= 0
  return isRelease ? { on: released, words: 'release' as const } : { on: sentenced, words: 'sentence' as const }
}
