import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { IsoDate } from '../ids.ts'
import { nextFreeWorkingDay, type WorkingDays } from '../working-days.ts'
import { localDay, localMoment, localTime } from './local-moment.ts'
import { nameOf, type Reminder, type ReminderThing } from './reminder.ts'
import type { ReminderPolicy, SnoozeChoice } from './reminder-policy.ts'
import { ReminderWhat, whyNotStopped } from './reminder-what.ts'

/** A day and a time in London: `2026-11-23T09:00`. */
const LocalMoment = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)

/** The most characters of a reason, and how many things somebody can have put off or left out at once. */
export const reasonCharacters = 300
const mostThings = 200
/** A snooze is kept for so many days after its end, so that what was reminded of then is not taken for something new. */
const daysKept = 60

/** What one person has said about their own reminders. It is kept as JSON, and is nobody else's business but where it says so. */
export const ReminderPreferences = z.strictObject({
  /** The day on which reminders go on. */
  pausedUntil: IsoDate.optional(),
  /** Things put off, by name, each with the step it was at. */
  snoozed: z.array(z.strictObject({ thing: z.string(), step: z.string(), until: LocalMoment })).max(mostThings),
  /** Windows for which they want no more reminders. The reason goes to their line manager. */
  notThisWindow: z
    .array(z.strictObject({ thing: z.string(), reason: z.string().min(1).max(reasonCharacters), ends: IsoDate }))
    .max(mostThings),
  stopped: z.array(ReminderWhat),
})
export type ReminderPreferences = z.infer<typeof ReminderPreferences>

/** What holds of somebody who has said nothing. */
export const noPreferences: ReminderPreferences = { snoozed: [], notThisWindow: [], stopped: [] }

/** What came of a wish: the preferences as they are then, or why it cannot be, as a sentence that says what to do. */
export type Changed = { preferences: ReminderPreferences } | { problem: string }

/** Where and when a wish is made. */
export type WishRules = { now: Temporal.Instant; policy: ReminderPolicy; workingDays: WorkingDays }

/**
 * Puts one reminder off: to the next working day from tomorrow, from three days on, from next Monday, or to a time of today
 * (of the next working day where that has passed). It ends by itself: what is still true then is reminded of once more, and
 * nothing about it before. A second wish takes the place of the first.
 */
export function snooze(
  preferences: ReminderPreferences,
  { thing, step }: Pick<Reminder, 'thing' | 'step'>,
  to: SnoozeChoice | { at: string },
  rules: WishRules,
): Changed {
  const { sends } = rules.policy
  if (typeof to === 'object' && (to.at < sends.from || to.at >= sends.until)) {
    return { problem: `Reminders are sent from ${sends.from} to ${sends.until}. Please give a time between these.` }
  }
  const until = snoozedTo(to, rules)
  if (until === undefined) return { problem: 'No working day was found. Please choose another day.' }
  const name = nameOf(thing)
  const others = stillKept(preferences, localDay(rules.now)).snoozed.filter((one) => one.thing !== name)
  if (others.length >= mostThings)
    return { problem: 'Too many reminders are put off already. You can pause them all instead.' }
  return { preferences: { ...preferences, snoozed: [...others, { thing: name, step: plainStep(step), until }] } }
}

function snoozedTo(to: SnoozeChoice | { at: string }, { now, policy, workingDays }: WishRules): string | undefined {
  const today = localDay(now)
  const time = typeof to === 'object' ? to.at : policy.hours.reminders
  const from =
    typeof to === 'object'
      ? today.add({ days: localTime(now) < to.at ? 0 : 1 })
      : today.add({ days: daysTo[to](today) })
  const day = nextFreeWorkingDay(from, workingDays)
  return day && `${day}T${time}`
}

const daysTo: Record<SnoozeChoice, (today: Temporal.PlainDate) => number> = {
  tomorrow: () => 1,
  'three-days': () => 3,
  'next-week': (today) => 8 - today.dayOfWeek,
}

/** Pauses everything until a day, on which it goes on by itself with what is still true then. */
export function pauseUntil(
  preferences: ReminderPreferences,
  day: Temporal.PlainDate,
  { now, policy }: WishRules,
): Changed {
  const days = localDay(now).until(day).days
  if (days < 1) return { problem: 'Please give a day that is still to come.' }
  if (days > policy.pauseDays) {
    return { problem: `Reminders can be paused for ${policy.pauseDays} days at most. Please give an earlier day.` }
  }
  return { preferences: { ...preferences, pausedUntil: IsoDate.parse(day.toString()) } }
}

