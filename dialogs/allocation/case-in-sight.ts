import { maySeeCase, teamsAllocatedFor } from '../../domain/allocation/allocation-rights.ts'
import type { CaseFacts } from '../../domain/allocation/case-facts.ts'
import type { Crn, StaffCode } from '../../domain/ids.ts'
import { myTeam } from '../my-team.ts'
import type { Desk, Turn } from '../turn.ts'
import { viewerOf } from '../viewer-of.ts'

/**
 * A case as far as somebody may see it here, by the rights of this product on top of limited access.
 *  - `restricted`: it is of limited access, and nothing more may be said.
 *  - `not-found`: there is no such case, or it is none of theirs: which of the two is nobody's to try out.
 *  - `not-checked`: it could not be found out whether they may see it.
 */
export type CaseInSight =
  | {
      sight: 'open'
      facts: CaseFacts
      /** Who holds it: "you", or a name of the staff list. */
      heldBy?: string
      /** Whose record was looked at; absent where it is the asker's own case, or nobody's. */
      subject?: StaffCode
    }
  | { sight: 'restricted' | 'not-checked' }
  | { sight: 'not-found'; refused: boolean; subject?: StaffCode }

/** The teams that whoever asks allocates for. */
export async function myTeamsToAllocateFor(turn: Turn, desk: Pick<Desk, 'staff'>): Promise<string[]> {
  return teamsAllocatedFor(turn.person, await myTeam(turn, desk), turn.today.toString())
}

/** A case with its facts, if whoever asks may see them. `teams` as in `myTeamsToAllocateFor`. */
export async function caseInSight(
  crn: Crn,
  teams: readonly string[],
  turn: Turn,
  desk: Pick<Desk, 'cases' | 'staff'>,
): Promise<CaseInSight> {
  const found = await desk.cases.forAllocation({ crn, asker: viewerOf(turn), teams, practitioners: [] })
  if (found.sight === 'restricted') return { sight: 'restricted' }
  if (found.sight === 'unknown')
    return found.why === 'not-answered' ? { sight: 'not-checked' } : { sight: 'not-found', refused: false }
  const { facts } = found
  const { holder } = facts
  const code = holder.known && holder.value !== 'nobody' ? holder.value.staffCode : undefined
  const person = code === undefined ? undefined : await desk.staff.byStaffCode(code)
  const whose = holder.known && holder.value === 'nobody' ? 'nobody' : (person ?? 'not-known')
  const own = code === turn.person.staffCode
  const subject = code === undefined || own ? {} : { subject: code }
  if (!maySeeCase(turn.person, { holder: whose, waitsIn: facts.waitsIn }, turn.today.toString(), turn.covers, teams)) {
    // Somebody who weighs allocations may see it once it is known who holds it.
    return holder.known || teams.length === 0
      ? { sight: 'not-found', refused: true, ...subject }
      : { sight: 'not-checked' }
  }
  return { sight: 'open', facts, ...heldByInWords(own, person?.name), ...subject }
}

function heldByInWords(own: boolean, name: string | undefined): { heldBy?: string } {
  if (own) return { heldBy: 'you' }
  return name === undefined ? {} : { heldBy: name }
}
