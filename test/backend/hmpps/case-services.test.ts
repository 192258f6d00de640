import assert from 'node:assert/strict'
import { caseServicesContract } from '../../contract/case-services.ts'
import { contractDay } from '../../contract/case-services-world.ts'
import { caseServicesServer } from '../../support/case-services/case-services-server.ts'
import { hmppsAdapter } from '../../support/case-services/hmpps-adapter.ts'
import { type Quirks, servicesWorld } from '../../support/case-services/services-world.ts'

/** The services as they are now, and in every other way in which they may speak. */
const ways: [name: string, quirks: Partial<Quirks>][] = [
  ['as they are now', {}],
  [
    'of other revisions',
    {
      ...{ riskVersion: 'flat', totals: 'aS', withoutPercent: true, saysProvisional: false },
      ...{ numbersAsText: true, withoutCodes: true, limitsByUserName: true },
    },
  ],
]

for (const [name, quirks] of ways) {
  caseServicesContract(`HMPPS over HTTP, ${name}`, async () => {
    const server = await caseServicesServer(servicesWorld(contractDay, quirks))
    return {
      services: hmppsAdapter(server),
      async end() {
        await server.close()
        assert.deepEqual(server.mistakes, [])
        const strange = server.calls.filter(({ isKnown }) => !isKnown)
        assert.deepEqual(strange, [], 'only paths of the reference are asked')
      },
    }
  })
}
