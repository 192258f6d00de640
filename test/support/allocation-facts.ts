import { defaultAllocationPolicy } from '../../config/allocation.ts'
import type { AllocationPolicy } from '../../domain/allocation/allocation-policy.ts'
import type { CaseFacts, RegisterCode, Registration } from '../../domain/allocation/case-facts.ts'
import type { Check, RuleId } from '../../domain/allocation/check.ts'
import { type Fact, type FactSource, known, type NotKnown, notKnown } from '../../domain/allocation/fact.ts'
import type { AllocationFacts, PractitionerFacts } from '../../domain/allocation/practitioner-facts.ts'
import { readTier, type Tier } from '../../domain/allocation/tier.ts'
import { weigh } from '../../domain/allocation/weigh.ts'
import type { WeighingDay } from '../../domain/allocation/weighing-day.ts'
import { Crn, StaffCode } from '../../domain/ids.ts'
import type { Grade } from '../../domain/staff.ts'
import { day } from './days.ts'
import { workingDays } from './windows.ts'

/** The day of most conversations: a Sunday. */
export const today = day('2026-11-22')
export const onDay = (text: string): WeighingDay => ({ today: day(text), workingDays })
export const onToday: WeighingDay = { today, workingDays }
export const somebodyElse = StaffCode.parse('N03A099')

/** A case about which there is nothing to remark; a test states only what it is about. */
export function aCase(about: Partial<CaseFacts> = {}): CaseFacts {
  return {
    crn: Crn.parse('X320741'),
    limitedAccess: false,
    eventNumber: 1,
    holder: known('nobody', 'allocations'),
    hasActiveOrder: known(true, 'allocations'),
    transferInProgress: known(false, 'allocations'),
    caseType: known('community', 'allocations'),
    tier: aTier('E'),
    rosh: known('MEDIUM', 'risk-and-needs', day('2026-10-05')),
    registrations: known([], 'manage-supervision'),
    mappa: known('none', 'manage-supervision'),
    everSexualOffence: known(false, 'risk-and-needs'),
    lastAssessedOn: known(day('2026-10-05'), 'risk-and-needs'),
    sentencedOn: known(day('2026-09-28'), 'manage-supervision'),
    requirements: known([], 'manage-supervision'),
    enquiries: known(
      [
        { about: 'police', step: 'asked', on: day('2026-09-29') },
        { about: 'police', step: 'answered', on: day('2026-10-02') },
        { about: 'safeguarding', step: 'asked', on: day('2026-09-29') },
        { about: 'safeguarding', step: 'answered', on: day('2026-10-06') },
      ],
      'manage-supervision',
    ),
    ...about,
  }
}

/** An experienced PO about whom there is nothing to remark. */
export function aPractitioner(about: Partial<PractitionerFacts> = {}): PractitionerFacts {
  return {
    staffCode: StaffCode.parse('N03A001'),
    access: known('allowed', 'delius'),
    grade: known('PO', 'staff-list'),
    hasEmail: known(true, 'workload'),
    workload: known({ now: 82, potential: 85 }, 'workload', day('2026-11-21')),
    casesPastWeek: known(1, 'workload'),
    hasManaged: known(false, 'workload'),
    qualifiedOn: known(day('2019-11-04'), 'staff-list'),
    mentor: 'none',
    training: {
      safeguarding: day('2026-01-15'),
      'domestic-abuse': day('2026-01-15'),
      'sexual-offences': day('2026-01-15'),
      mappa: day('2026-01-15'),
    },
    away: [],
    lastSupervisedOn: day('2026-11-10'),
    managerSpan: known(8, 'staff-list'),
    ...about,
  }
}

/** What a test says of a case and of a practitioner. */
export type About = { case?: Partial<CaseFacts>; practitioner?: Partial<PractitionerFacts> }

export const factsWith = (about: About = {}): AllocationFacts => ({
  case: aCase(about.case),
  practitioner: aPractitioner(about.practitioner),
})

/** What one rule says, by the default policy unless a test has another. */
export function checkBy(
  rule: RuleId,
  about: About = {},
  on: WeighingDay = onToday,
  policy: AllocationPolicy = defaultAllocationPolicy,
): Check {
  const found = weigh(factsWith(about), policy, on).checks.find((check) => check.rule === rule)
  if (found === undefined) throw new Error(`No check by ${rule}.`)
  return found
}

export const aTier = (code: string, provisional = false): Fact<Tier> => {
  const tier = readTier(code, provisional)
  return tier === undefined ? notKnown('tier', 'not-understood') : known(tier, 'tier', day('2026-11-01'))
}

/** Somebody of a grade; only a PO has a day since when they are qualified. */
export const ofGrade = (grade: Grade): Partial<PractitionerFacts> => ({
  grade: known(grade, 'staff-list'),
  qualifiedOn: notKnown('staff-list', 'none'),
})
export const qualified = (text: string): Partial<PractitionerFacts> => ({ qualifiedOn: known(day(text), 'staff-list') })
/** Newly qualified on 22 November 2026. */
export const newlyQualified = qualified('2026-06-01')
export const qualifiedOnNotKnown: Partial<PractitionerFacts> = { qualifiedOn: notKnown('staff-list', 'none') }
export const gradeConflicts: Partial<PractitionerFacts> = { grade: notKnown('staff-list', 'conflicting') }

/** Register entries, each active unless it has an end. */
export const entries = (...entries: (RegisterCode | [RegisterCode, string])[]): Partial<CaseFacts> => ({
  registrations: known(
    entries.map((entry): Registration => {
      const [code, endedOn] = typeof entry === 'string' ? [entry, undefined] : entry
      const ended = endedOn === undefined ? {} : { endedOn: day(endedOn) }
      return { code, name: code, startedOn: day('2020-01-06'), ...ended }
    }),
    'manage-supervision',
  ),
})

/** A service that was asked and did not answer. */
export const noAnswer = (source: FactSource): NotKnown => notKnown(source, 'not-answered')
