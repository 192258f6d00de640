import { z } from 'zod'
import { type Reminder, ReminderThing } from './reminder.ts'

/** A reminder without its time, as far as its name needs it. */
export type ReminderStep = Pick<Reminder, 'thing' | 'step'>

/** So many go together at most: every kind of supervision of one person, and a few more for what a policy may add. */
const most = 12

const Step = z.string().regex(/^[\dT:+a-z-]{1,40}$/)
const Steps = z
  .array(z.tuple([Step, ReminderThing]))
  .min(1)
  .max(most)

/** Some reminders as a button says them: the JSON of their things and steps, so ids and days and nothing else. */
export const RemindersNamed = z
  .string()
  .max(4000)
  .refine((text) => stepsOf(text) !== undefined)

/** The reminders that a button says. */
export function remindersNamed(text: string): ReminderStep[] {
  return (stepsOf(text) ?? []).map(([step, thing]) => ({ step, thing }))
}

/** How a button says some reminders. */
export function namesOfReminders(reminders: readonly ReminderStep[]): string {
  return JSON.stringify(reminders.slice(0, most).map(({ step, thing }) => [step, thing]))
}

function stepsOf(text: string): z.infer<typeof Steps> | undefined {
  try {
    return Steps.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
