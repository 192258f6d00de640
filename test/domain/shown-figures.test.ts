import assert from 'node:assert/strict'
import { countedInFigures } from '../../domain/shown-figures.ts'
import type { Person } from '../../domain/staff.ts'
import { aisha, aPerson, gwen, priya, ruth } from '../support/people.ts'

describe('Whose answers make up the figures of a PDU', () => {
  const deputy = aPerson({ staffCode: 'N03H002', name: 'Ida Brook', grade: 'HoPDU' })
  const ofDeputy = aPerson({ staffCode: 'N03S003', name: 'Lee Hart', grade: 'SPO', managerStaffCode: 'N03H002' })
  const left = aPerson({
    staffCode: 'N03A030',
    name: 'Una Frost',
    managerStaffCode: 'N03S001',
    endedOn: '2026-07-01',
  })
  const elsewhere = aPerson({ staffCode: 'N03A031', name: 'Max Reid', managerStaffCode: 'N09H009' })
  const ofNobody = aPerson({ staffCode: 'N03A032', name: 'Sal Noor' })

  const tables: [string, Person, boolean][] = [
    ['somebody an SPO manages', aisha, true],
    ['somebody who has left', left, true],
    ['somebody whose line manager is not known', ofNobody, true],
    ['somebody managed from another PDU', elsewhere, true],
    ['a head of the PDU', gwen, false],
    ['somebody whom a head manages, who sees their answers by name', ruth, false],
    ['somebody whom another head of the PDU manages', ofDeputy, false],
  ]
  for (const [who, person, isCounted] of tables) {
    it(`${isCounted ? 'counts' : 'leaves out'} ${who}`, () => {
      const pdu = [gwen, deputy, priya, ruth, ofDeputy, aisha, left, elsewhere, ofNobody]
      assert.equal(countedInFigures(pdu).includes(person), isCounted)
    })
  }
})
