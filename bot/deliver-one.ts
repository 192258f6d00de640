import type { Temporal } from 'temporal-polyfill'
import type { ThingId } from '../domain/ids.ts'
import type { BeforeRequest, Delivery, Message, Messenger } from '../domain/ports.ts'
import { afterDelivery } from '../domain/reminders/backoff.ts'
import type { Claimed, Outbox, Settled } from '../domain/reminders/outbox.ts'
import type { SendingPolicy } from '../domain/reminders/sending-policy.ts'
import type { Person } from '../domain/staff.ts'
import type { Clock } from './clock.ts'
import type { SendLimiter, Turn } from './send-limiter.ts'

/** What is to become of entries, by fresh facts. Those of several keys share one message. `why` is a fixed word. */
export type Decision = { keys: readonly string[] } & (
  | { does: 'send'; message: Message /** What its card is about, to be remembered with it. */; shows?: ThingId }
  /** Sent by somebody who knows more about it, asking `before` each request. */
  | { does: 'deliver'; deliver: (before: BeforeRequest) => Promise<Delivery>; shows?: ThingId }
  | { does: 'drop'; why: string }
  | { does: 'later'; at: Temporal.Instant; why: string }
)

/** Decides about all entries of a person that are due together. Each of them is to be in one decision. */
export type Decide = (person: Person, due: readonly Claimed[], now: Temporal.Instant) => Promise<readonly Decision[]>

/** Entries of a person that one owner has. */
export type InHand = { person: Person; owner: string; rows: readonly Claimed[] }

type Parts = {
  outbox: Pick<Outbox, 'begin' | 'settle'>
  messenger: Pick<Messenger, 'sendTo'>
  limiter: Pick<SendLimiter, 'take'>
  policy: Pick<SendingPolicy, 'leaseSeconds' | 'retry'>
  clock: Clock
  random: () => number
  onUnreachable: () => void
}

/**
 * Does what was decided about entries that share one message, and keeps what became of it. The request is made when the
 * limits allow it, and right before it is kept that it is made: whoever finds the entry so knows that it may have arrived.
 */
export async function carryOut(decision: Decision, { person, owner, rows }: InHand, parts: Parts): Promise<void> {
  const { outbox, clock } = parts
  const keys = rows.map(({ key }) => key)
  const settle = (settled: Settled, shows?: ThingId) => outbox.settle(keys, owner, settled, clock.now(), shows)
  const comesAgain = (at: Temporal.Instant, why: string) => settle({ outcome: 'later', at, why })

  if (decision.does === 'drop') return void (await settle({ outcome: 'dropped', why: decision.why }))
  if (decision.does === 'later') return void (await comesAgain(decision.at, decision.why))

  const went: { turn: Turn; ours: boolean; reached: 'nothing' | 'the chat' | 'the message' } = {
    turn: 'go',
    ours: true,
    reached: 'nothing',
  }
  const before: BeforeRequest = async (request, { tenantId, conversationId }) => {
    went.turn = await parts.limiter.take(tenantId, conversationId ?? person.staffCode)
    if (went.turn !== 'go') return false
    went.reached = request === 'send' ? 'the message' : 'the chat'
    if (request === 'open chat') return true
    went.ours = await outbox.begin(keys, owner, clock.now(), parts.policy.leaseSeconds)
    return went.ours
  }
  const said = await (decision.does === 'send'
    ? parts.messenger.sendTo(person, decision.message, before)
    : decision.deliver(before))
  // Whatever became of opening a chat, no message was sent yet.
  const delivery = said.outcome === 'unknown' && went.reached === 'the chat' ? { outcome: 'failed' as const } : said

  // One of several was cancelled, or is somebody else's by now: what is left is decided anew.
  if (!went.ours) return void (await comesAgain(clock.now(), 'changed'))
  if (went.turn === 'stopping') return void (await comesAgain(clock.now(), 'stopping'))
  if (went.turn !== 'go') return void (await comesAgain(went.turn, 'throttled'))
  const settled = afterDelivery(delivery, worst(rows), clock.now(), parts.random(), parts.policy.retry)
  if (settled.outcome === 'not-installed' || settled.outcome === 'blocked') parts.onUnreachable()
  await settle(settled, decision.shows)
}

/** On one message, the entry that was tried most often counts for all. */
function worst(rows: readonly Claimed[]): { attempts: number; unknowns: number } {
  return {
    attempts: Math.max(...rows.map(({ attempts }) => attempts)),
    unknowns: Math.max(...rows.map(({ unknowns }) => unknowns)),
  }
}
