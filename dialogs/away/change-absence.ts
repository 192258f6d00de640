import type { Absence } from '../../domain/absence.ts'
import { mayEndCover } from '../../domain/absence-rights.ts'
import { AbsenceId } from '../../domain/ids.ts'
import type { Notice } from '../../domain/ports.ts'
import { coverWith, type Kept } from '../../domain/who-is-away.ts'
import { type Desk, noteOf, type Reply, refuse, type Turn } from '../turn.ts'
import { type AbsenceSaid, gone, noticeOf, proposeAbsence, writeAbsence } from './record-absence.ts'
import { absenceMessage, absenceToSee } from './show-away.ts'

/** The form of time away that is recorded, to put it right. */
export async function editAbsence(
  id: AbsenceId,
  change: AbsenceSaid,
  turn: Turn,
  desk: Desk,
  problems: readonly string[] = [],
): Promise<Reply> {
  const old = await absenceToSee(id, turn, desk)
  const person = old && (await desk.staff.byStaffCode(old.person))
  if (old === undefined || person === undefined || old.ended !== undefined) {
    return refuse(turn, 'absence', gone, { thing: id })
  }
  return proposeAbsence(person, await changed(old, change, desk), problems, turn, desk, old.id)
}

async function changed(old: Kept<Absence>, change: AbsenceSaid, desk: Desk): Promise<AbsenceSaid> {
  const cover = await desk.absences.coverOfAbsence(old.id)
  return {
    from: old.from,
    ...(old.to === undefined ? {} : { to: old.to }),
    reason: old.reason,
    ...(cover === undefined || cover.ended !== undefined ? {} : { cover: cover.by }),
    ...change,
  }
}

/** Somebody is back on a day: their time away ends the day before, or was none at all. */
export async function backOn(id: AbsenceId, day: Absence['from'], turn: Turn, desk: Desk): Promise<Reply> {
  const old = await absenceToSee(id, turn, desk)
  const person = old && (await desk.staff.byStaffCode(old.person))
  if (old === undefined || person === undefined || old.ended !== undefined) {
    return refuse(turn, 'absence', gone, { thing: id })
  }
  const to = day.subtract({ days: 1 })
  if (to.since(old.from).sign < 0) return takeBackAbsence(id, turn, desk)
  const absence: Absence = { ...asNew(old), id: AbsenceId.parse(desk.mint()), to }
  const oldCover = await desk.absences.coverOfAbsence(old.id)
  const covers = oldCover !== undefined && oldCover.ended === undefined && to.since(oldCover.from).sign >= 0
  const cover = covers
    ? { id: coverWith(absence.id), manager: oldCover.manager, by: oldCover.by, from: oldCover.from, to }
    : undefined
  return writeAbsence(absence, cover, old, person, turn, desk)
}

const asNew = ({ id, person, from, reason }: Absence): Absence => ({ id, person, from, reason })

/** Takes time away back, with the cover that was recorded with it, where this turn's person may end that too. */
export async function takeBackAbsence(id: AbsenceId, turn: Turn, desk: Desk): Promise<Reply> {
  const old = await absenceToSee(id, turn, desk)
  if (old === undefined) return refuse(turn, 'absence', gone, { thing: id })
  const me = turn.person.staffCode
  const cover = await desk.absences.coverOfAbsence(id)
  const manager = cover && (await desk.staff.byStaffCode(cover.manager))
  if (cover !== undefined && !mayEndCover(cover, manager, turn.person, turn.today.toString(), turn.covers)) {
    return refuse(turn, 'cover', gone, { thing: id })
  }
  const notices: Notice[] = [
    ...(old.person === me ? [] : [noticeOf('absence-recorded', id, old.person, 'ended')]),
    ...(cover === undefined || cover.ended !== undefined || cover.by === me
      ? []
      : [noticeOf('cover-arranged', cover.id, cover.by, 'ended')]),
  ]
  const ended = await desk.absences.end(
    { absence: id, ...(cover === undefined ? {} : { cover: cover.id }) },
    { by: me, at: turn.now, notes: [noteOf(turn, 'absence.ended', { subject: old.person, thing: id })], notices },
  )
  if (ended) await Promise.all(notices.map((notice) => desk.reach(notice)))
  const kept = (await desk.absences.byId(id)) ?? old
  const message = await absenceMessage(kept, turn.person, desk, turn.today)
  return { message, shows: id }
}
