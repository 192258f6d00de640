import type { TokenSource } from '../backend/hmpps/token-source.ts'
import { sampleCaseServices } from '../backend/sample/sample-case-services.ts'
import type { Config } from '../config/config.ts'
import type { CaseServices } from '../domain/allocation/case-services.ts'
import type { StaffList } from '../domain/ports.ts'
import { entraCaseTokens } from './case-service-tokens.ts'
import type { Clock } from './clock.ts'
import { entraApplication } from './connector-credentials.ts'
import type { ServiceMetrics } from './metrics.ts'

/** What the case services are made with. */
export type CaseServicesParts = { staff: StaffList; clock: Clock; metrics: ServiceMetrics }

/**
 * The case services that the settings name: the sample world, or those of HMPPS, with their calls counted. `slowly`: what each
 * call waits for, and the milliseconds there are for a whole answer.
 */
export async function caseServices(
  { caseServices: settings, authorityHost }: Pick<Config, 'caseServices' | 'authorityHost'>,
  { staff, clock, metrics }: CaseServicesParts,
  slowly: { before?: () => Promise<void>; whole?: number } = {},
): Promise<CaseServices> {
  if (settings.kind === 'sample') return sampleCaseServices(clock.today)
  // Only a service that asks them needs this, and it takes a while to load.
  const { hmppsCaseServices } = await import('../backend/hmpps/hmpps-case-services.ts')
  return hmppsCaseServices({
    ...slowly,
    urls: settings.urls,
    token: await tokenSource(settings, authorityHost, staff, clock),
    personOf: (code) => staff.byStaffCode(code),
    clock: clock.now,
    onCall: ({ service, outcome, attempts, milliseconds }) => {
      metrics.caseServiceCalls.inc({ service, outcome })
      metrics.caseServiceRetries.inc({ service }, Math.max(0, attempts - 1))
      metrics.caseServiceSeconds.observe({ service }, milliseconds / 1000)
    },
    onLeftOut: ({ service, of, entries }) => metrics.caseServiceLeftOut.inc({ service, of }, entries),
  })
}

type Hmpps = Extract<Config['caseServices'], { kind: 'hmpps' }>

async function tokenSource(
  { auth, clientId, clientSecret }: Hmpps,
  authorityHost: string,
  staff: StaffList,
  clock: Clock,
): Promise<TokenSource> {
  if (auth.kind === 'hmpps-auth') {
    const { hmppsAuthToken } = await import('../backend/hmpps/hmpps-auth-token.ts')
    return hmppsAuthToken({
      url: auth.url,
      clientId,
      clientSecret,
      usernameOf: async ({ staffCode }) => (await staff.byStaffCode(staffCode))?.username,
      clock: clock.now,
    })
  }
  const app = { id: clientId, tenantId: auth.tenantId, credential: { kind: 'secret', secret: clientSecret } } as const
  const [own, ofPeople] = await Promise.all([
    entraApplication(app, authorityHost),
    entraApplication(app, authorityHost),
  ])
  const token = entraCaseTokens({ own, ofPeople }, auth.scope)
  return (viewer, refused) => token(viewer ?? {}, refused)
}
