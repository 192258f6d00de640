import { absenceFormCard } from '../../cards/away/absence-form-card.ts'
import {
  type Absence,
  type AbsenceReason,
  type Cover,
  problemWithDaysAway,
  problemWithDaysOfCover,
} from '../../domain/absence.ts'
import {
  cannotStandIn,
  mayArrangeCover,
  mayEndCover,
  mayKeepAbsenceOf,
  problemWithArranging,
  standInsFor,
} from '../../domain/absence-rights.ts'
import { AbsenceId, IsoDate, type StaffCode } from '../../domain/ids.ts'
import type { Notice } from '../../domain/ports.ts'
import type { Person } from '../../domain/staff.ts'
import { coverWith, type Kept } from '../../domain/who-is-away.ts'
import { movedOn } from '../telling.ts'
import { type Desk, noteOf, type Reply, refuse, type Turn } from '../turn.ts'
import type { DaysSaid } from '../understand/away-words.ts'
import { absenceMessage } from './show-away.ts'

/** What is said of time away. */
export type AbsenceSaid = Omit<DaysSaid, 'impossible'> & { reason?: AbsenceReason; cover?: StaffCode }

const notTheirs = 'You can record time away for yourself and for people you manage, so I have recorded nothing.'
export const gone = 'That time away no longer stands, so nothing was changed. Say “who is off?” to see what does.'
const mostStandIns = 60

function mayKeep(turn: Turn, person: Person): boolean {
  return mayKeepAbsenceOf(turn.person, person, turn.today.toString(), turn.covers)
}

/** Everybody who could cover for a person, where this turn's person may arrange it. */
export async function standIns(person: Person, turn: Turn, desk: Desk, chosen?: StaffCode): Promise<Person[]> {
  if (!mayArrangeCover(turn.person, person, turn.today.toString(), turn.covers)) return []
  const all = standInsFor(person, await desk.staff.everyone(), turn.today)
  const first = all.filter(({ staffCode }) => staffCode === chosen)
  return [...first, ...all.filter((one) => !first.includes(one))].slice(0, mostStandIns)
}

/** The form of time away, filled with what was said: one press, or “save”, records it. Nothing is kept before. */
export async function proposeAbsence(
  person: Person,
  said: AbsenceSaid,
  problems: readonly string[],
  turn: Turn,
  desk: Desk,
  replaces?: AbsenceId,
  id = AbsenceId.parse(desk.mint()),
): Promise<Reply> {
  if (!mayKeep(turn, person)) return refuse(turn, 'absence', notTheirs, { subject: person.staffCode })
  const { from, to, reason, cover } = said
  const offered = await standIns(person, turn, desk, cover)
  const known = {
    ...(reason === undefined ? {} : { reason }),
    ...(cover === undefined ? {} : { cover }),
    ...(replaces === undefined ? {} : { replaces }),
  }
  const message = absenceFormCard({
    id,
    person,
    own: person.staffCode === turn.person.staffCode,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...known,
    standIns: offered,
    problems,
    today: turn.today,
  })
  const day = (date: Absence['from']) => IsoDate.parse(date.toString())
  return {
    message,
    shows: id,
    pending: {
      asks: 'absence',
      absence: id,
      person: person.staffCode,
      ...(from === undefined ? {} : { from: day(from) }),
      ...(to === undefined ? {} : { to: day(to) }),
      ...known,
    },
  }
}

/**
 * Records time away, with the cover that goes with it, and tells whom it concerns. When something is wrong, the form says
 * what, with everything that was given still in it. The same again changes nothing.
 */
export async function saveAbsence(
  id: AbsenceId,
  code: StaffCode,
  said: AbsenceSaid,
  unread: readonly string[],
  turn: Turn,
  desk: Desk,
  replaces?: AbsenceId,
): Promise<Reply> {
  const person = await desk.staff.byStaffCode(code)
  if (person === undefined || !mayKeep(turn, person)) return refuse(turn, 'absence', notTheirs, { subject: code })
  const before = await desk.absences.byId(id)
  if (before !== undefined) return standing(before, person, turn, desk)
  const old = replaces === undefined ? undefined : await desk.absences.byId(replaces)
  if (replaces !== undefined && old?.person !== code) return refuse(turn, 'absence', gone, { thing: replaces })
  const { from, to, reason = 'other' } = said
  if (from === undefined) {
    return proposeAbsence(person, said, [...unread, 'Please give the first day away.'], turn, desk, replaces, id)
  }
  const absence: Absence = { id, person: code, from, ...(to === undefined ? {} : { to }), reason }
  const { cover, problem } = await coverFor(absence, person, said.cover, turn, desk)
  const daysProblem = problemWithDaysAway(absence, turn.today)
  const problems = [
    ...unread,
    ...(daysProblem === undefined ? [] : [daysProblem]),
    ...(problem === undefined ? [] : [problem]),
  ]
  if (problems.length > 0) return proposeAbsence(person, said, problems, turn, desk, replaces, id)
  return writeAbsence(absence, cover, old, person, turn, desk)
}

