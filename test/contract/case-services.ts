import type { CaseServices } from '../../domain/allocation/case-services.ts'
import { accessContract } from './case-services-access.ts'
import { caseloadsContract } from './case-services-caseloads.ts'
import { factsContract } from './case-services-facts.ts'
import { reviewsContract } from './case-services-reviews.ts'
import { submissionsContract } from './case-services-submissions.ts'

/** The case services of the test that is running, on the sample world of the contract's day. */
export type CurrentServices = () => CaseServices

/** Registers the tests that all case services must pass. `begin` makes them afresh for each test. */
export function caseServicesContract(
  name: string,
  begin: () => Promise<{ services: CaseServices; end: () => Promise<void> }>,
): void {
  describe(`Case services: ${name}`, () => {
    let current: Awaited<ReturnType<typeof begin>>
    const now: CurrentServices = () => current.services

    beforeEach(async () => {
      current = await begin()
    })

    afterEach(() => current.end())

    accessContract(now)
    factsContract(now)
    caseloadsContract(now)
    reviewsContract(now)
    submissionsContract(now)
  })
}
