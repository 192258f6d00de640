import { Temporal } from 'temporal-polyfill'
import { Grade } from '../staff.ts'
import type { AllocationPolicy } from './allocation-policy.ts'
import { counted } from './allocation-words.ts'
import { monthsHavePassed } from './how-long-ago.ts'
import { mayBe } from './possible-worlds.ts'
import type { PractitionerFacts } from './practitioner-facts.ts'
import { dayFact, type FactName, type RuleFact, ruleFact } from './rule-fact.ts'
import type { WeighingDay } from './weighing-day.ts'

/** Who somebody is as far as rules by grade ask. Only of a PO is it asked since when they are qualified. */
export type Officer = { grade: Grade; qualifiedOn?: Temporal.PlainDate }

/** Longer ago than any policy asks for. */
const longAgo = Temporal.PlainDate.from('1900-01-01')

/**
 * Whoever a practitioner may be, the most experienced first. A PO whose qualification date is not known has qualified long
 * ago or today: as more experience never makes an outcome worse, these two stand for all days.
 */
export function officersItMayBe(
  { grade, qualifiedOn }: Pick<PractitionerFacts, 'grade' | 'qualifiedOn'>,
  { today }: WeighingDay,
): Officer[] {
  return mayBe(grade, Grade.options).flatMap((one): Officer[] =>
    one === 'PO'
      ? mayBe(qualifiedOn, [longAgo, today]).map((day) => ({ grade: one, qualifiedOn: day }))
      : [{ grade: one }],
  )
}

/** Whether somebody is a PO who has been qualified for so many months. */
export function isQualifiedFor({ grade, qualifiedOn }: Officer, months: number, on: WeighingDay): boolean {
  return grade === 'PO' && qualifiedOn !== undefined && monthsHavePassed(qualifiedOn, months, on)
}

/** Whether somebody is a newly qualified officer: a PO qualified for less than the months of the policy. */
export function isNewlyQualified(
  officer: Officer,
  { newlyQualifiedMonths }: AllocationPolicy,
  on: WeighingDay,
): boolean {
  return officer.grade === 'PO' && !isQualifiedFor(officer, newlyQualifiedMonths, on)
}

/** What a newly qualified officer is: "a newly qualified officer (a PO in the first 9 months)". */
export function newlyQualifiedInWords({ newlyQualifiedMonths }: AllocationPolicy): string {
  return `a newly qualified officer (a PO in the first ${counted(newlyQualifiedMonths, 'month')})`
}

const gradeName: FactName = { label: 'Grade', subject: 'The grade', wanted: 'A grade' }
const qualifiedName: FactName = {
  label: 'Qualified',
  subject: 'The day this person qualified',
  wanted: 'A qualification date',
}

/** The grade as a rule rests on it. */
export function gradeFact({ grade }: Pick<PractitionerFacts, 'grade'>): RuleFact {
  return ruleFact(gradeName, grade, (value) => value)
}

/** The grade and, where it is or may be PO, since when they are qualified. */
export function officerFacts(practitioner: Pick<PractitionerFacts, 'grade' | 'qualifiedOn'>): RuleFact[] {
  const { grade, qualifiedOn } = practitioner
  if (grade.known && grade.value !== 'PO') return [gradeFact(practitioner)]
  return [gradeFact(practitioner), dayFact(qualifiedName, qualifiedOn)]
}
