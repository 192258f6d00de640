import type { Temporal } from 'temporal-polyfill'
import { farthestAheadMs, type SendLimits, slotLength } from '../domain/reminders/send-budget.ts'
import { requestsKept, type SendingPolicy } from '../domain/reminders/sending-policy.ts'
import { chatLimits } from './chat-limits.ts'

type Parts = {
  limits: SendLimits
  policy: Pick<SendingPolicy, 'requestsPerSecond' | 'share' | 'perChat'>
  now: () => Temporal.Instant
  /** Resolves after so many milliseconds. */
  wait: (milliseconds: number) => Promise<void>
}

/** Whether a request may be made now: `go`; not any more, because the service stops; or not before the moment given. */
export type Turn = 'go' | 'stopping' | Temporal.Instant

export type SendLimiter = {
  /** Waits until the limits of the tenant and of the chat allow one more request, which is then to be made at once. */
  take(tenantId: string, chat: string): Promise<Turn>
  /** The channel asked for silence. Here it holds at once, for other instances within a second. */
  hold(tenantId: string, seconds: number): Promise<void>
  /** Lets nobody wait any longer. */
  stop(): void
}

type Waiting = { chat: string; answer: (turn: Turn) => void; fail: (error: unknown) => void }
type Tenant = { waiting: Waiting[]; going: boolean; silentUntil?: Temporal.Instant }

/** In milliseconds: for a longer silence nobody waits, because a lease would end meanwhile. */
const longestSilence = 5000

/**
 * Keeps the limits of the channel over all instances. Slots of the shared budget are fetched for as many as wait, so a query
 * is not needed for each; a slot is good only while it lasts, and one that was missed is not made up for. The limits of a
 * chat are kept here alone: one person is served by one instance at a time.
 */
export function sendLimiter({ limits, policy, now, wait }: Parts): SendLimiter {
  const slot = slotLength(requestsKept(policy))
  const chats = chatLimits(policy.perChat)
  const tenants = new Map<string, Tenant>()
  let stopped = false

  const tenantOf = (tenantId: string): Tenant => {
    const known = tenants.get(tenantId) ?? { waiting: [], going: false }
    tenants.set(tenantId, known)
    return known
  }
  const untilMs = (moment: Temporal.Instant) => now().until(moment).total('milliseconds')
  async function waitUntil(moment: Temporal.Instant): Promise<void> {
    for (let left = untilMs(moment); left > 0 && !stopped; left = untilMs(moment)) await wait(Math.ceil(left))
  }

  /** Goes on until nobody waits. That it has ended is said at once, or whoever comes right then would wait for ever. */
  async function serve(tenantId: string, tenant: Tenant): Promise<void> {
    tenant.going = true
    try {
      await giveTurns(tenantId, tenant)
    } catch (error) {
      for (const { fail } of tenant.waiting.splice(0)) fail(error)
    }
    tenant.going = false
    if (tenant.waiting.length > 0 && !stopped) await serve(tenantId, tenant)
  }

  async function giveTurns(tenantId: string, tenant: Tenant): Promise<void> {
    while (tenant.waiting.length > 0 && !stopped) {
      const ready = tenant.waiting.filter(({ chat }) => chats.freeAt(chat, now().epochMilliseconds) <= 0)
      if (ready.length === 0) {
        const soonest = Math.min(...tenant.waiting.map(({ chat }) => chats.freeAt(chat, now().epochMilliseconds)))
        await wait(soonest)
        continue
      }
      const { from, count } = await limits.take(tenantId, now(), ready.length, slot)
      if (count > 0) await useSlots(tenant, from, count)
      else if (untilMs(from) > longestSilence) for (const { answer } of tenant.waiting.splice(0)) answer(from)
      else await wait(Math.max(1, Math.ceil(untilMs(from) - farthestAheadMs / 2)))
    }
  }

  async function useSlots(tenant: Tenant, from: Temporal.Instant, count: number): Promise<void> {
    for (let number = 0; number < count; number++) {
      const begins = from.add({ nanoseconds: slot * number })
      await waitUntil(begins)
      if (stopped) return
      if (tenant.silentUntil !== undefined && untilMs(tenant.silentUntil) > 0) return
      if (untilMs(begins.add({ nanoseconds: slot })) <= 0) continue
      const at = now().epochMilliseconds
      const next = tenant.waiting.findIndex(({ chat }) => chats.freeAt(chat, at) <= 0)
      if (next < 0) continue
      const [first] = tenant.waiting.splice(next, 1)
      if (first === undefined) continue
      chats.note(first.chat, at)
      first.answer('go')
    }
  }

  return {
    take: (tenantId, chat) =>
      new Promise((answer, fail) => {
        if (stopped) return answer('stopping')
        const tenant = tenantOf(tenantId)
        tenant.waiting.push({ chat, answer, fail })
        if (tenant.going) return
        void serve(tenantId, tenant)
      }),
    async hold(tenantId, seconds) {
      const until = now().add({ milliseconds: Math.ceil(seconds * 1000) })
      tenantOf(tenantId).silentUntil = until
      await limits.hold(tenantId, until, now())
    },
    stop() {
      stopped = true
      for (const { waiting } of tenants.values()) for (const { answer } of waiting.splice(0)) answer('stopping')
    },
  }
}
