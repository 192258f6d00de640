import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { defaultSupervisionPolicy } from '../../config/kinds.ts'
import { defaultRetentionPolicy } from '../../config/retention.ts'
import { contentOf, readSessionRow, type SessionRules, sessionColumns } from '../../domain/session-import.ts'
import { KindId } from '../../domain/supervision-kind.ts'
import { admin, aisha, aPerson, gwen, omar, priya, quinn } from '../support/people.ts'

const gone = aPerson({ staffCode: 'N03A077', name: 'Lee Gone', endedOn: '2026-03-31' })
const joined = aPerson({ staffCode: 'N03A078', name: 'Mia New', startedOn: '2026-01-05' })
const managedOnce = aPerson({ staffCode: 'N03S077', name: 'Jo Gone', grade: 'SPO', endedOn: '2026-02-09' })
const rules: SessionRules = {
  people: new Map(
    [priya, aisha, admin, gone, gwen, omar, quinn, joined, managedOnce].map((person) => [person.staffCode, person]),
  ),
  policy: defaultSupervisionPolicy,
  retention: defaultRetentionPolicy,
  today: Temporal.PlainDate.from('2026-11-22'),
}
const good = {
  date: '2026-02-10',
  practitionerStaffCode: 'N03A001',
  otherStaffCode: 'N03S001',
  kinds: 'monthly;reflective',
  minutes: '45',
  crn: 'X320741',
}
const read = (cells: Partial<typeof good>) => readSessionRow({ ...good, ...cells }, rules)

