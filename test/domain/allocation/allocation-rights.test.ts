import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import type { Cover } from '../../../domain/absence.ts'
import {
  maySeeCase,
  maySeeCaseload,
  maySeeWorkload,
  mayWeigh,
  mayWeighFor,
  teamsAllocatedFor,
  type WhoseCase,
} from '../../../domain/allocation/allocation-rights.ts'
import { CoverId } from '../../../domain/ids.ts'
import { manages } from '../../../domain/rights.ts'
import { isInPost, type Person } from '../../../domain/staff.ts'
import { admin, aisha, aPerson, gwen, officePeople, omar, priya, quinn, ruth, tom } from '../../support/people.ts'

const today = '2026-11-22'
const cover = (manager: Person, by: Person): Cover => ({
  id: CoverId.parse('00000000-0000-4000-8000-0000000000c1'),
  manager: manager.staffCode,
  by: by.staffCode,
  from: Temporal.PlainDate.from('2026-11-20'),
  to: Temporal.PlainDate.from('2026-11-27'),
})
const left = <P extends Person>(person: P) => ({ ...person, endedOn: '2026-11-21' as P['endedOn'] })
const ruthForPriya = [cover(priya, ruth)]
const afar = aPerson({ staffCode: 'N04A001', name: 'Faye Stone', teamCode: 'N04T1', pduCode: 'N04P1' })
/** Of Priya's team, managed by somebody else. */
const lent = aPerson({ staffCode: 'N03A077', name: 'Lena Ford', teamCode: 'N03T1', managerStaffCode: 'N03S002' })
const exSenior = { ...ruth, grade: 'PO' as const }
const headElsewhere = { ...gwen, pduCode: 'N04P1' }
const headOfNothing = { ...gwen, pduCode: undefined }
const everyone = [...officePeople, afar, lent]

/** The teams as a dialog works them out: from whom the person manages or covers for. */
const teamsOf = (viewer: Person, covers: readonly Cover[]) =>
  teamsAllocatedFor(
    viewer,
    everyone.filter((person) => isInPost(person, today) && manages(viewer, person, covers)),
    today,
  )

type Row = [who: string, viewer: Person, subject: Person, covers: Cover[], may: boolean]
const yes = (may: boolean) => (may ? 'yes' : 'no')

describe('Who may weigh an allocation', () => {
  for (const [person, may] of [
    [priya, true],
    [gwen, true],
    [aisha, false],
    [tom, false],
    [quinn, false],
    [admin, false],
    [left(priya), false],
  ] as const) {
    it(`${person.grade} ${isInPost(person, today) ? '' : 'who has left'}: ${yes(may)}`, () =>
      assert.equal(mayWeigh(person, today), may))
  }

  const rows: Row[] = [
    ['a manager, for somebody they manage', priya, aisha, [], true],
    ['a manager, for somebody of another team', priya, omar, [], false],
    ['a manager, for somebody of their team whom another manages', priya, lent, [], false],
    ['whoever covers', ruth, aisha, ruthForPriya, true],
    ['somebody who covers but is no manager any more', exSenior, aisha, ruthForPriya, false],
    ['a practitioner, for themself', aisha, aisha, [], false],
    ['a manager, for themself', priya, priya, [], false],
    ['a head of PDU, for anybody of the PDU', gwen, omar, [], true],
    ['a head of another PDU', headElsewhere, omar, [], false],
    ['a head without a PDU, for somebody without one', headOfNothing, { ...omar, pduCode: undefined }, [], false],
    ['a quality officer', quinn, aisha, [], false],
    ['a quality officer, for somebody they manage', quinn, { ...aisha, managerStaffCode: quinn.staffCode }, [], false],
    ['an administrator', admin, aisha, [], false],
    ['a manager who has left', left(priya), aisha, [], false],
  ]
  for (const [who, viewer, subject, covers, may] of rows) {
    it(`${who}: ${yes(may)}`, () => assert.equal(mayWeighFor(viewer, subject, today, covers), may))
  }
})

describe('The teams somebody allocates for', () => {
  it('are their own and those of the people they manage or cover for, each once', () => {
    assert.deepEqual(teamsOf(priya, []), ['N03T1'])
    assert.deepEqual(teamsOf(ruth, []), ['N03T2', 'N03T1'], 'she manages Lena, who is of the other team')
    assert.deepEqual(teamsAllocatedFor(ruth, [], today), ['N03T2'])
    assert.deepEqual(teamsAllocatedFor({ ...priya, teamCode: undefined }, [aisha, omar, tom], today), [
      'N03T1',
      'N03T2',
    ])
  })
  it('are none for a practitioner, a quality officer, an administrator, or a manager who has left', () => {
    for (const person of [aisha, quinn, admin, left(priya)])
      assert.deepEqual(teamsAllocatedFor(person, [tom], today), [], person.grade)
  })
})

