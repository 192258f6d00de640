import { AppManifestUtils, type TeamsManifestLatest } from '@microsoft/app-manifest'
import { placeholderPublisher } from './manifest.ts'

const hostName = /^[a-z0-9*-]+(\.[a-z0-9-]+)+(:\d+)?$/i

/**
 * What Teams would refuse in a manifest, one sentence each; empty when there is nothing. Reads the schema that the
 * `@microsoft/app-manifest` package brings, never the network, and adds what that schema leaves open.
 */
export async function manifestProblems(manifest: TeamsManifestLatest): Promise<string[]> {
  const schemaVersion = /\/teams\/v([\d.]+)\//.exec(manifest.$schema ?? '')?.[1]
  if (schemaVersion !== manifest.manifestVersion) {
    return [`$schema should be that of version ${manifest.manifestVersion}, and is ${manifest.$schema ?? 'missing'}.`]
  }
  const problems = (await AppManifestUtils.validateAgainstSchema(manifest)).map((found) =>
    found.replace(/ Details: .*/s, ''),
  )
  for (const domain of manifest.validDomains ?? []) {
    if (!hostName.test(domain))
      problems.push(`validDomains: ${domain} should be a host name, without https:// or a path.`)
  }
  for (const bot of manifest.bots ?? []) {
    if (bot.scopes.length === 0) problems.push('bots: a bot without a scope cannot be installed.')
    for (const list of bot.commandLists ?? []) {
      const missing = list.scopes.filter((scope) => !bot.scopes.includes(scope))
      if (missing.length > 0) problems.push(`bots: commands for ${missing.join(', ')}, where the bot is not offered.`)
    }
  }
  return problems
}

/** The addresses of the publisher that still lead nowhere, by the name they have in the manifest. */
export function placeholdersIn({ developer }: TeamsManifestLatest): string[] {
  return (['websiteUrl', 'privacyUrl', 'termsOfUseUrl'] as const).filter(
    (name) => developer[name] === placeholderPublisher[name],
  )
}
