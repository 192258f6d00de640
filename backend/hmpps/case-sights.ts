import type { CaseSight } from '../../domain/case-view.ts'
import type { Crn } from '../../domain/ids.ts'
import type { Asking } from './asking.ts'
import { path } from './service-path.ts'
import { UserAccess } from './wire/delius.ts'

const mostAtOnce = 500

/**
 * What the list of somebody's limits says of a case.
 *  - `open`: nothing is limited for them. So it stands too where nobody has the number.
 *  - `hidden-both-ways`: excluded and not among the few; some services write a number that nobody has like that.
 *  - `left-out`: it does not stand there, or in a way that cannot be read.
 */
export type Listed = 'open' | 'hidden' | 'hidden-both-ways' | 'left-out' | 'not-answered'

/** Whether the one who asks may see each of these cases, in the order asked, by that list alone. What is in doubt is hidden. */
export async function caseSights(asking: Asking, crns: readonly Crn[]): Promise<readonly CaseSight[]> {
  const listed = await limitsOf(asking, crns)
  return crns.map((crn): CaseSight => sights[listed.get(crn) ?? 'not-answered'])
}

const sights: Record<Listed, CaseSight> = {
  open: { sight: 'open' },
  hidden: { sight: 'restricted' },
  'hidden-both-ways': { sight: 'restricted' },
  'left-out': { sight: 'unknown', why: 'not-answered' },
  'not-answered': { sight: 'unknown', why: 'not-answered' },
}

/** What the list says of each of these cases, five hundred at a time. Of somebody without a user name it is not known. */
export async function limitsOf(asking: Asking, crns: readonly Crn[]): Promise<ReadonlyMap<Crn, Listed>> {
  const wanted = [...new Set(crns)]
  const username = (await asking.personOf(asking.by.staffCode))?.username
  if (username === undefined) return new Map()
  const batches = Array.from({ length: Math.ceil(wanted.length / mostAtOnce) }, (_, at) =>
    wanted.slice(at * mostAtOnce, (at + 1) * mostAtOnce),
  )
  const found = await Promise.all(batches.map((batch) => ofBatch(asking, username, batch)))
  return new Map(found.flat())
}

async function ofBatch(asking: Asking, username: string, crns: readonly Crn[]): Promise<[Crn, Listed][]> {
  const answer = await asking.read('delius', {
    at: path`/users/limited-access`,
    query: { username },
    body: crns,
    reads: UserAccess,
  })
  if (answer.status !== 'ok') return []
  const { items, unread } = answer.body.access
  if (unread > 0) asking.leftOut('delius', 'cases in an access list', unread)
  const byCrn = Map.groupBy(items, ({ crn }) => crn)
  return crns.map((crn) => [crn, listedAs(byCrn.get(crn) ?? [])])
}

function listedAs(mine: readonly { userExcluded: boolean; userRestricted: boolean }[]): Listed {
  if (mine.length === 0) return 'left-out'
  if (!mine.some(({ userExcluded, userRestricted }) => userExcluded || userRestricted)) return 'open'
  return mine.every(({ userExcluded, userRestricted }) => userExcluded && userRestricted)
    ? 'hidden-both-ways'
    : 'hidden'
}
