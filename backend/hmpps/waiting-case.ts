import type { CaseFacts, Holder } from '../../domain/allocation/case-facts.ts'
import { type Fact, known, type NotKnown, notKnown } from '../../domain/allocation/fact.ts'
import type { Crn } from '../../domain/ids.ts'
import { type Asking, whyNot } from './asking.ts'
import { path } from './service-path.ts'
import { type WaitingCase, WaitingCases } from './wire/allocations.ts'
import { factOf } from './wire/as-written.ts'

/** A case as it waits in the list of a team; or that it is in none of the lists; or that it cannot be told. */
export type Waiting = { entry: WaitingCase; teamCode: string } | 'in-no-list' | NotKnown

/**
 * Looks for a case in the lists of these teams. A person may wait with several orders: it is about the one sentenced last, and
 * a transfer of any of them counts.
 */
export async function waitingCase(asking: Asking, crn: Crn, teams: readonly string[]): Promise<Waiting> {
  const codes = [...new Set(teams)]
  const lists = await Promise.all(
    codes.map((team) => asking.read('allocations', { at: path`/team/${team}/cases/unallocated`, reads: WaitingCases })),
  )
  let unread = 0
  const found: (WaitingCase & { teamCode: string })[] = []
  for (const [place, teamCode] of codes.entries()) {
    const answer = lists[place]
    if (answer?.status !== 'ok') continue
    unread += answer.body.unread
    found.push(...answer.body.of(crn).map((one) => ({ ...one, teamCode })))
  }
  if (unread > 0) asking.leftOut('allocations', 'cases waiting for allocation', unread)
  const entry = found.toSorted(bySentence).at(-1)
  if (entry !== undefined) {
    const { teamCode } = entry
    const transfer = found.find(({ outOfAreaTransfer: one }) => typeof one === 'object' && one.value)
    return { entry: { ...entry, outOfAreaTransfer: (transfer ?? entry).outOfAreaTransfer }, teamCode }
  }
  const failed = lists.map(({ status }) => status).find((status) => status !== 'ok')
  // A team that nobody knows is a list that could not be read.
  if (failed !== undefined) return whyNot('allocations', failed === 'not-found' ? 'not-answered' : failed)
  if (unread > 0) return notKnown('allocations', 'not-understood')
  return lists.length === 0 ? notKnown('allocations', 'none') : 'in-no-list'
}

function bySentence(one: WaitingCase, other: WaitingCase): number {
  const [day, otherDay] = [one, other].map(({ sentenceDate }) => sentenceDate?.toString() ?? '')
  if (day !== otherDay) return (day ?? '') < (otherDay ?? '') ? -1 : 1
  return (one.convictionNumber ?? 0) - (other.convictionNumber ?? 0)
}

/** A case in no list that somebody manages is a reallocation, and nothing is transferred. */
export function transferOf(waiting: Waiting, holder: Fact<Holder | 'nobody'>): Fact<boolean> {
  if (waiting === 'in-no-list') {
    if (!holder.known) return holder
    return holder.value === 'nobody' ? notKnown('allocations', 'none') : known(false, 'allocations')
  }
  return 'entry' in waiting ? factOf(waiting.entry.outOfAreaTransfer, 'allocations') : waiting
}

const caseTypes = { COMMUNITY: 'community', LICENSE: 'licence', LICENCE: 'licence', CUSTODY: 'custody' } as const

/** A case type in our words; undefined for one that is not known. */
export function caseTypeIn(written: string | undefined): 'community' | 'licence' | 'custody' | undefined {
  const code = written?.trim().toUpperCase()
  return Object.entries(caseTypes).find(([type]) => type === code)?.[1]
}

export function caseTypeOf(waiting: Waiting): CaseFacts['caseType'] {
  if (waiting === 'in-no-list') return notKnown('allocations', 'none')
  if (!('entry' in waiting)) return waiting
  const { caseType: written } = waiting.entry
  const type = caseTypeIn(written)
  if (type !== undefined) return known(type, 'allocations')
  const isUnknown = written === undefined || written.toUpperCase() === 'UNKNOWN'
  return notKnown('allocations', isUnknown ? 'none' : 'not-understood')
}
