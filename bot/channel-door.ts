import { type Activity, CallerIdConstants } from 'botbuilder'
import {
  type AuthenticateRequestResult,
  AuthenticationConstants,
  type BotFrameworkAuthentication,
  BotFrameworkAuthenticationFactory,
  ClaimsIdentity,
} from 'botframework-connector'
import type { Config } from '../config/config.ts'
import { connectors } from './connector.ts'
import { credentialsFactory, type TokenSource } from './connector-credentials.ts'

/** Why a request was turned away before anything was read from it. */
export class TurnedAway extends Error {
  readonly status: 401 | 403
  readonly reason: 'token' | 'tenant' | 'service-url'

  constructor(status: 401 | 403, reason: TurnedAway['reason']) {
    super(reason)
    this.name = 'TurnedAway'
    this.status = status
    this.reason = reason
  }
}

/**
 * botbuilder's own check of who calls, made strict: whatever is wrong with a token is a 401 (it would say 500 for some), a
 * token needs an expiry, and after it the tenant and the service URL have to be served.
 */
export function channelAuthentication(config: Config, tokens: TokenSource | undefined): BotFrameworkAuthentication {
  const issuer = config.channel.tokenIssuer ?? AuthenticationConstants.ToBotFromChannelTokenIssuer
  const scope = config.channel.oauthScope ?? AuthenticationConstants.ToChannelFromBotOAuthScope
  const authentication = BotFrameworkAuthenticationFactory.create(
    '',
    true,
    `${config.authorityHost}/${config.app?.tenantId ?? 'botframework.com'}`,
    scope,
    issuer,
    AuthenticationConstants.OAuthUrl,
    config.channel.openIdMetadataUrl ?? AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
    AuthenticationConstants.ToBotFromEmulatorOpenIdMetadataUrl,
    CallerIdConstants.PublicAzureChannel,
    credentialsFactory(config.app?.id),
    { requiredEndorsements: [] },
  )
  const connectorFactory = connectors(
    tokens && (() => tokens(scope.endsWith('/.default') ? scope : `${scope}/.default`)),
  )
  // Nobody signs in through the assistant, so one client for sign-in tokens serves every turn.
  const tokenClient = authentication.createUserTokenClient(new ClaimsIdentity([]))
  authentication.createUserTokenClient = () => tokenClient
  authentication.createConnectorFactory = () => connectorFactory
  const check = authentication.authenticateRequest.bind(authentication)
  authentication.authenticateRequest = async (
    activity: Activity,
    header: string,
  ): Promise<AuthenticateRequestResult> => {
    let result: AuthenticateRequestResult
    try {
      result = await check(activity, header)
    } catch {
      throw new TurnedAway(401, 'token')
    }
    if (config.app !== undefined) {
      const { claimsIdentity } = result
      // botbuilder also takes tokens of the retired Emulator; only the channel may speak to this service.
      if (claimsIdentity.getClaimValue('iss') !== issuer) throw new TurnedAway(401, 'token')
      if (claimsIdentity.getClaimValue('exp') == null) throw new TurnedAway(401, 'token')
    }
    if (!isTenantServed(config, tenantOf(activity))) throw new TurnedAway(403, 'tenant')
    if (!isServiceUrlServed(config, activity.serviceUrl)) throw new TurnedAway(403, 'service-url')
    return { ...result, connectorFactory }
  }
  return authentication
}

/** The Entra tenant an activity says it comes from; trusted only because the token's service said so. */
export function tenantOf(activity: Partial<Activity>): string | undefined {
  const said: unknown = activity.conversation?.tenantId ?? activity.channelData?.tenant?.id
  return typeof said === 'string' ? said.toLowerCase() : undefined
}

export function isTenantServed(config: Pick<Config, 'allowedTenants'>, tenantId: string | undefined): boolean {
  if (config.allowedTenants === undefined) return true
  return tenantId !== undefined && config.allowedTenants.includes(tenantId)
}

/**
 * Whether messages may be sent to a service URL: https to a listed host, or http to a listed loopback host. It is asked
 * again for every address read back from the store, before a token is attached.
 */
export function isServiceUrlServed(
  config: Pick<Config, 'allowedServiceHosts'>,
  serviceUrl: string | undefined,
): boolean {
  if (serviceUrl === undefined || !URL.canParse(serviceUrl)) return false
  const url = new URL(serviceUrl)
  if (url.username !== '' || url.password !== '') return false
  const listed = config.allowedServiceHosts.some((host) => host === url.hostname || host === url.host)
  const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  return listed && (url.protocol === 'https:' || (url.protocol === 'http:' && loopback))
}
