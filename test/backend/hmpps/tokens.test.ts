import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import { as, manager } from '../../contract/case-services-world.ts'
import { closeAll, notKnownIn, question, type UnderFaults, underFaults } from './asked-in-faults.ts'

/** The tokens with which the services are asked. */
describe('Tokens of HMPPS Auth', () => {
  let now: UnderFaults
  const given = () => now.server.callsTo('hmppsAuth').length

  beforeEach(async () => {
    now = await underFaults()
  })

  afterEach(closeAll)

  it('ten questions at once wait for one token', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => now.services.forAllocation(question)))
    for (const answer of answers) assert.deepEqual(notKnownIn(answer), [])
    assert.equal(given(), 1)
  })

  it('a token is used again by the next question', async () => {
    await now.services.forAllocation(question)
    await now.services.caseloadInShort(question.asker.staffCode, manager)
    assert.equal(given(), 1)
  })

  it('whoever asks is asked for in their own name', async () => {
    await now.services.forAllocation(question)
    await now.services.forAllocation({ ...question, asker: as('N03A002') })
    assert.equal(given(), 2)
    const names = now.server.callsTo('tier').map(({ userName }) => userName)
    assert.deepEqual(names, ['PRIYANAIR', 'AISHAKHAN'])
  })

  it('a token that is turned away is renewed once, however many questions it was turned away from', async () => {
    await now.services.forAllocation(question)
    now.server.auth.revoke()
    const answers = await Promise.all(Array.from({ length: 10 }, () => now.services.forAllocation(question)))
    for (const answer of answers) assert.deepEqual(notKnownIn(answer), [])
    assert.equal(given(), 2)
  })

  it('a service that turns every token away is not asked on and on', async () => {
    now.server.fault({ service: 'arns' }, { does: 'status', status: 401 })
    assert.deepEqual(notKnownIn(await now.services.forAllocation(question)), ['everSexualOffence'])
    assert.ok(now.server.callsTo('arns').length <= 2 * 3)
    assert.ok(given() <= 1 + 3)
  })

  it('a token is renewed a little before it ends', async () => {
    let at = Temporal.Instant.from('2026-11-22T10:00:00Z')
    const { server, services } = await underFaults({ clock: () => at })
    server.world.now = () => at.epochMilliseconds
    const ask = async () => {
      assert.deepEqual(notKnownIn(await services.forAllocation(question)), [])
      return server.callsTo('hmppsAuth').length
    }
    assert.equal(await ask(), 1)
    at = at.add({ minutes: 55 })
    assert.equal(await ask(), 1)
    const asked = server.callsTo('delius').length
    at = at.add({ minutes: 4, seconds: 30 })
    assert.equal(await ask(), 2)
    assert.equal(server.callsTo('delius').length, asked + 1, 'no call was turned away for its token')
  })

  it('services that answer nobody but users answer as ever', async () => {
    now.server.requireUserName()
    assert.deepEqual(notKnownIn(await now.services.forAllocation(question)), [])
  })
})
