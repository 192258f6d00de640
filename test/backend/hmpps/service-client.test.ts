import assert from 'node:assert/strict'
import { z } from 'zod'
import type { Answer } from '../../../backend/hmpps/answer-in-reply.ts'
import { within } from '../../../backend/hmpps/deadline.ts'
import { type ServiceCall, type ServiceOptions, serviceClient } from '../../../backend/hmpps/service-client.ts'
import { type CallLimits, usualLimits } from '../../../backend/hmpps/service-line.ts'
import { path } from '../../../backend/hmpps/service-path.ts'
import { asker, type StubService, type Stubs, stubNow, stubService } from './stub-service.ts'

const Thing = z.object({ a: z.number() })
const hang = () => undefined
const reset = (response: { socket: { destroy(): void } | null }) => response.socket?.destroy()

describe('A case service, asked over HTTP', () => {
  let stub: StubService
  let calls: ServiceCall[]

  afterEach(() => stub.close())

  async function begin(stubs: Stubs, limits: Partial<CallLimits> = {}, options: Partial<ServiceOptions> = {}) {
    stub = await stubService(stubs)
    calls = []
    const client = serviceClient({
      service: 'tier',
      url: `${stub.url}/`,
      token: async () => 'a-token',
      limits: { ...usualLimits, call: 100, pause: 1, ...limits },
      now: () => stubNow.epochMilliseconds,
      onCall: (call) => calls.push(call),
      ...options,
    })
    const read = (whole = 2000, crn = 'X320741'): Promise<Answer<{ a: number }>> =>
      within(whole, (deadline) => client.read({ at: path`/case/${crn}`, reads: Thing }, asker, deadline))
    const handIn = (whole = 300) =>
      within(whole, (deadline) => client.handIn(path`/case/${'X320741'}`, { crn: 'X320741' }, asker, deadline))
    return { read, handIn }
  }

  const statuses: [status: number, answer: string, attempts: number][] = [
    [400, 'bad-request', 1],
    [403, 'forbidden', 1],
    [404, 'not-found', 1],
    [409, 'bad-request', 1],
    [302, 'not-understood', 1],
    [408, 'not-answered', 1],
    [424, 'not-answered', 1],
    [429, 'not-answered', 1],
    [500, 'not-answered', 3],
    [503, 'not-answered', 3],
    [504, 'not-answered', 3],
  ]
  for (const [status, answer, attempts] of statuses) {
    it(`is asked ${attempts === 1 ? 'once' : 'three times'} when it says ${status}, which means ${answer}`, async () => {
      const { read } = await begin({ 'GET /case/X320741': { status } })
      assert.deepEqual(await read(), { status: answer })
      assert.equal(stub.asked.length, attempts)
      assert.deepEqual(
        calls.map(({ service, operation, outcome, attempts: out }) => ({ service, operation, outcome, out })),
        [{ service: 'tier', operation: 'GET /case/*', outcome: answer, out: attempts }],
      )
    })
  }

  const unreadable: [what: string, text: string][] = [
    ['half an answer', '{"a":'],
    ['the page of a proxy', '<!doctype html>'],
    ['nothing', ''],
    ['another shape', '{"a":"one"}'],
    ['more than two megabytes', JSON.stringify({ a: 1, filler: 'x'.repeat(2 * 1024 * 1024) })],
  ]
  for (const [what, text] of unreadable) {
    it(`is not understood when it says ${what}`, async () => {
      const { read } = await begin({ 'GET /case/X320741': (response) => response.end(text) })
      assert.deepEqual(await read(), { status: 'not-understood' })
      assert.equal(stub.asked.length, 1)
    })
  }

  it('is asked again after a hang and a reset, and then answers', async () => {
    const turns = [hang, reset]
    const { read } = await begin({
      'GET /case/X320741': { turn: () => turns.shift() ?? { body: { a: 1, more: true } } },
    })
    assert.deepEqual(await read(), { status: 'ok', body: { a: 1 } })
    assert.equal(stub.asked.length, 3)
  })

  it('is not waited for beyond the deadline, also where it would be tried again', async () => {
    const { read } = await begin({ 'GET /case/X320741': (_response) => undefined }, { call: 10_000 })
    assert.deepEqual(await read(50), { status: 'not-answered' })
    assert.equal(stub.asked.length, 1)
  })

  it('gets the pause it asks for, and is not asked again where that is too long', async () => {
    const turns = [{ status: 429, retryAfter: '0' }]
    const quick = await begin({ 'GET /case/X320741': { turn: () => turns.shift() ?? { body: { a: 2 } } } })
    assert.deepEqual(await quick.read(), { status: 'ok', body: { a: 2 } })
    await stub.close()
    for (const retryAfter of ['30', 'Sun, 22 Nov 2026 10:00:30 GMT', 'soon']) {
      const busy = await begin({ 'GET /case/X320741': { status: 429, retryAfter } })
      assert.deepEqual(await busy.read(), { status: 'not-answered' }, retryAfter)
      assert.equal(stub.asked.length, 1)
      await stub.close()
    }
    stub = await stubService({})
  })

  it('is left alone after many failures in a row, and asked again later', async () => {
    const stubs: Stubs = { 'GET /case/X320741': { status: 500 } }
    const { read } = await begin(stubs, { failures: 5, rest: 40 })
    await read()
    await read()
    const before = stub.asked.length
    assert.equal(before, 5)
    assert.deepEqual(await read(), { status: 'not-answered' })
    assert.equal(stub.asked.length, before)
    assert.equal(calls.at(-1)?.attempts, 0)
    stubs['GET /case/X320741'] = { body: { a: 3 } }
    await new Promise((resolve) => setTimeout(resolve, 60))
    assert.deepEqual(await read(), { status: 'ok', body: { a: 3 } })
  })

  it('is asked only so many things at a time, and keeps few connections', async () => {
    const answer = (response: { end(text: string): void }) => void setTimeout(() => response.end('{"a":1}'), 5)
    const { read } = await begin({ 'GET /case/X320741': (response) => answer(response) }, { atOnce: 3 })
    const answers = await Promise.all(Array.from({ length: 200 }, () => read()))
    assert.ok(answers.every(({ status }) => status === 'ok'))
    assert.ok(stub.mostAtOnce() <= 3)
    assert.ok(stub.sockets.size <= 6, `${stub.sockets.size} connections`)
  })

  it('gets a new token once when it turns one away', async () => {
    const given: (string | undefined)[] = []
    const token = async (_viewer: unknown, refused?: string) => {
      given.push(refused)
      return refused === undefined ? 'stale' : 'fresh'
    }
    const stubs: Stubs = {}
    const { read, handIn } = await begin(stubs, {}, { token })
    const byToken = {
      turn: () => (stub.asked.at(-1)?.token === 'Bearer fresh' ? { body: { a: 1 } } : { status: 401 }),
    }
    stubs['GET /case/X320741'] = byToken
    stubs['POST /case/X320741'] = byToken
    assert.deepEqual(await read(), { status: 'ok', body: { a: 1 } })
    assert.equal(await handIn(), 'accepted')
    assert.deepEqual(given, [undefined, 'stale', undefined, 'stale'])
    stubs['GET /case/X320741'] = { status: 401 }
    assert.deepEqual(await read(), { status: 'not-answered' })
  })

  it('is not asked at all without a token', async () => {
    const token = () => Promise.reject(new Error('none'))
    const { read, handIn } = await begin({}, {}, { token })
    assert.deepEqual(await read(), { status: 'not-answered' })
    assert.equal(await handIn(), 'not-sent')
    assert.equal(stub.asked.length, 0)
  })

  const handed: [what: string, stubbed: Stubs[string], outcome: string][] = [
    ['takes it', { body: { personManagerId: 'x' } }, 'accepted'],
    ['takes it and says nothing', (response) => response.end(''), 'nothing'],
    ['says null', { body: null }, 'nothing'],
    ['refuses it', { status: 400 }, 'refused'],
    ['has it no longer', { status: 404 }, 'refused'],
    ['is too busy', { status: 429, retryAfter: '0' }, 'not-sent'],
    ['fails', { status: 500 }, 'unknown'],
    ['fails further back', { status: 424 }, 'unknown'],
    ['hangs', (_response) => undefined, 'unknown'],
    ['breaks the connection', (response) => response.socket?.destroy(), 'unknown'],
  ]
  for (const [what, stubbed, outcome] of handed) {
    it(`leaves something handed in once as ${outcome} when it ${what}`, async () => {
      const { handIn } = await begin({ 'POST /case/X320741': stubbed })
      assert.equal(await handIn(), outcome)
      assert.equal(stub.asked.length, 1)
      assert.equal(calls[0]?.outcome, outcome)
    })
  }

  it('has got nothing where no connection came about', async () => {
    const { handIn, read } = await begin({})
    await stub.close()
    assert.equal(await handIn(), 'not-sent')
    assert.deepEqual(await read(), { status: 'not-answered' })
    stub = await stubService({})
  })

  it('takes any value as one segment of a path', async () => {
    const { read } = await begin({})
    await read(1000, '../a/b?c')
    await read(1000, '..')
    assert.deepEqual(stub.lines(), ['GET /case/..%2Fa%2Fb%3Fc', 'GET /case/-'])
    assert.ok(calls.every(({ operation }) => operation === 'GET /case/*'))
  })
})
