import type { Temporal } from 'temporal-polyfill'
import type { Claimed } from '../domain/reminders/outbox.ts'
import type { Person } from '../domain/staff.ts'
import type { Decide, Decision } from './deliver-one.ts'
import { deliverReminders, type Parts } from './deliver-reminders.ts'
import type { PeopleReached } from './reach.ts'
import { retryNotices } from './retry-notices.ts'

/** In minutes: an entry that this version of the service knows nothing of is left to another. */
const otherVersionsAfter = 10

/**
 * Starts to deliver what is in the outbox: notices that could not be delivered at once, and what `decide` knows. Without it
 * nothing else is sent.
 */
export function startDelivery(
  parts: Omit<Parts, 'decide'> & {
    people: Pick<PeopleReached, 'deliver'>
    notices: Parameters<typeof retryNotices>[0]['notices']
    decide?: Decide
  },
) {
  const ofNotices = retryNotices(parts)
  const ofReminders = parts.decide ?? knowsNothing
  const decide: Decide = async (person, due, now) => {
    const isNotice = ({ what }: Claimed) => what === 'notice'
    const decisions: Decision[] = []
    for (const [of, rows] of [
      [ofNotices, due.filter(isNotice)],
      [ofReminders, due.filter((row) => !isNotice(row))],
    ] as const) {
      if (rows.length > 0) decisions.push(...(await of(person, rows, now)))
    }
    return decisions
  }
  return deliverReminders({ ...parts, decide })
}

async function knowsNothing(
  _person: Person,
  due: readonly Claimed[],
  now: Temporal.Instant,
): Promise<readonly Decision[]> {
  const keys = due.map(({ key }) => key)
  return [{ does: 'later', keys, at: now.add({ minutes: otherVersionsAfter }), why: 'not-known-here' }]
}
