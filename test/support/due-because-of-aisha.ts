import assert from 'node:assert/strict'
import { entryOf, keyOf, reminderOf } from '../../domain/reminders/reminder.ts'
import type { ReminderFacts } from '../../domain/reminders/reminder-facts.ts'
import { remindersDue } from '../../domain/reminders/reminders-due.ts'
import type { KindId } from '../../domain/supervision-kind.ts'
import { aisha, gwen, priya, ruth, tom } from './people.ts'
import { asLondon, factsOf, type officeOf, roundAt } from './reminders.ts'
import { away, held } from './windows.ts'

const people = [priya, aisha, tom, gwen, ruth]
export type Office = Omit<Parameters<typeof officeOf>[0], 'people'>

/** What is due because of Aisha, in a few words each: who gets it, what, the step and the time. */
export function dueBecauseOfAisha(
  at: string,
  facts: Partial<Omit<ReminderFacts, 'person'>> = {},
  office: Office = {},
): string[] {
  const absences = (office.away ?? []).flatMap(([who, from, to]) => (who === aisha ? [away(from, to)] : []))
  const round = roundAt(at, { people, ...office })
  return remindersDue(factsOf(aisha, { absences, ...facts }), round)
    .map((reminder) => {
      assert.deepEqual(reminderOf(entryOf(reminder)).thing, reminder.thing)
      assert.equal(keyOf(reminderOf(entryOf(reminder))), keyOf(reminder))
      const { to, thing, step, dueAt } = reminder
      const name = people.find(({ staffCode }) => staffCode === to)?.name.split(' ')[0]
      const what = thing.what === 'window-closing' ? thing.kind : thing.what
      return `${name} ${what} ${step} ${asLondon(dueAt).slice(11)}`
    })
    .sort()
}

/** Everything but monthly sessions is met. */
const others: KindId[] = ['reflective', 'observation', 'performance', 'competency', 'rcat', 'saqua']
export const heldOn = (...days: string[]) => days.map((on) => held(on, ...others))
export const allButMonthly = heldOn('2026-04-02', '2026-07-02', '2026-10-02', '2027-01-05')
