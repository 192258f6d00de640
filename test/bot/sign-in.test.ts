import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { anEntra, entraAddress } from '../support/entra.ts'
import type { TeamsUser } from '../support/fake-teams.ts'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { aisha, tom } from '../support/people.ts'

const secondsOf = (moment: string) => Date.parse(moment) / 1000
const tokenFor = (user: TeamsUser, exp = secondsOf('2026-11-22T11:00:00Z')) =>
  `head.${Buffer.from(JSON.stringify({ oid: user.entraObjectId, exp })).toString('base64url')}.signature`

describe('Asking the case services in the name of whoever asks', () => {
  let office: Office
  let entra: ReturnType<typeof anEntra>
  const shown: (string | undefined)[] = []
  const services = createServer((request, response) => {
    shown.push(request.headers.authorization)
    response.statusCode = 404
    response.end()
  })
  const [anAisha, aTom] = [inTeams(aisha), inTeams(tom)]

  beforeEach(async () => {
    await new Promise<void>((resolve) => services.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(services.address() as AddressInfo).port}`
    const addresses = ['ALLOCATIONS', 'WORKLOAD', 'TIER', 'ESTATE', 'ARNS', 'MANAGE_SUPERVISION', 'DELIUS']
    entra = anEntra()
    office = await anOffice({
      env: {
        CASE_SERVICES: 'hmpps',
        CASE_SERVICES_AUTH: 'entra',
        CASE_SERVICES_SCOPE: 'api://cases/.default',
        CASE_SERVICES_CLIENT_ID: 'cases',
        CASE_SERVICES_CLIENT_SECRET: 'practice only',
        MicrosoftAppTenantId: 'a-tenant',
        AZURE_AUTHORITY_HOST: entraAddress,
        ...Object.fromEntries(addresses.map((name) => [`${name}_URL`, url])),
      },
    })
  })
  afterEach(async () => {
    await office.close()
    entra.end()
    services.closeAllConnections()
    await new Promise((resolve) => services.close(resolve))
  })

  /** In whose name the case services are asked when somebody asks about a case: each name once. */
  async function namesAsking(user: TeamsUser): Promise<(string | undefined)[]> {
    shown.length = 0
    assert.match((await office.teams.say(user, 'show me X320741'))[0]?.text ?? '', /I find no case/)
    return [...new Set(shown)]
  }
  const press = (user: TeamsUser, token: unknown) => {
    const activity = office.teams.pressActivity(user, 'session.unknown', {})
    return office.teams.post({ ...activity, value: { ...(activity.value as object), authentication: { token } } })
  }
  const signIn = (user: TeamsUser, token: unknown) =>
    office.teams.post(
      office.teams.activity(user, {
        type: 'invoke',
        name: 'signin/tokenExchange',
        value: { id: 'exchange-1', connectionName: 'cases', token },
      }),
    )
  const itself = ['Bearer for itself']
  const herself = [`Bearer for ${tokenFor(anAisha)}`]

  it('is done in the name of the service while Teams has given no token', async () => {
    assert.deepEqual(await namesAsking(anAisha), itself)
  })

  it('is done in theirs once they pressed a button with which Teams said who they are, and in nobody else’s', async () => {
    assert.equal((await press(anAisha, tokenFor(anAisha))).status, 200)
    assert.deepEqual(await namesAsking(anAisha), herself)
    assert.deepEqual(await namesAsking(aTom), itself)
    assert.deepEqual(entra.asked, [tokenFor(anAisha), 'itself'])
  })

  it('is done in theirs once Teams signed them in by itself, which hears that it was taken', async () => {
    assert.deepEqual(await signIn(anAisha, tokenFor(anAisha)), {
      status: 200,
      body: { id: 'exchange-1', connectionName: 'cases' },
    })
    assert.deepEqual(await namesAsking(anAisha), herself)
  })

  const useless: [what: string, token: unknown][] = [
    ['of somebody else', tokenFor(aTom)],
    ['that has ended', tokenFor(anAisha, secondsOf('2026-11-22T09:59:00Z'))],
    ['that cannot be read', 'x'],
    ['that is no text', 7],
    ['that is too long', 'x'.repeat(16_001)],
  ]
  for (const [what, token] of useless) {
    it(`is not done with a token ${what}, however it comes`, async () => {
      assert.equal((await press(anAisha, token)).status, 200)
      const { status, body } = await signIn(anAisha, token)
      assert.equal(status, 412)
      assert.deepEqual(Object.keys(body as object), ['id', 'connectionName', 'failureDetail'])
      assert.deepEqual(await namesAsking(anAisha), itself)
      assert.deepEqual(await namesAsking(aTom), itself)
    })
  }

  it('is not done with the token of somebody whom the staff list does not know', async () => {
    const stranger = { name: 'Nobody', entraObjectId: '00000000-0000-4000-8000-00000000abcd' }
    assert.equal((await signIn(stranger, tokenFor(stranger))).status, 412)
  })

  it('is never done in the name of one person while they play the part of another', async () => {
    await office.teams.say(anAisha, `act as ${tom.name}`)
    await press(anAisha, tokenFor(anAisha))
    assert.equal((await signIn(anAisha, tokenFor(anAisha))).status, 412)
    assert.deepEqual(await namesAsking(anAisha), itself)
    await office.teams.say(anAisha, 'act as myself')
    assert.deepEqual(await namesAsking(anAisha), itself)
    await press(anAisha, tokenFor(anAisha))
    assert.deepEqual(await namesAsking(anAisha), herself)
    await office.teams.say(anAisha, `act as ${tom.name}`)
    assert.deepEqual(await namesAsking(anAisha), itself)
  })

  it('leaves no token in the log, in the records, or after a restart', async () => {
    await press(anAisha, tokenFor(anAisha))
    await signIn(anAisha, tokenFor(anAisha))
    await namesAsking(anAisha)
    await office.restart()
    assert.deepEqual(await namesAsking(anAisha), itself)
    const [, claims = ''] = tokenFor(anAisha).split('.')
    assert.ok(!office.log().includes(claims))
    for (const file of readdirSync(office.dataDir)) {
      assert.ok(!readFileSync(join(office.dataDir, file)).includes(claims), file)
    }
  })
})
