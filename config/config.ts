import { isIP } from 'node:net'
import { Temporal } from 'temporal-polyfill'
import type { AllocationPolicy } from '../domain/allocation/allocation-policy.ts'
import type { ReminderPolicy } from '../domain/reminders/reminder-policy.ts'
import type { SendingPolicy } from '../domain/reminders/sending-policy.ts'
import type { RetentionPolicy } from '../domain/retention.ts'
import type { ReviewPolicy } from '../domain/reviews/review-policy.ts'
import type { SupervisionPolicy } from '../domain/supervision-kind.ts'
import { type AddressName, addressNames, Environment, serviceAddresses } from './environment.ts'
import { readPolicy } from './policy.ts'

/** How the assistant proves to Entra that it is the registered app. */
export type AppCredential =
  | { kind: 'secret'; secret: string }
  | { kind: 'certificate'; thumbprintSha256: string; privateKey: string }
  | { kind: 'federated'; tokenFile: string }

/** The registration of the assistant in Entra. */
export type AppRegistration = { id: string; tenantId: string; credential: AppCredential }

export type CaseServices =
  | { kind: 'sample' }
  | {
      kind: 'hmpps'
      urls: Record<'allocations' | 'workload' | 'tier' | 'estate' | 'arns' | 'manageSupervision' | 'delius', string>
      auth: { kind: 'hmpps-auth'; url: string } | { kind: 'entra'; scope: string; tenantId: string }
      clientId: string
      clientSecret: string
    }

export type Config = {
  port: number
  host: string
  production: boolean
  /** Absent in local mode: no registration, loopback only. */
  app?: AppRegistration
  authorityHost: string
  channel: { openIdMetadataUrl?: string; tokenIssuer?: string; oauthScope?: string }
  /** Tenants served, lower case; undefined means any, which only local mode allows. */
  allowedTenants?: readonly string[]
  /** `name` or `name:port`, lower case. */
  allowedServiceHosts: readonly string[]
  databaseUrl?: string
  dataDir: string
  caseServices: CaseServices
  submitAllocations: boolean
  policy: SupervisionPolicy
  /** How long things are kept. */
  retention: RetentionPolicy
  /** The rules of an allocation. */
  allocation: AllocationPolicy
  /** When reviews of cases fall due. */
  reviews: ReviewPolicy
  /** How fast messages go out, and how often one is tried again. */
  sending: SendingPolicy
  /** Who is reminded of what, and when. */
  reminders: ReminderPolicy
  /** The time now; moved when `NOW` is set. */
  clock: () => Temporal.Instant
  playground: boolean
  logLevel: string
}

/** Every problem with the settings at once, one a line, each naming its variable and what it should be. */
export class BadSettings extends Error {
  constructor(problems: readonly string[]) {
    super(
      `The settings are not right, so the service did not start:\n${problems.map((line) => `  - ${line}`).join('\n')}`,
    )
    this.name = 'BadSettings'
  }
}

const teamsServiceHosts = [
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
]
const loopbackHosts = ['127.0.0.1', 'localhost', '[::1]']