describe('A row of past sessions', () => {
  const taken: { what: string; cells: Partial<typeof good> }[] = [
    { what: 'without a case', cells: { crn: '' } },
    { what: 'held today', cells: { date: '2026-11-22' } },
    { what: 'held six years ago to the day', cells: { date: '2020-11-22' } },
    { what: 'of the shortest and the longest session', cells: { minutes: '5' } },
    { what: 'of the longest session', cells: { minutes: '480' } },
    { what: 'of somebody on their last day in post', cells: { practitionerStaffCode: 'N03A077', date: '2026-03-31' } },
    { what: 'of somebody on their first day in post', cells: { practitionerStaffCode: 'N03A078', date: '2026-01-05' } },
    { what: 'held by somebody on their last day in post', cells: { otherStaffCode: 'N03S077', date: '2026-02-09' } },
    { what: 'held by a head of PDU', cells: { otherStaffCode: 'N03H001' } },
    { what: 'an RCAT held by a quality officer', cells: { otherStaffCode: 'N03Q001', kinds: 'rcat' } },
    { what: 'of a kind that cannot be logged in chat yet', cells: { kinds: 'saqua' } },
    {
      what: 'in small letters and with spaces',
      cells: { practitionerStaffCode: ' n03a001 ', kinds: ' Monthly ; rcat' },
    },
  ]
  for (const { what, cells } of taken) {
    it(`is taken when it is ${what}`, () => {
      const { session, problems } = read(cells)
      assert.deepEqual(problems, [])
      assert.ok(session)
    })
  }

  const refused: { what: string; cells: Partial<typeof good>; says: string }[] = [
    {
      what: 'held tomorrow',
      cells: { date: '2026-11-23' },
      says: 'date is in the future; only sessions that were held are brought in',
    },
    {
      what: 'a day older than six years',
      cells: { date: '2020-11-21' },
      says: 'date is more than 6 years ago; older sessions are not kept',
    },
    {
      what: 'on a day that does not exist',
      cells: { date: '2026-02-30' },
      says: 'date should be a day like 2026-11-20',
    },
    { what: 'dated the British way', cells: { date: '10/02/2026' }, says: 'date should be a day like 2026-11-20' },
    {
      what: 'of somebody nobody knows',
      cells: { practitionerStaffCode: 'N03X999' },
      says: 'practitionerStaffCode N03X999 is not on the staff list',
    },
    {
      what: 'with somebody nobody knows',
      cells: { otherStaffCode: 'N03X999' },
      says: 'otherStaffCode N03X999 is not on the staff list',
    },
    {
      what: 'with a name for a code',
      cells: { otherStaffCode: 'Priya Nair' },
      says: 'otherStaffCode should be 4 to 12 letters and digits, like N03A021',
    },
    {
      what: 'with themself',
      cells: { otherStaffCode: 'N03A001' },
      says: 'otherStaffCode is the practitioner themself; a session has two people',
    },
    {
      what: 'after the last day in post',
      cells: { practitionerStaffCode: 'N03A077', date: '2026-04-01' },
      says: 'date is after the practitioner’s last day in post, 2026-03-31',
    },
    {
      what: 'before the first day in post',
      cells: { practitionerStaffCode: 'N03A078', date: '2026-01-04' },
      says: 'date is before the practitioner’s first day in post, 2026-01-05',
    },
    {
      what: 'held by somebody who had left',
      cells: { otherStaffCode: 'N03S077', date: '2026-02-10' },
      says: 'date is after the other person’s last day in post, 2026-02-09',
    },
    {
      what: 'an RCAT held by another practitioner',
      cells: { otherStaffCode: 'N03A009', kinds: 'rcat' },
      says: 'kinds has rcat, which a person of grade PO does not hold',
    },
    {
      what: 'a performance session held by an administrator',
      cells: { otherStaffCode: 'N03Z001', kinds: 'performance' },
      says: 'kinds has performance, which a person of grade ADMIN does not hold',
    },
    {
      what: 'a monthly session held by a quality officer',
      cells: { otherStaffCode: 'N03Q001', kinds: 'monthly;rcat' },
      says: 'kinds has monthly, which a person of grade QDO does not hold',
    },
    {
      what: 'of kinds that cannot be one session',
      cells: { kinds: 'competency;monthly;rcat;observation' },
      says: 'kinds has monthly and competency, which cannot be one session',
    },
    {
      what: 'of two kinds that each need details of their own',
      cells: { kinds: 'rcat;observation' },
      says: 'kinds has observation and rcat, which cannot be one session',
    },
    {
      what: 'of a kind the grade does not have',
      cells: { practitionerStaffCode: 'N03S001', otherStaffCode: 'N03H001', kinds: 'monthly;rcat' },
      says: 'kinds has rcat, which a practitioner of grade SPO does not have',
    },
    {
      what: 'of somebody whose grade has no supervision',
      cells: { practitionerStaffCode: 'N03Z001', kinds: 'monthly' },
      says: 'kinds has monthly, which a practitioner of grade ADMIN does not have',
    },
    {
      what: 'of an unknown kind',
      cells: { kinds: 'monthly;coffee' },
      says: `kinds should be ${KindId.options.join(', ')}, joined by ";"`,
    },
    { what: 'of no kind', cells: { kinds: '' }, says: 'kinds is missing' },
    { what: 'too short', cells: { minutes: '4' }, says: 'minutes should be a whole number from 5 to 480' },
    { what: 'too long', cells: { minutes: '481' }, says: 'minutes should be a whole number from 5 to 480' },
    {
      what: 'of a length in words',
      cells: { minutes: '1 hour' },
      says: 'minutes should be a whole number from 5 to 480',
    },
    {
      what: 'about no proper case',
      cells: { crn: 'X32' },
      says: 'crn should be one letter and six digits, like X320741',
    },
  ]
  for (const { what, cells, says } of refused) {
    it(`is refused with a reason when it is ${what}`, () => {
      assert.deepEqual(read(cells), { problems: [says] })
    })
  }

  it('names everything that is wrong with it at once', () => {
    const { problems } = read({ date: '', minutes: '', kinds: 'tea', crn: '?' })
    assert.equal(problems.length, 4)
  })

  it('says the same however its kinds are ordered and written', () => {
    const kinds = fc.shuffledSubarray(['monthly', 'reflective', 'performance'], { minLength: 1 })
    fc.assert(
      fc.property(kinds, fc.boolean(), (named, loud) => {
        const written = named.map((kind) => (loud ? ` ${kind.toUpperCase()} ` : kind)).join(';')
        const { session } = read({ kinds: `${written};${named[0]}` })
        const { session: other } = read({ kinds: named.toSorted().join(';') })
        assert.ok(session && other)
        assert.equal(contentOf(session), contentOf(other))
      }),
    )
  })

  it('never makes a session of anything hostile', () => {
    const anything = fc.record(
      Object.fromEntries(sessionColumns.map((column) => [column, fc.string({ unit: 'binary' })])),
    )
    fc.assert(
      fc.property(anything, (cells) => {
        const { session, problems } = readSessionRow(cells, rules)
        assert.equal(session, undefined)
        assert.ok(problems.length > 0)
      }),
    )
  })
})
