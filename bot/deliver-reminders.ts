import type { Logger } from 'pino'
import type { Messenger, StaffList } from '../domain/ports.ts'
import { mayBeSent, pauseAfter } from '../domain/reminders/backoff.ts'
import type { Claimed, Outbox, Settled } from '../domain/reminders/outbox.ts'
import type { SendingPolicy } from '../domain/reminders/sending-policy.ts'
import { isInPost, type Person } from '../domain/staff.ts'
import { errorKind } from './background.ts'
import type { Clock } from './clock.ts'
import { carryOut, type Decide, type Decision, type InHand } from './deliver-one.ts'
import type { SendLimiter } from './send-limiter.ts'

export type Parts = {
  outbox: Pick<Outbox, 'claim' | 'begin' | 'settle'>
  staff: Pick<StaffList, 'byStaffCode'>
  messenger: Pick<Messenger, 'sendTo'>
  limiter: Pick<SendLimiter, 'take' | 'stop'>
  decide: Decide
  policy: SendingPolicy
  clock: Clock
  /** Which instance this is: no other has the same. */
  instance: string
  /** A number from 0 to 1. */
  random: () => number
  log: Logger
  /** Called when somebody is out of reach, so that their next sign of life is not passed over. */
  onUnreachable: () => void
  /** Calls back again and again, and must not keep the process alive; gives what stops it. */
  every: (milliseconds: number, tick: () => void) => () => void
}

/** In milliseconds. */
const lookEvery = 5000
/** So many entries are taken in hand together, and so many people are served at once: enough to use what the limits allow. */
const claimedAtOnce = 80
const servedAtOnce = 64

/**
 * Takes what is due in the outbox to its people. What a message says, and whether it is still needed, is decided just before
 * it is sent; that it is being sent is kept before, and what became of it after. Nothing here throws.
 */
export function deliverReminders(parts: Parts) {
  const { outbox, policy, clock, log } = parts
  const { leaseSeconds, togetherMinutes, retry } = policy
  const pauseSeconds = pauseBetween(policy)
  let running: Promise<void> | undefined
  let stopped = false
  let claims = 0

  const settle = (rows: readonly Claimed[], owner: string, settled: Settled) =>
    outbox.settle(
      rows.map(({ key }) => key),
      owner,
      settled,
      clock.now(),
    )

  async function drain(): Promise<void> {
    const served = new Set<Promise<void>>()
    while (!stopped) {
      // Each claim is an owner of its own: of two that took the same entry one after the other, the first has lost it.
      const owner = `${parts.instance}/${++claims}`
      const asked = { owner, now: clock.now(), leaseSeconds, most: claimedAtOnce, togetherMinutes, pauseSeconds }
      const claimed = await outbox.claim(asked)
      if (claimed.length === 0) break
      for (const [code, rows] of Map.groupBy(claimed, ({ to }) => to)) {
        const serving: Promise<void> = serve(code, rows, owner)
          .catch((error: unknown) => log.error({ error: errorKind(error) }, 'an entry of the outbox was left in hand'))
          .finally(() => served.delete(serving))
        served.add(serving)
        while (served.size >= servedAtOnce) await Promise.race(served)
      }
    }
    await Promise.all(served)
  }

  async function serve(code: Person['staffCode'], rows: readonly Claimed[], owner: string): Promise<void> {
    if (stopped) return void (await settle(rows, owner, { outcome: 'later', at: clock.now(), why: 'stopping' }))
    const person = await parts.staff.byStaffCode(code)
    if (person === undefined || !isInPost(person, clock.today().toString())) {
      return void (await settle(rows, owner, { outcome: 'dropped', why: 'not-in-post' }))
    }
    const due: Claimed[] = []
    for (const row of rows) {
      if (mayBeSent(row, retry)) due.push(row)
      else await settle([row], owner, { outcome: row.unknowns > 1 ? 'unknown' : 'failed' })
    }
    if (due.length > 0) await decideAndDo({ person, owner, rows: due })
  }

  /** Where no decision comes about for several together, each is decided alone, so that one does not hold up the others. */
  async function decideAndDo({ person, owner, rows }: InHand): Promise<void> {
    let decisions: readonly Decision[] = []
    try {
      decisions = await parts.decide(person, rows, clock.now())
    } catch (error) {
      if (rows.length > 1) {
        for (const row of rows) await decideAndDo({ person, owner, rows: [row] })
        return
      }
      log.error({ error: errorKind(error) }, 'nothing could be decided about an entry of the outbox')
    }
    const left = new Map(rows.map((row) => [row.key, row]))
    for (const decision of decisions) {
      const decided = decision.keys.flatMap((key) => left.get(key) ?? [])
      for (const { key } of decided) left.delete(key)
      if (decided.length > 0) await carryOut(decision, { person, owner, rows: decided }, parts)
    }
    for (const row of left.values()) await settle([row], owner, undecided(row))
  }

  function undecided({ attempts }: Claimed): Settled {
    const again = clock.now().add({ seconds: pauseAfter(attempts, parts.random(), retry) })
    return attempts < retry.attempts ? { outcome: 'failed', again } : { outcome: 'failed' }
  }

  /** Does what is due now; while that is going on, the same. */
  function tick(): Promise<void> {
    if (stopped) return Promise.resolve()
    running ??= drain()
      .catch((error: unknown) => log.error({ error: errorKind(error) }, 'the outbox could not be read'))
      .finally(() => {
        running = undefined
      })
    return running
  }

  const cease = parts.every(lookEvery, () => void tick())
  return {
    tick,
    /** Begins nothing more, gives back what was not begun, and waits for what is being sent. */
    async stop(): Promise<void> {
      stopped = true
      cease()
      parts.limiter.stop()
      await running
    },
  }
}

/** Instances that follow each other in one chat are as far apart as its shortest limits look back, two seconds at most. */
function pauseBetween({ perChat }: SendingPolicy): number {
  return Math.min(2, Math.max(...perChat.map(({ seconds }) => seconds)))
}
