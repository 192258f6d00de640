import type { Claimed } from '../domain/reminders/outbox.ts'
import type { Decide, Decision } from './deliver-one.ts'
import { deliverReminders, type Parts } from './deliver-reminders.ts'
import type { PeopleReached } from './reach.ts'
import { retryNotices } from './retry-notices.ts'

/** Starts to deliver what is in the outbox: notices that could not be delivered at once, and reminders, about which `decide` decides. */
export function startDelivery(
  parts: Parts & {
    people: Pick<PeopleReached, 'deliver'>
    notices: Parameters<typeof retryNotices>[0]['notices']
  },
) {
  const ofNotices = retryNotices(parts)
  const decide: Decide = async (person, due, now) => {
    const isNotice = ({ what }: Claimed) => what === 'notice'
    const decisions: Decision[] = []
    for (const [of, rows] of [
      [ofNotices, due.filter(isNotice)],
      [parts.decide, due.filter((row) => !isNotice(row))],
    ] as const) {
      if (rows.length > 0) decisions.push(...(await of(person, rows, now)))
    }
    return decisions
  }
  return deliverReminders({ ...parts, decide })
}
