import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { problemWithHeader } from '../../domain/file-rows.ts'
import { Grade, Person, TrainingName } from '../../domain/staff.ts'
import { readStaffRows } from '../../domain/staff-import.ts'
import { staffColumns, staffRowOf } from '../../domain/staff-row.ts'
import { entraId, guid } from '../support/records.ts'

type Cells = Record<string, string>

const spo = { staffCode: 'N03A001', name: 'Ann Price', grade: 'SPO' }
const po = { staffCode: 'N03A002', name: 'Bea Hollis', grade: 'PO', managerStaffCode: 'N03A001' }

/** Rows as a file gives them: the first on line 2, under the header. */
const rows = (...cells: Cells[]) => cells.map((row, index) => ({ line: index + 2, cells: row }))
const codes = (people: Person[]) => people.map(({ staffCode }) => staffCode as string)

const wrongCells: { what: string; cells: Cells; says: RegExp }[] = [
  { what: 'no staff code', cells: { ...po, staffCode: ' ' }, says: /^staffCode is missing\.$/ },
  {
    what: 'a staff code with a dash',
    cells: { ...po, staffCode: 'N03-2' },
    says: /^staffCode should be 4 to 12 letters and digits/,
  },
  { what: 'no name', cells: { ...po, name: '' }, says: /^name is missing\.$/ },
  {
    what: 'a name of 101 characters',
    cells: { ...po, name: 'a'.repeat(101) },
    says: /^name should be one line of at most 100/,
  },
  { what: 'a name over two lines', cells: { ...po, name: 'Bea\nHollis' }, says: /^name should be one line/ },
  { what: 'no grade', cells: { ...po, grade: '' }, says: /^grade is missing\.$/ },
  {
    what: 'a grade that does not exist',
    cells: { ...po, grade: 'po' },
    says: /^grade should be one of PO, PSO, PQiP, SPO, HoPDU, QDO, ADMIN\.$/,
  },
  {
    what: 'a broken e-mail address',
    cells: { ...po, email: 'bea at work' },
    says: /^email should be an e-mail address\.$/,
  },
  { what: 'a broken Entra id', cells: { ...po, entraObjectId: '7e0c1f0a' }, says: /^entraObjectId should be a GUID/ },
  {
    what: 'a British date',
    cells: { ...po, startedOn: '06/01/2020' },
    says: /^startedOn should be a day like 2026-11-20\.$/,
  },
  {
    what: 'a day that does not exist',
    cells: { ...po, qualifiedOn: '2026-02-30' },
    says: /^qualifiedOn should be a day/,
  },
  {
    what: 'an end before the start',
    cells: { ...po, startedOn: '2026-02-02', endedOn: '2026-02-01' },
    says: /^endedOn is before startedOn\.$/,
  },
  { what: 'no working time at all', cells: { ...po, fte: '0' }, says: /^fte should be a number from 0\.1 to 1\.0\.$/ },
  { what: 'more than full time', cells: { ...po, fte: '1.1' }, says: /^fte should be/ },
  { what: 'working time in words', cells: { ...po, fte: 'full' }, says: /^fte should be/ },
  { what: 'working time in hexadecimal', cells: { ...po, fte: '0x1' }, says: /^fte should be/ },
  { what: 'a training without a day', cells: { ...po, training: 'mappa' }, says: /^training should be pairs/ },
  {
    what: 'a training that does not exist',
    cells: { ...po, training: 'first-aid=2026-01-01' },
    says: /^training should be pairs/,
  },
  {
    what: 'a training named twice',
    cells: { ...po, training: 'mappa=2026-01-01;mappa=2025-01-01' },
    says: /^training has mappa twice\.$/,
  },
  {
    what: 'a mentor who is the person',
    cells: { ...po, mentorStaffCode: 'N03A002' },
    says: /^mentorStaffCode is their own\.$/,
  },
  {
    what: 'a manager who does not exist',
    cells: { ...po, managerStaffCode: 'N03A009' },
    says: /^the manager N03A009 is neither in the file nor on the staff list\.$/,
  },
  {
    what: 'a mentor who does not exist',
    cells: { ...po, mentorStaffCode: 'N03A009' },
    says: /^the mentor N03A009 is neither/,
  },
  {
    what: 'a person who is their own manager',
    cells: { ...po, managerStaffCode: 'N03A002' },
    says: /^they are named as their own manager\.$/,
  },
  {
    what: 'several things wrong',
    cells: { ...po, name: '', fte: '2', managerStaffCode: 'N03A009' },
    says: /^name is missing; fte should be .*; the manager N03A009 .*\.$/,
  },
]

