import assert from 'node:assert/strict'
import type { ConfidentialClientApplication } from '@azure/msal-node'
import sinon from 'sinon'
import { entraCaseTokens } from '../../bot/case-service-tokens.ts'

function anApplication() {
  const inAnHour = new Date(Date.now() + 3_600_000)
  let count = 0
  const own = sinon.fake(async (_request: object) => {
    return { accessToken: ++count === 1 ? 'the service' : `the service ${count}`, expiresOn: inAnHour }
  })
  const onBehalf = sinon.fake(async ({ oboAssertion }: { oboAssertion: string }) => {
    if (oboAssertion === 'not theirs') throw new Error('invalid_grant')
    return { accessToken: `for ${oboAssertion}`, expiresOn: inAnHour }
  })
  const clearCache = sinon.fake()
  const applications = {
    own: { acquireTokenByClientCredential: own },
    ofPeople: { acquireTokenOnBehalfOf: onBehalf, clearCache },
  } as unknown as Record<'own' | 'ofPeople', ConfidentialClientApplication>
  return {
    own,
    onBehalf,
    clearCache,
    token: entraCaseTokens(applications, 'api://cases'),
  }
}

describe('Signing in to the case services with Entra', () => {
  it('is done in the name of whoever asks, where Teams gave their token', async () => {
    const { token, onBehalf, own } = anApplication()
    assert.equal(await token({ userToken: 'aisha' }), 'for aisha')
    assert.deepEqual(onBehalf.firstCall.args[0], { oboAssertion: 'aisha', scopes: ['api://cases'] })
    assert.equal(own.callCount, 0)
  })

  it('is done in the name of the service otherwise, with one request for all who ask at once', async () => {
    const { token, own } = anApplication()
    assert.deepEqual(await Promise.all([token({}), token({}), token({})]), Array(3).fill('the service'))
    await token({})
    assert.equal(own.callCount, 1)
  })

  it('gives no token of the service again that was turned away, and asks Entra itself for another, once', async () => {
    const { token, own } = anApplication()
    const turnedAway = await token({})
    const others = await Promise.all([token({}, turnedAway), token({}, turnedAway), token({}, turnedAway)])
    assert.deepEqual(others, Array(3).fill('the service 2'))
    assert.deepEqual(
      own.args.map(([request]) => request),
      [
        { scopes: ['api://cases'], skipCache: false },
        { scopes: ['api://cases'], skipCache: true },
      ],
    )
    // Somebody else's question was turned away with the same one, a little later.
    assert.equal(await token({}, turnedAway), 'the service 2')
    assert.equal(await token({}), 'the service 2')
    assert.equal(own.callCount, 2)
  })

  it('has no other token for a person whose token was turned away, and does not ask in the name of the service', async () => {
    const { token, own, onBehalf } = anApplication()
    const given = await token({ userToken: 'aisha' })
    await assert.rejects(token({ userToken: 'aisha' }, given), ({ message }: Error) => !message.includes('aisha'))
    assert.equal(own.callCount, 0)
    assert.equal(onBehalf.callCount, 1)
  })

  it('asks once at a time for one person, and apart for each', async () => {
    const { token, onBehalf } = anApplication()
    await Promise.all([token({ userToken: 'aisha' }), token({ userToken: 'aisha' }), token({ userToken: 'tom' })])
    assert.equal(onBehalf.callCount, 2)
  })

  it('does not keep the tokens of everybody for ever', async () => {
    const { token, clearCache } = anApplication()
    for (let person = 1; person < 1000; person++) await token({ userToken: String(person) })
    assert.equal(clearCache.callCount, 0)
    for (let person = 1000; person <= 2000; person++) await token({ userToken: String(person) })
    assert.equal(clearCache.callCount, 2)
  })

  it('never falls back to the service itself when the token of a person is not accepted', async () => {
    const { token, own } = anApplication()
    await assert.rejects(token({ userToken: 'not theirs' }))
    assert.equal(own.callCount, 0)
    await assert.rejects(token({ userToken: 'not theirs' }))
  })
})