/** Ends a pause. */
export function goOn({ pausedUntil: _, ...rest }: ReminderPreferences): ReminderPreferences {
  return rest
}

/**
 * No more reminders of a window, to the person who says so; those of others go on. `ends` is the window's last day. The
 * caller takes the reason to their line manager.
 */
export function notThisWindow(
  preferences: ReminderPreferences,
  thing: ReminderThing,
  { reason, ends }: { reason: string; ends: string },
): Changed {
  const said = reason.trim()
  if (thing.what !== 'window-closing')
    return { problem: 'Only supervision has windows. You can put this reminder off instead.' }
  if (said === '') return { problem: 'Please say why. Your line manager will see the reason.' }
  if (said.length > reasonCharacters) {
    return { problem: `The reason has ${said.length} characters; the most is ${reasonCharacters}. Please shorten it.` }
  }
  const others = preferences.notThisWindow.filter((one) => one.thing !== nameOf(thing))
  if (others.length >= mostThings)
    return { problem: 'Too many windows are left out already. You can pause reminders instead.' }
  const added = { thing: nameOf(thing), reason: said, ends: IsoDate.parse(ends) }
  return { preferences: { ...preferences, notThisWindow: [...others, added] } }
}

/** Stops reminders of a kind, where the policy lets people. */
export function stop(
  preferences: ReminderPreferences,
  what: ReminderWhat,
  { mandatory }: Pick<ReminderPolicy, 'mandatory'>,
): Changed {
  if (mandatory.includes(what)) return { problem: whyNotStopped(what) }
  return { preferences: { ...preferences, stopped: [...new Set([...preferences.stopped, what])] } }
}

/** Begins reminders of a kind again. */
export function beginAgain(preferences: ReminderPreferences, what: ReminderWhat): ReminderPreferences {
  return { ...preferences, stopped: preferences.stopped.filter((one) => one !== what) }
}

/** The preferences without what ended by itself: for keeping them short. It changes nothing that anybody is sent. */
export function stillKept(preferences: ReminderPreferences, today: Temporal.PlainDate): ReminderPreferences {
  const day = today.toString()
  const keptFrom = today.subtract({ days: daysKept }).toString()
  const { pausedUntil, ...rest } = preferences
  return {
    ...rest,
    ...(pausedUntil !== undefined && day < pausedUntil ? { pausedUntil } : {}),
    snoozed: preferences.snoozed.filter(({ until }) => keptFrom <= until),
    notThisWindow: preferences.notThisWindow.filter(({ ends }) => day <= ends),
  }
}

/** The step of what was put off: another one than before, because the step itself was sent then. */
export function stepAfter(step: string, until: string): string {
  return `${step}+${until}`
}

/** A step without what it was put off to. */
export function plainStep(step: string): string {
  return step.split('+')[0] ?? step
}

/** What a person's preferences do to one reminder on a day. */
export type Wished =
  | { wish: 'none' }
  | { wish: 'stopped' | 'not-this-window' }
  | { wish: 'paused'; until: Temporal.PlainDate }
  /** It was put off to a later day. */
  | { wish: 'snoozed'; until: Temporal.PlainDate }
  /** At this step it had been put off to this moment, of today or before. */
  | { wish: 'was-snoozed'; step: string; until: string; at: Temporal.Instant }

/** How a person's preferences bear on a reminder. What the policy makes mandatory is not stopped, also where it once could be. */
export function wishOf(
  preferences: ReminderPreferences,
  thing: ReminderThing,
  day: string,
  { mandatory }: Pick<ReminderPolicy, 'mandatory'>,
): Wished {
  if (preferences === noPreferences) return { wish: 'none' }
  const { stopped, notThisWindow: leftOut, pausedUntil, snoozed } = preferences
  if (stopped.includes(thing.what) && !mandatory.includes(thing.what)) return { wish: 'stopped' }
  const name = nameOf(thing)
  if (leftOut.some((one) => one.thing === name)) return { wish: 'not-this-window' }
  if (pausedUntil !== undefined && day < pausedUntil) {
    return { wish: 'paused', until: Temporal.PlainDate.from(pausedUntil) }
  }
  const put = snoozed.find((one) => one.thing === name)
  if (put === undefined) return { wish: 'none' }
  const [on = '', time = ''] = put.until.split('T')
  const until = Temporal.PlainDate.from(on)
  return day < on
    ? { wish: 'snoozed', until }
    : { wish: 'was-snoozed', step: put.step, until: put.until, at: localMoment(until, time) }
}
