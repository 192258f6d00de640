import { cannotStandIn, mayArrangeCover } from '../../domain/absence-rights.ts'
import type { AbsenceId } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import type { Desk, Reply, Turn } from '../turn.ts'
import { type AbsenceSaid, proposeAbsence, standIns } from './record-absence.ts'

/**
 * Why somebody who was named cannot cover in somebody's time away, with who could, as a sentence; undefined when they can.
 * Days that are not known yet are not held against them.
 */
async function whyNoCover(
  standIn: Person,
  person: Person,
  { from, to }: Pick<AbsenceSaid, 'from' | 'to'>,
  turn: Turn,
  desk: Desk,
): Promise<string | undefined> {
  if (!mayArrangeCover(turn.person, person, turn.today.toString(), turn.covers)) {
    return `Cover is only for a line manager’s team, and for you to name only where you arrange it, so ${standIn.name} is left out.`
  }
  const first = from ?? turn.today
  const why = cannotStandIn(standIn, person.staffCode, { from: first, to: to ?? first })
  if (why === undefined) return undefined
  const could = (await standIns(person, turn, desk)).slice(0, 4).map(({ name }) => name)
  const names =
    could.length === 0 ? '' : ` You can name ${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(could)}.`
  switch (why) {
    case 'self':
      return `Nobody can cover for themself.${names}`
    case 'grade':
      return `Only a senior probation officer or a head of PDU can cover for a line manager, so ${standIn.name} is left out.${names}`
    case 'not-in-post':
      return `${standIn.name} is not in post on all of these days, so they are left out.${names}`
  }
}

/** The form of time away with somebody to cover; where they cannot, it says so at once, and who could. */
export async function proposeWithCover(
  person: Person,
  said: AbsenceSaid,
  standIn: Person,
  problems: readonly string[],
  turn: Turn,
  desk: Desk,
  replaces?: AbsenceId,
  id?: AbsenceId,
): Promise<Reply> {
  const why = await whyNoCover(standIn, person, said, turn, desk)
  const withCover = why === undefined ? { ...said, cover: standIn.staffCode } : said
  const all = why === undefined ? problems : [...problems, why]
  return proposeAbsence(person, withCover, all, turn, desk, replaces, id)
}
