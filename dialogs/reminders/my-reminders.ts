import { Temporal } from 'temporal-polyfill'
import { myRemindersCard } from '../../cards/reminders/my-reminders-card.ts'
import { saidOfRemindersCard } from '../../cards/reminders/said-card.ts'
import { dayInWords } from '../../cards/words.ts'
import { beginAgain, goOn, pauseUntil, stop } from '../../domain/reminders/reminder-preferences.ts'
import { ReminderWhat, reminderInWords } from '../../domain/reminders/reminder-what.ts'
import { saidOfReminders } from '../../domain/reminders/said-of-reminders.ts'
import { isInPost } from '../../domain/staff.ts'
import { myPdu, myTeam } from '../my-team.ts'
import type { Desk, Reply, Turn } from '../turn.ts'
import { keepWish } from './keep-wish.ts'
import { reminderFactsOf } from './reminder-facts-of.ts'
import { titlesOf } from './reminder-now.ts'
import { reminderRules, roundNow } from './round-now.ts'
import { withoutHiddenCases } from './without-hidden-cases.ts'

/** So many days ahead it is said what somebody will be reminded of, and so many reminders at most. */
const days = 30
const most = 40
const mostEntries = 1000

/** What this person will be reminded of as things stand, and what they said about it. */
export async function showMyReminders(turn: Turn, desk: Desk): Promise<Reply> {
  const me = turn.person
  const pdu = me.grade === 'HoPDU' ? await myPdu(turn, desk) : []
  const all = [me, ...(await myTeam(turn, desk)), ...pdu].filter((person) => isInPost(person, turn.today.toString()))
  const people = [...new Map(all.map((person) => [person.staffCode, person])).values()]
  const [facts, { office }, kept, said] = await Promise.all([
    reminderFactsOf(people, turn.today, desk),
    roundNow(people, turn.now, desk),
    desk.outbox.ofPerson(me.staffCode, mostEntries),
    desk.reminderPreferences.of(me.staffCode),
  ])
  const sent = new Set(kept.filter(({ attempts }) => attempts > 0).map(({ key }) => key))
  const coming = saidOfReminders(
    { person: me.staffCode, now: turn.now, office, facts: await withoutHiddenCases(me, facts, desk), sent, days, most },
    reminderRules(desk),
  )
  const names = new Map(people.map(({ staffCode, name }) => [staffCode, name]))
  const rows = coming.map(({ dueAt, thing, step }) => {
    const isOthers = 'person' in thing && thing.person !== me.staffCode
    return {
      at: dueAt,
      title: titlesOf([{ thing, step }], desk).join(', '),
      ...(isOthers ? { name: names.get(thing.person) ?? thing.person } : {}),
    }
  })
  const message = myRemindersCard({
    coming: rows,
    days,
    preferences: said.preferences,
    today: turn.today,
    canStop: ReminderWhat.options.filter((what) => !desk.reminderPolicy.mandatory.includes(what)),
  })
  return { message }
}

/** Stops reminders of a kind where the policy lets people, or says why it does not. */
export async function stopReminders(what: ReminderWhat, turn: Turn, desk: Desk): Promise<Reply> {
  const change = (before: Parameters<typeof stop>[0]) => stop(before, what, desk.reminderPolicy)
  const kept = await keepWish({ detail: `stopped ${what}`, change }, turn, desk)
  if ('problem' in kept) return { message: { text: kept.problem } }
  return { message: saidOfRemindersCard({ said: 'stopped', what }) }
}

/** Begins reminders of a kind again. */
export async function beginReminders(what: ReminderWhat, turn: Turn, desk: Desk): Promise<Reply> {
  await keepWish(
    { detail: `begun-again ${what}`, change: (before) => ({ preferences: beginAgain(before, what) }) },
    turn,
    desk,
  )
  return { message: saidOfRemindersCard({ said: 'begun-again', what }) }
}

/** Pauses everything until a day. */
export async function pauseReminders(until: Temporal.PlainDate, turn: Turn, desk: Desk): Promise<Reply> {
  const rules = { now: turn.now, policy: desk.reminderPolicy, workingDays: desk.workingDays }
  const kept = await keepWish({ detail: 'paused', change: (before) => pauseUntil(before, until, rules) }, turn, desk)
  if ('problem' in kept) return { message: { text: kept.problem } }
  return {
    message: {
      text: `Your reminders are paused until ${dayInWords(until)}. Then they go on by themselves, with what is still to be done. To go on sooner, say “carry on reminding me”.`,
    },
  }
}

/** Ends a pause, and says what stays stopped. */
export async function carryOn(turn: Turn, desk: Desk): Promise<Reply> {
  const { preferences } = await desk.reminderPreferences.of(turn.person.staffCode)
  const paused =
    preferences.pausedUntil !== undefined &&
    Temporal.PlainDate.compare(turn.today, Temporal.PlainDate.from(preferences.pausedUntil)) < 0
  await keepWish({ detail: 'gone-on', change: (before) => ({ preferences: goOn(before) }) }, turn, desk)
  const start = paused ? 'I remind you again from now on.' : 'Your reminders were not paused.'
  const stopped = preferences.stopped.filter((what) => !desk.reminderPolicy.mandatory.includes(what))
  const rest = stopped.map(
    (what) =>
      ` You stopped those of ${reminderInWords(what)}: to have them, say “remind me again of ${reminderInWords(what)}”.`,
  )
  return { message: { text: `${start}${rest.join('')}` } }
}
