import assert from 'node:assert/strict'
import type { AllocationToSubmit, Submission } from '../../../domain/allocation/case-services.ts'
import { caseAbout, code, manager } from '../../contract/case-services-world.ts'
import type { Fault } from '../../support/case-services/faults.ts'
import { closeAll, type UnderFaults, underFaults, wellKnown } from './asked-in-faults.ts'

const allocation: AllocationToSubmit = {
  crn: wellKnown.crn,
  eventNumber: wellKnown.eventNumber,
  to: code('N03A002'),
  teamCode: 'N03T01',
  limitedAccess: false,
  entry: 'Experience with this sort of case, and room for one more.',
  sensitivePart: 'She fears him.',
}

/** What becomes of an allocation while the workload service fails, and whether the case was given away by it. */
const table: [name: string, fault: Fault, becomes: Submission, isTaken: boolean][] = [
  ['refuses with 400', { does: 'status', status: 400 }, 'refused', false],
  ['refuses with 403', { does: 'status', status: 403 }, 'refused', false],
  ['refuses with 404', { does: 'status', status: 404 }, 'refused', false],
  ['is too busy', { does: 'status', status: 429, retryAfter: 1 }, 'not-submitted', false],
  ['fails', { does: 'status', status: 500 }, 'unknown', false],
  ['fails after taking it', { does: 'status', status: 500, taken: true }, 'unknown', true],
  ['fails further back', { does: 'status', status: 424, taken: true }, 'unknown', true],
  ['is too slow further back', { does: 'status', status: 504, taken: true }, 'unknown', true],
  ['breaks the connection', { does: 'reset' }, 'unknown', false],
  ['breaks the connection after taking it', { does: 'reset', taken: true }, 'unknown', true],
  ['never answers', { does: 'hang' }, 'unknown', false],
  ['never answers after taking it', { does: 'hang', taken: true }, 'unknown', true],
]

describe('Handing an allocation in to hmpps-workload', () => {
  let now: UnderFaults
  const posted = () => now.server.callsTo('workload').filter(({ method }) => method === 'POST').length

  beforeEach(async () => {
    now = await underFaults({ whole: 1000 })
  })

  afterEach(closeAll)

  for (const [name, fault, becomes, isTaken] of table) {
    it(`goes out once when it ${name}, and comes to: ${becomes}`, async () => {
      const heal = now.server.fault({ service: 'workload', path: '/case' }, fault)
      assert.equal(await now.services.submit(allocation, manager), becomes)
      assert.equal(posted(), 1)
      heal()
      const holder = await now.services.holderOf(wellKnown.crn, manager)
      assert.ok(holder.known)
      assert.equal(holder.value === 'nobody' ? holder.value : holder.value.staffCode, isTaken ? 'N03A002' : 'nobody')
    })
  }

  it('does not go out when no token is given for it', async () => {
    now.server.fault({ service: 'hmppsAuth' }, { does: 'status', status: 500 })
    assert.equal(await now.services.submit(allocation, manager), 'not-submitted')
    assert.equal(posted(), 0)
  })

  it('goes out again with a new token when it was turned away for the old one, and is taken once', async () => {
    await now.services.holderOf(wellKnown.crn, manager)
    now.server.auth.revoke()
    assert.equal(await now.services.submit(allocation, manager), 'submitted')
    assert.equal(now.server.world.submissions.length, 1)
  })

  it('says what the service wants to know, and sends no email to anybody else', async () => {
    assert.equal(await now.services.submit(allocation, manager), 'submitted')
    const [taken] = now.server.world.submissions
    assert.equal(taken?.path, '/team/N03T01/offenderManager/N03A002/case')
    const { emailTo, laoCase } = taken?.body ?? {}
    assert.deepEqual({ emailTo, laoCase }, { emailTo: [], laoCase: false })
  })

  it('has what is sensitive in the oversight entry alone, which is marked, and never in the notes the practitioner gets', async () => {
    assert.equal(await now.services.submit(allocation, manager), 'submitted')
    const body = now.server.world.submissions[0]?.body ?? {}
    const { spoOversightNotes, sensitiveOversightNotes, ...rest } = body
    assert.equal(spoOversightNotes, `${allocation.entry}\nSensitive: She fears him.`)
    assert.equal(sensitiveOversightNotes, true)
    assert.equal(rest.allocationJustificationNotes, allocation.entry)
    assert.equal(rest.sensitiveNotes, false)
    assert.doesNotMatch(JSON.stringify(rest), /fears/)
  })

  it('marks nothing as sensitive where there is nothing sensitive', async () => {
    const { sensitivePart: _, ...plain } = allocation
    assert.equal(await now.services.submit(plain, manager), 'submitted')
    const { spoOversightNotes, sensitiveOversightNotes } = now.server.world.submissions[0]?.body ?? {}
    assert.deepEqual([spoOversightNotes, sensitiveOversightNotes], [allocation.entry, false])
  })

  it('names who held the case before, and gives a reason, when it is a reallocation', async () => {
    const { crn, eventNumber } = caseAbout('already-held: held, so a reallocation')
    const moved = { ...allocation, crn, eventNumber, previous: code('N03A003'), limitedAccess: true }
    assert.equal(await now.services.submit(moved, manager), 'submitted')
    const [taken] = now.server.world.submissions
    assert.equal(taken?.path, '/team/N03T01/offenderManager/N03A002/N03A003/case')
    assert.equal(taken?.body.laoCase, true)
    assert.doesNotMatch(JSON.stringify(taken?.body), /fears/)
  })
})
