import assert from 'node:assert/strict'
import { Crn, StaffCode } from '../../domain/ids.ts'

describe('Ids', () => {
  for (const typed of ['x320741', ' X 320 741 ', 'X320741']) {
    it(`reads “${typed}” as the CRN X320741`, () => assert.equal(Crn.parse(typed), 'X320741'))
  }
  for (const typed of ['X32074', '320741', 'XX20741', 'X3207411', '']) {
    it(`does not take “${typed}” for a CRN`, () => assert.equal(Crn.safeParse(typed).success, false))
  }
  it('reads a staff code in any case', () => assert.equal(StaffCode.parse(' n03a001 '), 'N03A001'))
})
