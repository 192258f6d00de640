import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import { defaultSupervisionPolicy as policy } from '../../config/kinds.ts'
import type { Cover } from '../../domain/absence.ts'
import { CoverId, Crn } from '../../domain/ids.ts'
import { manages, mayLogKind, mayLookAtTeamOf, pairFor, qualityPart, sightOfRecord } from '../../domain/rights.ts'
import type { Person } from '../../domain/staff.ts'
import { KindId } from '../../domain/supervision-kind.ts'
import { admin, aisha, gwen, omar, priya, quinn, ruth, tom } from '../support/people.ts'
import { aSession, aSignOff } from '../support/records.ts'

const today = '2026-11-22'
const day = (text: string) => Temporal.PlainDate.from(text)
const cover = (manager: Person, by: Person): Cover => ({
  id: CoverId.parse('00000000-0000-4000-8000-0000000000c1'),
  manager: manager.staffCode,
  by: by.staffCode,
  from: day('2026-11-20'),
  to: day('2026-11-27'),
})
const leftYesterday = <P extends Person>(person: P) => ({ ...person, endedOn: '2026-11-21' as P['endedOn'] })
const leavesToday = <P extends Person>(person: P) => ({ ...person, endedOn: '2026-11-22' as P['endedOn'] })
const ruthForPriya = [cover(priya, ruth)]

describe('Who may have a session together', () => {
  const pairs: [string, Person, Person, Cover[], string | undefined][] = [
    ['a manager and somebody they manage', priya, aisha, [], 'manager'],
    ['somebody and their line manager', aisha, priya, [], 'practitioner'],
    ['a manager and their own manager', priya, gwen, [], 'practitioner'],
    ['two colleagues', aisha, tom, [], undefined],
    ['a manager and somebody of another team', ruth, aisha, [], undefined],
    ['a manager who covers and somebody of the team they cover', ruth, aisha, ruthForPriya, 'manager'],
    ['somebody and whoever covers for their manager', aisha, ruth, ruthForPriya, 'practitioner'],
    ['somebody who covers but is no manager any more', { ...ruth, grade: 'PO' }, aisha, ruthForPriya, undefined],
    ['the manager who is covered and somebody they manage', priya, aisha, ruthForPriya, 'manager'],
    ['a manager who covers and somebody of a third team', ruth, gwen, ruthForPriya, 'practitioner'],
    ['somebody who covers for their own manager and themself', priya, priya, [cover(gwen, priya)], undefined],
    ['a head of PDU and somebody two levels down', gwen, aisha, [], undefined],
    ['a quality officer and somebody of their PDU', quinn, omar, [], 'qdo'],
    ['a quality officer of another PDU', { ...quinn, pduCode: 'N03P2' }, omar, [], undefined],
    [
      'a quality officer without a PDU',
      { ...quinn, pduCode: undefined },
      { ...omar, pduCode: undefined },
      [],
      undefined,
    ],
    ['a quality officer who manages somebody', quinn, { ...aisha, managerStaffCode: quinn.staffCode }, [], 'manager'],
    ['somebody and the quality officer of their PDU', aisha, quinn, [], undefined],
    ['somebody alone', priya, priya, [], undefined],
    ['a manager and somebody who has left', priya, leftYesterday(aisha), [], undefined],
    ['a manager and somebody on their last day', priya, leavesToday(aisha), [], 'manager'],
    ['somebody who has left, though they cover', leftYesterday(ruth), aisha, ruthForPriya, undefined],
  ]
  for (const [who, logger, other, covers, part] of pairs) {
    it(`${part === undefined ? 'refuses' : 'allows'} ${who}`, () => {
      assert.equal(pairFor(logger, other, today, covers)?.part, part)
    })
  }

  it('holds no covering manager for the manager of the one they cover for', () => {
    assert.equal(manages(ruth, priya, ruthForPriya), false)
  })
})

describe('Who may see a record', () => {
  const sights: [string, Person, Person, Cover[], string][] = [
    ['one’s own', aisha, aisha, [], 'full'],
    ['a manager, of somebody they manage', priya, aisha, [], 'full'],
    ['a colleague', tom, aisha, [], 'nothing'],
    ['a practitioner, of their manager', aisha, priya, [], 'nothing'],
    ['a manager, of another team', priya, omar, [], 'nothing'],
    ['a manager, of a team they cover', ruth, aisha, ruthForPriya, 'full'],
    ['somebody who covers but is no manager any more', { ...ruth, grade: 'PO' }, aisha, ruthForPriya, 'nothing'],
    ['a manager who covers, of the manager they cover for', ruth, priya, ruthForPriya, 'nothing'],
    ['a head of PDU, of an SPO they manage', gwen, priya, [], 'full'],
    ['a head of PDU, of others in the PDU', gwen, aisha, [], 'dates'],
    ['a head of another PDU', { ...gwen, pduCode: 'N03P2' }, aisha, [], 'nothing'],
    ['a quality officer, of somebody of their PDU', quinn, aisha, [], 'quality'],
    ['a quality officer of another PDU', { ...quinn, pduCode: 'N03P2' }, aisha, [], 'nothing'],
    ['an administrator', admin, aisha, [], 'nothing'],
    ['an administrator, of their own', admin, admin, [], 'full'],
    ['a manager who has left', leftYesterday(priya), aisha, [], 'nothing'],
  ]
  for (const [who, viewer, subject, covers, sight] of sights) {
    it(`${who}: ${sight}`, () => assert.equal(sightOfRecord(viewer, subject, today, covers), sight))
  }
})

