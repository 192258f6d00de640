import { type Activity, CallerIdConstants } from 'botbuilder'
import {
  type AuthenticateRequestResult,
  AuthenticationConstants,
  type BotFrameworkAuthentication,
  BotFrameworkAuthenticationFactory,
  ClaimsIdentity,
  type ConnectorClient,
  type ConnectorFactory,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector'
import type { Config } from '../config/config.ts'

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
export function channelAuthentication(
  config: Config,
  credentials: ServiceClientCredentialsFactory,
): BotFrameworkAuthentication {
  const issuer = config.channel.tokenIssuer ?? AuthenticationConstants.ToBotFromChannelTokenIssuer
  const authentication = BotFrameworkAuthenticationFactory.create(
    '',
    true,
    `${config.authorityHost}/${config.app?.tenantId ?? 'botframework.com'}`,
    config.channel.oauthScope ?? AuthenticationConstants.ToChannelFromBotOAuthScope,
    issuer,
    AuthenticationConstants.OAuthUrl,
    config.channel.openIdMetadataUrl ?? AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
    AuthenticationConstants.ToBotFromEmulatorOpenIdMetadataUrl,
    CallerIdConstants.PublicAzureChannel,
    credentials,
    { requiredEndorsements: [] },
  )
  const connectors = keptConnectors(authentication)
  // Nobody signs in through the assistant, so one client for sign-in tokens serves every turn.
  const tokenClient = authentication.createUserTokenClient(new ClaimsIdentity([]))
  authentication.createUserTokenClient = () => tokenClient
  authentication.createConnectorFactory = () => connectors
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
    return { ...result, connectorFactory: connectors }
  }
  return authentication
}

/**
 * The clients that call the channel, one for each service URL. Making one for every turn, as botbuilder does, costs more
 * than the call. Only addresses that were checked get here, and there are few of them; the number is bounded all the same.
 */
function keptConnectors(authentication: BotFrameworkAuthentication): ConnectorFactory {
  const factory = authentication.createConnectorFactory(new ClaimsIdentity([]))
  const kept = new Map<string, Promise<ConnectorClient>>()
  return {
    create(serviceUrl, audience) {
      const key = `${serviceUrl} ${audience}`
      const client = kept.get(key) ?? factory.create(serviceUrl, audience).then(sendsOnce)
      if (kept.size >= 100) kept.clear()
      kept.set(key, client)
      return client
    },
  }
}

/**
 * The same client, which makes one request for one call. botbuilder would send a message again by itself after a 502, so
 * that it could reach a person twice, and would follow a redirect to a host that nobody checked; its option
 * `noRetryPolicy` is no longer read by the client it is built on.
 * @throws {Error} when botbuilder keeps this elsewhere than it did: then it has to be found again before anything is sent.
 */
function sendsOnce(connector: ConnectorClient): ConnectorClient {
  const inner: unknown = Reflect.get(connector, 'client')
  if (!hasPipeline(inner))
    throw new Error('The client of the channel is not built as expected, so it might send a message twice.')
  inner.pipeline.removePolicy({ phase: 'Retry' })
  inner.pipeline.removePolicy({ name: 'redirectPolicy' })
  return connector
}

type Pipelined = { pipeline: { removePolicy(which: { phase: 'Retry' } | { name: string }): unknown } }

function hasPipeline(client: unknown): client is Pipelined {
  if (typeof client !== 'object' || client === null || !('pipeline' in client)) return false
  const { pipeline } = client
  return (
    typeof pipeline === 'object' &&
    pipeline !== null &&
    'removePolicy' in pipeline &&
    typeof pipeline.removePolicy === 'function'
  )
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
