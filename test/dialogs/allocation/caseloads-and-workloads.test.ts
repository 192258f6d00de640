import assert from 'node:assert/strict'
import { showCaseload } from '../../../dialogs/allocation/show-caseload.ts'
import { showTeamWorkload } from '../../../dialogs/allocation/show-team-workload.ts'
import { showWorkload } from '../../../dialogs/allocation/show-workload.ts'
import type { CaseloadEntry } from '../../../domain/allocation/case-services.ts'
import type { Person } from '../../../domain/staff.ts'
import { crnOf } from '../../support/case-draws.ts'
import { aDrawDesk, type DrawDesk, shownBy } from '../../support/draw-desk.ts'
import { aisha, aPerson, gwen, officePeople, priya, tom } from '../../support/people.ts'
import { caseServicesSaying, type Said } from '../../support/seen-cases.ts'

const lent = aPerson({ staffCode: 'N03A077', name: 'Lena Ford', managerStaffCode: 'N03S002' })
const open = (number: number): CaseloadEntry => ({ sight: 'open', crn: crnOf(number), limitedAccess: false })
const restricted: CaseloadEntry = { sight: 'restricted' }
const unchecked: CaseloadEntry = { sight: 'not-answered' }

describe('Caseloads and workloads', () => {
  let office: DrawDesk
  before(async () => {
    office = await aDrawDesk([...officePeople, lent], [])
  })
  after(() => office.close())

  const deskSaying = (said: Said) => ({ ...office.desk, cases: caseServicesSaying(said) })
  const caseload = (subject: Person, viewer: Person, said: Said, page = 1) =>
    showCaseload(subject, page, office.turn(viewer), deskSaying(said))
  const workload = (subject: Person, viewer: Person, said: Said) =>
    showWorkload(subject, office.turn(viewer), deskSaying(said))

  describe('a caseload', () => {
    it('is shown to the line manager, who is written down', async () => {
      const { message, notes = [] } = await caseload(aisha, priya, { caseload: [open(1), open(2)] })
      assert.match(JSON.stringify(message), /2 cases\. .*X320001.*X320002/)
      assert.deepEqual(
        notes.map(({ event, subject, detail }) => [event, subject, detail]),
        [['record.viewed', aisha.staffCode, 'caseload']],
      )
    })

    it('is the same to the letter, whether it holds cases that the manager may not see or not', async () => {
      const without = await caseload(aisha, priya, { caseload: [open(1), open(2)] })
      assert.deepEqual(await caseload(aisha, priya, { caseload: [restricted, open(1), restricted, open(2)] }), without)
      const empty = await caseload(aisha, priya, { caseload: [] })
      assert.deepEqual(await caseload(aisha, priya, { caseload: [restricted] }), empty)
      assert.match(shownBy(empty), /No cases\..*Cases to which your access is restricted are not listed/)
    })

    for (const [what, entries, says] of [
      ['no access could be checked', [unchecked, unchecked], /could not be checked which of the cases you may see/],
      ['what could be checked may not be seen', [unchecked, restricted], /could not be checked which/],
      ['nobody answered', undefined, /could not be asked/],
    ] as const) {
      it(`shows nothing where ${what}, and nobody has looked`, async () => {
        const { message, notes = [] } = await caseload(aisha, priya, entries === undefined ? {} : { caseload: entries })
        assert.match(JSON.stringify(message), says)
        assert.deepEqual([JSON.stringify(message).match(/X\d{6}|\d+ cases?/), notes], [null, []])
      })
    }

    it('says without a number that some could not be checked', async () => {
      const shown = shownBy(await caseload(aisha, aisha, { caseload: [open(1), unchecked, unchecked] }))
      assert.match(shown, /1 case\./)
      assert.match(shown, /Access to some could not be checked/)
    })

    it('comes in pages of twelve; a page too many is the last', async () => {
      const said = { caseload: Array.from({ length: 25 }, (_, index) => open(index + 1)) }
      for (const [page, shows] of [
        [1, 12],
        [2, 12],
        [3, 1],
        [99, 1],
      ] as const) {
        assert.equal(shownBy(await caseload(aisha, aisha, said, page)).match(/X320\d{3}/g)?.length, shows)
      }
    })
  })

  describe('a workload', () => {
    const percents = new Map([[aisha.staffCode, 118]])

    it('tells somebody else of no more cases than the list would', async () => {
      const shown = shownBy(await workload(aisha, priya, { percents, caseload: [open(1), restricted, open(2)] }))
      assert.match(shown, /"2"/)
      assert.doesNotMatch(shown, /99/, 'the count of the workload service has restricted cases in it')
    })

    it('tells of no cases where the reader may not see the caseload', async () => {
      const shown = shownBy(
        await workload(lent, priya, { percents: new Map([[lent.staffCode, 90]]), caseload: [open(1)] }),
      )
      assert.match(shown, /90%/)
      assert.doesNotMatch(shown, /Cases|Caseload/)
    })

    it('tells its owner how many cases it has', async () => {
      assert.match(shownBy(await workload(aisha, aisha, { percents })), /99/)
    })

    it('does not take what could not be checked for none', async () => {
      assert.match(shownBy(await workload(aisha, priya, { percents, caseload: [unchecked] })), /Cases.*Not known/)
      assert.match(shownBy(await workload(aisha, priya, { percents })), /Cases.*Not known/)
    })

    it('says who did not answer', async () => {
      assert.match(shownBy(await workload(aisha, priya, {})), /the workload service did not answer/)
    })
  })

  describe('the workload of a team', () => {
    const team = (viewer: Person, said: Said, over?: number, manager = viewer) =>
      showTeamWorkload(manager, { over, page: 1 }, office.turn(viewer), deskSaying(said))
    const percents = new Map([
      [aisha.staffCode, 110],
      [tom.staffCode, 110.5],
    ])

    it('has everybody the reader allocates to, also whom another manages, and each is told', async () => {
      const { message, notes = [] } = await team(priya, { percents })
      assert.match(JSON.stringify(message), /Tom Okafor.*Aisha Khan.*Lena Ford/)
      assert.deepEqual(
        notes.map(({ subject, detail }) => [subject, detail]),
        [tom, aisha, lent].map(({ staffCode }) => [staffCode, 'workload']),
      )
    })

    it('leaves out who is not over the limit, and keeps who may be', async () => {
      const { message, notes = [] } = await team(priya, { percents }, 110)
      assert.match(JSON.stringify(message), /1 over 110% and 1 not known.*Tom Okafor.*Lena Ford.*may be over it/)
      assert.doesNotMatch(JSON.stringify(message), /Aisha/)
      assert.equal(notes.length, 2)
    })

    it('is of the whole PDU for its head', async () => {
      assert.match(shownBy(await team(gwen, { percents })), /Workload of your PDU.*Omar Saleh/)
    })

    it('is not shown to a practitioner, nor of another team', async () => {
      for (const reply of [await team(tom, { percents }), await team(priya, { percents }, undefined, gwen)]) {
        assert.match(shownBy(reply), /You (?:have no team|can see)/)
        assert.equal(reply.notes?.[0]?.event, 'refused')
      }
    })

    it('says so when nobody answers, and nobody has looked', async () => {
      const { message, notes = [] } = await team(priya, {})
      assert.match(JSON.stringify(message), /could not be asked/)
      assert.deepEqual(notes, [])
    })
  })
})