describe('Who may see a caseload', () => {
  const rows: Row[] = [
    ['one’s own', aisha, aisha, [], true],
    ['a manager’s own', priya, priya, [], true],
    ['a quality officer’s own', quinn, quinn, [], false],
    ['an administrator’s own', admin, admin, [], false],
    ['one’s own, after leaving', left(aisha), left(aisha), [], false],
    ['a colleague’s', tom, aisha, [], false],
    ['a line manager’s', aisha, priya, [], false],
    ['of somebody they manage', priya, aisha, [], true],
    ['of somebody of their team whom another manages', priya, lent, [], false],
    ['of somebody of another team', priya, omar, [], false],
    ['of a team they cover for', ruth, aisha, ruthForPriya, true],
    ['of a team they cover for, as no manager any more', exSenior, aisha, ruthForPriya, false],
    ['of a senior officer, as the head who manages them', gwen, priya, [], true],
    ['of others of the PDU, as its head', gwen, aisha, [], false],
    ['of somebody of the PDU, as quality officer', quinn, aisha, [], false],
    ['of anybody, as administrator', admin, aisha, [], false],
    ['of somebody they managed, after leaving', left(priya), aisha, [], false],
  ]
  for (const [whose, viewer, subject, covers, may] of rows) {
    it(`${whose}: ${yes(may)}`, () => assert.equal(maySeeCaseload(viewer, subject, today, covers), may))
  }
})

describe('Who may see a workload', () => {
  const rows: Row[] = [
    ['one’s own', aisha, aisha, [], true],
    ['an administrator’s own', admin, admin, [], true],
    ['one’s own, after leaving', left(aisha), left(aisha), [], false],
    ['a colleague’s', tom, aisha, [], false],
    ['a line manager’s', aisha, priya, [], false],
    ['of somebody they manage', priya, aisha, [], true],
    ['of somebody of their team whom another manages', priya, lent, [], true],
    ['of another team', priya, omar, [], false],
    ['of a team they cover for', ruth, aisha, ruthForPriya, true],
    ['of a team they cover for, as no manager any more', exSenior, tom, ruthForPriya, false],
    ['of anybody of the PDU, as its head', gwen, omar, [], true],
    ['of another PDU, as a head', gwen, afar, [], false],
    ['of the PDU, as quality officer', quinn, aisha, [], false],
    ['of anybody, as administrator', admin, aisha, [], false],
    ['of their team, after leaving', left(priya), aisha, [], false],
  ]
  for (const [whose, viewer, subject, covers, may] of rows) {
    it(`${whose}: ${yes(may)}`, () =>
      assert.equal(maySeeWorkload(viewer, subject, today, covers, teamsOf(viewer, covers)), may))
  }
})

describe('Who may see a case', () => {
  const rows: [what: string, viewer: Person, whose: WhoseCase, covers: Cover[], may: boolean][] = [
    ['their own', aisha, { holder: aisha }, [], true],
    ['a colleague’s', tom, { holder: aisha }, [], false],
    ['one that nobody holds, as practitioner', aisha, { holder: 'nobody' }, [], false],
    ['one that waits in their own team, as practitioner', aisha, { holder: 'nobody', waitsIn: 'N03T1' }, [], false],
    ['of somebody they manage', priya, { holder: aisha }, [], true],
    ['of somebody they cover for', ruth, { holder: aisha }, ruthForPriya, true],
    ['of another team', priya, { holder: omar }, [], false],
    ['of another team, waiting in theirs', priya, { holder: omar, waitsIn: 'N03T1' }, [], true],
    ['of another team, waiting in a third', priya, { holder: omar, waitsIn: 'N03T9' }, [], false],
    ['of somebody of their team whom another manages', priya, { holder: lent }, [], true],
    ['that nobody holds', priya, { holder: 'nobody' }, [], true],
    ['of which it is not known who holds it', priya, { holder: 'not-known' }, [], false],
    ['of which that is not known, waiting in their team', priya, { holder: 'not-known', waitsIn: 'N03T1' }, [], true],
    ['of a senior officer, as the head who manages them', gwen, { holder: priya }, [], true],
    ['of others of the PDU, as its head', gwen, { holder: aisha }, [], false],
    ['that nobody holds, as head of PDU', gwen, { holder: 'nobody' }, [], true],
    ['of somebody of the PDU, as quality officer', quinn, { holder: aisha }, [], false],
    ['of their own, as quality officer', quinn, { holder: quinn }, [], false],
    ['that nobody holds, as administrator', admin, { holder: 'nobody', waitsIn: 'N03T1' }, [], false],
    ['of their own, after leaving', left(aisha), { holder: left(aisha) }, [], false],
    ['that nobody holds, after leaving', left(priya), { holder: 'nobody', waitsIn: 'N03T1' }, [], false],
  ]
  for (const [what, viewer, whose, covers, may] of rows) {
    it(`${what}: ${yes(may)}`, () =>
      assert.equal(maySeeCase(viewer, whose, today, covers, teamsOf(viewer, covers)), may))
  }
})
