import { coverFormCard } from '../../cards/away/cover-card.ts'
import { type Cover, problemWithDaysOfCover } from '../../domain/absence.ts'
import { mayArrangeCover, mayEndCover, problemWithArranging } from '../../domain/absence-rights.ts'
import { CoverId, IsoDate, type StaffCode } from '../../domain/ids.ts'
import type { Notice } from '../../domain/ports.ts'
import type { Person } from '../../domain/staff.ts'
import { type Desk, noteOf, type Reply, refuse, type Turn } from '../turn.ts'
import type { DaysSaid } from '../understand/away-words.ts'
import { noticeOf, problemWithStandIn, standIns } from './record-absence.ts'
import { coverMessage } from './show-away.ts'

/** What is said of a cover. */
export type CoverWanted = Omit<DaysSaid, 'impossible'> & { by?: StaffCode }

const notTheirs =
  'You cannot say who covers for that team, so I have recorded nothing. The line manager of the team, their own line manager or an administrator can.'

function mayArrange(turn: Turn, manager: Person): boolean {
  return mayArrangeCover(turn.person, manager, turn.today.toString(), turn.covers)
}

/** The form of a cover, filled with what was said: one press, or “save”, records it. Nothing is kept before. */
export async function proposeCover(
  manager: Person,
  said: CoverWanted,
  problems: readonly string[],
  turn: Turn,
  desk: Desk,
  id = CoverId.parse(desk.mint()),
): Promise<Reply> {
  if (!mayArrange(turn, manager)) return refuse(turn, 'cover', notTheirs, { subject: manager.staffCode })
  const { by, from, to } = said
  const day = (date: Cover['from']) => IsoDate.parse(date.toString())
  const message = coverFormCard({
    id,
    manager,
    own: manager.staffCode === turn.person.staffCode,
    ...said,
    standIns: await standIns(manager, turn, desk, by),
    problems,
    today: turn.today,
  })
  return {
    message,
    shows: id,
    pending: {
      asks: 'cover',
      cover: id,
      manager: manager.staffCode,
      ...(by === undefined ? {} : { by }),
      ...(from === undefined ? {} : { from: day(from) }),
      ...(to === undefined ? {} : { to: day(to) }),
    },
  }
}

/** Records who covers for a line manager, and tells the two of them. The same again changes nothing. */
export async function saveCover(
  id: CoverId,
  code: StaffCode,
  said: CoverWanted,
  unread: readonly string[],
  turn: Turn,
  desk: Desk,
): Promise<Reply> {
  const manager = await desk.staff.byStaffCode(code)
  if (manager === undefined || !mayArrange(turn, manager)) return refuse(turn, 'cover', notTheirs, { subject: code })
  const before = await desk.absences.coverById(id)
  if (before !== undefined) {
    return before.manager === code
      ? { message: await coverMessage(before, turn.person, desk, turn), shows: id }
      : refuse(turn, 'cover', notTheirs, { thing: id })
  }
  const { by, from, to } = said
  const standIn = by === undefined ? undefined : await desk.staff.byStaffCode(by)
  const wrong =
    standIn === undefined || from === undefined || to === undefined
      ? 'Please choose who covers, and give the first and the last day.'
      : (problemWithStandIn(standIn, manager, { from, to }) ??
        problemWithDaysOfCover({ from, to }, turn.today) ??
        problemWithArranging(turn.person, manager, { by: standIn.staffCode, to }, turn.covers))
  const problems = [...unread, ...(wrong === undefined ? [] : [wrong])]
  if (problems.length > 0 || by === undefined || from === undefined || to === undefined) {
    return proposeCover(manager, said, problems, turn, desk, id)
  }
  const cover: Cover = { id, manager: code, by, from, to }
  const me = turn.person.staffCode
  const notices = [code, by].filter((to) => to !== me).map((to) => noticeOf('cover-arranged', id, to))
  const outcome = await desk.absences.record(
    { cover },
    { by: me, at: turn.now, notes: [noteOf(turn, 'cover.arranged', { subject: by, thing: id })], notices },
  )
  if (outcome === 'taken') return refuse(turn, 'cover', notTheirs, { thing: id })
  const told = await tellAll(notices, desk)
  const kept = await desk.absences.coverById(id)
  if (kept === undefined) throw new Error('A cover that was just written down is not there.')
  return { message: await coverMessage(kept, turn.person, desk, turn, { just: true, told }), shows: id, final: true }
}

/** Ends a cover before its last day. */
export async function endCover(id: CoverId, turn: Turn, desk: Desk): Promise<Reply> {
  const cover = await desk.absences.coverById(id)
  const manager = cover && (await desk.staff.byStaffCode(cover.manager))
  if (cover === undefined || !mayEndCover(cover, manager, turn.person, turn.today.toString(), turn.covers)) {
    return refuse(turn, 'cover', 'I cannot find that cover among those you may end.', { thing: id })
  }
  const me = turn.person.staffCode
  const notices = [cover.manager, cover.by]
    .filter((to) => to !== me)
    .map((to) => noticeOf('cover-arranged', id, to, 'ended'))
  const ended = await desk.absences.end(
    { cover: id },
    { by: me, at: turn.now, notes: [noteOf(turn, 'cover.ended', { subject: cover.by, thing: id })], notices },
  )
  const told = ended ? await tellAll(notices, desk) : undefined
  const kept = (await desk.absences.coverById(id)) ?? cover
  return {
    message: await coverMessage(kept, turn.person, desk, turn, told === undefined ? {} : { told }),
    shows: id,
  }
}

async function tellAll(notices: readonly Notice[], desk: Desk): Promise<'told' | 'not reached yet'> {
  const reached = await Promise.all(notices.map((notice) => desk.reach(notice)))
  return reached.every((outcome) => outcome === 'reached') ? 'told' : 'not reached yet'
}
