import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { run } from '../../bot/commands/package.ts'
import { appPackage } from '../../manifest/app-package.ts'
import { manifestFor } from '../../manifest/manifest.ts'

const botId = '9b7d6a34-5c21-4f8b-a0b9-2f4f6f2c8d22'
const appId = '3f0c1c52-9a1d-4d0e-8d5c-0a6f0d1b7e11'
const manifest = manifestFor({ environment: 'dev', appId, botId, version: '1.0.0' })

describe('the Teams app package', () => {
  it('holds the manifest and its two icons at the root, and nothing else', async () => {
    const files = unzipSync(await appPackage(manifest))
    assert.deepEqual(Object.keys(files).sort(), ['color.png', 'manifest.json', 'outline.png'])
    assert.deepEqual(
      JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())),
      JSON.parse(JSON.stringify(manifest)),
    )
    for (const name of ['color.png', 'outline.png']) {
      assert.deepEqual(
        Buffer.from(files[name] ?? []),
        await readFile(new URL(`../../manifest/${name}`, import.meta.url)),
      )
    }
  })

  it('is the same, byte for byte, whenever it is made', async () => {
    assert.deepEqual(await appPackage(manifest), await appPackage(manifest))
  })
})

describe('npm run package', () => {
  let folder = ''
  const packageWith = async (args: readonly string[], env: Record<string, string> = {}) => {
    const said = { out: '', err: '' }
    const code = await run(
      ['--out', folder, ...args],
      { out: { write: (text) => (said.out += text) }, err: { write: (text) => (said.err += text) } },
      env,
    )
    return { code, stdout: said.out, stderr: said.err }
  }
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'app-package-'))
  })
  after(() => rm(folder, { recursive: true }))

  it('writes the package of the registration that the service is configured for', async () => {
    const { stdout, code } = await packageWith([], {
      MicrosoftAppId: botId,
      MicrosoftAppTenantId: '7b1d1d52-1111-4d0e-8d5c-0a6f0d1b7e33',
      MicrosoftAppPassword: 'not a real one',
    })
    assert.equal(code, 0)
    assert.match(stdout, /supervision-dev\.zip: Supervision \(dev\)/)
    const made = JSON.parse(
      strFromU8(unzipSync(await readFile(join(folder, 'supervision-dev.zip')))['manifest.json'] ?? new Uint8Array()),
    )
    assert.deepEqual([made.id, made.bots[0].botId], [botId, botId])
  })

  it('takes both ids as arguments, and names the file for the environment', async () => {
    assert.equal((await packageWith(['--env', 'prod', '--bot-id', botId, '--app-id', appId])).code, 0)
    const made = JSON.parse(
      strFromU8(unzipSync(await readFile(join(folder, 'supervision-prod.zip')))['manifest.json'] ?? new Uint8Array()),
    )
    assert.deepEqual([made.id, made.bots[0].botId, made.name.short], [appId, botId, 'Supervision'])
  })

  const refused: [string, string[], RegExp][] = [
    ['no app id', ['--env', 'test'], /There is no app id\. Set MicrosoftAppId, or .*--bot-id/],
    ['an id that is no GUID', ['--env', 'test', '--bot-id', 'mine'], /is a GUID, and mine is none/],
    ['an environment nobody knows', ['--env', 'live', '--bot-id', botId], /--env should be dev, test, prod/],
    ['a host with https://', ['--env', 'test', '--bot-id', botId, '--domain', 'https://a.uk'], /should be a host name/],
    ['an option nobody knows', ['--env', 'test', '--colour', 'red'], /--colour/],
  ]
  it('says what to do, and writes nothing, when it cannot make a package', async () => {
    const answers = await Promise.all(refused.map(([, args]) => packageWith(args)))
    for (const [index, [what, , sentence]] of refused.entries()) {
      assert.equal(answers[index]?.code, 1, what)
      assert.match(answers[index]?.stderr ?? '', sentence, what)
    }
    assert.ok(!(await readdir(folder)).includes('supervision-test.zip'))
  })
})
