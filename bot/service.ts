import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Activity } from 'botbuilder'
import type { Logger } from 'pino'
import { isBankHoliday } from '../config/bank-holidays.ts'
import type { Config } from '../config/config.ts'
import type { Desk } from '../dialogs/turn.ts'
import { warmUp } from '../dialogs/understand/warm-up.ts'
import { supervisionCalendar } from '../domain/supervision-window.ts'
import { workingDaysWithout } from '../domain/working-days.ts'
import { openStore, type Store } from '../store/open-store.ts'
import { actingAs } from './act-as.ts'
import { nightlyRetention } from './apply-retention.ts'
import { askAboutBookings } from './ask-about-bookings.ts'
import { backgroundWork, errorKind } from './background.ts'
import { calendarLinks } from './calendar-links.ts'
import { cardGallery } from './card-gallery.ts'
import { caseServices } from './case-services.ts'
import { channelAuthentication, isServiceUrlServed, isTenantServed } from './channel-door.ts'
import { clockOf } from './clock.ts'
import { entraApplication, tokensOf } from './connector-credentials.ts'
import { dailyRound, everyOf, onceLater } from './daily-round.ts'
import { type Deadlines, usualDeadlines } from './deadlines.ts'
import { handsOver } from './hand-over.ts'
import { hearOfAbsences } from './hear-of-absences.ts'
import { readIncoming } from './incoming.ts'
import { listen } from './listen.ts'
import { teamsMessenger } from './messenger.ts'
import { serviceMetrics } from './metrics.ts'
import { namesOf } from './names-of.ts'
import { nightlyReviews } from './nightly-reviews.ts'
import { policyVersion } from './policy-version.ts'
import { practiceMessenger } from './practice-messenger.ts'
import { publicAddress } from './public-address.ts'
import { reachPeople } from './reach.ts'
import { recently } from './recently.ts'
import { sendLimiter } from './send-limiter.ts'
import { httpServer } from './server.ts'
import { settleAllocations } from './settle-allocations.ts'
import { staffBot } from './staff-bot.ts'
import { type Reminders, startReminders } from './start-reminders.ts'
import { switchedOn } from './switched-on.ts'
import { teamCards } from './team-cards.ts'
import { TeamsAdapter } from './teams-adapter.ts'
import { shortReference, turnErrors } from './turn-errors.ts'
import { isUploadServed } from './upload-file.ts'
import { userTokens } from './user-tokens.ts'
import { whatWaitsInPractice } from './what-waits-in-practice.ts'
import { unhurried, within, withinTurn } from './within.ts'

export type Service = {
  url: string
  store: Store
  /** Makes the reading of messages and the windows of the year ready in the background, so that the first person does not wait. */
  warmUp(): void
  /** Looks in the background who is to be reminded of what today; by itself it does so at six in the morning. */
  sweep(): void
  /** Waits until nothing is going on in the background. */
  idle(): Promise<void>
  /** Does what is due of the daily round now; by itself it looks every minute. */
  goRound(): Promise<void>
  /** Delivers what is due in the outbox now; by itself it looks every few seconds. */
  deliver(): Promise<void>
  /** Takes no more, finishes what is in hand (10 seconds at most), and closes the store. */
  stop(): Promise<void>
}

/**
 * Builds everything from the settings, starts to listen, and says where. `newSeed` is what cases are drawn by: chance that
 * nobody in a conversation controls, save in tests that need the same case each time; `giveFiles` is how files are handed over.
 */
