import { Temporal } from 'temporal-polyfill'
import type { Allocation, Allocations } from '../domain/allocation/allocation.ts'
import type { CaseServices, Submission } from '../domain/allocation/case-services.ts'
import type { StaffCode } from '../domain/ids.ts'
import type { Notice } from '../domain/ports.ts'
import type { RoundJob } from './daily-round.ts'

type Parts = {
  allocations: Pick<Allocations, 'unsettled' | 'settle'>
  cases: Pick<CaseServices, 'holderOf'>
  reach: (notice: Notice) => Promise<unknown>
}

/** In minutes: before the first, the turn that decided it may still be handing it in; after the second, it did not arrive. */
const inHand = 1
const givenUp = 10
/** In minutes: when somebody holds the case who was not to get it, and did not have it, it may still be on its way for a day. */
const elsewhere = 24 * 60
/** In minutes: after the first hour it is asked about once an hour, because then a person has to look into it. */
const oftenFor = 60
const atOnce = 5

/**
 * Finds out what became of allocations that were handed in, or were to be, when nobody heard: by who holds the case now.
 * Nothing is ever handed in again. Whoever decided it is told, whatever came of it; whoever got the case, once they have it.
 */
export function settleAllocations({ allocations, cases, reach }: Parts): RoundJob {
  const askedAt = new Map<Allocation['id'], Temporal.Instant>()

  async function settleOne(allocation: Allocation, now: Temporal.Instant): Promise<void> {
    const { id, crn, decidedBy, to } = allocation
    askedAt.set(id, now)
    const holder = await cases.holderOf(crn, { staffCode: decidedBy })
    const found = holder.known ? whatBecameOf(allocation, codeOf(holder.value), now) : undefined
    if (found === undefined) return
    const notice: Notice = { id: `allocation-settled:${id}`, to: decidedBy, about: id, what: 'allocation-settled' }
    const note = { event: 'allocation.settled', at: now, subject: to, thing: id, detail: found } as const
    const settled = await allocations.settle(id, found, note, notice)
    askedAt.delete(id)
    if (settled.outcome === 'settled') await Promise.all([notice, settled.notice ?? []].flat().map(reach))
  }

  function isToBeAsked({ id, decidedAt }: Allocation, now: Temporal.Instant): boolean {
    const age = minutes(decidedAt, now)
    if (age < inHand) return false
    const last = askedAt.get(id)
    return last === undefined || age < oftenFor || minutes(last, now) >= 60
  }

  return {
    name: 'settle allocations',
    days: 'every',
    from: Temporal.PlainTime.from('00:00'),
    until: Temporal.PlainTime.from('23:59:59.999'),
    async run({ now }) {
      const due = (await allocations.unsettled()).filter((allocation) => isToBeAsked(allocation, now))
      const failures: unknown[] = []
      for (let start = 0; start < due.length; start += atOnce) {
        const some = await Promise.allSettled(due.slice(start, start + atOnce).map((one) => settleOne(one, now)))
        failures.push(...some.flatMap((result) => (result.status === 'rejected' ? [result.reason] : [])))
      }
      // What fails does not hold up the others; all of them have their turn again in a minute.
      if (failures.length > 0) throw failures[0]
      return 'more'
    },
  }
}

function minutes(from: Temporal.Instant, to: Temporal.Instant): number {
  return from.until(to).total('minutes')
}

function codeOf(holder: 'nobody' | { staffCode: StaffCode }): StaffCode | undefined {
  return holder === 'nobody' ? undefined : holder.staffCode
}

/** What the holder of a case says of an allocation of it; undefined while it says nothing for certain. */
function whatBecameOf(
  { to, previous, decidedAt }: Allocation,
  holder: StaffCode | undefined,
  now: Temporal.Instant,
): Submission | undefined {
  if (holder === to) return 'submitted'
  return minutes(decidedAt, now) >= (holder === previous ? givenUp : elsewhere) ? 'not-submitted' : undefined
}