/**
 * Reads all settings. An empty value is a missing one.
 * @throws {BadSettings} naming every bad or missing setting together.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const problems: string[] = []
  let parsed = Environment.safeParse(given)
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      problems.push(`${issue.path.join('.')} ${issue.message}.`)
      delete given[String(issue.path[0])]
    }
    // Read on without the bad ones, so that what is missing is named together with them.
    parsed = Environment.safeParse(given)
  }
  if (!parsed.success) throw new BadSettings(problems)
  const settings = parsed.data
  const production = settings.NODE_ENV === 'production'
  const app = readApp(settings, problems)
  const caseServices = readCaseServices(settings, problems)
  const policies = readPolicy(settings.POLICY_FILE, problems)

  const host = settings.HOST ?? (app ? '0.0.0.0' : '127.0.0.1')
  if (!app && settings.MicrosoftAppId === undefined && !isLoopback(host)) {
    problems.push(
      'HOST should be a loopback address, like 127.0.0.1, because there is no MicrosoftAppId and so no sign-in.',
    )
  }
  if (production) {
    if (settings.MicrosoftAppId === undefined) problems.push('MicrosoftAppId is required in production.')
    if (settings.DATABASE_URL === undefined) problems.push('DATABASE_URL is required in production.')
    if (settings.CASE_SERVICES !== 'hmpps') problems.push('CASE_SERVICES should be hmpps in production.')
    if (settings.NOW !== undefined) problems.push('NOW should not be set in production.')
  }
  const allowedTenants = listOf(settings.ALLOWED_TENANTS) ?? (app ? tenantsOf(settings) : undefined)
  if (app && !allowedTenants?.length) {
    problems.push(
      'ALLOWED_TENANTS is required for a MultiTenant registration: the Entra tenant ids served, separated by commas.',
    )
  }
  if (problems.length > 0 || policies === undefined || caseServices === undefined) throw new BadSettings(problems)

  const allowedServiceHosts = listOf(settings.ALLOWED_SERVICE_HOSTS) ?? teamsServiceHosts
  return {
    port: settings.PORT,
    host,
    production,
    app,
    authorityHost: settings.AZURE_AUTHORITY_HOST.replace(/\/+$/, ''),
    channel: {
      openIdMetadataUrl: settings.ToBotFromChannelOpenIdMetadataUrl,
      tokenIssuer: settings.ToBotFromChannelTokenIssuer,
      oauthScope: settings.ToChannelFromBotOAuthScope,
    },
    allowedTenants,
    allowedServiceHosts: app ? allowedServiceHosts : [...allowedServiceHosts, ...loopbackHosts],
    databaseUrl: settings.DATABASE_URL,
    dataDir: settings.DATA_DIR,
    caseServices,
    submitAllocations: settings.SUBMIT_ALLOCATIONS,
    policy: policies.supervision,
    retention: policies.retention,
    allocation: policies.allocation,
    reviews: policies.reviews,
    sending: policies.sending,
    reminders: policies.reminders,
    clock: clockFrom(settings.NOW),
    playground: settings.PLAYGROUND === 'on',
    logLevel: settings.LOG_LEVEL,
  }
}

function readApp(settings: Environment, problems: string[]): AppRegistration | undefined {
  const id = settings.MicrosoftAppId
  if (id === undefined) return undefined
  const multiTenant = settings.MicrosoftAppType === 'MultiTenant'
  if (settings.MicrosoftAppTenantId === undefined && !multiTenant) {
    problems.push('MicrosoftAppTenantId is required with MicrosoftAppId, unless MicrosoftAppType is MultiTenant.')
  }
  // A multi-tenant registration gets its connector tokens from the Bot Framework's own tenant.
  const tenantId = multiTenant ? 'botframework.com' : (settings.MicrosoftAppTenantId ?? '')
  const thumbprintSha256 = settings.MicrosoftAppCertificateThumbprint
  const privateKey = settings.MicrosoftAppCertificatePrivateKey
  if (settings.MicrosoftAppPassword !== undefined) {
    return { id, tenantId, credential: { kind: 'secret', secret: settings.MicrosoftAppPassword } }
  }
  if (thumbprintSha256 !== undefined && privateKey !== undefined) {
    return { id, tenantId, credential: { kind: 'certificate', thumbprintSha256, privateKey } }
  }
  if (settings.AZURE_FEDERATED_TOKEN_FILE !== undefined) {
    return { id, tenantId, credential: { kind: 'federated', tokenFile: settings.AZURE_FEDERATED_TOKEN_FILE } }
  }
  problems.push(
    'MicrosoftAppPassword is required with MicrosoftAppId, or MicrosoftAppCertificateThumbprint and MicrosoftAppCertificatePrivateKey, or AZURE_FEDERATED_TOKEN_FILE.',
  )
  return undefined
}

function readCaseServices(settings: Environment, problems: string[]): CaseServices | undefined {
  if (settings.CASE_SERVICES === 'sample') return { kind: 'sample' }
  const before = problems.length
  const required = (
    name:
      | AddressName
      | 'HMPPS_AUTH_URL'
      | 'CASE_SERVICES_CLIENT_ID'
      | 'CASE_SERVICES_CLIENT_SECRET'
      | 'CASE_SERVICES_SCOPE'
      | 'MicrosoftAppTenantId',
    when = 'CASE_SERVICES is hmpps',
  ) => {
    const value = settings[name]
    if (value === undefined) problems.push(`${name} is required when ${when}.`)
    return value ?? ''
  }
  const urls = Object.fromEntries(addressNames.map((name) => [serviceAddresses[name], required(name)])) as Extract<
    CaseServices,
    { kind: 'hmpps' }
  >['urls']
  const auth =
    settings.CASE_SERVICES_AUTH === 'hmpps-auth'
      ? ({ kind: 'hmpps-auth', url: required('HMPPS_AUTH_URL') } as const)
      : ({
          kind: 'entra',
          scope: required('CASE_SERVICES_SCOPE'),
          tenantId: required('MicrosoftAppTenantId', 'CASE_SERVICES_AUTH is entra'),
        } as const)
  const clientId = required('CASE_SERVICES_CLIENT_ID')
  const clientSecret = required('CASE_SERVICES_CLIENT_SECRET')
  return problems.length > before ? undefined : { kind: 'hmpps', urls, auth, clientId, clientSecret }
}

function tenantsOf(settings: Environment): string[] {
  return settings.MicrosoftAppTenantId === undefined ? [] : [settings.MicrosoftAppTenantId]
}

function listOf(value: string | undefined): string[] | undefined {
  return value
    ?.split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

function isLoopback(host: string): boolean {
  if (host === 'localhost' || host === '::1' || host === '[::1]') return true
  return isIP(host) === 4 && host.startsWith('127.')
}

function clockFrom(now: string | undefined): () => Temporal.Instant {
  if (now === undefined) return () => Temporal.Now.instant()
  const moved = Temporal.Now.instant().until(Temporal.Instant.from(now))
  return () => Temporal.Now.instant().add(moved)
}
