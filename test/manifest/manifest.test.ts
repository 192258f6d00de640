import assert from 'node:assert/strict'
import { Socket } from 'node:net'
import sinon from 'sinon'
import { environments, type Installation, manifestFor } from '../../manifest/manifest.ts'
import { manifestProblems, placeholdersIn } from '../../manifest/manifest-problems.ts'

const installation: Installation = {
  environment: 'prod',
  appId: '3f0c1c52-9a1d-4d0e-8d5c-0a6f0d1b7e11',
  botId: '9b7d6a34-5c21-4f8b-a0b9-2f4f6f2c8d22',
  domain: 'supervision.example.gov.uk',
  version: '1.4.2',
}

describe('the Teams manifest', () => {
  before(() => {
    sinon.stub(Socket.prototype, 'connect').throws(new Error('the manifest is checked without a network'))
  })
  after(() => sinon.restore())

  it('is one that Teams takes', async () => {
    assert.deepEqual(await manifestProblems(manifestFor(installation)), [])
  })

  describe('with everything wrong at once', () => {
    let problems: string[] = []
    before(async () => {
      const good = manifestFor(installation)
      const wrong = {
        ...good,
        id: 'supervision',
        name: { short: 'x'.repeat(31) },
        description: { short: 'x'.repeat(81), full: 'x' },
        accentColor: 'blue',
        packageName: 'uk.gov.example',
        bots: [
          { botId: '1', scopes: [], commandLists: [{ scopes: ['team' as const], commands: [] }] },
          { botId: installation.botId, scopes: ['personal' as const] },
        ],
        validDomains: ['https://supervision.example.gov.uk/x'],
      }
      problems = await manifestProblems(wrong)
    })

    const named: [string, RegExp][] = [
      ['an app id that is no GUID', /^\/id must match/],
      ['a bot id that is no GUID', /^\/bots\/0\/botId must match/],
      ['a second bot', /^\/bots must NOT have more than 1/],
      ['a name above 30 characters', /^\/name\/short must NOT have more than 30/],
      ['a short description above 80', /^\/description\/short must NOT have more than 80/],
      ['a colour in words', /^\/accentColor must match/],
      ['a setting Teams does not know', /additional properties/],
      ['a bot without a scope', /without a scope/],
      ['commands where the bot is not', /commands for team/],
      ['an address instead of a host', /should be a host name/],
    ]
    for (const [what, sentence] of named) {
      it(`is refused for ${what}`, () => {
        assert.ok(
          problems.some((problem) => sentence.test(problem)),
          problems.join('\n'),
        )
      })
    }
  })

  it('is refused when it names another schema than its version, or none', async () => {
    const good = manifestFor(installation)
    const other = good.$schema?.replace('1.30', '1.29')
    assert.match((await manifestProblems({ ...good, $schema: other })).join(), /that of version 1\.30/)
    assert.match((await manifestProblems({ ...good, $schema: undefined })).join(), /is missing/)
  })

  it('names the bot registration it was made for, and the app apart', () => {
    const { id, bots } = manifestFor(installation)
    assert.equal(id, installation.appId)
    assert.deepEqual(
      bots?.map((bot) => bot.botId),
      [installation.botId],
    )
  })

  it('says in its name that it is not the live one', () => {
    assert.equal(manifestFor(installation).name.short, 'Supervision')
    assert.equal(manifestFor({ ...installation, environment: 'dev' }).name.short, 'Supervision (dev)')
    for (const environment of environments) {
      assert.ok(manifestFor({ ...installation, environment }).name.short.length <= 30)
    }
  })

  it('is offered to one person first, and to teams and group chats', () => {
    const { bots, defaultInstallScope } = manifestFor(installation)
    assert.equal(defaultInstallScope, 'personal')
    assert.deepEqual(bots?.[0]?.scopes, ['personal', 'team', 'groupChat'])
  })

  it('suggests commands that a phone can show', () => {
    const commands = manifestFor(installation).bots?.[0]?.commandLists?.flatMap((list) => list.commands) ?? []
    assert.ok(commands.some(({ title }) => title === 'help'))
    for (const { title, description } of commands) {
      assert.ok(title.length <= 32, `${title}: schemas before 1.30 allow 32 characters`)
      assert.ok(description !== undefined && description.length <= 128, `${title} says what it does in a line`)
    }
  })

  it('can hand a file over in a personal chat', () => {
    assert.equal(manifestFor(installation).bots?.[0]?.supportsFiles, true)
  })

  it('trusts no address but the one the service is reached at', () => {
    assert.deepEqual(manifestFor(installation).validDomains, ['supervision.example.gov.uk'])
    assert.deepEqual(manifestFor({ ...installation, domain: undefined }).validDomains, [])
  })

  it('says which addresses of the publisher still lead nowhere', () => {
    assert.deepEqual(placeholdersIn(manifestFor(installation)), ['websiteUrl', 'privacyUrl', 'termsOfUseUrl'])
    const publisher = { websiteUrl: 'https://a.gov.uk', privacyUrl: 'https://a.gov.uk/privacy' }
    assert.deepEqual(placeholdersIn(manifestFor({ ...installation, publisher })), ['termsOfUseUrl'])
  })
})
