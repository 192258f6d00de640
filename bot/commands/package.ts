import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { readConfig } from '../../config/config.ts'
import { appPackage } from '../../manifest/app-package.ts'
import { environments, manifestFor } from '../../manifest/manifest.ts'
import { manifestProblems, placeholdersIn } from '../../manifest/manifest-problems.ts'
import type { Streams } from './command.ts'

const usage = `npm run package -- [--env ${environments.join('|')}] [--bot-id GUID] [--app-id GUID] [--domain HOST]
    [--publisher NAME] [--website URL] [--privacy URL] [--terms URL] [--out FOLDER]
  --bot-id  the application id of the bot registration; otherwise MicrosoftAppId
  --app-id  the id of the Teams app; otherwise the same as the bot's`

/** Why no app package could be made, and what to do. */
class NotPackaged extends Error {}

/** Writes `supervision-<env>.zip` for an environment, and says what it is for. Without an app id it says how to give one. */
export async function run(
  argv: readonly string[],
  { out, err }: Streams,
  env: Record<string, string | undefined>,
): Promise<number> {
  try {
    out.write(`${await writePackage(argumentsFrom(argv), env)}\n`)
    return 0
  } catch (error) {
    err.write(`${error instanceof Error ? error.message : error}\n`)
    if (error instanceof NotPackaged) err.write(`\n${usage}\n`)
    return 1
  }
}

function argumentsFrom(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        env: { type: 'string', default: 'dev' },
        'bot-id': { type: 'string' },
        'app-id': { type: 'string' },
        domain: { type: 'string' },
        publisher: { type: 'string' },
        website: { type: 'string' },
        privacy: { type: 'string' },
        terms: { type: 'string' },
        out: { type: 'string', default: 'build' },
      },
    }).values
  } catch (error) {
    throw new NotPackaged(error instanceof Error ? error.message : String(error))
  }
}

async function writePackage(
  given: ReturnType<typeof argumentsFrom>,
  env: Record<string, string | undefined>,
): Promise<string> {
  const environment = environments.find((name) => name === given.env)
  if (environment === undefined)
    throw new NotPackaged(`--env should be ${environments.join(', ')}, and is ${given.env}.`)
  const botId = given['bot-id'] ?? readConfig(env).app?.id ?? given['app-id']
  if (botId === undefined) {
    throw new NotPackaged(
      'There is no app id. Set MicrosoftAppId, or give the id of the bot registration with --bot-id.',
    )
  }
  const appId = given['app-id'] ?? botId
  for (const id of [botId, appId]) {
    if (!z.guid().safeParse(id).success) throw new NotPackaged(`An id of an app is a GUID, and ${id} is none.`)
  }
  const manifest = manifestFor({
    environment,
    appId,
    botId,
    domain: given.domain,
    version: await versionOfThis(),
    publisher: {
      name: given.publisher,
      websiteUrl: given.website,
      privacyUrl: given.privacy,
      termsOfUseUrl: given.terms,
    },
  })
  const problems = await manifestProblems(manifest)
  if (problems.length > 0) throw new NotPackaged(`Teams would refuse this manifest:\n${problems.join('\n')}`)

  await mkdir(given.out, { recursive: true })
  const file = join(given.out, `supervision-${environment}.zip`)
  await writeFile(file, await appPackage(manifest))
  const placeholders = placeholdersIn(manifest)
  const missing = placeholders.length > 0 ? `\nBefore publishing, give your own ${placeholders.join(', ')}.` : ''
  return `${file}: ${manifest.name.short} ${manifest.version}, bot ${botId}${missing}`
}

async function versionOfThis(): Promise<string> {
  const { version }: { version: string } = JSON.parse(
    await readFile(new URL('../../package.json', import.meta.url), 'utf8'),
  )
  return version
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = await run(process.argv.slice(2), { out: process.stdout, err: process.stderr }, process.env)
}
