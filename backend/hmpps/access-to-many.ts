import type { Crn } from '../../domain/ids.ts'
import { accessTo, type CaseAccess } from './access.ts'
import type { Asking } from './asking.ts'
import { path } from './service-path.ts'
import { UserAccess } from './wire/delius.ts'

const mostAtOnce = 500

/** As `CaseAccess`, of whoever asks alone. */
export type MayISee = { sight: 'open'; limitedAccess: boolean } | Exclude<CaseAccess, { sight: 'open' }>

/**
 * Whether the one who asks may see each of these cases. Five hundred at a time are asked about; those that are open to them
 * are asked about once more, because only then it is said whether somebody else may not see them. Who has no user name there
 * sees none.
 */
export async function accessToMany(asking: Asking, crns: readonly Crn[]): Promise<ReadonlyMap<Crn, MayISee>> {
  const wanted = [...new Set(crns)]
  const username = (await asking.personOf(asking.by.staffCode))?.username
  if (username === undefined) return new Map(wanted.map((crn) => [crn, { sight: 'unknown', why: 'not-answered' }]))
  const batches = Array.from({ length: Math.ceil(wanted.length / mostAtOnce) }, (_, at) =>
    wanted.slice(at * mostAtOnce, (at + 1) * mostAtOnce),
  )
  const found = await Promise.all(batches.map((batch) => ofBatch(asking, username, batch)))
  return new Map(found.flat())
}

async function ofBatch(asking: Asking, username: string, crns: readonly Crn[]): Promise<[Crn, MayISee][]> {
  const answer = await asking.read('delius', {
    at: path`/users/limited-access`,
    query: { username },
    body: crns,
    reads: UserAccess,
  })
  if (answer.status !== 'ok') return crns.map((crn) => [crn, { sight: 'unknown', why: 'not-answered' }])
  const { items, unread } = answer.body.access
  if (unread > 0) asking.leftOut('delius', 'cases in an access list', unread)
  return Promise.all(
    crns.map(async (crn): Promise<[Crn, MayISee]> => {
      const mine = items.filter((one) => one.crn === crn)
      const isHidden = mine.some(({ userExcluded, userRestricted }) => userExcluded || userRestricted)
      // Both together is also how a case is written that nobody knows.
      const mayNotExist = mine.every(({ userExcluded, userRestricted }) => userExcluded && userRestricted)
      if (isHidden && !mayNotExist) return [crn, { sight: 'restricted' }]
      const access = await accessTo(asking, crn, [])
      return [crn, isHidden && !isNoCase(access) ? { sight: 'restricted' } : access]
    }),
  )
}

function isNoCase(access: CaseAccess): boolean {
  return access.sight === 'unknown' && access.why === 'no-such-case'
}
