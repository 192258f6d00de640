import { Temporal } from 'temporal-polyfill'
import { remindersCard } from '../../cards/reminders/reminders-card.ts'
import { type SaidOfReminders, saidOfRemindersCard } from '../../cards/reminders/said-card.ts'
import { ReminderName } from '../../domain/ids.ts'
import type { Notice } from '../../domain/ports.ts'
import { localMoment } from '../../domain/reminders/local-moment.ts'
import { entryOf, nameOf } from '../../domain/reminders/reminder.ts'
import type { SnoozeChoice } from '../../domain/reminders/reminder-policy.ts'
import {
  type Changed,
  notThisWindow,
  type ReminderPreferences,
  snooze,
  stepAfter,
} from '../../domain/reminders/reminder-preferences.ts'
import type { ReminderStep } from '../../domain/reminders/reminders-named.ts'
import { myManagers } from '../my-team.ts'
import { type Desk, type Reply, refuse, type Turn } from '../turn.ts'
import { keepWish } from './keep-wish.ts'
import { shows } from './message-of-reminders.ts'
import { type ReminderNow, reminderNow, titleOfRow } from './reminder-now.ts'

type Open = Extract<ReminderNow, { stands: 'open' }>

const notAnswered =
  'The case services could not be asked, so I cannot say whether this is still to be done. Nothing was changed. Please try again in a few minutes.'
const notTheirs = 'I find no such reminder among those that were sent to you, so I have done nothing.'

/** The reminder alone, with the ways to put it off. */
export async function showOptions(steps: readonly ReminderStep[], turn: Turn, desk: Desk): Promise<Reply> {
  const found = await reminderNow(steps, turn, desk)
  return found.stands === 'open' ? optionsReply(found, turn, desk) : overReply(found, turn)
}

/** Puts reminders that go together off. The same press again changes nothing more. */
export async function putOff(
  steps: readonly ReminderStep[],
  to: SnoozeChoice | { at: string },
  turn: Turn,
  desk: Desk,
): Promise<Reply> {
  const found = await reminderNow(steps, turn, desk)
  if (found.stands !== 'open') return overReply(found, turn)
  const { reminders } = found.row
  if (reminders.some(({ thing }) => thing.what === 'session-today')) {
    return { message: { text: 'A session of today cannot be put off by a reminder. You can move it, or cancel it.' } }
  }
  const rules = { now: turn.now, policy: desk.reminderPolicy, workingDays: desk.workingDays }
  const change = (before: ReminderPreferences): Changed => {
    let changed: Changed = { preferences: before }
    for (const reminder of reminders) {
      if ('preferences' in changed) changed = snooze(changed.preferences, reminder, to, rules)
    }
    return changed
  }
  const untilIn = (preferences: ReminderPreferences) => {
    const name = reminders[0] && nameOf(reminders[0].thing)
    return preferences.snoozed.find(({ thing }) => thing === name)?.until ?? ''
  }
  // The nightly sweep makes the same entries on their day; one of today it would come too late for.
  const entriesFor = (preferences: ReminderPreferences) => {
    const [day = '', time = ''] = untilIn(preferences).split('T')
    const dueAt = localMoment(Temporal.PlainDate.from(day), time)
    return reminders.map(({ thing, step }) =>
      entryOf({ to: turn.person.staffCode, thing, step: stepAfter(step, `${day}T${time}`), dueAt }),
    )
  }
  const then = (preferences: ReminderPreferences) => ({ entries: entriesFor(preferences) })
  const kept = await keepWish({ detail: 'put-off', change, then }, turn, desk)
  if ('problem' in kept) return optionsReply(found, turn, desk, { problems: [kept.problem] })
  return saidReply(found, { said: 'put-off', ...whatOf(found, desk), until: untilIn(kept.preferences) })
}

/** No more reminders of one's own windows, for a reason that goes to the line manager. */
export async function leaveOut(steps: readonly ReminderStep[], reason: string, turn: Turn, desk: Desk): Promise<Reply> {
  const found = await reminderNow(steps, turn, desk)
  if (found.stands !== 'open') return overReply(found, turn)
  const { person, reminders, toDo } = found.row
  const me = turn.person.staffCode
  // Each of them, for a button may name several.
  const isOwn = reminders.every(({ thing }) => thing.what === 'window-closing' && thing.person === me)
  if (!isOwn || toDo.what !== 'window-closing') {
    const says =
      'Only the person whose supervision it is can leave a window out. You can put the reminder off instead. Nothing was changed.'
    return refuse(turn, 'reminder', says, { subject: person })
  }
  const ends = toDo.closesOn.toString()
  const change = (before: ReminderPreferences): Changed => {
    let changed: Changed = { preferences: before }
    for (const { thing } of reminders) {
      if ('preferences' in changed) changed = notThisWindow(changed.preferences, thing, { reason, ends })
    }
    return changed
  }
  const managers = await myManagers(turn, desk)
  const about = reminders[0] && ReminderName.safeParse(nameOf(reminders[0].thing)).data
  const then = (_: unknown, version: number) => ({
    notices: managers.flatMap(({ staffCode: to }): Notice[] =>
      about === undefined
        ? []
        : [{ id: `window-left-out:${person}:${version}:${to}`, to, about, what: 'window-left-out' }],
    ),
  })
  const kept = await keepWish({ detail: 'window-left-out', change, then }, turn, desk)
  if ('problem' in kept) return optionsReply(found, turn, desk, { problems: [kept.problem], reason })
  const reached = await Promise.all(kept.notices.map((notice) => desk.reach(notice)))
  const told = managers.length === 0 ? 'nobody' : reached.every((one) => one === 'reached') ? 'told' : 'not-reached'
  return saidReply(found, { said: 'left-out', ...whatOf(found, desk), reason: reason.trim(), told })
}

function optionsReply(
  { row, round }: Open,
  turn: Turn,
  desk: Desk,
  rest: { problems?: readonly string[]; reason?: string } = {},
): Reply {
  const message = remindersCard({
    rows: [row],
    today: turn.today,
    policy: desk.policy,
    reminders: round.policy,
    ...rest,
  })
  return { message, ...shows(row.reminders) }
}

function saidReply({ row }: Open, said: SaidOfReminders): Reply {
  return { message: saidOfRemindersCard(said), ...shows(row.reminders), final: true }
}

function overReply(found: Exclude<ReminderNow, Open>, turn: Turn): Reply {
  switch (found.stands) {
    case 'over':
      return { message: saidOfRemindersCard(found.said) }
    case 'not-theirs':
      return refuse(turn, 'reminder', notTheirs)
    case 'not-answered':
      return { message: { text: notAnswered } }
  }
}

function whatOf({ row }: Open, desk: Desk): { titles: string[]; name?: string } {
  return { titles: [titleOfRow(row, desk)], ...(row.name === undefined ? {} : { name: row.name }) }
}
