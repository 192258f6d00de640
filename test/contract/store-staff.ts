import assert from 'node:assert/strict'
import { StaffCode } from '../../domain/ids.ts'
import { aPerson, entraId, manager, note, practitioner } from '../support/records.ts'
import type { Current } from './store-contract.ts'

const imported = note('staff.imported')
const full = {
  email: 'bea.hollis@example.org',
  username: 'BeaHollis',
  entraObjectId: entraId(2),
  teamCode: 'N03T01',
  pduCode: 'N03P1',
  managerStaffCode: manager,
  startedOn: '2020-01-06',
  endedOn: '2027-03-31',
  qualifiedOn: '2022-05-01',
  fte: 0.6,
  mentorStaffCode: manager,
  training: { safeguarding: '2026-01-01', mappa: '2025-12-31' },
}
const bea = aPerson(full)
const ann = aPerson({ staffCode: manager, name: 'Ann Ó Briain', grade: 'SPO', entraObjectId: entraId(1) })
const zed = aPerson({ staffCode: 'N03A003', name: 'Zed Amos', managerStaffCode: manager })
const abe = aPerson({ staffCode: 'N03A004', name: 'Ábe Cole', managerStaffCode: manager })

export function staffContract(now: () => Current): void {
  describe('staff list', () => {
    it('gives back a person with everything known of them, and nothing for what is not', async () => {
      const { staff } = now().store
      await staff.put([bea, zed], imported)
      assert.deepEqual(await staff.byEntraId(entraId(2)), bea)
      assert.deepEqual(await staff.byStaffCode(practitioner), bea)
      assert.deepEqual(await staff.byStaffCode(zed.staffCode), zed)
      assert.equal(await staff.byEntraId(entraId(99)), undefined)
      assert.equal(await staff.byStaffCode(StaffCode.parse('NOBODY1')), undefined)
    })

    it('lists people by name as staff would sort them', async () => {
      const { staff } = now().store
      await staff.put([zed, bea, abe, ann], imported)
      assert.deepEqual(await staff.everyone(), [abe, ann, bea, zed])
      assert.deepEqual(await staff.managedBy(manager), [abe, bea, zed])
      assert.deepEqual(await staff.managedBy(practitioner), [])
      assert.deepEqual(await staff.byStaffCodes([zed.staffCode, manager, zed.staffCode]), [ann, zed])
      assert.deepEqual(await staff.byStaffCodes([]), [])
    })

    it('lists everyone of a PDU by name, and follows somebody who moves', async () => {
      const { staff } = now().store
      const [p1, p2] = ['N03P1', 'N03P2']
      await staff.put([{ ...zed, pduCode: p1 }, bea, { ...abe, pduCode: p2 }, ann], imported)
      assert.deepEqual(await staff.ofPdu(p1), [bea, { ...zed, pduCode: p1 }])
      await staff.put([{ ...zed, pduCode: p2 }], imported)
      assert.deepEqual(await staff.ofPdu(p1), [bea])
      assert.deepEqual(await staff.ofPdu(p2), [
        { ...abe, pduCode: p2 },
        { ...zed, pduCode: p2 },
      ])
      assert.deepEqual(await staff.ofPdu('N03P9'), [])
    })

    it('counts who is added, changed and unchanged, and leaves the others as they are', async () => {
      const { staff } = now().store
      assert.deepEqual(await staff.put([bea, zed], imported), { added: 2, changed: 0, unchanged: 0 })
      const moved = { ...zed, teamCode: 'N03T02' }
      assert.deepEqual(await staff.put([bea, moved, abe], imported), { added: 1, changed: 1, unchanged: 1 })
      assert.deepEqual(await staff.everyone(), [abe, bea, moved])
    })

    it('changes nothing, not even the version or the audit trail, when the same list comes again', async () => {
      const { staff, audit } = now().store
      await staff.put([ann, bea], imported)
      const version = await staff.version()
      const sameInOtherWords = {
        ...bea,
        training: { mappa: bea.training.mappa, safeguarding: bea.training.safeguarding },
      }
      assert.deepEqual(await staff.put([sameInOtherWords, ann], imported), { added: 0, changed: 0, unchanged: 2 })
      assert.equal(await staff.version(), version)
      assert.deepEqual(await audit.verify(), { entries: 1 })
    })

    it('has another version after every change', async () => {
      const { staff } = now().store
      const versions = [await staff.version()]
      await staff.put([bea], imported)
      versions.push(await staff.version())
      await staff.put([{ ...bea, fte: 1 }], imported)
      versions.push(await staff.version())
      assert.equal(new Set(versions).size, 3)
    })

    it('forgets what is no longer known of a person', async () => {
      const { staff } = now().store
      await staff.put([bea], imported)
      await staff.put([aPerson()], imported)
      assert.deepEqual(await staff.byStaffCode(practitioner), aPerson())
      assert.equal(await staff.byEntraId(entraId(2)), undefined)
    })

    it('lets two people exchange their Entra ids', async () => {
      const { staff } = now().store
      await staff.put([ann, bea], imported)
      await staff.put(
        [
          { ...ann, entraObjectId: entraId(2) },
          { ...bea, entraObjectId: entraId(1) },
        ],
        imported,
      )
      assert.equal((await staff.byEntraId(entraId(1)))?.staffCode, practitioner)
      assert.equal((await staff.byEntraId(entraId(2)))?.staffCode, manager)
    })

    it('keeps nobody of a list in which an Entra id belongs to somebody else', async () => {
      const { staff, audit } = now().store
      await staff.put([ann], imported)
      const version = await staff.version()
      await assert.rejects(staff.put([zed, { ...bea, entraObjectId: entraId(1) }], imported))
      assert.deepEqual(await staff.everyone(), [ann])
      assert.equal(await staff.version(), version)
      assert.deepEqual(await audit.verify(), { entries: 1 })
    })

    it('takes a list of thousands', async () => {
      const { staff } = now().store
      const many = Array.from({ length: 2_345 }, (_, number) =>
        aPerson({ staffCode: `M${10_000 + number}`, name: `P ${number}` }),
      )
      assert.deepEqual(await staff.put(many, imported), { added: 2_345, changed: 0, unchanged: 0 })
      assert.equal((await staff.byStaffCodes(many.map((person) => person.staffCode))).length, 2_345)
    })
  })
}
