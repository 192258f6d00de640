import { Temporal } from 'temporal-polyfill'
import type { Weighing } from '../../domain/allocation/allocation-answers.ts'
import type { AllocationPolicy } from '../../domain/allocation/allocation-policy.ts'
import type { CaseFacts } from '../../domain/allocation/case-facts.ts'
import { type Fact, known, notKnown } from '../../domain/allocation/fact.ts'
import type { PractitionerFacts } from '../../domain/allocation/practitioner-facts.ts'
import { rulesSaid } from '../../domain/allocation/rules-said.ts'
import { readTier, type Tier } from '../../domain/allocation/tier.ts'
import { weigh } from '../../domain/allocation/weigh.ts'
import { Crn } from '../../domain/ids.ts'
import type { Grade, Person } from '../../domain/staff.ts'
import { workingDaysWithout } from '../../domain/working-days.ts'
import { aisha, exampleToday as today } from '../example-world.ts'

/** Weighings as the rules make them, for the examples of cards. */
const day = (text: string) => Temporal.PlainDate.from(text)
export const exampleCrn = Crn.parse('X320741')
/** Longer than any authority of the default policy. */
const authority = 'Practice guidance of this organisation, chapter 4, as agreed with the regional heads in spring 2026'
const practice = { authority, confirmed: false }
const months = 36

export const examplePolicy: AllocationPolicy = {
  newlyQualifiedMonths: 9,
  rules: {
    access: { authority: 'The allocation tool', confirmed: true },
    contactable: { authority: 'The allocation tool', confirmed: true },
    'already-held': practice,
    transfer: { authority: 'The allocation tool', confirmed: true },
    'risk-for-grade': { ...practice, settledMonths: 12 },
    'tier-for-grade': {
      ...practice,
      outside: { current: ['A', 'B', 'C'], older: ['A', 'B'] },
      rationale: { current: ['D'], older: ['C'] },
    },
    mappa: { ...practice, officerFromLevel: 2 },
    'sexual-offence': practice,
    children: practice,
    'domestic-abuse': practice,
    'trainee-mentor': { ...practice, mentorMonths: 24 },
    'training-safeguarding': { ...practice, months },
    'training-domestic-abuse': { ...practice, months },
    'training-sexual-offences': { ...practice, months },
    workload: { ...practice, rationaleAbove: 100, outsideAbove: 110, protectedOutsideAbove: 100 },
    availability: { ...practice, moreThanDays: 5, withinDays: 10 },
    'supervised-lately': { ...practice, days: 42 },
    'manager-span': { ...practice, mostReports: 10 },
    'history-of-risk': { ...practice, months: 60 },
    'assessment-age': { ...practice, months: 12 },
    enquiries: practice,
    'facts-age': { ...practice, roshMonths: 12, workloadDays: 7 },
  },
  mostCases: 10,
  reasoningCharacters: 40,
  touchPointDays: 15,
}
export const exampleRules = rulesSaid(examplePolicy)

const tierOf = (code: string): Fact<Tier> => {
  const tier = readTier(code, false)
  return tier === undefined ? notKnown('tier', 'not-understood') : known(tier, 'tier', day('2026-11-07'))
}

const ordinaryCase: CaseFacts = {
  crn: exampleCrn,
  limitedAccess: false,
  eventNumber: 1,
  holder: known('nobody', 'allocations'),
  waitsIn: 'N03T1',
  hasActiveOrder: known(true, 'allocations'),
  transferInProgress: known(false, 'allocations'),
  caseType: known('community', 'allocations'),
  tier: tierOf('E'),
  rosh: known('MEDIUM', 'risk-and-needs', day('2026-11-07')),
  registrations: known([], 'manage-supervision'),
  mappa: known('none', 'manage-supervision'),
  everSexualOffence: known(false, 'risk-and-needs'),
  lastAssessedOn: known(day('2026-11-07'), 'risk-and-needs'),
  sentencedOn: known(day('2026-10-23'), 'manage-supervision'),
  requirements: known([], 'manage-supervision'),
  enquiries: known(
    [
      { about: 'police', step: 'asked', on: day('2026-10-26') },
      { about: 'police', step: 'answered', on: day('2026-11-04') },
    ],
    'manage-supervision',
  ),
}

const trained = day('2026-02-22')
const ordinaryOfficer: PractitionerFacts = {
  staffCode: aisha.staffCode,
  access: known('allowed', 'delius'),
  grade: known('PO', 'staff-list'),
  hasEmail: known(true, 'workload'),
  workload: known({ now: 96, potential: 99.5 }, 'workload', today.subtract({ days: 1 })),
  casesPastWeek: known(1, 'workload'),
  hasManaged: known(false, 'workload'),
  qualifiedOn: known(day('2019-11-04'), 'staff-list'),
  mentor: 'none',
  training: { safeguarding: trained, 'domestic-abuse': trained, 'sexual-offences': trained },
  away: [],
  lastSupervisedOn: day('2026-11-10'),
  managerSpan: known(8, 'staff-list'),
}

const notAnswered = notKnown('risk-and-needs', 'not-answered')
/** A case of which everything is difficult. */
export const hardCase: Partial<CaseFacts> = {
  tier: tierOf('A'),
  rosh: known('VERY_HIGH', 'risk-and-needs', day('2025-03-07')),
  registrations: known(
    [
      { code: 'RCPR', name: 'Child protection', startedOn: day('2026-10-28') },
      { code: 'ADVP', name: 'Domestic abuse perpetrator', startedOn: day('2026-10-28') },
    ],
    'manage-supervision',
  ),
  mappa: known({ level: 3, category: 2 }, 'manage-supervision'),
  everSexualOffence: known(true, 'risk-and-needs'),
  lastAssessedOn: known('none', 'risk-and-needs'),
  enquiries: known([{ about: 'police', step: 'asked', on: day('2026-10-26') }], 'manage-supervision'),
}
export const unansweredCase: Partial<CaseFacts> = {
  rosh: notAnswered,
  everSexualOffence: notAnswered,
  lastAssessedOn: notAnswered,
}
const greenOfficer: Partial<PractitionerFacts> = {
  workload: known({ now: 121.25, potential: 126.5 }, 'workload', day('2026-11-02')),
  training: {},
  away: [{ from: today, to: day('2026-12-24') }],
  lastSupervisedOn: 'none',
  managerSpan: known(12.4, 'staff-list'),
}

/** A trainee in a difficult case: as many rules as there are find something. */
export const trainee: Partial<PractitionerFacts> = { ...greenOfficer, grade: known('PQiP', 'staff-list') }

const on = { today, workingDays: workingDaysWithout(() => false) }

/** How somebody is weighed for a case. */
export function exampleWeighing(
  about: Partial<CaseFacts> = {},
  practitioner: Partial<PractitionerFacts> = {},
  { staffCode, grade }: Pick<Person, 'staffCode'> & { grade?: Grade | undefined } = aisha,
): Weighing {
  const facts: PractitionerFacts = {
    ...ordinaryOfficer,
    ...(grade === undefined ? {} : { grade: known(grade, 'staff-list') }),
    ...practitioner,
  }
  const { outcome, checks } = weigh({ case: { ...ordinaryCase, ...about }, practitioner: facts }, examplePolicy, on)
  const { workload, hasManaged } = facts
  return {
    practitioner: staffCode,
    outcome,
    checks,
    ...(hasManaged.known ? { hasManaged: hasManaged.value } : {}),
    ...(workload.known ? { potential: workload.value.potential } : {}),
  }
}
