import type { Temporal } from 'temporal-polyfill'
import { absenceCard } from '../../cards/away/absence-card.ts'
import { shortDaysAway } from '../../cards/away/absence-words.ts'
import { awayCard, mostShown } from '../../cards/away/away-card.ts'
import { coverCard } from '../../cards/away/cover-card.ts'
import type { Absence, Cover, Days } from '../../domain/absence.ts'
import { mayEndCover, mayKeepAbsenceOf } from '../../domain/absence-rights.ts'
import type { AbsenceId, CoverId } from '../../domain/ids.ts'
import type { Message } from '../../domain/ports.ts'
import type { Person } from '../../domain/staff.ts'
import type { AwayPage, Kept } from '../../domain/who-is-away.ts'
import { myTeam } from '../my-team.ts'
import { type Desk, noteOf, type Reply, refuse, type Turn } from '../turn.ts'
import { daysAwayIn } from '../understand/away-words.ts'

const notFound = 'I cannot find that among the times away you may see.'
const coverNotFound = 'I cannot find that among the covers you may see.'

/** Who is away in the days a question names, among those the asker may see: one person, the team, or for an administrator everybody. */
export async function showAway(text: string, subject: Person | undefined, turn: Turn, desk: Desk): Promise<Reply> {
  const may = (person: Person) => mayKeepAbsenceOf(turn.person, person, turn.today.toString(), turn.covers)
  if (subject !== undefined && !may(subject)) {
    return refuse(
      turn,
      'absence',
      'You can see when you and the people you manage are away, so I cannot show you that.',
      {
        subject: subject.staffCode,
      },
    )
  }
  const said = daysAwayIn(text, turn.today)
  const days = {
    from: said.from ?? turn.today,
    to: said.to ?? (subject === undefined && said.from === undefined ? turn.today : turn.today.add({ years: 2 })),
  }
  const everybody = subject === undefined && turn.person.grade === 'ADMIN'
  const people = subject !== undefined ? [subject] : everybody ? [] : [turn.person, ...(await myTeam(turn, desk))]
  const { absences, all } = everybody
    ? await desk.absences.ofEverybody(days.from, days.to, mostShown)
    : await firstOf(people, days, desk)
  const covers = await coversSeen(everybody ? undefined : people, days, turn, desk)
  const named = [...absences.map(({ person }) => person), ...covers.flatMap(({ manager, by }) => [manager, by])]
  const involved = await desk.staff.byStaffCodes([...new Set(named)])
  const nameOf = (code: Person['staffCode']) => involved.find((person) => person.staffCode === code)?.name ?? code
  const message = awayCard({
    period: periodInWords(days, turn.today, subject !== undefined && said.to === undefined),
    whose: everybody ? 'everybody' : people.length === 1 && subject === undefined ? 'own' : 'team',
    ...(subject === undefined ? {} : { subject: subject.staffCode === turn.person.staffCode ? 'You' : subject.name }),
    absences: absences.map((absence) => ({
      absence,
      name: nameOf(absence.person),
      own: absence.person === turn.person.staffCode,
    })),
    more: all - absences.length,
    covers: covers.map((cover) => ({ cover, managerName: nameOf(cover.manager), byName: nameOf(cover.by) })),
  })
  const seen = new Set(absences.map(({ person }) => person))
  seen.delete(turn.person.staffCode)
  if (subject !== undefined && subject.staffCode !== turn.person.staffCode) seen.add(subject.staffCode)
  return {
    message,
    notes: [...seen].map((code) => noteOf(turn, 'record.viewed', { subject: code, detail: 'absence' })),
  }
}

/** The first times away of some people, as many as are shown, and how many there are. */
async function firstOf(people: readonly Person[], { from, to }: Required<Days>, desk: Desk): Promise<AwayPage> {
  const found = await desk.absences.of([...new Set(people.map((person) => person.staffCode))], from, to)
  return { absences: found.slice(0, mostShown), all: found.length }
}

/** As many covers as are shown: of these people's teams, of the reader's own and by these people; without people, of all. */
async function coversSeen(
  people: readonly Person[] | undefined,
  { from, to }: Required<Days>,
  turn: Turn,
  desk: Desk,
): Promise<Cover[]> {
  const covers = await desk.absences.coversIn(from, to)
  const codes = new Set([...(people ?? []).map((person) => person.staffCode), turn.person.managerStaffCode])
  const seen = people === undefined ? covers : covers.filter(({ manager, by }) => codes.has(manager) || codes.has(by))
  return seen.slice(0, mostShown)
}