describe('Reading a row of a staff list', () => {
  it('takes every column, tidied, and an empty cell as not known', () => {
    const { people, rejected } = readStaffRows(
      rows(spo, {
        ...po,
        staffCode: ' n03a002 ',
        name: ' Bea Hollis ',
        email: 'bea@example.org',
        username: 'BeaHollis',
        entraObjectId: guid(2).toUpperCase(),
        teamCode: 'N03T01',
        pduCode: '',
        startedOn: '2020-01-06',
        fte: '0.6',
        mentorStaffCode: 'n03a001',
        training: 'safeguarding=2026-01-01; mappa = 2025-12-31;',
      }),
      [],
    )
    assert.deepEqual(rejected, [])
    assert.deepEqual(people[1], {
      staffCode: 'N03A002',
      name: 'Bea Hollis',
      email: 'bea@example.org',
      username: 'BeaHollis',
      entraObjectId: entraId(2),
      grade: 'PO',
      teamCode: 'N03T01',
      managerStaffCode: 'N03A001',
      startedOn: '2020-01-06',
      fte: 0.6,
      mentorStaffCode: 'N03A001',
      training: { safeguarding: '2026-01-01', mappa: '2025-12-31' },
    })
  })

  for (const { what, cells, says } of wrongCells) {
    it(`rejects ${what} and takes the rows around it`, () => {
      const other = { staffCode: 'N03A003', name: 'Cy Moss', grade: 'PSO' }
      const { people, rejected } = readStaffRows(rows(spo, cells, other), [])
      assert.deepEqual(codes(people), ['N03A001', 'N03A003'])
      assert.deepEqual(
        rejected.map(({ line }) => line),
        [3],
      )
      assert.match(rejected[0]?.reason ?? '', says)
    })
  }

  it('reads back exactly the person whose cells were written', () => {
    const day = fc
      .integer({ min: 0, max: 20_000 })
      .map((days) => Temporal.PlainDate.from('1980-01-01').add({ days }).toString())
    const words = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() === text && text !== '')
    const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
    const person = fc.record({
      staffCode: fc.constant('N03A002'),
      name: words,
      username: optional(words),
      email: optional(fc.constant('bea@example.org')),
      entraObjectId: optional(fc.uuid()),
      grade: fc.constantFrom(...Grade.options),
      teamCode: optional(words),
      startedOn: optional(fc.constant('2001-02-03')),
      endedOn: optional(fc.constant('2031-02-03')),
      qualifiedOn: optional(day),
      fte: optional(fc.integer({ min: 10, max: 100 }).map((hundredths) => hundredths / 100)),
      training: fc.dictionary(fc.constantFrom(...TrainingName.options), day),
    })
    fc.assert(
      fc.property(person, (fields) => {
        const written = Person.parse(JSON.parse(JSON.stringify(fields)))
        const { people, rejected } = readStaffRows(rows(staffRowOf(written)), [])
        assert.deepEqual([people, rejected], [[written], []])
      }),
    )
  })
})

describe('The header of a staff list', () => {
  const cases: { what: string; header: readonly string[]; says: RegExp | undefined }[] = [
    { what: 'all columns', header: staffColumns, says: undefined },
    { what: 'all columns in another order', header: [...staffColumns].reverse(), says: undefined },
    {
      what: 'a column missing',
      header: staffColumns.filter((column) => column !== 'grade'),
      says: /^The first line is without grade\. It should be staffCode,name,/,
    },
    {
      what: 'an unknown column',
      header: [...staffColumns, 'shoeSize', ''],
      says: /with unknown shoeSize, nameless column\./,
    },
    { what: 'a column twice', header: [...staffColumns, 'name'], says: /with name twice\./ },
    { what: 'another separator', header: [staffColumns.join(';')], says: /without staffCode, name/ },
  ]
  for (const { what, header, says } of cases) {
    it(`${says === undefined ? 'may have' : 'is refused in one sentence with'} ${what}`, () => {
      const problem = problemWithHeader(header, staffColumns)
      if (says === undefined) assert.equal(problem, undefined)
      else assert.match(problem ?? '', says)
    })
  }
})