export async function startService(
  config: Config,
  log: Logger,
  deadlines: Deadlines = usualDeadlines,
  newSeed: () => string = () => randomBytes(16).toString('hex'),
  giveFiles = handsOver,
): Promise<Service> {
  const clock = clockOf(config.clock)
  const metrics = serviceMetrics()
  const background = backgroundWork(log)
  const store = await openStore({ databaseUrl: config.databaseUrl, dataDir: config.dataDir, serving: true })

  const tokens = config.app && tokensOf(await entraApplication(config.app, config.authorityHost))
  const authentication = channelAuthentication(config, tokens)
  const adapter = new TeamsAdapter(authentication)
  const limiter = sendLimiter({ limits: store.sendLimits, policy: config.sending, now: clock.now, wait: unhurried })
  const messenger = teamsMessenger({
    authentication,
    conversations: store.conversations,
    clock: config.clock,
    isServiceUrlServed: (serviceUrl) => isServiceUrlServed(config, serviceUrl),
    isTenantServed: (tenantId) => isTenantServed(config, tenantId),
    onOutcome: (outcome) => metrics.sends.inc({ outcome }),
    onThrottled: (tenantId, seconds) => background.run('a silence', () => limiter.hold(tenantId, seconds)),
    deadlineMs: deadlines.reach,
  })
  const lastSeen = recently(60_000, () => performance.now())
  const address = publicAddress(store.state, config.app === undefined ? () => url : undefined)
  const calendar = calendarLinks({
    ...store,
    clock,
    address: address.get,
    newKey: () => randomBytes(32).toString('base64url'),
    days: config.policy.booking.linkDays,
  })
  const told = {
    ...store,
    absences: hearOfAbsences(store.absences, (people) => reminders.again(people)),
    calendarLink: calendar.linkFor,
    cases: await caseServices(config, { staff: store.staff, clock, metrics }),
    seed: newSeed,
    sha256: (text: string) => createHash('sha256').update(text).digest('hex'),
    policy: config.policy,
    allocationPolicy: config.allocation,
    reviewPolicy: config.reviews,
    reminderPolicy: config.reminders,
    switchedOn: await switchedOn(store.state, clock.today(), config.app === undefined),
    policyVersion: policyVersion(config.allocation),
    submitAllocations: config.submitAllocations,
    periods: config.retention,
    handOver: giveFiles(config, store.state, randomUUID),
    workingDays: workingDaysWithout(isBankHoliday),
    practice: config.app === undefined,
  }
  const people = reachPeople({
    desk: told,
    notices: store.notices,
    messenger,
    clock,
    background,
    retry: config.sending.retry,
    random: Math.random,
    onNotReached: lastSeen.forget,
  })
  const { reach } = people
  const desk: Desk = {
    ...told,
    names: namesOf(store),
    mint: randomUUID,
    reach: (notice) => withinTurn(() => reach(notice), background.run, deadlines.withinPress),
  }
  const acting =
    config.app === undefined
      ? actingAs({
          ...store,
          names: desk.names,
          clock,
          waitingFor: (person) => whatWaitsInPractice(person, desk, clock),
        })
      : undefined
  const bot = staffBot({
    store,
    desk,
    messenger,
    teamCards: teamCards({ ...store, desk, messenger, background, later: onceLater }),
    reach,
    clock,
    background,
    metrics,
    log,
    isUploadServed: (address) => isUploadServed(config, address),
    userTokens: userTokens(() => clock.now().epochMilliseconds),
    actingAs: acting,
    lastSeen,
    deadlines,
  })
  adapter.onTurnError = turnErrors({ log, metrics, newReference: () => shortReference(() => randomBytes(1)[0] ?? 0) })

  let stopping = false
  const inHand = new Set<Promise<unknown>>()
  const server = httpServer({
    calendarFile: calendar.fileFor,
    message: async (authorization, body, headers) => {
      const incoming = readIncoming(body)
      if (incoming === undefined) return { status: 400 }
      // The channel brings it again, to another instance or to the next one here.
      if (stopping) return { status: 503 }
      const turn = adapter.receive(authorization, body as Activity, (context) => bot(context, incoming))
      inHand.add(turn)
      const answer = await turn.finally(() => inHand.delete(turn))
      if (answer.status < 300) await address.learn(headers).catch(() => {})
      if (answer.status === 401 || answer.status === 403) metrics.turnedAway.inc({ status: String(answer.status) })
      return answer
    },
    notReady: async () => {
      if (stopping) return ['stopping']
      return store.check().then(
        () => [],
        () => ['store'],
      )
    },
    metrics: async () => ({ contentType: metrics.registry.contentType, text: await metrics.registry.metrics() }),
    gallery: config.app === undefined && !config.production ? cardGallery : undefined,
  })
  // restify passes an error of its socket on, and an error that nobody hears would end the process.
  server.on('error', (error: unknown) => log.error({ error: errorKind(error) }, 'the HTTP server had an error'))
  const url = await listen(server.server, config).catch(async (error: unknown) => {
    await store.close()
    throw error
  })
  background.run('waiting notices', async () => {
    for (const notice of await store.notices.undelivered()) await reach(notice)
  })
  const settling = settleAllocations({ ...told, reach })
  background.run(settling.name, () => settling.run({ now: clock.now(), today: clock.today() }))
  const reminders: Reminders = startReminders({
    ...{ config, store, desk: told, people, limiter, clock, background, metrics, log },
    messenger: acting === undefined ? messenger : practiceMessenger({ messenger, ...store }),
    onUnreachable: lastSeen.forget,
  })
  const round = dailyRound({
    jobs: [
      settling,
      nightlyRetention({ ...store, policy: config.retention, clock }),
      askAboutBookings({ ...told, reach }),
      await nightlyReviews(config, { staff: store.staff, clock, metrics }, told),
      reminders.job,
    ],
    now: config.clock,
    workingDays: told.workingDays,
    claim: (key) => store.answered.keep([key], 'done', clock.now(), []),
    log,
    every: everyOf,
  })

  return {
    url,
    store,
    warmUp: () =>
      background.run('warm-up', async () => {
        await warmUp({ today: clock.today(), names: await desk.names(), policy: config.policy })
        supervisionCalendar(config.policy, clock.today(), desk.workingDays)
      }),
    sweep: reminders.sweep,
    idle: background.idle,
    goRound: round.tick,
    deliver: reminders.deliver,
    async stop() {
      // It listens on while turns are finished, so that whoever asks hears that it is not ready.
      stopping = true
      const finishing = Promise.allSettled([...inHand, round.stop(), reminders.stop()])
      await within(deadlines.finish, finishing.then(background.idle))
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.server.closeIdleConnections()
      await within(lastBytesMs, closed)
      server.server.closeAllConnections()
      await store.close()
    },
  }
}

/** How long the last answers may take to leave when the service stops. */
const lastBytesMs = 200
