import { setImmediate } from 'node:timers/promises'
import { Temporal } from 'temporal-polyfill'
import { type ReminderFactsDesk, reminderFactsOf } from '../dialogs/reminders/reminder-facts-of.ts'
import type { Allocation } from '../domain/allocation/allocation.ts'
import type { ReminderFacts } from '../domain/reminders/reminder-facts.ts'
import type { Person } from '../domain/staff.ts'
import { leftToConfirm } from '../domain/team-action.ts'

/** So many people are looked at together. */
const atOnce = 25

/**
 * The facts of a few people as they are now. What is found by the day it is due for everybody is asked for one by one here, so
 * that a look at one person does not become a look at all.
 */
export async function factsOfFew(
  people: readonly Person[],
  today: Temporal.PlainDate,
  desk: ReminderFactsDesk,
): Promise<ReminderFacts[]> {
  const facts: ReminderFacts[] = []
  for (let from = 0; from < people.length; from += atOnce) {
    if (from > 0) await setImmediate()
    const page = people.slice(from, from + atOnce)
    facts.push(...(await reminderFactsOf(page, today, asking(page, desk))))
  }
  return facts
}

const { compare } = Temporal.PlainDate

function asking(people: readonly Person[], desk: ReminderFactsDesk): ReminderFactsDesk {
  const { teamActions, allocations } = desk
  const codes = people.map(({ staffCode }) => staffCode)
  const isBetween = (day: Temporal.PlainDate, from: Temporal.PlainDate, to: Temporal.PlainDate) =>
    compare(day, from) >= 0 && compare(day, to) <= 0
  return {
    ...desk,
    teamActions: {
      ...teamActions,
      async dueOpen(from, to) {
        const open = (await Promise.all(codes.map(teamActions.openOf))).flat()
        const once = [...new Map(open.map((action) => [action.id, action])).values()]
        return once.filter(
          (action) => action.due !== undefined && isBetween(action.due, from, to) && leftToConfirm(action).length > 0,
        )
      },
    },
    allocations: {
      ...allocations,
      async touchPointsDue(from, to) {
        const given = (await Promise.all(codes.map(allocations.to))).flat()
        const near = given.filter(({ touchPointOn }) => isBetween(touchPointOn, from, to))
        const held = await Promise.all(
          near.map(async ({ id, crn }) => {
            const last = (await allocations.ofCase(crn)).find(isTaken)
            return last === undefined || last.id === id
          }),
        )
        return near.filter((_, place) => held[place])
      },
    },
  }
}

/** One that the case services did not take is no allocation of the case. */
const isTaken = ({ submission }: Allocation) => submission !== 'refused' && submission !== 'not-submitted'
