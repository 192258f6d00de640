import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { pino } from 'pino'
import { deliverReminders } from '../../bot/deliver-reminders.ts'
import { type SendLimiter, sendLimiter } from '../../bot/send-limiter.ts'
import { defaultSendingPolicy } from '../../config/sending.ts'
import { StaffCode } from '../../domain/ids.ts'
import type { Delivery, Messenger } from '../../domain/ports.ts'
import { type OutboxEntry, outboxKey } from '../../domain/reminders/outbox.ts'
import { requestsKept, type SendingPolicy } from '../../domain/reminders/sending-policy.ts'
import type { Person } from '../../domain/staff.ts'
import { openStore } from '../../store/open-store.ts'
import { type FakeTime, fakeTime } from '../support/fake-time.ts'
import { morning } from '../support/records.ts'
import { quantile, report } from './report.ts'

/**
 * Draining an outbox into a connector that keeps Teams' limits and answers after a while, on a clock that goes on when
 * everything waits for it; the store is a real one. Half of the people have no chat yet, which takes a request more. Nothing
 * here passes or fails.
 */
const count = 20_000
setFlagsFromString('--expose-gc')
/** So that what is counted is what is held, and not what has not been cleared away yet. */
const clearAway = runInNewContext('gc') as () => void
const policy: SendingPolicy = defaultSendingPolicy
const codeOf = (number: number) => StaffCode.parse(`B${String(number).padStart(6, '0')}`)
const hasChat = (code: string) => Number(code.slice(1)) % 2 === 0

/** Takes at most so many requests in any second, and answers 429 to the others; an answer takes 50 to 500 ms. */
function connector(time: FakeTime, limiter: () => SendLimiter) {
  const recent: number[] = []
  const seen = { taken: 0, refused: 0, most: 0 }
  async function request(): Promise<Delivery | undefined> {
    const at = time.passed()
    while (recent.length > 0 && (recent[0] ?? 0) <= at - 1000) recent.shift()
    const refused = recent.length >= policy.requestsPerSecond
    if (!refused) recent.push(at)
    seen.most = Math.max(seen.most, recent.length)
    await time.wait(50 + ((seen.taken * 7919) % 451))
    seen[refused ? 'refused' : 'taken'] += 1
    if (!refused) return undefined
    await limiter().hold('tenant', 1)
    return { outcome: 'throttled', retryAfterSeconds: 1 }
  }
  const messenger: Pick<Messenger, 'sendTo'> = {
    async sendTo({ staffCode }, _message, before) {
      const where = { tenantId: 'tenant', conversationId: staffCode }
      for (const kind of hasChat(staffCode) ? (['send'] as const) : (['open chat', 'send'] as const)) {
        if ((await before?.(kind, where)) === false) return { outcome: 'failed' }
        const refused = await request()
        if (refused !== undefined) return refused
      }
      return {
        outcome: 'delivered',
        place: { serviceUrl: 'https://smba.example.org/', conversationId: staffCode, messageId: '1' },
      }
    },
  }
  return { messenger, seen }
}

async function drain(dataDir: string): Promise<void> {
  const store = await openStore({ dataDir, serving: true })
  const people = Array.from(
    { length: count },
    (_, number): Person => ({
      staffCode: codeOf(number),
      name: `Bench ${number}`,
      grade: 'PO',
      training: {},
    }),
  )
  await store.staff.put(people, { event: 'staff.imported', at: morning })
  const entries = people.map(
    ({ staffCode: to }): OutboxEntry => ({
      key: outboxKey(to, 'window-closing', 'reflective', '14'),
      to,
      what: 'window-closing',
      about: {},
      dueAt: morning,
    }),
  )
  const filling = performance.now()
  await store.outbox.enqueue(entries, morning)
  const filled = performance.now() - filling

  const time = fakeTime()
  const limiter = sendLimiter({ limits: store.sendLimits, policy, now: time.now, wait: time.wait })
  const { messenger, seen } = connector(time, () => limiter)
  const queries: number[] = []
  const memory: number[] = []
  const { claim } = store.outbox
  const { tick } = deliverReminders({
    ...store,
    outbox: {
      ...store.outbox,
      async claim(asked) {
        const began = performance.now()
        const claimed = await claim(asked)
        queries.push(performance.now() - began)
        if (seen.taken >= memory.length * 1000) {
          clearAway()
          memory.push(process.memoryUsage().heapUsed / 2 ** 20)
        }
        return claimed
      },
    },
    messenger,
    limiter,
    decide: async (_person, due) => due.map(({ key }) => ({ does: 'send', keys: [key], message: { text: key } })),
    policy,
    clock: { now: time.now, today: () => time.now().toZonedDateTimeISO('Europe/London').toPlainDate() },
    instance: 'bench',
    random: Math.random,
    log: pino({ level: 'error' }),
    onUnreachable: () => {},
    every: () => () => {},
  })
  const began = performance.now()
  await time.until(tick(), 3)
  const took = performance.now() - began
  const outcomes = await store.outbox.report(morning, count * 2)
  await store.close()
  if (outcomes.some(({ outcome, count }) => outcome !== 'delivered' || count !== 1) || outcomes.length !== count) {
    throw new Error('Not everything was delivered once.')
  }
  const requests = seen.taken
  const allowed = requests / requestsKept(policy)
  const third = Math.floor(memory.length / 3)
  const middle = (from: number) => quantile(memory.slice(from, from + third), 0.5)
  report(`draining ${count} over what limits allow`, time.passed() / 1000 / allowed, 'at most 1.05', {
    seconds: time.passed() / 1000,
    allowedSeconds: allowed,
    requests,
    refused: seen.refused,
    mostInASecond: seen.most,
    enqueueMs: filled,
    ownMs: took,
    claimP99Ms: quantile(queries, 0.99),
    claimMaxMs: Math.max(...queries),
    heapGrowth: middle(memory.length - third) / middle(third),
  })
}

const dataDir = await mkdtemp(join(tmpdir(), 'bench-outbox-'))
try {
  await drain(join(dataDir, 'data'))
} finally {
  await rm(dataDir, { recursive: true, force: true })
}
