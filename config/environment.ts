import { z } from 'zod'

const webAddress = z.url({ protocol: /^https?$/, error: 'should be a web address, like https://example.org' })

const yesNo = (otherwise: boolean) =>
  z
    .enum(['true', 'false'], { error: 'should be true or false' })
    .optional()
    .transform((v) => (v ? v === 'true' : otherwise))

/** The settings that hold the addresses of the case services, each with what it is called inside. */
export const serviceAddresses = {
  ALLOCATIONS_URL: 'allocations',
  WORKLOAD_URL: 'workload',
  TIER_URL: 'tier',
  ESTATE_URL: 'estate',
  ARNS_URL: 'arns',
  MANAGE_SUPERVISION_URL: 'manageSupervision',
  DELIUS_URL: 'delius',
} as const

export type AddressName = keyof typeof serviceAddresses

export const addressNames = Object.keys(serviceAddresses) as AddressName[]

/** Every setting by the name of its variable, with what it should be. */
export const Environment = z.object({
  PORT: z.coerce
    .number({ error: 'should be a port number' })
    .int()
    .min(0, 'should be a port number')
    .max(65535, 'should be a port number')
    .default(3978),
  HOST: z.string().optional(),
  NODE_ENV: z.string().optional(),
  MicrosoftAppId: z.string().regex(/^\S+$/, 'should be the application id of the bot registration').optional(),
  MicrosoftAppType: z
    .enum(['SingleTenant', 'MultiTenant'], { error: 'should be SingleTenant or MultiTenant' })
    .optional(),
  MicrosoftAppTenantId: z.string().toLowerCase().optional(),
  MicrosoftAppPassword: z.string().optional(),
  MicrosoftAppCertificateThumbprint: z
    .string()
    .regex(/^[0-9A-Fa-f]{64}$/, 'should be the SHA-256 thumbprint: 64 hexadecimal digits')
    .optional(),
  MicrosoftAppCertificatePrivateKey: z
    .string()
    .startsWith('-----BEGIN', 'should be a private key in PEM form')
    .optional(),
  AZURE_FEDERATED_TOKEN_FILE: z.string().optional(),
  AZURE_AUTHORITY_HOST: webAddress.default('https://login.microsoftonline.com'),
  ToBotFromChannelOpenIdMetadataUrl: webAddress.optional(),
  ToBotFromChannelTokenIssuer: z.string().optional(),
  ToChannelFromBotOAuthScope: z.string().optional(),
  ALLOWED_TENANTS: z.string().toLowerCase().optional(),
  ALLOWED_SERVICE_HOSTS: z.string().toLowerCase().optional(),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'should be a PostgreSQL address, like postgres://user@host/name' })
    .optional(),
  DATA_DIR: z.string().default('./data'),
  CASE_SERVICES: z.enum(['sample', 'hmpps'], { error: 'should be sample or hmpps' }).default('sample'),
  ALLOCATIONS_URL: webAddress.optional(),
  WORKLOAD_URL: webAddress.optional(),
  TIER_URL: webAddress.optional(),
  ESTATE_URL: webAddress.optional(),
  ARNS_URL: webAddress.optional(),
  MANAGE_SUPERVISION_URL: webAddress.optional(),
  DELIUS_URL: webAddress.optional(),
  HMPPS_AUTH_URL: webAddress.optional(),
  CASE_SERVICES_AUTH: z.enum(['hmpps-auth', 'entra'], { error: 'should be hmpps-auth or entra' }).default('hmpps-auth'),
  CASE_SERVICES_CLIENT_ID: z.string().optional(),
  CASE_SERVICES_CLIENT_SECRET: z.string().optional(),
  CASE_SERVICES_SCOPE: z.string().optional(),
  SUBMIT_ALLOCATIONS: yesNo(false),
  POLICY_FILE: z.string().optional(),
  NOW: z.iso.datetime({ offset: true, error: 'should be an instant, like 2026-11-22T09:00:00Z' }).optional(),
  PLAYGROUND: z.enum(['on', 'off'], { error: 'should be on or off' }).default('on'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'should be info, warn, error, debug, trace, fatal or silent',
    })
    .default('info'),
})

export type Environment = z.infer<typeof Environment>
