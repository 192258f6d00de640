import assert from 'node:assert/strict'
import { type Cover, includes, problemWithDaysAway, problemWithDaysOfCover } from '../../domain/absence.ts'
import {
  cannotStandIn,
  mayArrangeCover,
  mayEndCover,
  mayKeepAbsenceOf,
  problemWithArranging,
  standInsFor,
} from '../../domain/absence-rights.ts'
import { CoverId } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import { day } from '../support/days.ts'
import { admin, aisha, aPerson, gwen, officePeople, omar, priya, ruth, tom } from '../support/people.ts'

const today = '2026-11-22'
const cover = (manager: Person, by: Person): Cover => ({
  id: CoverId.parse('00000000-0000-4000-8000-0000000000c1'),
  manager: manager.staffCode,
  by: by.staffCode,
  from: day('2026-11-20'),
  to: day('2026-11-27'),
})
const ruthForPriya = [cover(priya, ruth)]
const left = (person: Person) => ({ ...person, endedOn: '2026-11-21' as NonNullable<Person['endedOn']> })

describe('Days away', () => {
  it('include their first and their last day, and the days between', () => {
    const days = { from: day('2026-11-20'), to: day('2026-11-22') }
    const included = ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'].map((text) =>
      includes(days, day(text)),
    )
    assert.deepEqual(included, [false, true, true, true, false])
    assert.equal(includes({ from: day('2026-11-20') }, day('2036-01-01')), true)
  })

  const wrong: [string, string, string | undefined, RegExp | undefined][] = [
    ['one day', '2026-11-22', '2026-11-22', undefined],
    ['no last day', '2026-11-22', undefined, undefined],
    ['a last day before the first', '2026-11-22', '2026-11-21', /before the first/],
    ['a year ago to the day', '2025-11-22', '2025-11-23', undefined],
    ['more than a year ago', '2025-11-21', '2026-11-23', /more than a year ago/],
    ['two years from now', '2028-11-22', undefined, undefined],
    ['more than two years from now', '2028-11-23', undefined, /more than two years/],
  ]
  for (const [what, from, to, says] of wrong) {
    it(`${what}: ${says === undefined ? 'can be recorded' : 'says what to put right'}`, () => {
      const problem = problemWithDaysAway({ from: day(from), ...(to === undefined ? {} : { to: day(to) }) }, day(today))
      if (says === undefined) assert.equal(problem, undefined)
      else assert.match(problem ?? '', says)
    })
  }

  const covers: [string, string, string, RegExp | undefined][] = [
    ['today alone', today, today, undefined],
    ['since last week', '2026-11-16', '2026-11-27', undefined],
    ['days that are over', '2026-11-01', '2026-11-21', /are over/],
    ['a year', '2026-11-22', '2027-11-22', undefined],
    ['longer than a year', '2026-11-22', '2027-11-23', /a year at most/],
    ['the wrong way round', '2026-11-27', '2026-11-23', /before the first/],
    ['too far ahead', '2028-11-23', '2028-11-24', /more than two years/],
  ]
  for (const [what, from, to, says] of covers) {
    it(`a cover for ${what}: ${says === undefined ? 'can be recorded' : 'says what to put right'}`, () => {
      const problem = problemWithDaysOfCover({ from: day(from), to: day(to) }, day(today))
      if (says === undefined) assert.equal(problem, undefined)
      else assert.match(problem ?? '', says)
    })
  }
})

describe('Who may record that somebody is away', () => {
  const rights: [string, Person, Person, Cover[], boolean][] = [
    ['everybody for themself', aisha, aisha, [], true],
    ['a manager for somebody they manage', priya, aisha, [], true],
    ['a head of PDU for an SPO they manage', gwen, priya, [], true],
    ['a head of PDU for somebody two levels down', gwen, aisha, [], false],
    ['an administrator for anybody', admin, aisha, [], true],
    ['a colleague', tom, aisha, [], false],
    ['somebody for their own manager', aisha, priya, [], false],
    ['a manager of another team', ruth, aisha, [], false],
    ['a manager who covers for the team', ruth, aisha, ruthForPriya, true],
    ['a manager who covers, for the one they cover for', ruth, priya, ruthForPriya, false],
    ['somebody who has left', left(priya), aisha, [], false],
    ['an administrator who has left', left(admin), aisha, [], false],
  ]
  for (const [who, viewer, subject, inForce, may] of rights) {
    it(`${who}: ${may ? 'may' : 'may not'}`, () => {
      assert.equal(mayKeepAbsenceOf(viewer, subject, today, inForce), may)
    })
  }
})

