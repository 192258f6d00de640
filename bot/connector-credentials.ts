import { readFile } from 'node:fs/promises'
import type { ConfidentialClientApplication } from '@azure/msal-node'
import type { ServiceClientCredentialsFactory } from 'botframework-connector'
import type { AppRegistration } from '../config/config.ts'

/**
 * Gives a token for a scope, from its cache while one is good for five more minutes, with one request at a time per scope.
 * `refused` is a token that was turned away: in its place a new one is asked for.
 */
export type TokenSource = (scope: string, refused?: string) => Promise<string>

const publicAuthority = 'https://login.microsoftonline.com'
const freshEnoughMs = 5 * 60_000

/** Entra's application of this registration: with a secret, a certificate, or a federated credential read anew each time. */
export async function entraApplication(
  app: AppRegistration,
  authorityHost: string,
): Promise<ConfidentialClientApplication> {
  // Only a registered app needs it, and it takes a while to load.
  const { ConfidentialClientApplication } = await import('@azure/msal-node')
  const { credential } = app
  return new ConfidentialClientApplication({
    auth: {
      clientId: app.id,
      authority: `${authorityHost}/${app.tenantId}`,
      // Any authority but the public one has to be named as known, or MSAL would ask the public one about it.
      knownAuthorities: authorityHost === publicAuthority ? [] : [new URL(authorityHost).host],
      ...(credential.kind === 'secret' && { clientSecret: credential.secret }),
      ...(credential.kind === 'certificate' && {
        clientCertificate: { thumbprintSha256: credential.thumbprintSha256, privateKey: credential.privateKey },
      }),
      ...(credential.kind === 'federated' && {
        clientAssertion: async () => (await readFile(credential.tokenFile, 'utf8')).trim(),
      }),
    },
  })
}

/** Tokens of an application, kept until five minutes before they end. */
export function tokensOf(application: ConfidentialClientApplication): TokenSource {
  const kept = new Map<string, { token: string; until: number }>()
  const underWay = new Map<string, Promise<string>>()

  const fetchToken = async (scope: string, skipCache: boolean): Promise<string> => {
    const result = await application.acquireTokenByClientCredential({ scopes: [scope], skipCache })
    if (result === null) throw new Error('Entra gave no token.')
    kept.set(scope, { token: result.accessToken, until: (result.expiresOn?.getTime() ?? 0) - freshEnoughMs })
    return result.accessToken
  }
  return async (scope, refused) => {
    const known = kept.get(scope)
    const isRefused = refused !== undefined && (known === undefined || known.token === refused)
    if (known !== undefined && !isRefused && Date.now() < known.until) return known.token
    // MSAL has a cache of its own, in which the refused one stands too.
    const key = isRefused ? `${scope} anew` : scope
    const asked = underWay.get(key) ?? fetchToken(scope, isRefused).finally(() => underWay.delete(key))
    underWay.set(key, asked)
    return asked
  }
}

/**
 * Whom botbuilder takes tokens of the channel for. Without an app id nothing that comes in is checked: that is local mode.
 * It signs nothing: only the connector calls the channel.
 */
export function credentialsFactory(appId: string | undefined): ServiceClientCredentialsFactory {
  return {
    isValidAppId: async (candidate = '') => candidate === (appId ?? ''),
    isAuthenticationDisabled: async () => appId === undefined,
    createCredentials: async () => ({
      signRequest: () => Promise.reject(new Error('botbuilder itself calls nobody from this service.')),
    }),
  }
}
