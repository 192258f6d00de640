import { Temporal } from 'temporal-polyfill'
import type { ReminderRow, ToDo } from '../../cards/reminders/reminder-row.ts'
import { includes } from '../../domain/absence.ts'
import type { Allocation } from '../../domain/allocation/allocation.ts'
import { mayBookKind } from '../../domain/booking.ts'
import { type Crn, type StaffCode, TeamActionId } from '../../domain/ids.ts'
import type { ReminderThing } from '../../domain/reminders/reminder.ts'
import type { ReminderFacts } from '../../domain/reminders/reminder-facts.ts'
import type { ReminderRound } from '../../domain/reminders/reminder-round.ts'
import type { ReminderStep } from '../../domain/reminders/reminders-named.ts'
import { ReviewId } from '../../domain/reviews/review.ts'
import { reviewsListed } from '../../domain/reviews/reviews-listed.ts'
import { reviewsOf } from '../../domain/reviews/reviews-of.ts'
import { mayLogKind, pairFor } from '../../domain/rights.ts'
import type { Person } from '../../domain/staff.ts'
import type { KindId } from '../../domain/supervision-kind.ts'
import { casesReviewed, reviewDay } from '../reviews/cases-reviewed.ts'
import { actionsShown, sightsOf } from '../shown-to.ts'
import type { TellingDesk } from '../telling.ts'

/** A reminder of something that one person has to do. */
export type PersonalStep = ReminderStep & { thing: Exclude<ReminderThing, { what: 'digest' | 'weekly' }> }

/** What becomes of reminders that are about to be shown: rows, nothing because there is nothing left, or not now. */
export type Rows<Step extends ReminderStep> = {
  rows: (ReminderRow & { reminders: readonly Step[] })[]
  settled: Step[]
  /** The case services did not say whether these still hold. */
  notAnswered: Step[]
}

type Found = { toDo: ToDo; with?: string } | 'settled' | 'not-answered'

/**
 * Reminders to one person as the rows of a card, in the order given; windows of one person that close on one day are one
 * row. Reviews are read from the case services now, and no case is named that the reader may not see.
 */
export async function rowsOfReminders<Step extends PersonalStep>(
  to: Person,
  reminders: readonly Step[],
  facts: readonly ReminderFacts[],
  round: ReminderRound,
  desk: TellingDesk,
): Promise<Rows<Step>> {
  const found: Rows<Step> = { rows: [], settled: [], notAnswered: [] }
  const rows = new Map<string, ReminderRow & { reminders: Step[] }>()
  for (const reminder of reminders) {
    const { thing } = reminder
    const own = facts.find(({ person }) => person.staffCode === thing.person)
    const what = own === undefined ? 'settled' : await toDoOf(thing, to, own, round, desk)
    if (what === 'settled') found.settled.push(reminder)
    else if (what === 'not-answered') found.notAnswered.push(reminder)
    else {
      const key = what.with ?? JSON.stringify(thing)
      const known = rows.get(key)
      rows.set(
        key,
        known === undefined ? newRow(reminder, what.toDo, to, own?.person) : joined(known, reminder, what.toDo),
      )
    }
  }
  found.rows.push(...rows.values())
  return found
}

function newRow<Step extends PersonalStep>(
  reminder: Step,
  toDo: ToDo,
  to: Person,
  person: Person | undefined,
): ReminderRow & { reminders: Step[] } {
  const { person: whose } = reminder.thing
  const isOthers = whose !== to.staffCode && toDo.what !== 'session-today'
  return {
    reminders: [reminder],
    person: whose,
    ...(isOthers ? { name: person?.name ?? whose } : {}),
    ...(isOthers && person?.managerStaffCode !== to.staffCode ? { covers: true } : {}),
    toDo,
  }
}

function joined<Step extends PersonalStep>(
  row: ReminderRow & { reminders: Step[] },
  reminder: Step,
  toDo: ToDo,
): ReminderRow & { reminders: Step[] } {
  const reminders = [...row.reminders, reminder]
  if (row.toDo.what !== 'window-closing' || toDo.what !== 'window-closing') return { ...row, reminders }
  return {
    ...row,
    reminders,
    toDo: {
      ...row.toDo,
      kinds: [...row.toDo.kinds, ...toDo.kinds],
      mayBook: row.toDo.mayBook && toDo.mayBook,
      mayLog: row.toDo.mayLog && toDo.mayLog,
    },
  }
}

