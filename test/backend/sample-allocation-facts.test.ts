import assert from 'node:assert/strict'
import type { SampleCase } from '../../backend/sample/sample-case.ts'
import type { Person } from '../../domain/staff.ts'
import * as ask from './sample-sides.ts'
import { triedDays, worldOn } from './sample-worlds.ts'

const is = (grade: Person['grade']) => (person: Person) => person.grade === grade
const rosh = (level: string) => (one: SampleCase) => one.rosh?.level === level
const tier = (pattern: RegExp) => (one: SampleCase) => {
  return one.tier !== undefined && !one.tier.provisional && pattern.test(one.tier.score)
}
const cannotRead = (what: SampleCase['unanswered'][number]) => (one: SampleCase) => one.unanswered.includes(what)
const asked = (one: SampleCase, code: string) => ask.lastContact(one, code) !== undefined
const readable = (one: SampleCase) => !one.unanswered.includes('contacts')

/** Every rule of the allocation policy, with facts that must be somewhere in the sample world for it to be tried. */
const sides: [rule: string, what: string, isThere: (facts: ask.Facts) => boolean][] = [
  ['access', 'excluded from somebody', (w) => w.aCaseWaiting((c) => c.excludedFrom.length > 0)],
  ['access', 'restricted to some', (w) => w.aCaseWaiting((c) => c.restrictedTo.length > 0)],
  ['access', 'check fails', (w) => w.aCaseWaiting(cannotRead('access'))],
  ['access', 'open to all', (w) => w.aCaseWaiting((c) => c.excludedFrom.length + c.restrictedTo.length === 0)],
  ['contactable', 'without e-mail', (w) => w.someone((p) => p.email === undefined)],
  ['contactable', 'with e-mail', (w) => w.someone((p) => p.email !== undefined)],
  ['already-held', 'held by somebody', (w) => w.aCaseHeld(() => true)],
  ['already-held', 'no active order', (w) => w.aCaseWaiting((c) => !c.hasActiveOrder)],
  ['already-held', 'previous manager', (w) => w.aCaseWaiting((c) => c.previousManagers.length > 0)],
  ['transfer', 'in progress', (w) => w.aCaseWaiting((c) => c.transferInProgress)],
  ...['LOW', 'MEDIUM', 'HIGH', 'VERY_HIGH', 'NOT_FOUND'].map((level): (typeof sides)[number] => {
    return ['risk-for-grade', level, (w) => w.aCaseWaiting(rosh(level))]
  }),
  ['risk-for-grade', 'none', (w) => w.aCaseWaiting((c) => c.rosh === undefined)],
  ['risk-for-grade', 'not read', (w) => w.aCaseWaiting(cannotRead('rosh'))],
  ['risk-for-grade', 'PSO', (w) => w.someone(is('PSO'))],
  ['risk-for-grade', 'PQiP', (w) => w.someone(is('PQiP'))],
  ['risk-for-grade', 'PO 8 to 9 months', (w) => w.someone((p) => w.qualified(p, 8) && !w.qualified(p, 9))],
  ['risk-for-grade', 'PO 9 to 12 months', (w) => w.someone((p) => w.qualified(p, 9) && !w.qualified(p, 12))],
  ['risk-for-grade', 'PO 12 months', (w) => w.someone((p) => w.qualified(p, 12) && !w.qualified(p, 13))],
  ['risk-for-grade', 'PO, not known when', (w) => w.someone((p) => p.grade === 'PO' && p.qualifiedOn === undefined)],
  ...[/^A$/, /^C$/, /^D$/, /^[EFG]$/, /^B\d/, /^C\d/, /^D\d/, /^MISSING$/].map((score): (typeof sides)[number] => {
    return ['tier-for-grade', `tier ${score}`, (w) => w.aCaseWaiting(tier(score))]
  }),
  ['tier-for-grade', 'provisional', (w) => w.aCaseWaiting((c) => c.tier?.provisional === true)],
  ['tier-for-grade', 'none', (w) => w.aCaseWaiting((c) => c.tier === undefined)],
  ...[1, 2, 3].map((level): (typeof sides)[number] => {
    return ['mappa', `level ${level}`, (w) => w.aCaseWaiting((c) => c.mappa?.level === level)]
  }),
  ['mappa', 'none', (w) => w.aCaseWaiting((c) => c.mappa === undefined)],
  ...[true, false, undefined].map((ever): (typeof sides)[number] => {
    return ['sexual-offence', `${ever}`, (w) => w.aCaseWaiting((c) => c.everSexualOffence === ever)]
  }),
  ...(['RCPR', 'RCCO', 'RCHD'] as const).map((code): (typeof sides)[number] => {
    return ['children', code, (w) => w.aCaseWaiting((c) => ask.isOn(c, code))]
  }),
  ['children', 'ended', (w) => w.aCaseWaiting((c) => c.registrations.some((r) => r.code === 'RCPR' && r.endedOn))],
  ['children', 'registers not read', (w) => w.aCaseWaiting(cannotRead('registers'))],
  ['domestic-abuse', 'perpetrator', (w) => w.aCaseWaiting((c) => ask.isOn(c, 'ADVP'))],
  ['domestic-abuse', 'history only', (w) => w.aCaseWaiting((c) => ask.isOn(c, 'REG30') && !ask.isOn(c, 'ADVP'))],
  [
    'domestic-abuse',
    'ended',
    (w) => w.aCaseWaiting((c) => c.registrations.some((r) => r.code === 'ADVP' && r.endedOn)),
  ],
  ['trainee-mentor', 'of two years', (w) => w.someone((p) => w.qualified(w.mentorOf(p), 24))],
  [
    'trainee-mentor',
    'of less',
    (w) => w.someone((p) => p.mentorStaffCode !== undefined && !w.qualified(w.mentorOf(p), 24)),
  ],
  [
    'trainee-mentor',
    'just under',
    (w) => w.someone((p) => w.qualified(w.mentorOf(p), 23) && !w.qualified(w.mentorOf(p), 24)),
  ],
  ['trainee-mentor', 'none', (w) => w.someone((p) => p.grade === 'PQiP' && p.mentorStaffCode === undefined)],
  ...(['safeguarding', 'domestic-abuse', 'sexual-offences'] as const).flatMap((name) => {
    return (['lately', 'just in time', 'just too late', 'never'] as const).map((when): (typeof sides)[number] => {
      return [`training-${name}`, when, (w) => w.someone((p) => w.trained(p, name) === when)]
    })
  }),
  [
    'workload',
    'over 110',
    (w) => w.someLoad((l) => (l.potentialPercent ?? 0) > 110 && (l.potentialPercent ?? 0) < 111),
  ],
  ['workload', '110', (w) => w.someLoad((l) => l.potentialPercent === 110)],
  ['workload', 'over 100', (w) => w.someLoad((l, p) => w.qualified(p, 9) && (l.potentialPercent ?? 0) > 100)],
  ['workload', '100', (w) => w.someLoad((l) => l.potentialPercent === 100)],
  ['workload', 'PQiP 100', (w) => w.someLoad((l, p) => p.grade === 'PQiP' && l.potentialPercent === 100)],
  ['workload', 'PQiP over', (w) => w.someLoad((l, p) => p.grade === 'PQiP' && (l.potentialPercent ?? 0) > 100)],
  [
    'workload',
    'newly qualified over 100',
    (w) => w.someLoad((l, p) => p.qualifiedOn !== undefined && !w.qualified(p, 9) && (l.potentialPercent ?? 0) > 100),
  ],
  ['workload', 'absent', (w) => w.someLoad((l) => l.potentialPercent === undefined)],
  ['workload', 'no data', (w) => w.someLoad((l) => l.potentialPercent === 0)],
  // In calendar days that are on one side whatever the bank holidays: 5 working days are 7 to 11, and 10 are 14 to 18.
  ['availability', 'away for long', (w) => w.someAbsence((from, to) => from <= w.today && to > w.on('P12D'))],
  [
    'availability',
    'away for days',
    (w) => w.someAbsence((from, to) => from <= w.today && w.today <= to && to <= w.on('P7D')),
  ],
  ['availability', 'away soon', (w) => w.someAbsence((from) => from > w.today && from <= w.on('P14D'))],
  ['availability', 'away later', (w) => w.someAbsence((from) => from > w.on('P20D'))],
  ['supervised-lately', 'within 42 days', (w) => w.someone((p) => w.lastSeen(p) >= w.on('-P42D'))],
  [
    'supervised-lately',
    'before, though at work',
    (w) => w.someone((p) => !w.isAway(p) && w.lastSeen(p) !== '' && w.lastSeen(p) < w.on('-P42D')),
  ],
  ['manager-span', 'exactly 10.0', (w) => w.spans.some((span) => span === 10)],
  ['manager-span', 'more than 10.0', (w) => w.spans.some((span) => span > 10)],
  ['manager-span', 'less', (w) => w.spans.some((span) => span < 10)],
  ['manager-span', 'no manager', (w) => w.someone((p) => p.managerStaffCode === undefined)],
  ['history-of-risk', 'not assessed since', (w) => w.aCaseWaiting((c) => wasHigher(c, w) && !assessedSince(c))],
  ['history-of-risk', 'assessed since', (w) => w.aCaseWaiting((c) => wasHigher(c, w) && assessedSince(c))],
  ['history-of-risk', 'too long ago', (w) => w.aCaseWaiting((c) => ask.higherRoshOf(c).length > 0 && !wasHigher(c, w))],
  ['history-of-risk', 'open entry', (w) => w.aCaseWaiting((c) => ask.higherRoshOf(c).some((r) => !r.endedOn))],
  [
    'assessment-age',
    'within 12 months',
    (w) => w.aCaseWaiting((c) => assessedWithin(c, w) && !assessedWithin(c, w, 11)),
  ],
  ['assessment-age', 'older', (w) => w.aCaseWaiting((c) => ask.lastAssessed(c) !== undefined && !assessedWithin(c, w))],
  [
    'assessment-age',
    'none',
    (w) => w.aCaseWaiting((c) => ask.lastAssessed(c) === undefined && c.assessments.length > 0),
  ],
  ['enquiries', 'police answered', (w) => w.aCaseWaiting((c) => asked(c, 'C515'))],
  ['enquiries', 'police not answered', (w) => w.aCaseWaiting((c) => asked(c, 'C369') && !asked(c, 'C515'))],
  ['enquiries', 'police not asked', (w) => w.aCaseWaiting((c) => readable(c) && c.contacts.length === 0)],
  ['enquiries', 'child, answered', (w) => w.aCaseWaiting((c) => ask.hasChildFlag(c) && asked(c, 'SFRR'))],
  ['enquiries', 'child, not answered', (w) => w.aCaseWaiting((c) => asked(c, 'SFGC') && !asked(c, 'SFRR'))],
  ['enquiries', 'child, not asked', (w) => w.aCaseWaiting((c) => ask.hasChildFlag(c) && !asked(c, 'SFGC'))],
  ['enquiries', 'by name only', (w) => w.aCaseWaiting((c) => c.contacts.some(({ code }) => code === undefined))],
  ['enquiries', 'not read', (w) => w.aCaseWaiting(cannotRead('contacts'))],
]

/** A higher level that is open, or that ended within the last 60 months. */
function wasHigher(one: SampleCase, facts: ask.Facts): boolean {
  return ask.higherRoshOf(one).some(({ endedOn }) => endedOn === undefined || endedOn.toString() >= facts.on('-P60M'))
}

function assessedSince(one: SampleCase): boolean {
  return (ask.lastAssessed(one) ?? '') >= one.sentencedOn.toString()
}

function assessedWithin(one: SampleCase, facts: ask.Facts, months = 12): boolean {
  return (ask.lastAssessed(one) ?? '') >= facts.on(`-P${months}M`)
}

describe('the facts of the sample world for allocation', () => {
  const facts = () => triedDays.map((day) => ask.factsOf(worldOn(day), day))
  let all: ask.Facts[] = []
  before(() => {
    all = facts()
  })

  for (const [rule, what, isThere] of sides) {
    it(`always has somebody or something for ${rule}: ${what}`, () => {
      for (const one of all) assert.ok(isThere(one), `not on ${one.today}`)
    })
  }
})
