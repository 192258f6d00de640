import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { pino } from 'pino'
import type { Decide } from '../../bot/deliver-one.ts'
import { deliverReminders } from '../../bot/deliver-reminders.ts'
import { sendLimiter } from '../../bot/send-limiter.ts'
import { defaultSendingPolicy } from '../../config/sending.ts'
import type { Delivery, Message, Messenger } from '../../domain/ports.ts'
import { type OutboxEntry, outboxKey } from '../../domain/reminders/outbox.ts'
import type { Person } from '../../domain/staff.ts'
import { openStore, type Store } from '../../store/open-store.ts'
import { fakeTime } from '../support/fake-time.ts'
import { aisha, officePeople, priya, tom } from '../support/people.ts'
import { draftId, morning } from '../support/records.ts'

const place = { serviceUrl: 'https://smba.example.org/', conversationId: 'a:1', messageId: '7' }
const delivered: Delivery = { outcome: 'delivered', place }

const entry = (to: Person, step: string, seconds = 0): OutboxEntry => ({
  key: outboxKey(to.staffCode, 'action-due', 'one', step),
  to: to.staffCode,
  what: 'action-due',
  about: {},
  dueAt: morning.add({ seconds }),
})

/** Says of each entry what its key ends with, one message for all of them. */
const together: Decide = async (_person, due) => [
  {
    does: 'send',
    keys: due.map(({ key }) => key),
    message: { text: due.map(({ key }) => key.split('/').at(-1)).join(' and ') },
  },
]

