import { Temporal } from 'temporal-polyfill'
import { asMessages } from '../../domain/reminders/one-message.ts'
import { keyOf, type Reminder } from '../../domain/reminders/reminder.ts'
import { type ReminderRound, reminderRound } from '../../domain/reminders/reminder-round.ts'
import { managersReminders, remindersDue } from '../../domain/reminders/reminders-due.ts'
import { factsNeeded, stillTrue } from '../../domain/reminders/still-true.ts'
import { addOverdue, nothingOverdue } from '../../domain/reminders/to-managers.ts'
import { day } from './days.ts'
import { inLetters, longDay } from './reminder-letters.ts'
import { down, inDialog } from './reminder-year-script.ts'
import { TeamYear } from './reminder-year-team.ts'
import { asLondon, london, rules } from './reminders.ts'

type Sent = { at: Temporal.Instant; reminders: readonly Reminder[]; round: ReminderRound }

/** A year of days, swept, decided and sent as the service would, and what people did about it; as a text to be read. */
export function reminderYear(from: string, to: string): { text: string; sent: Sent[]; team: TeamYear } {
  const life = new TeamYear()
  const waiting = new Map<string, Reminder>()
  const known = new Set<string>()
  const all: Sent[] = []
  const lines: string[] = []

  for (let today = day(from); today.toString() <= to; today = today.add({ days: 1 })) {
    const said: string[] = []
    const begins = upFrom(london(`${today} 06:00`))
    const isUp = asLondon(begins).startsWith(today.toString())
    life.morningOf(today)
    if (isUp) {
      for (const reminder of sweep(life, begins)) {
        const key = keyOf(reminder)
        if (!known.has(key)) waiting.set(key, reminder)
        known.add(key)
      }
      const sent = drain(life, today, begins, waiting, said)
      for (const one of sent) said.push(...inLetters(one.at, one.reminders, one.round, life.facts()))
      all.push(...sent)
      said.push(
        ...life.afternoonOf(
          today,
          sent.flatMap(({ reminders }) => reminders),
        ),
      )
    } else said.push('  (the service is down all day)')
    if (isUp && asLondon(begins) !== `${today} 06:00`)
      said.unshift(`  (the service is up again at ${asLondon(begins).slice(11)})`)
    if (said.length > 0) lines.push(longDay(today), ...said, '')
  }
  return { text: `${lines.join('\n')}`, sent: all, team: life }
}

function sweep(life: TeamYear, now: Temporal.Instant): Reminder[] {
  const round = reminderRound(now, life.office(), rules)
  const longest = nothingOverdue()
  const facts = life.facts()
  for (const one of facts) addOverdue(longest, one, round)
  return [
    ...facts.flatMap((one) => remindersDue(one, round)),
    ...managersReminders(longest, life.office().people.values(), round),
  ]
}

/** Sends what falls due on a day, in order. */
function drain(
  life: TeamYear,
  today: Temporal.PlainDate,
  begins: Temporal.Instant,
  waiting: Map<string, Reminder>,
  said: string[],
): Sent[] {
  const sent: Sent[] = []
  const midnight = london(`${today.add({ days: 1 })} 00:00`)
  for (;;) {
    const next = [...waiting.values()].map(({ dueAt }) => latest(dueAt, begins)).sort(Temporal.Instant.compare)[0]
    if (next === undefined || Temporal.Instant.compare(next, midnight) >= 0) return sent
    const now = upFrom(next)
    if (Temporal.Instant.compare(now, midnight) >= 0) return sent
    const round = reminderRound(now, life.office(), rules)
    const toSend = new Map<string, Reminder[]>()
    for (const [key, reminder] of waiting) {
      if (Temporal.Instant.compare(latest(reminder.dueAt, begins), next) > 0) continue
      const { code, of } = factsNeeded(reminder.thing)
      const facts = life.facts().filter(({ person }) => {
        if (of === 'pdu') return true
        return of === 'staff' ? person.managerStaffCode === code : person.staffCode === code
      })
      const name = life.office().people.get(reminder.to)?.name ?? ''
      const decided = stillTrue(reminder, facts, round, midDialog(name, now))
      waiting.delete(key)
      if (decided.decision === 'later') {
        waiting.set(key, { ...reminder, dueAt: decided.at })
        said.push(`  (${name}: ${reminder.thing.what} waits until ${asLondon(decided.at)}, ${decided.why})`)
      } else if (decided.decision === 'drop') {
        said.push(`  (${name}: ${reminder.thing.what} is dropped, ${decided.why})`)
      } else toSend.set(reminder.to, [...(toSend.get(reminder.to) ?? []), reminder])
    }
    for (const theirs of toSend.values()) {
      for (const reminders of asMessages(theirs)) sent.push({ at: now, reminders, round })
    }
  }
}

function midDialog(name: string, now: Temporal.Instant): Temporal.Instant | undefined {
  const found = inDialog.find(({ who, from, until }) => who === name && asLondon(now) >= from && asLondon(now) < until)
  return found && london(found.from)
}

/** The first moment from one on at which the service runs. */
function upFrom(at: Temporal.Instant): Temporal.Instant {
  const found = down.find(([from, until]) => asLondon(at) >= from && asLondon(at) < until)
  return found === undefined ? at : london(found[1])
}

const latest = (one: Temporal.Instant, other: Temporal.Instant) =>
  Temporal.Instant.compare(one, other) < 0 ? other : one
