import type { Temporal } from 'temporal-polyfill'
import type { Booking } from '../../domain/booking.ts'
import type { StaffCode } from '../../domain/ids.ts'
import { digestOf } from '../../domain/reminders/digest.ts'
import type { OverdueRow } from '../../domain/reminders/overdue.ts'
import type { Reminder, ReminderThing } from '../../domain/reminders/reminder.ts'
import type { ReminderFacts } from '../../domain/reminders/reminder-facts.ts'
import type { ReminderRound } from '../../domain/reminders/reminder-round.ts'
import { weeklyOf } from '../../domain/reminders/weekly.ts'
import { day } from './days.ts'
import { asLondon } from './reminders.ts'

/** A message as a few lines that a person can read: who gets it, what, when and why. Not what the cards say. */
export function inLetters(
  at: Temporal.Instant,
  reminders: readonly Reminder[],
  round: ReminderRound,
  facts: readonly ReminderFacts[],
): string[] {
  const [first] = reminders
  if (first === undefined) return []
  const nameOf = (code: StaffCode) => round.office.people.get(code)?.name ?? code
  const head = `  ${asLondon(at).slice(11)} ${nameOf(first.to)}`
  const body = bodyOf(first, reminders, round, facts, nameOf)
  return body.length === 1
    ? [`${head}: ${body[0]}`]
    : [`${head}: ${body[0]}`, ...body.slice(1).map((line) => `      ${line}`)]
}

type NameOf = (code: StaffCode) => string

function bodyOf(
  first: Reminder,
  reminders: readonly Reminder[],
  round: ReminderRound,
  facts: readonly ReminderFacts[],
  nameOf: NameOf,
): string[] {
  if (first.thing.what === 'digest') {
    const managers = reminders.flatMap(({ thing }) => (thing.what === 'digest' ? [thing.manager] : []))
    const { teams, people, things } = digestOf(first.to, managers, facts, [], round)
    const rows = teams.flatMap((team) =>
      team.people.map(({ person, isAway, rows }) => {
        const whose = team.coveredFor ? ` (for ${nameOf(team.manager)})` : ''
        return `${person.name}${whose}${isAway ? ', away' : ''}: ${rowsInWords(rows)}`
      }),
    )
    return [`overdue: ${count(things, 'thing')} of ${count(people, 'person', 'people')}`, ...rows]
  }
  if (first.thing.what === 'weekly') {
    const { lines } = weeklyOf(facts, round)
    const each = lines.map(
      ({ manager, people, things, longestWorkingDays }) =>
        `${manager === undefined ? 'nobody’s staff' : nameOf(manager)}: ${count(things, 'thing')} of ${count(people, 'person', 'people')}, longest ${longestWorkingDays} working days`,
    )
    return ['the week: overdue for 10 working days or more', ...each]
  }
  return together(reminders, round, facts, nameOf)
}

/** Windows of one person that close on one day are said in one line. */
function together(
  reminders: readonly Reminder[],
  round: ReminderRound,
  facts: readonly ReminderFacts[],
  nameOf: NameOf,
): string[] {
  const lines = new Map<string, string[]>()
  for (const { to, thing, step } of reminders) {
    const whose = 'person' in thing && thing.person !== to ? `${nameOf(thing.person)}, ` : ''
    const [what, rest] = inWords(thing, round, facts)
    const again = step.includes('+') ? ' (put off before)' : ''
    const key = `${whose}|${rest}${again}`
    lines.set(key, [...(lines.get(key) ?? []), what])
  }
  return [...lines].map(([key, whats]) => {
    const [whose = '', rest = ''] = key.split('|')
    return `${whose}${whats.join(', ')} ${rest}`
  })
}

function inWords(
  thing: ReminderThing,
  round: ReminderRound,
  facts: readonly ReminderFacts[],
): [what: string, rest: string] {
  const left = (due: string) => {
    const days = round.today.until(due).days
    if (days < 0) return `was due on ${shortDay(due)}`
    return days === 0 ? 'due today' : `due on ${shortDay(due)}, ${count(days, 'day')} left`
  }
  const own = facts.find(({ person }) => 'person' in thing && person.staffCode === thing.person)
  switch (thing.what) {
    case 'window-closing': {
      const open = own && round.standingsOf(own).find(({ kind }) => kind === thing.kind)?.open
      return [thing.kind, `not booked, ${left(open?.window.to ?? '')}`]
    }
    case 'session-today': {
      const booking: Booking | undefined = own?.bookings.find(({ id }) => id === thing.booking)
      return [`session (${booking?.kinds.join(', ')})`, `today at ${booking?.at.toString({ smallestUnit: 'minute' })}`]
    }
    case 'action-due':
      return ['action', left(thing.due)]
    case 'team-action-due':
      return ['team action', left(thing.due)]
    case 'touch-point':
      return [
        'first discussion of a new case',
        left(own?.touchPoints.find(({ allocation }) => allocation === thing.allocation)?.on ?? ''),
      ]
    case 'review-due':
      return [`${thing.review} review`, left(thing.due)]
    default:
      return [thing.what, '']
  }
}

/** Rows of the same days are said together. */
function rowsInWords(rows: readonly OverdueRow[]): string {
  const said = new Map<string, string[]>()
  for (const row of rows) {
    const [what, rest] = rowInWords(row)
    const key = `${rest}, ${row.workingDays} working days`
    said.set(key, [...(said.get(key) ?? []), what])
  }
  return [...said].map(([rest, whats]) => `${whats.join(', ')}${rest}`).join('; ')
}

function rowInWords(row: OverdueRow): [what: string, rest: string] {
  switch (row.what) {
    case 'supervision': {
      const next = row.bookedOn === undefined ? '' : ` (booked for ${shortDay(row.bookedOn)})`
      return [row.kind, ` of ${shortDay(row.from)} to ${shortDay(row.dueOn)}${next}`]
    }
    case 'review':
      return [`${row.review} review`, '']
    case 'touch-point':
      return ['first discussion of a new case', '']
    case 'action':
      return ['action', '']
  }
}

const count = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`
const shortDay = (text: string) => day(text).toLocaleString('en-GB', { day: 'numeric', month: 'long' })

/** “Thursday 17 December 2026”. */
export function longDay(date: Temporal.PlainDate): string {
  return date
    .toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
    .replace(',', '')
}