/** Who covers in the days away, or why nobody can. */
async function coverFor(
  absence: Absence,
  person: Person,
  by: StaffCode | undefined,
  turn: Turn,
  desk: Desk,
): Promise<{ cover?: Cover; problem?: string }> {
  if (by === undefined) return {}
  const { from, to } = absence
  const standIn = await desk.staff.byStaffCode(by)
  if (standIn === undefined || !mayArrangeCover(turn.person, person, turn.today.toString(), turn.covers)) {
    return { problem: 'You cannot name who covers for this person. Please leave the cover empty.' }
  }
  if (to === undefined)
    return { problem: 'A cover needs an end. Please give the last day away, or leave the cover empty.' }
  const problem =
    problemWithStandIn(standIn, person, { from, to }) ??
    problemWithDaysOfCover({ from, to }, turn.today) ??
    problemWithArranging(turn.person, person, { by, to }, turn.covers)
  if (problem !== undefined) return { problem }
  return { cover: { id: coverWith(absence.id), manager: person.staffCode, by, from, to } }
}

/** Why somebody cannot stand in, as a sentence that says what to do; undefined when they can. */
export function problemWithStandIn(
  standIn: Person,
  manager: Person,
  days: { from: Absence['from']; to: Absence['from'] },
): string | undefined {
  switch (cannotStandIn(standIn, manager.staffCode, days)) {
    case 'self':
      return 'Nobody can cover for themself. Please choose somebody else.'
    case 'grade':
      return 'Only a senior probation officer or a head of PDU can cover for a line manager. Please choose somebody else.'
    case 'not-in-post':
      return 'That person is not in post on all of these days. Please choose somebody else.'
    case undefined:
      return undefined
  }
}

/** Writes time away down, in the place of other where it changes it, and tells whom it concerns. */
export async function writeAbsence(
  absence: Absence,
  cover: Cover | undefined,
  old: Kept<Absence> | undefined,
  person: Person,
  turn: Turn,
  desk: Desk,
): Promise<Reply> {
  const me = turn.person.staffCode
  const oldCover = old === undefined ? undefined : await desk.absences.coverOfAbsence(old.id)
  if (oldCover !== undefined && !mayEndCover(oldCover, person, turn.person, turn.today.toString(), turn.covers)) {
    return refuse(turn, 'cover', gone, { thing: oldCover.id })
  }
  const noLonger =
    oldCover?.ended === undefined && oldCover !== undefined && oldCover.by !== cover?.by ? oldCover : undefined
  const notices: Notice[] = [
    ...(person.staffCode === me ? [] : [noticeOf('absence-recorded', absence.id, person.staffCode)]),
    ...(cover === undefined || cover.by === me ? [] : [noticeOf('cover-arranged', cover.id, cover.by)]),
    ...(noLonger === undefined || noLonger.by === me
      ? []
      : [noticeOf('cover-arranged', noLonger.id, noLonger.by, 'ended')]),
  ]
  const about = { subject: person.staffCode, thing: absence.id }
  const outcome = await desk.absences.record(
    { absence, ...(cover === undefined ? {} : { cover }) },
    {
      by: me,
      at: turn.now,
      notes: [
        noteOf(turn, old === undefined ? 'absence.recorded' : 'absence.changed', about),
        ...(cover === undefined ? [] : [noteOf(turn, 'cover.arranged', { subject: cover.by, thing: cover.id })]),
      ],
      notices,
      replaces: old?.id,
    },
  )
  if (outcome === 'ended-already') return { message: { text: gone } }
  if (outcome === 'taken') return refuse(turn, 'absence', gone, { thing: absence.id })
  const kept = await desk.absences.byId(absence.id)
  if (kept === undefined) throw new Error('Time away that was just written down is not there.')
  if (outcome === 'already') return standing(kept, person, turn, desk)
  const reached = await Promise.all(notices.map(async (notice) => ({ notice, outcome: await desk.reach(notice) })))
  const told = reached.find(({ notice }) => notice.what === 'absence-recorded')?.outcome
  const message = await absenceMessage(kept, turn.person, desk, turn.today, {
    just: old === undefined ? 'recorded' : 'changed',
    ...(told === undefined ? {} : { told: told === 'reached' ? 'told' : told }),
  })
  return {
    message,
    shows: absence.id,
    ...(old === undefined ? {} : { refreshes: { thing: old.id, card: movedOn } }),
    final: true,
  }
}

/** A notice about time away or a cover, one for each person and each thing that can be said of it. */
export function noticeOf(
  what: 'absence-recorded' | 'cover-arranged',
  about: Notice['about'],
  to: StaffCode,
  then = '',
): Notice {
  return { id: [what, about, to, then].filter((part) => part !== '').join(':'), to, about, what }
}

async function standing(absence: Kept<Absence>, person: Person, turn: Turn, desk: Desk): Promise<Reply> {
  if (absence.person !== person.staffCode) return refuse(turn, 'absence', notTheirs, { thing: absence.id })
  return { message: await absenceMessage(absence, turn.person, desk, turn.today), shows: absence.id }
}
