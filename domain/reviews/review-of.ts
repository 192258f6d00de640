import { Temporal } from 'temporal-polyfill'
import type { FactShown } from '../allocation/check.ts'
import { type Gap, gapsInWords, type RuleFact, ruleFact } from '../allocation/rule-fact.ts'
import type { Review, ReviewId, ReviewState } from './review.ts'
import type { ReviewDay } from './review-day.ts'

/** What every review of a kind has in common, on a day. Rules make their answers with it. */
export function reviewOf(kind: ReviewId, { today, policy }: ReviewDay) {
  const { authority, confirmed } = policy.rules[kind]
  const review = (state: ReviewState, reason: string, fact: FactShown): Review => {
    return { kind, state, reason, fact, authority, confirmed }
  }
  return {
    /** It falls due on a day. */
    due: (dueOn: Temporal.PlainDate, reason: string, fact: FactShown): Review => {
      return { ...review(stateOn(dueOn, today, policy.dueSoonDays), reason, fact), dueOn }
    },
    done: (reason: string, fact: FactShown) => review('done', reason, fact),
    /** Nothing calls for it. */
    notDue: (reason: string, fact: FactShown) => review('not-due', reason, fact),
    /** One of these is not known, and it would decide. */
    cannotTell: (...facts: readonly RuleFact[]): Review => {
      const gaps = facts.flatMap(({ gap }): Gap[] => (gap === undefined ? [] : [gap]))
      const missing = facts.find(({ gap }) => gap !== undefined)
      return review('cannot-tell', gapsInWords(gaps), missing?.shown ?? facts[0]?.shown ?? nothing)
    },
  }
}

const nothing: FactShown = ruleFact(
  { label: 'Facts', subject: 'What this rests on', wanted: 'The facts' },
  { known: false, source: 'manage-supervision', why: 'none' },
  String,
).shown

/** A review whose last day is today is not overdue yet. */
export function stateOn(
  dueOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
  dueSoonDays: number,
): 'overdue' | 'due-soon' | 'not-due' {
  if (Temporal.PlainDate.compare(dueOn, today) < 0) return 'overdue'
  return today.until(dueOn).days <= dueSoonDays ? 'due-soon' : 'not-due'
}