describe('Who may log which kind', () => {
  const loggers: [string, Person, Person, Cover[], KindId[]][] = [
    ['a line manager, for a probation officer', priya, aisha, [], KindId.options],
    ['whoever covers for the line manager', ruth, aisha, ruthForPriya, KindId.options],
    ['a head of PDU, for a senior officer', gwen, priya, [], ['monthly', 'reflective', 'performance']],
    ['a practitioner, their own', aisha, priya, [], ['monthly', 'reflective']],
    ['a quality officer, for somebody of their PDU', quinn, aisha, [], ['observation', 'rcat', 'saqua']],
    ['a quality officer, for a senior officer of their PDU', quinn, priya, [], []],
  ]
  for (const [who, logger, other, covers, kinds] of loggers) {
    it(`${who}: ${kinds.join(', ') || 'none'}`, () => {
      const pair = pairFor(logger, other, today, covers)
      assert.ok(pair)
      assert.deepEqual(
        KindId.options.filter((kind) => mayLogKind(policy, pair, kind)),
        kinds,
      )
    })
  }
})

describe('What a quality officer sees of a session', () => {
  const session = aSession(1, {
    kinds: ['monthly', 'reflective', 'rcat'],
    crns: [Crn.parse('X320741'), Crn.parse('X320766')],
    answers: { workload: 'SECRET', theme: 'SECRET', 'audited-case': 'X320741', planning: 'good' },
    privateAnswers: { wellbeing: 'SECRET' },
  })
  const recorded = {
    ...session,
    reflection: { rating: 'no' as const, line: 'SECRET' },
    signOff: aSignOff(1, { outcome: 'agreed-with-comment', words: 'SECRET' }),
    withdrawn: { by: session.loggedBy, at: session.loggedAt, reason: 'SECRET' },
  }

  it('is the part that is of a kind quality officers log, and nothing said of the rest', () => {
    const part = qualityPart(recorded, policy)
    assert.ok(part)
    assert.doesNotMatch(JSON.stringify(part), /SECRET|X320766|reflective|monthly/)
    assert.deepEqual(part.kinds, ['rcat'])
    assert.deepEqual(part.answers, { 'audited-case': 'X320741', planning: 'good' })
    assert.deepEqual(part.signOff?.outcome, 'agreed-with-comment')
  })

  it('is all but private answers where it was nothing else', () => {
    const part = qualityPart({ ...recorded, kinds: ['rcat'] }, policy)
    assert.equal(part?.signOff?.words, 'SECRET')
    assert.deepEqual(part?.privateAnswers, {})
  })

  it('is nothing where it was none of those kinds', () => {
    assert.equal(
      qualityPart({ ...recorded, kinds: ['monthly', 'reflective', 'performance', 'competency'] }, policy),
      undefined,
    )
  })
})

describe('Who may look at the team of a line manager', () => {
  const nowhere = <P extends Person>(person: P) => ({ ...person, pduCode: undefined })
  const looks: [string, Person, Person, Cover[], boolean][] = [
    ['whoever covers for them', ruth, priya, ruthForPriya, true],
    ['whoever covers for another', ruth, gwen, ruthForPriya, false],
    ['somebody who covers but is no manager any more', { ...ruth, grade: 'PO' }, priya, ruthForPriya, false],
    ['the head of their PDU', gwen, priya, [], true],
    ['the head of another PDU', { ...gwen, pduCode: 'N03P2' }, priya, [], false],
    ['a head whose PDU is not known', nowhere(gwen), nowhere(priya), [], false],
    ['another line manager', ruth, priya, [], false],
    ['the quality officer of the PDU', quinn, priya, [], false],
    ['somebody of the team', aisha, priya, [], false],
    ['the administrator', admin, priya, [], false],
  ]
  for (const [who, viewer, manager, covers, may] of looks) {
    it(`${may ? 'is' : 'is not'} ${who}`, () => {
      assert.equal(mayLookAtTeamOf(viewer, manager, covers), may)
    })
  }
})
