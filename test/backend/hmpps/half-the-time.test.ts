import assert from 'node:assert/strict'
import { setTimeout } from 'node:timers/promises'
import { code, manager } from '../../contract/case-services-world.ts'
import { closeAll, question, type UnderFaults, underFaults, wellKnown } from './asked-in-faults.ts'

const whole = 1000
const allocation = {
  crn: wellKnown.crn,
  eventNumber: wellKnown.eventNumber,
  to: code('N03A002'),
  teamCode: 'N03T01',
  limitedAccess: false,
  entry: 'Weighed, and suitable.',
}

describe('Weighing a case and handing it in within one turn', () => {
  let now: UnderFaults
  beforeEach(async () => {
    now = await underFaults({ whole })
    // The token comes from a service too, and is there before the others hang.
    await now.services.holderOf(wellKnown.crn, manager)
  })
  afterEach(closeAll)

  /** Half as long again as there is for one answer: two whole ones would not fit. */
  const both = async () => {
    const late = new AbortController()
    const chain = async () => {
      const weighed = await now.services.forAllocation({ ...question, inHalfTheTime: true })
      return [weighed.sight, await now.services.submit(allocation, manager)] as const
    }
    const tooLate = setTimeout(1.5 * whole, 'too late', { signal: late.signal }).catch(() => 'too late')
    const came = await Promise.race([chain(), tooLate])
    late.abort()
    return came
  }

  it('has an answer in the time of one, when every service hangs', async () => {
    now.server.fault({}, { does: 'hang' })
    assert.deepEqual(await both(), ['unknown', 'unknown'])
  })

  it('has an answer in that time too when access is told and everything after it hangs', async () => {
    now.server.fault({ path: /^(?!.*limited-access)/ }, { does: 'hang' })
    assert.deepEqual(await both(), ['open', 'unknown'])
  })

  it('is as ever where the services answer', async () => {
    assert.deepEqual(await both(), ['open', 'submitted'])
  })
})
