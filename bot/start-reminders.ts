import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { Config } from '../config/config.ts'
import type { TellingDesk } from '../dialogs/telling.ts'
import type { StaffCode } from '../domain/ids.ts'
import type { Messenger } from '../domain/ports.ts'
import type { Store } from '../store/open-store.ts'
import type { Background } from './background.ts'
import type { Clock } from './clock.ts'
import { countedOutbox } from './counted-outbox.ts'
import { everyOf, type RoundJob } from './daily-round.ts'
import { decideReminders } from './decide-reminders.ts'
import type { ServiceMetrics } from './metrics.ts'
import { midDialogSince } from './mid-dialog.ts'
import type { PeopleReached } from './reach.ts'
import type { SendLimiter } from './send-limiter.ts'
import { startDelivery } from './start-delivery.ts'
import { sweepReminders } from './sweep-reminders.ts'

type Parts = {
  config: Pick<Config, 'sending'>
  store: Store
  desk: TellingDesk
  people: Pick<PeopleReached, 'deliver'>
  messenger: Messenger
  limiter: SendLimiter
  clock: Clock
  background: Background
  metrics: ServiceMetrics
  log: Logger
  onUnreachable: () => void
}

export type Reminders = {
  /** What is due each working day. */
  job: RoundJob
  /** Looks in the background who is to be reminded of what today, and delivers what is due. */
  sweep(): void
  /** The same for these people and whoever answers to them. */
  again(people: readonly StaffCode[]): void
  /** Delivers what is due now. */
  deliver(): Promise<void>
  /** Begins nothing more, and waits for what is being sent. */
  stop(): Promise<void>
}

/** Starts to deliver what is due, and gives what finds out each day what that is. */
export function startReminders({ config, desk, ...parts }: Parts): Reminders {
  const { store, clock, background } = parts
  const instance = randomUUID()
  const outbox = countedOutbox(store.outbox, parts.metrics)
  const sweep = sweepReminders({ desk, outbox, state: store.state, clock, owner: instance })
  const delivery = startDelivery({
    ...store,
    ...parts,
    outbox,
    policy: config.sending,
    decide: decideReminders({
      ...{ desk, messenger: parts.messenger, audit: store.audit, sending: config.sending },
      midDialogSince: (person) => midDialogSince(person, clock.today(), store),
    }),
    instance,
    random: Math.random,
    every: everyOf,
  })
  return {
    job: sweep.job,
    sweep: () =>
      background.run('reminders', async () => {
        await sweep.now()
        await delivery.tick()
      }),
    again: (people) => background.run('reminders again', () => sweep.again(people)),
    deliver: delivery.tick,
    stop() {
      sweep.stop()
      return delivery.stop()
    },
  }
}
