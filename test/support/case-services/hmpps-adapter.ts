import type { Temporal } from 'temporal-polyfill'
import { hmppsAuthToken } from '../../../backend/hmpps/hmpps-auth-token.ts'
import { type HmppsOptions, hmppsCaseServices } from '../../../backend/hmpps/hmpps-case-services.ts'
import { usualLimits } from '../../../backend/hmpps/service-line.ts'
import type { CaseServices } from '../../../domain/allocation/case-services.ts'
import type { CaseServicesServer } from './case-services-server.ts'
import { personIn } from './services-world.ts'

/** Ten in the morning of the day that the services have. */
export const tenOn = (day: Temporal.PlainDate): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: 'Europe/London', plainTime: '10:00' }).toInstant()

/** Limits with which nothing waits between two calls. Times are milliseconds. */
export const shortLimits = { ...usualLimits, call: 2000, pause: 1 }

/** The real adapter on the services of this machine, as the staff list of their world knows people. */
export function hmppsAdapter(server: CaseServicesServer, options: Partial<HmppsOptions> = {}): CaseServices {
  const { world, urls, client } = server
  const { clock = () => tenOn(world.today) } = options
  const staffOf = (code: string) => personIn(world, code)
  return hmppsCaseServices({
    urls,
    token: hmppsAuthToken({
      url: urls.hmppsAuth,
      clientId: client.id,
      clientSecret: client.secret,
      usernameOf: async ({ staffCode }) => staffOf(staffCode)?.username,
      clock,
    }),
    personOf: staffOf,
    limits: shortLimits,
    ...options,
    clock,
  })
}
