import { ofSeveralTeams } from '../../cards/allocation/ranked-card.ts'
import type { Person } from '../../domain/staff.ts'
import type { Desk, Turn } from '../turn.ts'
import { viewerOf } from '../viewer-of.ts'

/** The names of the teams of some people, asked for only where they are of several: a list of one team does not say which. */
export async function teamNamesAmong(
  people: readonly Person[],
  turn: Turn,
  { cases }: Pick<Desk, 'cases'>,
): Promise<ReadonlyMap<string, string>> {
  if (!ofSeveralTeams(people)) return new Map()
  return cases.teamNames([...new Set(people.flatMap(({ teamCode }) => teamCode ?? []))], viewerOf(turn))
}
