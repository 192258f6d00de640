import type { CaseView } from '../../domain/case-view.ts'
import type { Crn, StaffCode } from '../../domain/ids.ts'
import { accessToMany } from './access-to-many.ts'
import { type Asking, once } from './asking.ts'
import { activeCases, mayISee, openView } from './caseload.ts'
import { type Managed, managedPerson } from './managed-person.ts'

/** Each of these cases as whoever asks may see it, in the order asked. Who manages them is asked once for all their cases. */
export async function caseViews(asking: Asking, crns: readonly Crn[]): Promise<readonly CaseView[]> {
  const access = await accessToMany(asking, crns)
  const caseloads = new Map<StaffCode, () => ReturnType<typeof activeCases>>()
  const caseloadOf = (holder: StaffCode, teamCode: string | undefined) => {
    const ask = caseloads.get(holder) ?? once(() => activeCases(asking, holder, teamCode))
    caseloads.set(holder, ask)
    return ask()
  }
  const viewOf = async (crn: Crn): Promise<CaseView> => {
    const may = mayISee(access, crn)
    if (may.sight !== 'open') return may
    const managed = await managedPerson(asking, crn)
    if (managed === 'no-such-case') return { sight: 'unknown', why: 'no-such-case' }
    if (managed === 'forbidden')
      return may.limitedAccess ? { sight: 'restricted' } : { sight: 'unknown', why: 'not-answered' }
    const holder = holderIn(managed)
    const isHeld = holder !== undefined && holder !== 'nobody'
    const held = isHeld ? await caseloadOf(holder, managed.teamCode) : 'not-answered'
    const one = held === 'not-answered' ? undefined : held.items.find((active) => active.crn === crn)
    const name = managed.name ?? one?.name
    return openView(asking, { ...one, crn, ...(name === undefined ? {} : { name }) }, may.limitedAccess, holder)
  }
  const views = new Map<Crn, () => Promise<CaseView>>(crns.map((crn) => [crn, once(() => viewOf(crn))]))
  return Promise.all(crns.map(async (crn) => (await views.get(crn)?.()) ?? { sight: 'unknown', why: 'not-answered' }))
}

function holderIn({ holder }: Managed): StaffCode | 'nobody' | undefined {
  if (!holder.known) return undefined
  return holder.value === 'nobody' ? holder.value : holder.value.staffCode
}
