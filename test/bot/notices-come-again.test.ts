import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Fault } from '../support/fake-teams.ts'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { aisha, priya } from '../support/people.ts'
import { answerOf, aReviewCard, titlesOn } from '../support/sessions-in-chat.ts'
import { whatIsKept } from '../support/what-is-kept.ts'

const manager = inTeams(priya)
const practitioner = inTeams(aisha)

describe('A notice that could not be delivered at once', () => {
  let office: Office
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'again-'))
    const policy = join(folder, 'policy.json')
    await writeFile(policy, JSON.stringify({ sending: { retry: { firstSeconds: 1, mostSeconds: 1 } } }))
    office = await anOffice({
      env: { POLICY_FILE: policy },
      deadlines: { send: 400, reach: 200, withinPress: 120, finish: 2000 },
    })
  })
  afterEach(async () => {
    await office.close()
    await rm(folder, { recursive: true })
  })

  const cards = () => office.teams.seenBy(practitioner).filter(({ card }) => titlesOn(card).includes('I agree'))
  const outbox = () =>
    (whatIsKept(office.dataDir).outbox ?? []).map(({ state, outcome, attempts, unknowns }) => [
      state,
      outcome,
      attempts,
      unknowns,
    ])
  const notices = () => (whatIsKept(office.dataDir).notice ?? []).map(({ state }) => state)

  /** Aisha’s chat fails while Priya saves a session with her. */
  async function saveWhile(fault: Fault): Promise<void> {
    const { teams } = office
    await teams.say(manager, 'hello')
    await teams.say(practitioner, 'hello')
    const review = await aReviewCard(office)
    const chat = office.teams.activity(practitioner, {}).conversation as { id: string }
    teams.fails(({ path }) => (path.includes(encodeURIComponent(chat.id)) ? fault : undefined))
    assert.ok(answerOf(await teams.press(manager, review, 'Save')).card)
    await office.service().idle()
  }

  /** Looks at what is due until it has come to an end; nobody writes meanwhile. */
  async function untilSettled(): Promise<void> {
    for (let tries = 0; tries < 100 && outbox().some(([state]) => state === 'waiting'); tries++) {
      await office.service().deliver()
      await wait(50)
    }
    await office.service().idle()
  }

  it('comes again by itself, once Teams takes it, and then no more', async () => {
    await saveWhile({ status: 503 })
    assert.deepEqual(outbox(), [['waiting', null, 1, 0]])
    assert.equal(cards().length, 0)
    office.teams.fails(() => undefined)
    await untilSettled()
    assert.equal(cards().length, 1)
    assert.deepEqual([outbox(), notices()], [[['ended', 'delivered', 2, 0]], ['delivered']])
    await office.teams.say(practitioner, 'hello')
    await office.service().idle()
    assert.equal(cards().length, 1)
  })

  it('comes once more at most where nobody knows whether it arrived', async () => {
    await saveWhile({ status: 502, taken: true })
    assert.deepEqual(outbox(), [['waiting', null, 1, 1]])
    await untilSettled()
    assert.equal(cards().length, 2)
    assert.deepEqual([outbox(), notices()], [[['ended', 'unknown', 2, 2]], ['waiting']])
    await wait(1100)
    await office.service().deliver()
    assert.equal(cards().length, 2)
  })

  it('does not come again by itself where the person is out of reach, but when they write', async () => {
    await saveWhile({ status: 403 })
    assert.deepEqual(outbox(), [])
    office.teams.fails(() => undefined)
    await office.teams.say(practitioner, 'hello')
    await office.service().idle()
    assert.equal(cards().length, 1)
  })

  it('is dropped from what comes again when the person wrote first', async () => {
    await saveWhile({ status: 503 })
    office.teams.fails(() => undefined)
    await office.teams.say(practitioner, 'hello')
    await office.service().idle()
    assert.equal(cards().length, 1)
    await untilSettled()
    assert.equal(cards().length, 1)
    assert.deepEqual(outbox(), [['ended', 'dropped', 1, 0]])
  })

  it('goes on coming when the person goes out of reach meanwhile: once they return', async () => {
    await saveWhile({ status: 503 })
    office.teams.fails(({ kind }) => (kind === 'send' ? { status: 403 } : undefined))
    for (let tries = 0; tries < 100 && outbox()[0]?.[0] === 'waiting'; tries++) {
      await office.service().deliver()
      await wait(50)
    }
    assert.deepEqual(outbox(), [['unreachable', 'not-installed', 2, 0]])
    office.teams.fails(() => undefined)
    await office.teams.install(practitioner)
    await office.service().idle()
    await untilSettled()
    assert.equal(cards().length, 1)
    assert.deepEqual(
      outbox().map(([state]) => state),
      ['ended'],
    )
  })
})
