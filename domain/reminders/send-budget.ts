import { Temporal } from 'temporal-polyfill'

/**
 * The budget of one tenant: the time is divided into slots, each good for one request that begins within it. Slots of one
 * length, one request in each, keep every second within the limit, also one that does not begin with a full second.
 */
export type Budget = {
  /** The first slot that nobody has. */
  nextAt: Temporal.Instant
  /** Teams asked for silence until then. */
  heldUntil?: Temporal.Instant
}

/** Slots that follow each other, the first beginning at `from`; none when `count` is 0: then `from` says when to ask again. */
export type Slots = { from: Temporal.Instant; count: number }

/** How far ahead slots are given out, in milliseconds: so long at most after Teams asks for silence may another instance speak. */
export const farthestAheadMs = 1000

/**
 * How long a slot is, in nanoseconds, when there may be so many requests in any second: one fewer than those fit into a
 * second, because a second that begins in the middle of a slot touches one more.
 */
export function slotLength(requestsPerSecond: number): number {
  return Math.ceil(1_000_000_000 / (requestsPerSecond - 1))
}

/** Gives out at most so many slots, from now on, and the budget that is left. */
export function takeSlots(
  budget: Budget,
  now: Temporal.Instant,
  most: number,
  slot: number,
): { slots: Slots; budget: Budget } {
  const from = latest(now, budget.nextAt, budget.heldUntil ?? now)
  const ahead = from.until(now.add({ milliseconds: farthestAheadMs })).total('nanoseconds')
  const room = Math.floor(ahead / slot)
  const count = Math.max(0, Math.min(most, room))
  return {
    slots: { from, count },
    budget: count === 0 ? budget : { ...budget, nextAt: from.add({ nanoseconds: slot * count }) },
  }
}

/** The budget after Teams asked for silence until a moment. A shorter silence than the one that holds changes nothing. */
export function holdBudget(budget: Budget, until: Temporal.Instant): Budget {
  return { ...budget, heldUntil: latest(until, budget.heldUntil ?? until) }
}

function latest(...instants: readonly Temporal.Instant[]): Temporal.Instant {
  return instants.reduce((a, b) => (Temporal.Instant.compare(a, b) >= 0 ? a : b))
}

/** The budgets of the tenants, shared by all instances. */
export type SendLimits = {
  /** Takes at most so many slots of a tenant; nobody else gets the same ones. */
  take(tenantId: string, now: Temporal.Instant, most: number, slot: number): Promise<Slots>
  /** Nobody takes a slot of the tenant that begins before this moment any more. */
  hold(tenantId: string, until: Temporal.Instant, now: Temporal.Instant): Promise<void>
}
