import { setTimeout as wait } from 'node:timers/promises'
import { pino } from 'pino'
import { Temporal } from 'temporal-polyfill'
import { channelAuthentication } from '../../bot/channel-door.ts'
import { clockOf } from '../../bot/clock.ts'
import { deliverReminders } from '../../bot/deliver-reminders.ts'
import { teamsMessenger } from '../../bot/messenger.ts'
import { sendLimiter } from '../../bot/send-limiter.ts'
import { readConfig } from '../../config/config.ts'
import { defaultSendingPolicy } from '../../config/sending.ts'
import { openStore } from '../../store/open-store.ts'

/**
 * A service that delivers what is in the outbox of a folder, or of the database that DATABASE_URL names, each message saying
 * the key of its entry. It kills itself with the so-manieth call at the point named, or goes on until nothing is due, says so,
 * and ends. `from` is the time it begins at; its leases last five seconds.
 */
const [, , dataDir = '', from = '', point = '', times = '0'] = process.argv
const moved = Temporal.Now.instant().until(Temporal.Instant.from(from))
const clock = clockOf(() => Temporal.Now.instant().add(moved))
const databaseUrl = process.env.DATABASE_URL
const store = await openStore({ dataDir, databaseUrl, serving: databaseUrl === undefined })
const policy = { ...defaultSendingPolicy, requestsPerSecond: 1000, leaseSeconds: 5 }

let left = Number(times)
/** The service may end right here. */
function at(name: string): void {
  if (name === point && --left <= 0) process.kill(process.pid, 'SIGKILL')
}

const messenger = teamsMessenger({
  authentication: channelAuthentication(readConfig({}), undefined),
  conversations: store.conversations,
  clock: clock.now,
  isServiceUrlServed: () => true,
  isTenantServed: () => true,
  onOutcome: () => at('answered'),
  onThrottled: () => {},
  deadlineMs: 3000,
})
const { tick } = deliverReminders({
  ...store,
  outbox: {
    claim: async (asked) => {
      const claimed = await store.outbox.claim(asked)
      if (claimed.length > 0) at('claimed')
      return claimed
    },
    begin: async (...asked) => {
      at('before begin')
      const begun = await store.outbox.begin(...asked)
      at('begun')
      return begun
    },
    settle: async (...asked) => {
      at('before settle')
      const settled = await store.outbox.settle(...asked)
      at('settled')
      return settled
    },
  },
  messenger,
  limiter: sendLimiter({ limits: store.sendLimits, policy, now: clock.now, wait: (ms) => wait(ms) }),
  decide: async (_person, due) => due.map(({ key }) => ({ does: 'send', keys: [key], message: { text: key } })),
  policy,
  clock,
  instance: String(process.pid),
  random: () => 0,
  log: pino({ level: 'error' }),
  onUnreachable: () => {},
  every: () => () => {},
})

process.stdout.write('ready\n')
// Another instance may have in hand what is left: it is looked for until a lease of its would have ended.
for (let idle = 0; idle < (databaseUrl === undefined ? 1 : 40); idle++) {
  await tick()
  if (databaseUrl !== undefined) await wait(200)
}
await store.close()
process.stdout.write('done\n')