describe('Who may say who covers for a team', () => {
  const rights: [string, Person, Person, Cover[], boolean][] = [
    ['its line manager', priya, priya, [], true],
    ['the manager of its line manager', gwen, priya, [], true],
    ['an administrator', admin, priya, [], true],
    ['the manager of another team', ruth, priya, [], false],
    ['somebody of the team', aisha, priya, [], false],
    ['whoever covers for it already', ruth, priya, ruthForPriya, false],
    ['whoever covers for the manager of its line manager', ruth, priya, [cover(gwen, ruth)], true],
    ['a practitioner for themself, who has no team', aisha, aisha, [], false],
    ['an administrator for a practitioner', admin, aisha, [], false],
    ['a line manager who has left', left(priya), left(priya), [], false],
  ]
  for (const [who, viewer, manager, inForce, may] of rights) {
    it(`${who}: ${may ? 'may' : 'may not'}`, () => {
      assert.equal(mayArrangeCover(viewer, manager, today, inForce), may)
    })
  }

  const priyaForGwen = [cover(gwen, priya)]
  const named: [string, Person, Person, Person, string, Cover[], RegExp | undefined][] = [
    ['whoever covers for its head, themself', priya, ruth, priya, '2026-11-24', priyaForGwen, /cannot choose yourself/],
    ['whoever covers for its head, another while they cover', priya, ruth, gwen, '2026-11-27', priyaForGwen, undefined],
    [
      'whoever covers for its head, beyond their cover',
      priya,
      ruth,
      gwen,
      '2026-11-28',
      priyaForGwen,
      /your own cover/,
    ],
    ['the head themself, for long', gwen, ruth, gwen, '2027-11-20', priyaForGwen, undefined],
    ['the manager themself, for long', ruth, ruth, priya, '2027-11-20', [cover(gwen, ruth)], undefined],
    ['an administrator, for long', admin, ruth, priya, '2027-11-20', [], undefined],
  ]
  for (const [what, viewer, manager, by, to, inForce, says] of named) {
    it(`${says === undefined ? 'allows' : 'refuses'} ${what}`, () => {
      const problem = problemWithArranging(viewer, manager, { by: by.staffCode, to: day(to) }, inForce)
      if (says === undefined) assert.equal(problem, undefined)
      else assert.match(problem ?? '', says)
    })
  }

  const enders: [string, Person, boolean][] = [
    ['the manager who is covered', priya, true],
    ['who covers', ruth, true],
    ['the head', gwen, true],
    ['an administrator', admin, true],
    ['somebody of the team', tom, false],
    ['somebody else', omar, false],
  ]
  for (const [who, viewer, may] of enders) {
    it(`${may ? 'lets' : 'does not let'} ${who} end it`, () => {
      assert.equal(mayEndCover(cover(priya, ruth), priya, viewer, today, []), may)
    })
  }

  const days = { from: day('2026-11-23'), to: day('2026-11-27') }
  const leaves = aPerson({ staffCode: 'N03S009', name: 'Una Quick', grade: 'SPO', endedOn: '2026-11-26' })
  const stands: [string, Person, string | undefined][] = [
    ['another SPO', ruth, undefined],
    ['a head of PDU', gwen, undefined],
    ['the manager themself', priya, 'self'],
    ['a probation officer', omar, 'grade'],
    ['an administrator', admin, 'grade'],
    ['an SPO who leaves before the end', leaves, 'not-in-post'],
  ]
  for (const [who, person, why] of stands) {
    it(`${who} ${why === undefined ? 'can' : 'cannot'} cover for a line manager`, () => {
      assert.equal(cannotStandIn(person, priya.staffCode, days), why)
    })
  }

  it('offers those of the same PDU first', () => {
    const far = aPerson({ staffCode: 'N03S008', name: 'Abe Far', grade: 'SPO', pduCode: 'N03P9' })
    const offered = standInsFor(priya, [far, ...officePeople], day(today))
    assert.deepEqual(
      offered.map(({ name }) => name),
      ['Gwen Ellis', 'Ruth Abel', 'Abe Far'],
    )
  })
})
