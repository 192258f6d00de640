import type { CaseloadEntry } from '../../domain/allocation/case-services.ts'
import { readTier, type Tier } from '../../domain/allocation/tier.ts'
import type { CaseView } from '../../domain/case-view.ts'
import type { Crn, StaffCode } from '../../domain/ids.ts'
import { accessToMany, type MayISee } from './access-to-many.ts'
import type { Asking } from './asking.ts'
import { path } from './service-path.ts'
import { supervisionState } from './supervision-state.ts'
import { tiersOf } from './tier-of-case.ts'
import { caseTypeIn } from './waiting-case.ts'
import type { ReadList } from './wire/as-written.ts'
import { type ActiveCase, ActiveCases } from './wire/workload.ts'

/** The cases that the workload service has for somebody in a team. */
export async function activeCases(
  asking: Asking,
  practitioner: StaffCode,
  teamCode: string | undefined,
): Promise<ReadList<ActiveCase> | 'not-answered'> {
  if (teamCode === undefined) return 'not-answered'
  const at = path`/team/${teamCode}/offenderManagers/${practitioner}/cases`
  const answer = await asking.read('workload', { at, reads: ActiveCases })
  if (answer.status !== 'ok') return 'not-answered'
  if (answer.body.activeCases.unread > 0) {
    asking.leftOut('workload', 'cases of a caseload', answer.body.activeCases.unread)
  }
  return answer.body.activeCases
}

/** Everything a practitioner holds, as whoever asks may see it. An entry that nobody can read is one nobody could ask about. */
export async function caseloadOf(
  asking: Asking,
  practitioner: StaffCode,
): Promise<readonly CaseView[] | 'not-answered'> {
  const held = await activeCases(asking, practitioner, (await asking.personOf(practitioner))?.teamCode)
  if (held === 'not-answered') return held
  const access = await accessToMany(asking, crnsOf(held))
  const views = held.items.map((one): Promise<CaseView> | CaseView => {
    const may = mayISee(access, one.crn)
    return may.sight === 'open' ? openView(asking, one, may.limitedAccess, practitioner) : may
  })
  const unread = Array.from({ length: held.unread }, (): CaseView => ({ sight: 'unknown', why: 'not-answered' }))
  return Promise.all([...views, ...unread])
}

/** A case that may be seen, with its state. */
export async function openView(
  asking: Asking,
  one: Pick<ActiveCase, 'crn'> & Partial<ActiveCase>,
  limitedAccess: boolean,
  heldBy: StaffCode | 'nobody' | undefined,
): Promise<CaseView> {
  const tier = one.tier === undefined ? undefined : readTier(one.tier, false)
  return {
    sight: 'open',
    crn: one.crn,
    ...(one.name === undefined ? {} : { name: one.name }),
    limitedAccess,
    ...(heldBy === undefined ? {} : { heldBy }),
    ...(one.initialAllocationDate === undefined ? {} : { allocatedOn: one.initialAllocationDate }),
    ...(await supervisionState(asking, one.crn, tier)),
  }
}

/** What a practitioner holds in short, in the order of the service. */
export async function caseloadInShort(
  asking: Asking,
  practitioner: StaffCode,
): Promise<readonly CaseloadEntry[] | 'not-answered'> {
  const held = await activeCases(asking, practitioner, (await asking.personOf(practitioner))?.teamCode)
  if (held === 'not-answered') return held
  const access = await accessToMany(asking, crnsOf(held))
  const open = held.items.filter(({ crn }) => mayISee(access, crn).sight === 'open')
  const tiers = await tiersOf(asking, crnsOf({ items: open }))
  const entries = held.items.map((one): CaseloadEntry => {
    const may = mayISee(access, one.crn)
    if (may.sight === 'restricted') return may
    return may.sight === 'open' ? inShort(one, may.limitedAccess, tiers.get(one.crn)) : { sight: 'not-answered' }
  })
  return [...entries, ...Array.from({ length: held.unread }, (): CaseloadEntry => ({ sight: 'not-answered' }))]
}

function inShort(one: ActiveCase, limitedAccess: boolean, worked: Tier | undefined): CaseloadEntry {
  // The caseload does not say whether its tier is final.
  const beside = one.tier === undefined ? undefined : readTier(one.tier, false)
  const tier = worked ?? (beside?.model === 'current' ? { ...beside, provisional: true } : beside)
  const caseType = caseTypeIn(one.type)
  return {
    sight: 'open',
    crn: one.crn,
    ...(one.name === undefined ? {} : { name: one.name }),
    limitedAccess,
    ...(tier === undefined ? {} : { tier }),
    ...(caseType === undefined ? {} : { caseType }),
    ...(one.initialAllocationDate === undefined ? {} : { allocatedOn: one.initialAllocationDate }),
  }
}

function crnsOf({ items }: Pick<ReadList<{ crn: Crn }>, 'items'>): Crn[] {
  return items.map(({ crn }) => crn)
}

export function mayISee(access: ReadonlyMap<Crn, MayISee>, crn: Crn): MayISee {
  return access.get(crn) ?? { sight: 'unknown', why: 'not-answered' }
}
