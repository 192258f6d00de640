import { StaffCode } from '../../domain/ids.ts'
import { contact } from './sample-contacts.ts'
import type { DayFrom } from './sample-days.ts'
import { type CaseRow, heldBy, plainCase } from './sample-plain-case.ts'

/**
 * Cases waiting for somebody to take them, one for each thing an allocation has to weigh: most in the team of the
 * Playground's own user, a few in each of the others.
 */
export function allocationCases(on: DayFrom): CaseRow[] {
  const plain = plainCase(on)
  const tier = (score: NonNullable<typeof plain.tier>['score'], provisional = false) => {
    return { tier: { score, provisional, calculatedOn: on('-P15D') } }
  }
  const rosh = (level: NonNullable<typeof plain.rosh>['level']) => ({ rosh: { level, assessedOn: on('-P15D') } })
  const mappa = (level: 1 | 2 | 3, category: 1 | 2 | 3 | 4) => {
    return { mappa: { level, category, startedOn: on('-P25D'), nextReviewOn: on('P5M') } }
  }
  const register = (...codes: (typeof plain.registrations)[number]['code'][]) => ({
    registrations: codes.map((code) => ({ code, startedOn: on('-P25D'), nextReviewOn: on('P5M') })),
  })
  const ended = (code: (typeof plain.registrations)[number]['code'], from: string, to: string) => ({
    registrations: [{ code, startedOn: on(from), endedOn: on(to) }],
  })
  const assessed = (offset: string) => ({ assessments: [{ status: 'COMPLETE' as const, completedOn: on(offset) }] })
  const bothAnswered = [
    ...plain.contacts,
    contact.safeguardingAsked(on('-P27D')),
    contact.safeguardingAnswered(on('-P18D')),
  ]
  const code = (staffCode: string) => StaffCode.parse(staffCode)

  return [
    { about: 'nothing to remark' },
    { about: 'access: excluded from one practitioner', excludedFrom: [code('N03A003')] },
    {
      about: 'access: restricted to a manager and two others',
      restrictedTo: ['N03A001', 'N03A002', 'N03A007'].map(code),
    },
    { about: 'access: the manager herself is excluded', excludedFrom: [code('N03A001')] },
    { about: 'access: the check fails', unanswered: ['access'] },
    { about: 'already-held: known to somebody before', previousManagers: [code('N03A003')] },
    { about: 'already-held: held, so a reallocation', ...heldBy('N03A003', on('-P27D')) },
    {
      about: 'already-held: the order has ended',
      hasActiveOrder: false,
      sentenceEndsOn: on('-P1D'),
      endedOn: on('-P1D'),
    },
    { about: 'transfer: moving out of the area', transferInProgress: true },
    { about: 'risk-for-grade: low', ...rosh('LOW'), ...register('RLRH') },
    { about: 'risk-for-grade: high', ...rosh('HIGH'), ...tier('D'), ...register('RHRH') },
    { about: 'risk-for-grade: very high', ...rosh('VERY_HIGH'), ...tier('A'), ...register('RVHR') },
    { about: 'risk-for-grade: no assessment found', rosh: { level: 'NOT_FOUND' }, registrations: [] },
    { about: 'risk-for-grade: not known to the risk service', rosh: undefined, registrations: [] },
    { about: 'risk-for-grade: the risk service fails', unanswered: ['rosh'] },
    { about: 'tier-for-grade: current A', ...tier('A') },
    { about: 'tier-for-grade: current C', ...tier('C') },
    { about: 'tier-for-grade: current D', ...tier('D') },
    { about: 'tier-for-grade: current G', ...tier('G') },
    { about: 'tier-for-grade: older B', ...tier('B1') },
    { about: 'tier-for-grade: older C', ...tier('C2') },
    { about: 'tier-for-grade: older D', ...tier('D0') },
    { about: 'tier-for-grade: provisional', ...tier('E', true) },
    { about: 'tier-for-grade: not worked out', ...tier('MISSING') },
    { about: 'tier-for-grade: none', tier: undefined },
    { about: 'mappa: level 1', ...mappa(1, 2), ...tier('D') },
    { about: 'mappa: level 2', ...mappa(2, 2), ...tier('C') },
    { about: 'mappa: level 3', ...mappa(3, 3), ...tier('B') },
    { about: 'sexual-offence: ever', everSexualOffence: true },
    { about: 'sexual-offence: not known', everSexualOffence: undefined, unanswered: ['sexual-offence'] },
    { about: 'children: child protection', ...register('RCPR'), contacts: bothAnswered },
    { about: 'children: child concerns', ...register('RCCO'), contacts: bothAnswered },
    { about: 'children: risk to children', ...register('RCHD'), contacts: bothAnswered },
    { about: 'children: child protection that has ended', ...ended('RCPR', '-P3Y', '-P1Y') },
    { about: 'children: registers cannot be read', registrations: [], unanswered: ['registers'] },
    { about: 'domestic-abuse: perpetrator', ...register('ADVP', 'RMRH') },
    { about: 'domestic-abuse: perpetrator entry that has ended', ...ended('ADVP', '-P4Y', '-P1Y') },
    { about: 'domestic-abuse: history only', ...register('REG30') },
    { about: 'assessment-age: within 12 months', ...assessed('-P11M25D') },
    { about: 'assessment-age: older than 12 months', ...assessed('-P12M5D') },
    { about: 'assessment-age: none completed', assessments: [{ status: 'OPEN' }] },
    { about: 'assessment-age: none at all', assessments: [] },
    { about: 'assessment-age: cannot be read', assessments: [], unanswered: ['assessments'] },
    {
      about: 'history-of-risk: high before, not assessed since',
      ...assessed('-P4M'),
      ...ended('RHRH', '-P6Y', '-P59M'),
    },
    { about: 'history-of-risk: high entry still open', ...assessed('-P4M'), ...register('RHRH') },
    { about: 'history-of-risk: high before, assessed since', ...ended('RHRH', '-P6Y', '-P2Y') },
    { about: 'history-of-risk: high too long ago', ...assessed('-P4M'), ...ended('RHRH', '-P8Y', '-P61M') },
    { about: 'enquiries: police not asked', contacts: [] },
    { about: 'enquiries: police not answered', contacts: [contact.policeAsked(on('-P10D'))] },
    { about: 'enquiries: safeguarding not asked', ...register('RCCO') },
    {
      about: 'enquiries: safeguarding not answered',
      ...register('RCHD'),
      contacts: [...plain.contacts, contact.safeguardingAsked(on('-P10D'))],
    },
    {
      about: 'enquiries: entries without codes, and one that nobody understands',
      contacts: [
        ...plain.contacts.map(({ type, on: day }) => ({ type, on: day })),
        { type: 'Miscellaneous entry', on: on('-P9D') },
      ],
    },
    { about: 'enquiries: contacts cannot be read', contacts: [], unanswered: ['contacts'] },
    ...['N03T02', 'N03T03', 'N03T04'].flatMap((teamCode): CaseRow[] => [
      { about: `${teamCode}: nothing to remark`, teamCode },
      { about: `${teamCode}: high`, teamCode, ...rosh('HIGH'), ...tier('C'), ...register('RHRH', 'ADVP') },
      { about: `${teamCode}: provisional`, teamCode, ...tier('D', true) },
    ]),
  ]
}

/**
 * The cases that help and the README name, all waiting in the team of the Playground's own user: X320741 to X320743. The
 * numbers are those that give these CRNs.
 */
export function casesInExamples(on: DayFrom): (CaseRow & { number: number })[] {
  const plain = plainCase(on)
  const registered = (code: (typeof plain.registrations)[number]['code']) => ({
    code,
    startedOn: on('-P25D'),
    nextReviewOn: on('P5M'),
  })
  return [
    {
      about: 'X320741: high, and on the domestic abuse register',
      number: 480_139,
      rosh: { level: 'HIGH', assessedOn: on('-P15D') },
      tier: { score: 'C', provisional: false, calculatedOn: on('-P15D') },
      registrations: [registered('RHRH'), registered('ADVP')],
    },
    { about: 'X320742: nothing to remark', number: 97_818 },
    {
      about: 'X320743: child concerns, and safeguarding has not answered',
      number: 315_497,
      registrations: [registered('RMRH'), registered('RCCO')],
      contacts: [...plain.contacts, contact.safeguardingAsked(on('-P10D'))],
    },
  ]
}