async function toDoOf(
  thing: PersonalStep['thing'],
  to: Person,
  facts: ReminderFacts,
  round: ReminderRound,
  desk: TellingDesk,
): Promise<Found> {
  switch (thing.what) {
    case 'window-closing': {
      const open = round.standingsOf(facts).find(({ kind }) => kind === thing.kind)?.open
      if (open === undefined || open.window.from !== thing.window) return 'settled'
      if (open.state !== 'due' && open.state !== 'due-soon') return 'settled'
      const closesOn = Temporal.PlainDate.from(open.window.to)
      const toConfirm = open.toConfirm !== undefined
      const may = jobsFor(to, facts.person, thing.kind, round, desk)
      const toDo: ToDo = { what: thing.what, kinds: [thing.kind], closesOn, toConfirm, ...may }
      return { toDo, with: [thing.person, closesOn, toConfirm, may.mayBook, may.mayLog].join(' ') }
    }
    case 'session-today': {
      const booking = facts.bookings.find(({ id }) => id === thing.booking)
      if (booking === undefined) return 'settled'
      const other = booking.practitioner === to.staffCode ? booking.supervisor : booking.practitioner
      return { toDo: { what: thing.what, booking, otherName: await nameOf(other, round, desk) } }
    }
    case 'action-due': {
      const action = facts.actions.find(({ id }) => id === thing.action)
      if (action === undefined) return 'settled'
      const shown = await actionsShown([action], to.staffCode, desk)
      return {
        toDo: { what: thing.what, action: shown(action), askerName: await nameOf(action.askedBy, round, desk) },
      }
    }
    case 'team-action-due': {
      const id = TeamActionId.safeParse(thing.teamAction).data
      const action = id && (await desk.teamActions.byId(id))
      if (action === undefined || !facts.teamActions.some((left) => left.id === id)) return 'settled'
      return { toDo: { what: thing.what, action, askerName: await nameOf(action.askedBy, round, desk) } }
    }
    case 'touch-point': {
      const left = facts.touchPoints.find(({ allocation }) => allocation === thing.allocation)
      const allocation = left && (await desk.allocations.byId(left.allocation))
      if (left === undefined || allocation === undefined) return 'settled'
      if (await isOver(allocation, to, round, desk)) return 'settled'
      const { restricted, notAnswered } = await sightsOf([allocation.crn], to.staffCode, desk)
      const hidden = restricted.length + notAnswered.length > 0
      const dueOn = Temporal.PlainDate.from(left.on)
      return { toDo: { what: thing.what, dueOn, ...(hidden ? {} : { crn: allocation.crn }) } }
    }
    case 'review-due':
      return reviewsToDo(thing, to, facts, round, desk)
  }
}

/** Whether the case services say now that a first discussion was held, or that the case is none to discuss. */
async function isOver(
  { crn, to: holder }: Pick<Allocation, 'crn' | 'to'>,
  to: Person,
  { today }: ReminderRound,
  desk: TellingDesk,
): Promise<boolean> {
  const read = await casesReviewed(holder, [crn], { staffCode: to.staffCode }, today, desk)
  const [one] = read === 'not-answered' ? [] : read.cases
  if (one?.sight !== 'open') return false
  if (one.leftOut !== undefined) return true
  return reviewsOf(one.facts, reviewDay(today, desk)).some(
    ({ kind, state }) => kind === 'touch-point' && state === 'done',
  )
}

/** The reviews of one kind and last day that still hold, as the case services say now. */
async function reviewsToDo(
  { review, due }: Extract<ReminderThing, { what: 'review-due' }>,
  to: Person,
  facts: ReminderFacts,
  { today }: ReminderRound,
  desk: TellingDesk,
): Promise<Found> {
  const kind = ReviewId.safeParse(review).data
  const crns = facts.reviews.flatMap(({ kind: of, dueOn, crn }) => (of === review && dueOn === due && crn ? [crn] : []))
  if (kind === undefined || crns.length === 0) return 'settled'
  const read = await casesReviewed(facts.person.staffCode, crns, { staffCode: to.staffCode }, today, desk)
  if (read === 'not-answered') return 'not-answered'
  const own = to.staffCode === facts.person.staffCode
  const isListed = ({ dueOn }: { dueOn: Temporal.PlainDate }) => dueOn.toString() === due
  const listed = reviewsListed(read.cases, read.answers, reviewDay(today, desk), { kind, own, isListed })
  const shown: Crn[] = listed.reviews.map(({ crn }) => crn)
  if (shown.length === 0) return listed.unchecked ? 'not-answered' : 'settled'
  return { toDo: { what: 'review-due', review: kind, dueOn: Temporal.PlainDate.from(due), crns: shown } }
}

/** Whether the reader may book and log this kind, with the other of the two who would hold it. */
function jobsFor(
  to: Person,
  subject: Person,
  kind: KindId,
  round: ReminderRound,
  desk: Pick<TellingDesk, 'policy'>,
): { mayBook: boolean; mayLog: boolean } {
  const { covers, people } = round.office
  const manager = subject.managerStaffCode
  const standing = covers.filter((cover) => cover.manager === manager).map(({ by }) => by)
  const others =
    to.staffCode === subject.staffCode
      ? [manager, ...standing].flatMap((code) => (code && people.get(code)) ?? [])
      : [subject]
  const inForce = covers.filter((cover) => includes(cover, round.today))
  const pairs = others
    .flatMap((other) => pairFor(to, other, round.day, inForce) ?? [])
    .filter(({ practitioner }) => practitioner.staffCode === subject.staffCode)
  return {
    mayBook: pairs.some((pair) => mayBookKind(desk.policy, pair, kind)),
    mayLog: pairs.some((pair) => mayLogKind(desk.policy, pair, kind)),
  }
}

async function nameOf(code: StaffCode, round: ReminderRound, desk: Pick<TellingDesk, 'staff'>): Promise<string> {
  return (round.office.people.get(code) ?? (await desk.staff.byStaffCode(code)))?.name ?? code
}
