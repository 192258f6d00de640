import type { Crn } from '../../domain/ids.ts'
import { accessTo, type CaseAccess } from './access.ts'
import type { Asking } from './asking.ts'
import { type Listed, limitsOf } from './case-sights.ts'

/** As `CaseAccess`, of whoever asks alone. */
export type MayISee = { sight: 'open'; limitedAccess: boolean } | Exclude<CaseAccess, { sight: 'open' }>

/**
 * Whether the one who asks may see each of these cases, and whether somebody else may not. All are asked about together;
 * those that are open to them are asked about once more, because only then it is said of somebody else. Who has no user name
 * there sees none.
 */
export async function accessToMany(asking: Asking, crns: readonly Crn[]): Promise<ReadonlyMap<Crn, MayISee>> {
  const listed = await limitsOf(asking, crns)
  const wanted = [...new Set(crns)]
  return new Map(
    await Promise.all(
      wanted.map(async (crn): Promise<[Crn, MayISee]> => [crn, await accessBeside(asking, crn, listed.get(crn))]),
    ),
  )
}

async function accessBeside(asking: Asking, crn: Crn, listed: Listed = 'not-answered'): Promise<MayISee> {
  if (listed === 'not-answered') return { sight: 'unknown', why: 'not-answered' }
  if (listed === 'hidden') return { sight: 'restricted' }
  const access = await accessTo(asking, crn, [])
  const isNoCase = access.sight === 'unknown' && access.why === 'no-such-case'
  return listed === 'hidden-both-ways' && !isNoCase ? { sight: 'restricted' } : access
}
