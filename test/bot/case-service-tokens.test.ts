import assert from 'node:assert/strict'
import type { ConfidentialClientApplication } from '@azure/msal-node'
import sinon from 'sinon'
import { entraCaseTokens } from '../../bot/case-service-tokens.ts'

function anApplication() {
  const inAnHour = new Date(Date.now() + 3_600_000)
  const own = sinon.fake.resolves({ accessToken: 'the service', expiresOn: inAnHour })
  const onBehalf = sinon.fake(async ({ oboAssertion }: { oboAssertion: string }) => {
    if (oboAssertion === 'not theirs') throw new Error('invalid_grant')
    return { accessToken: `for ${oboAssertion}`, expiresOn: inAnHour }
  })
  const application = { acquireTokenByClientCredential: own, acquireTokenOnBehalfOf: onBehalf }
  return {
    own,
    onBehalf,
    token: entraCaseTokens(application as unknown as ConfidentialClientApplication, 'api://cases'),
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

  it('asks once at a time for one person, and apart for each', async () => {
    const { token, onBehalf } = anApplication()
    await Promise.all([token({ userToken: 'aisha' }), token({ userToken: 'aisha' }), token({ userToken: 'tom' })])
    assert.equal(onBehalf.callCount, 2)
  })

  it('never falls back to the service itself when the token of a person is not accepted', async () => {
    const { token, own } = anApplication()
    await assert.rejects(token({ userToken: 'not theirs' }))
    assert.equal(own.callCount, 0)
    await assert.rejects(token({ userToken: 'not theirs' }))
  })
})
