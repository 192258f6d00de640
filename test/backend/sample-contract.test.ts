import { sampleCaseServices } from '../../backend/sample/sample-case-services.ts'
import { caseServicesContract } from '../contract/case-services.ts'
import { contractDay } from '../contract/case-services-world.ts'

caseServicesContract('the sample world', async () => ({
  services: sampleCaseServices(() => contractDay),
  end: async () => {},
}))
