import { z } from 'zod'
import { ReminderWhat } from './reminder-what.ts'

const LocalTime = z.iso.time({ precision: -1, error: 'should be a time of day, like 09:30' })

/** Days left at which somebody is reminded, the most first. Each is a step of its own. */
const Steps = z
  .array(z.int().min(0).max(366))
  .min(1)
  .refine((days) => days.every((left, index) => index === 0 || left < (days[index - 1] ?? 0)), {
    error: 'should be days left, the most first and none twice, like [14, 3]',
  })

/** What a reminder can be put off to. */
export const SnoozeChoice = z.enum(['tomorrow', 'three-days', 'next-week'])
export type SnoozeChoice = z.infer<typeof SnoozeChoice>

/** Who is reminded of what, and when. All of it is configuration. Times of day are local; days are those of the calendar. */
export const ReminderPolicy = z
  .strictObject({
    /** When reminders go out, and when the digest and the weekly message do. */
    hours: z.strictObject({ reminders: LocalTime, digest: LocalTime }),
    /** On working days messages are sent from the first of these times to just before the second; on other days never. */
    sends: z.strictObject({ from: LocalTime, until: LocalTime }),
    /** How many days before the last day somebody is reminded; 0 is that day itself. */
    daysLeft: z.strictObject({
      'window-closing': Steps,
      'action-due': Steps,
      'team-action-due': Steps,
      'touch-point': Steps,
    }),
    /** A session that begins early is reminded of so many minutes before, where that is earlier than the hour of reminders. */
    sessionMinutesAhead: z.int().min(0).max(240),
    /** From how many working days overdue something stands in the digest, and until when one that was missed is still sent. */
    digest: z.strictObject({ workingDaysOverdue: z.int().min(1).max(60), latest: LocalTime }),
    weekly: z.strictObject({ workingDaysOverdue: z.int().min(1).max(250) }),
    /** For how long at most somebody in the middle of a dialog is left alone, and how often it is looked at again. */
    holdBack: z.strictObject({ workingHours: z.int().min(0).max(80), lookAgainMinutes: z.int().min(1).max(120) }),
    /** What is offered for putting one reminder off. */
    snoozes: z.array(SnoozeChoice),
    /** For how many days at most all reminders can be paused. */
    pauseDays: z.int().min(1).max(366),
    /** What nobody can stop. */
    mandatory: z.array(ReminderWhat),
  })
  .superRefine((policy, context) => {
    for (const [path, message] of contradictions(policy)) context.addIssue({ code: 'custom', path, message })
  })
export type ReminderPolicy = z.infer<typeof ReminderPolicy>

/** Values that are fine by themselves and say nothing together. */
function* contradictions({ hours, sends, digest }: ReminderPolicy): Iterable<[string[], string]> {
  if (sends.until <= sends.from) yield [['sends', 'until'], `should be later than sends.from, which is ${sends.from}`]
  for (const name of ['reminders', 'digest'] as const) {
    if (hours[name] < sends.from || hours[name] >= sends.until)
      yield [['hours', name], `should be between sends.from and sends.until, ${sends.from} to ${sends.until}`]
  }
  if (digest.latest <= hours.digest || digest.latest > sends.until)
    yield [['digest', 'latest'], `should be later than hours.digest, ${hours.digest}, and not after ${sends.until}`]
}
