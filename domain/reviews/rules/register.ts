import type { Temporal } from 'temporal-polyfill'
import { dayInReason } from '../../allocation/allocation-words.ts'
import type { Registration } from '../../allocation/case-facts.ts'
import { shownOn } from '../../allocation/rule-fact.ts'
import { registersFact } from '../fact-names.ts'
import type { Review } from '../review.ts'
import type { ReviewDay } from '../review-day.ts'
import type { ReviewFacts } from '../review-facts.ts'
import { reviewOf } from '../review-of.ts'

type Dated = Registration & { nextReviewOn: Temporal.PlainDate }

/** Each active register entry is reviewed by the day it names; entries that name the same day are one review. */
export function register(facts: ReviewFacts, day: ReviewDay): readonly Review[] {
  const review = reviewOf('register', day)
  const { registrations } = facts
  if (!registrations.known) return [review.cannotTell(registersFact(facts))]
  const active = registrations.value.filter(({ endedOn }) => endedOn === undefined)
  if (active.length === 0) return [review.notDue('There is no active register entry.', registersFact(facts).shown)]
  const dated = active.filter((entry): entry is Dated => entry.nextReviewOn !== undefined)
  const byDay = Map.groupBy(dated, ({ nextReviewOn }) => nextReviewOn.toString())
  const due = [...byDay.values()].flatMap((entries): Review[] => {
    const [first] = entries
    if (first === undefined) return []
    const registers = listed(entries)
    const shown = shownOn(`${registers}: next review`, registrations, first.nextReviewOn)
    return [review.due(first.nextReviewOn, `${registers} to be reviewed by ${dayInReason(first.nextReviewOn)}.`, shown)]
  })
  const without = active.filter(({ nextReviewOn }) => nextReviewOn === undefined)
  if (without.length === 0) return due
  const shown = shownOn(`${listed(without)}: no next review given`, registrations, undefined)
  const says = `No day of a next review is given for ${listed(without)}.`
  return [...due, { ...review.cannotTell(), reason: says, fact: shown }]
}

/** The registers by name, each once, in the same order whatever theirs. */
function listed(entries: readonly Registration[]): string {
  const all = [...new Set(entries.map(({ name }) => name))].sort()
  return new Intl.ListFormat('en-GB').format(all)
}