function periodInWords(
  days: { from: Temporal.PlainDate; to: Temporal.PlainDate },
  today: Temporal.PlainDate,
  open: boolean,
): string {
  if (open) return `from ${shortDaysAway({ from: days.from, to: days.from })} on`
  if (days.from.equals(today) && days.to.equals(today)) return 'today'
  return days.from.equals(days.to) ? `on ${shortDaysAway(days)}` : `from ${shortDaysAway(days)}`
}

/** An absence as its reader sees it, with the cover written down together with it. */
export async function absenceMessage(
  absence: Kept<Absence>,
  viewer: Person,
  desk: Pick<Desk, 'staff' | 'absences'>,
  today: Temporal.PlainDate,
  receipt: { just?: 'recorded' | 'changed'; told?: 'told' | 'not reached yet' } = {},
): Promise<Message> {
  const cover = await desk.absences.coverOfAbsence(absence.id)
  const people = await desk.staff.byStaffCodes([absence.person, absence.recordedBy, ...(cover ? [cover.by] : [])])
  const nameOf = (code: Person['staffCode']) => people.find((person) => person.staffCode === code)?.name ?? code
  const standing = cover !== undefined && cover.ended === undefined
  return absenceCard({
    absence,
    person: { name: nameOf(absence.person) },
    own: absence.person === viewer.staffCode,
    recorder: absence.recordedBy === viewer.staffCode ? 'You' : nameOf(absence.recordedBy),
    ...receipt,
    ...(standing ? { cover: { ...cover, byName: nameOf(cover.by) } } : {}),
    today,
  })
}

/** A cover as its reader sees it. */
export async function coverMessage(
  cover: Kept<Cover>,
  viewer: Person,
  desk: Pick<Desk, 'staff'>,
  { today, covers }: Pick<Turn, 'today' | 'covers'>,
  receipt: { just?: boolean; told?: 'told' | 'not reached yet' } = {},
): Promise<Message> {
  const people = await desk.staff.byStaffCodes([cover.manager, cover.by])
  const named = (code: Person['staffCode']) =>
    people.find((person) => person.staffCode === code) ?? { staffCode: code, name: code }
  const manager = people.find((person) => person.staffCode === cover.manager)
  return coverCard({
    cover,
    manager: named(cover.manager),
    by: named(cover.by),
    viewer: viewer.staffCode,
    mayEnd: mayEndCover(cover, manager, viewer, today.toString(), covers),
    today,
    ...receipt,
  })
}

/** One absence, to somebody who may see it. */
export async function showAbsence(id: AbsenceId, turn: Turn, desk: Desk): Promise<Reply> {
  const absence = await absenceToSee(id, turn, desk)
  if (absence === undefined) return refuse(turn, 'absence', notFound, { thing: id })
  const own = absence.person === turn.person.staffCode
  return {
    message: await absenceMessage(absence, turn.person, desk, turn.today),
    shows: id,
    notes: own ? [] : [noteOf(turn, 'record.viewed', { subject: absence.person, thing: id, detail: 'absence' })],
  }
}

/** An absence that this person may see and change. */
export async function absenceToSee(id: AbsenceId, turn: Turn, desk: Desk): Promise<Kept<Absence> | undefined> {
  const absence = await desk.absences.byId(id)
  const person = absence && (await desk.staff.byStaffCode(absence.person))
  if (absence === undefined || person === undefined) return undefined
  return mayKeepAbsenceOf(turn.person, person, turn.today.toString(), turn.covers) ? absence : undefined
}

/** One cover, to the people of it, those whose line manager is covered, and whoever may arrange it. */
export async function showCover(id: CoverId, turn: Turn, desk: Desk): Promise<Reply> {
  const cover = await desk.absences.coverById(id)
  const manager = cover && (await desk.staff.byStaffCode(cover.manager))
  const mine = cover !== undefined && turn.person.managerStaffCode === cover.manager
  if (cover === undefined || (!mine && !mayEndCover(cover, manager, turn.person, turn.today.toString(), turn.covers))) {
    return refuse(turn, 'cover', coverNotFound, { thing: id })
  }
  return { message: await coverMessage(cover, turn.person, desk, turn), shows: id }
}