describe('Delivering what is due', () => {
  let folder: string
  let store: Store
  let time: ReturnType<typeof fakeTime>
  let sent: string[]
  let logged: string[]
  let answer: (text: string) => Delivery | Promise<Delivery>
  let unreachable: number

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'deliver-'))
    store = await openStore({ dataDir: join(folder, 'data'), serving: true })
    await store.staff.put(officePeople, { event: 'staff.imported', at: morning })
    time = fakeTime()
    sent = []
    logged = []
    unreachable = 0
    answer = () => delivered
  })
  afterEach(async () => {
    await store.close()
    await rm(folder, { recursive: true })
  })

  const messenger: Pick<Messenger, 'sendTo'> = {
    async sendTo(person: Person, message: Message, before) {
      const text = 'text' in message ? message.text : ''
      const where = { tenantId: 't', conversationId: person.staffCode }
      if ((await before?.('send', where)) === false) return { outcome: 'failed' }
      sent.push(`${person.name}: ${text}`)
      return await answer(text)
    },
  }
  const clock = { now: () => time.now(), today: () => time.now().toZonedDateTimeISO('Europe/London').toPlainDate() }

  function worker(decide: Decide, instance = 'one') {
    return deliverReminders({
      ...store,
      messenger,
      limiter: sendLimiter({ limits: store.sendLimits, policy: defaultSendingPolicy, now: time.now, wait: time.wait }),
      decide,
      policy: defaultSendingPolicy,
      clock,
      instance,
      random: () => 1,
      log: pino({}, { write: (line: string) => void logged.push(line) }),
      onUnreachable: () => unreachable++,
      every: () => () => {},
    })
  }
  /** One look at what is due, so many seconds after nine. */
  async function lookAt(seconds: number, { tick }: { tick(): Promise<void> }): Promise<void> {
    await time.until(time.wait(Math.max(0, seconds * 1000 - time.passed())))
    await time.until(tick())
  }
  const stands = async (person: Person) =>
    (await store.outbox.ofPerson(person.staffCode, 50))
      .map(({ key, state, outcome, why }) => [key.split('/').at(-1), state, outcome, ...(why ? [why] : [])])
      .sort()

  it('joins what falls due within ten minutes into one message, once for all of it', async () => {
    await store.outbox.enqueue(
      [entry(aisha, 'a'), entry(aisha, 'b', 300), entry(aisha, 'c', 600), entry(aisha, 'd', 601), entry(tom, 'e')],
      morning,
    )
    const { tick } = worker(together)
    await lookAt(0, { tick })
    assert.deepEqual(sent.sort(), ['Aisha Khan: a and b and c', 'Tom Okafor: e'])
    await lookAt(700, { tick })
    await lookAt(9000, { tick })
    assert.deepEqual(sent.slice(2), ['Aisha Khan: d'])
    assert.deepEqual(
      await stands(aisha),
      ['a', 'b', 'c', 'd'].map((step) => [step, 'ended', 'delivered']),
    )
    const [kept] = await store.outbox.ofPerson(aisha.staffCode, 1)
    assert.deepEqual(kept?.place, place)
  })

  it('drops what is not true any more, and puts off what is not for now, each with why', async () => {
    await store.outbox.enqueue([entry(aisha, 'a'), entry(aisha, 'b')], morning)
    const decide: Decide = async (_person, due, now) =>
      due.map(({ key }) =>
        key.endsWith('a')
          ? { does: 'drop', keys: [key], why: 'booked' }
          : now.epochMilliseconds < morning.add({ seconds: 3600 }).epochMilliseconds
            ? { does: 'later', keys: [key], at: morning.add({ seconds: 3600 }), why: 'absent' }
            : { does: 'send', keys: [key], message: { text: 'b' }, shows: draftId(1) },
      )
    const { tick } = worker(decide)
    await lookAt(0, { tick })
    assert.deepEqual(await stands(aisha), [
      ['a', 'ended', 'dropped', 'booked'],
      ['b', 'waiting', 'later', 'absent'],
    ])
    await lookAt(3500, { tick })
    assert.deepEqual(sent, [])
    await lookAt(3600, { tick })
    assert.deepEqual(sent, ['Aisha Khan: b'])
    assert.deepEqual(await store.shownCards.of(draftId(1), aisha.staffCode), [place])
  })

  const outcomes: [string, Delivery, number, unknown[]][] = [
    ['delivered', delivered, 1, ['ended', 'delivered']],
    ['failed each time', { outcome: 'failed' }, 20, ['ended', 'failed']],
    ['not known each time', { outcome: 'unknown' }, 2, ['ended', 'unknown']],
    ['too big', { outcome: 'too-big' }, 1, ['ended', 'too-big']],
    ['not installed', { outcome: 'not-installed' }, 1, ['unreachable', 'not-installed']],
    ['blocked', { outcome: 'blocked' }, 1, ['unreachable', 'blocked']],
  ]
  for (const [what, delivery, times, expected] of outcomes) {
    it(`what is ${what} is sent ${times === 1 ? 'once' : `${times} times`} in a day, and is then “${expected.join(', ')}”`, async () => {
      await store.outbox.enqueue([entry(aisha, 'a')], morning)
      answer = () => delivery
      const { tick } = worker(together)
      for (let minute = 0; minute < 24 * 60; minute += 10) await lookAt(minute * 60, { tick })
      assert.equal(sent.length, times)
      assert.deepEqual(await stands(aisha), [['a', ...expected]])
    })
  }

  it('what was throttled comes again when Teams says, and that is no attempt', async () => {
    await store.outbox.enqueue([entry(aisha, 'a')], morning)
    answer = () => ({ outcome: 'throttled', retryAfterSeconds: 90 })
    const { tick } = worker(together)
    for (let round = 0; round < 30; round++) await lookAt(round * 100, { tick })
    assert.equal(sent.length, 30)
    answer = () => delivered
    await lookAt(3060, { tick })
    assert.deepEqual(await stands(aisha), [['a', 'ended', 'delivered']])
  })

  it('somebody out of reach is tried once for all that waits, and again when they return', async () => {
    await store.outbox.enqueue([entry(aisha, 'a'), entry(aisha, 'b', 3600)], morning)
    answer = () => ({ outcome: 'not-installed' })
    const { tick } = worker(together)
    for (const seconds of [0, 600, 4000, 8000]) await lookAt(seconds, { tick })
    assert.deepEqual(sent, ['Aisha Khan: a'])
    assert.equal(unreachable, 1)
    answer = () => delivered
    await store.outbox.returned(aisha.staffCode, time.now())
    await lookAt(8010, { tick })
    assert.deepEqual(sent, ['Aisha Khan: a', 'Aisha Khan: a and b'])
  })

  it('nothing is sent to somebody who is not in post, or not on the staff list', async () => {
    const left = { ...tom, endedOn: '2026-11-19' } as Person
    await store.staff.put([left], { event: 'staff.imported', at: morning })
    await store.outbox.enqueue([entry(tom, 'a'), entry({ ...tom, staffCode: 'X999' } as Person, 'b')], morning)
    await lookAt(0, worker(together))
    assert.deepEqual(sent, [])
    assert.deepEqual(await stands(tom), [['a', 'ended', 'dropped', 'not-in-post']])
  })

  it('when the service stops, what is being sent is finished, and what was not begun is given back at once', async () => {
    await store.outbox.enqueue([entry(aisha, 'a'), entry(tom, 'b'), entry(priya, 'c')], morning)
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    answer = () => held.then(() => delivered)
    const { tick, stop } = worker(together)
    const working = tick()
    while (sent.length === 0) await setImmediate()
    const stopping = stop()
    release()
    await time.until(Promise.all([working, stopping]))
    assert.equal(sent.length, 1)
    const all = await Promise.all([aisha, tom, priya].map(stands))
    const givenBack = (step: string) => [step, 'waiting', 'later', 'stopping']
    assert.deepEqual(all.flat(), [['a', 'ended', 'delivered'], givenBack('b'), givenBack('c')])
    await lookAt(5, worker(together, 'other'))
    assert.deepEqual(sent, ['Aisha Khan: a', 'Tom Okafor: b', 'Priya Nair: c'])
  })

  it('two instances share the work, and nothing is sent twice', async () => {
    const people = Array.from(
      { length: 100 },
      (_, number) => ({ ...aisha, staffCode: `Q${1000 + number}`, entraObjectId: undefined }) as never as Person,
    )
    await store.staff.put(people, { event: 'staff.imported', at: morning })
    await store.outbox.enqueue(
      people.flatMap((person) => ['a', 'b', 'c'].map((step) => entry(person, step))),
      morning,
    )
    const [one, other] = [worker(together), worker(together, 'other')]
    await time.until(Promise.all([one.tick(), other.tick()]))
    assert.deepEqual(sent, Array(100).fill('Aisha Khan: a and b and c'))
    assert.ok(time.passed() >= (99 / 40) * 1000)
  })

  it('one entry that nothing can be decided about, or was forgotten, holds up no other', async () => {
    await store.outbox.enqueue(
      [entry(aisha, 'bad'), entry(aisha, 'good'), entry(tom, 'forgotten'), entry(priya, 'p')],
      morning,
    )
    const decide: Decide = async (person, due, now) => {
      if (due.some(({ key }) => key.endsWith('bad'))) throw new Error('Aisha Khan, X320741')
      return person.staffCode === tom.staffCode ? [] : together(person, due, now)
    }
    await lookAt(0, worker(decide))
    assert.deepEqual(sent.sort(), ['Aisha Khan: good', 'Priya Nair: p'])
    assert.deepEqual(await stands(aisha), [
      ['bad', 'waiting', 'failed'],
      ['good', 'ended', 'delivered'],
    ])
    assert.deepEqual(await stands(tom), [['forgotten', 'waiting', 'failed']])
    assert.match(logged.join(), /nothing could be decided/)
    assert.doesNotMatch(logged.join(), /Aisha|X320741/)
  })
})
