import type { Holder } from '../../domain/allocation/case-facts.ts'
import type { Fact, notKnown } from '../../domain/allocation/fact.ts'
import type { Crn } from '../../domain/ids.ts'
import { type Asking, orElse, whyNot } from './asking.ts'
import { path } from './service-path.ts'
import { ManagedPerson } from './wire/allocations.ts'
import { factOf } from './wire/as-written.ts'

/** Who somebody on probation is, who manages them, and whether they have an order. */
export type Managed = {
  name?: string
  holder: Fact<Holder | 'nobody'>
  /** The team of whoever manages them. */
  teamCode?: string
  hasActiveOrder: Fact<boolean>
}

/**
 * Who manages a person now. Delius is asked for what the allocation service cannot say.
 *  - `no-such-case`: nobody has this number.
 *  - `forbidden`: whoever asks may not see it there, for its region or for limited access.
 */
export async function managedPerson(asking: Asking, crn: Crn): Promise<Managed | 'no-such-case' | 'forbidden'> {
  const first = await asking.sooner.read('allocations', { at: path`/allocated/crn/${crn}`, reads: ManagedPerson })
  if (first.status === 'not-found') return 'no-such-case'
  if (first.status === 'forbidden') return 'forbidden'
  const one =
    first.status === 'ok' ? managedFrom(first.body, 'allocations') : nothingOf(whyNot('allocations', first.status))
  if (one.holder.known && one.hasActiveOrder.known) return one
  const second = await asking.read('delius', { at: path`/person/${crn}/reallocation-details`, reads: ManagedPerson })
  const other = second.status === 'ok' ? managedFrom(second.body, 'delius') : nothingOf(whyNot('delius', second.status))
  const name = one.name ?? other.name
  const teamCode = one.holder.known ? one.teamCode : other.teamCode
  return {
    ...(name === undefined ? {} : { name }),
    ...(teamCode === undefined ? {} : { teamCode }),
    holder: await orElse(one.holder, () => other.holder),
    hasActiveOrder: await orElse(one.hasActiveOrder, () => other.hasActiveOrder),
  }
}

function managedFrom({ name, manager, hasActiveOrder }: ManagedPerson, source: 'allocations' | 'delius'): Managed {
  const stated = factOf(manager, source)
  const order = factOf(hasActiveOrder, source)
  const named = name === undefined ? {} : { name }
  if (!stated.known) return { ...named, holder: stated, hasActiveOrder: order }
  if (stated.value === 'nobody') return { ...named, holder: { ...stated, value: 'nobody' }, hasActiveOrder: order }
  const { staffCode, name: holderName, teamCode } = stated.value
  const value: Holder = { staffCode, ...(holderName === undefined ? {} : { name: holderName }) }
  return {
    ...named,
    ...(teamCode === undefined ? {} : { teamCode }),
    holder: { ...stated, value },
    hasActiveOrder: order,
  }
}

function nothingOf(why: ReturnType<typeof notKnown>): Managed {
  return { holder: why, hasActiveOrder: why }
}
