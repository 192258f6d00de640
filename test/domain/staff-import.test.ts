import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Person } from '../../domain/staff.ts'
import { readStaffRows } from '../../domain/staff-import.ts'
import { aPerson, guid } from '../support/records.ts'

type Cells = Record<string, string>

const spo = { staffCode: 'N03A001', name: 'Ann Price', grade: 'SPO' }
const po = { staffCode: 'N03A002', name: 'Bea Hollis', grade: 'PO', managerStaffCode: 'N03A001' }

/** Rows as a file gives them: the first on line 2, under the header. */
const rows = (...cells: Cells[]) => cells.map((row, index) => ({ line: index + 2, cells: row }))
const codes = (people: Person[]) => people.map(({ staffCode }) => staffCode as string)
const someone = (staffCode: string, fields: Cells = {}) => aPerson({ staffCode, name: 'Known Already', ...fields })

describe('Importing a staff list', () => {
  const claims = [
    { what: 'staff code', first: { ...spo }, second: { ...po, staffCode: 'n03a001', managerStaffCode: '' } },
    { what: 'Entra id', first: { ...spo, entraObjectId: guid(1) }, second: { ...po, entraObjectId: guid(1) } },
    { what: 'e-mail address', first: { ...spo, email: 'a@example.org' }, second: { ...po, email: 'A@Example.org' } },
  ]
  for (const { what, first, second } of claims) {
    it(`lets the first of two rows with the same ${what} stand and rejects the other`, () => {
      const { people, rejected } = readStaffRows(rows(first, second), [])
      assert.deepEqual(codes(people), ['N03A001'])
      assert.deepEqual(rejected, [{ line: 3, reason: `the ${what} is already on line 2.` }])
    })
  }

  it('knows managers and mentors who come later in the file or are on the staff list already', () => {
    const known = [someone('N03A008')]
    const { people, rejected } = readStaffRows(rows({ ...po, mentorStaffCode: 'N03A008' }, spo), known)
    assert.deepEqual([codes(people), rejected], [['N03A002', 'N03A001'], []])
  })

  it('rejects a row, and the rows below it, when the manager was rejected and is not known already', () => {
    const deputy = { staffCode: 'N03A003', name: 'Cy Moss', grade: 'PSO', managerStaffCode: 'N03A002' }
    const { people, rejected } = readStaffRows(rows({ ...spo, grade: 'boss' }, po, deputy), [])
    assert.deepEqual(people, [])
    assert.deepEqual(rejected.slice(1), [
      { line: 3, reason: 'the manager N03A001 was rejected on line 2.' },
      { line: 4, reason: 'the manager N03A002 was rejected on line 3.' },
    ])
  })

  it('takes a row whose manager was rejected but is on the staff list already', () => {
    const { people, rejected } = readStaffRows(rows({ ...spo, grade: 'boss' }, po), [someone('N03A001')])
    assert.deepEqual(codes(people), ['N03A002'])
    assert.equal(rejected.length, 1)
  })

  it('rejects everybody in a circle of managers, naming it, and those below them, but nobody else', () => {
    const circle = ['N03A001', 'N03A002', 'N03A003'].map((staffCode, index) => ({
      staffCode,
      name: 'Someone',
      grade: 'SPO',
      managerStaffCode: `N03A00${((index + 1) % 3) + 1}`,
    }))
    const below = { ...po, staffCode: 'N03A004', managerStaffCode: 'N03A001' }
    const apart = { ...po, staffCode: 'N03A005', managerStaffCode: '' }
    const { people, rejected } = readStaffRows(rows(...circle, below, apart), [])
    assert.deepEqual(codes(people), ['N03A005'])
    const reason = 'the managers go round in a circle: N03A001, N03A002, N03A003, N03A001.'
    assert.deepEqual(rejected, [
      { line: 2, reason },
      { line: 3, reason },
      { line: 4, reason },
      { line: 5, reason: 'the manager N03A001 was rejected on line 2.' },
    ])
  })

  it('sees a circle that goes through people who are on the staff list already', () => {
    const known = [someone('N03A001', { managerStaffCode: 'N03A002' }), someone('N03A002')]
    const { people, rejected } = readStaffRows(rows(po), known)
    assert.deepEqual(people, [])
    assert.match(rejected[0]?.reason ?? '', /circle: N03A001, N03A002, N03A001\.$/)
  })

  it('sees a circle that comes about only because another row was rejected', () => {
    const known = [someone('N03A001', { managerStaffCode: 'N03A002' }), someone('N03A002')]
    const released = { ...spo, grade: 'boss', managerStaffCode: '' }
    const { people, rejected } = readStaffRows(rows(released, po), known)
    assert.deepEqual(people, [])
    assert.match(rejected[1]?.reason ?? '', /circle/)
  })

  it('rejects an Entra id or e-mail address of somebody on the staff list, unless the file takes it from them', () => {
    const holder = someone('N03A001', { entraObjectId: guid(1), email: 'one@example.org' })
    const taken = { ...po, entraObjectId: guid(1), email: 'new@example.org' }
    assert.deepEqual(readStaffRows(rows(taken), [holder]).rejected, [
      { line: 2, reason: 'the Entra id belongs to N03A001 on the staff list.' },
    ])
    assert.deepEqual(readStaffRows(rows({ ...po, email: 'One@example.org' }), [holder]).rejected, [
      { line: 2, reason: 'the e-mail address belongs to N03A001 on the staff list.' },
    ])
    const given = readStaffRows(rows(taken, { ...spo, entraObjectId: guid(9) }), [holder])
    assert.deepEqual([codes(given.people), given.rejected], [['N03A002', 'N03A001'], []])
    const notGiven = readStaffRows(rows(taken, { ...spo, entraObjectId: guid(9), fte: '7' }), [holder])
    assert.deepEqual(
      notGiven.rejected.map(({ line }) => line),
      [2, 3],
    )
  })

  it('leaves a list in which everybody has a manager and mentor who exist and nobody goes round, whatever the file says', () => {
    const code = fc.constantFrom('N03A001', 'N03A002', 'N03A003', 'N03A004', 'N03A005')
    const row = fc.record({
      staffCode: code,
      name: fc.constantFrom('Someone', ''),
      grade: fc.constantFrom('PO', 'SPO'),
      managerStaffCode: fc.oneof(code, fc.constant('')),
      mentorStaffCode: fc.oneof(code, fc.constant('')),
      entraObjectId: fc.constantFrom('', guid(1), guid(2)),
      email: fc.constantFrom('', 'a@example.org', 'A@example.org'),
    })
    const first = fc.array(row, { maxLength: 5 })
    fc.assert(
      fc.property(first, fc.array(row, { maxLength: 8 }), (before, file) => {
        const existing = readStaffRows(rows(...before), []).people
        const { people, rejected } = readStaffRows(rows(...file), existing)
        assert.equal(people.length + rejected.length, file.length)
        const list = new Map([...existing, ...people].map((person) => [person.staffCode, person]))
        for (const person of list.values()) {
          if (person.mentorStaffCode) assert.ok(list.has(person.mentorStaffCode))
          let above: Person | undefined = person
          for (let steps = 0; above?.managerStaffCode !== undefined; steps += 1) {
            assert.ok(list.has(above.managerStaffCode))
            above = list.get(above.managerStaffCode)
            assert.ok(steps < list.size)
          }
        }
        for (const held of ['entraObjectId', 'email'] as const) {
          const all = [...list.values()].flatMap((person) => person[held]?.toLowerCase() ?? [])
          assert.equal(new Set(all).size, all.length)
        }
      }),
    )
  })
})
