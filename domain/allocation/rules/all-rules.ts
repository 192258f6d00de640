import type { AllocationRule } from '../allocation-rule.ts'
import { access } from './access.ts'
import { alreadyHeld } from './already-held.ts'
import { assessmentAge } from './assessment-age.ts'
import { availability } from './availability.ts'
import { children } from './children.ts'
import { contactable } from './contactable.ts'
import { domesticAbuse } from './domestic-abuse.ts'
import { enquiries } from './enquiries.ts'
import { factsAge } from './facts-age.ts'
import { historyOfRisk } from './history-of-risk.ts'
import { managerSpan } from './manager-span.ts'
import { mappa } from './mappa.ts'
import { riskForGrade } from './risk-for-grade.ts'
import { sexualOffence } from './sexual-offence.ts'
import { supervisedLately } from './supervised-lately.ts'
import { tierForGrade } from './tier-for-grade.ts'
import { traineeMentor } from './trainee-mentor.ts'
import { trainingDomesticAbuse } from './training-domestic-abuse.ts'
import { trainingSafeguarding } from './training-safeguarding.ts'
import { trainingSexualOffences } from './training-sexual-offences.ts'
import { transfer } from './transfer.ts'
import { workload } from './workload.ts'

/** Every rule of an allocation, in the order in which they are shown. */
export const allRules: readonly AllocationRule[] = [
  access,
  contactable,
  alreadyHeld,
  transfer,
  riskForGrade,
  tierForGrade,
  mappa,
  sexualOffence,
  children,
  domesticAbuse,
  traineeMentor,
  trainingSafeguarding,
  trainingDomesticAbuse,
  trainingSexualOffences,
  workload,
  availability,
  supervisedLately,
  managerSpan,
  historyOfRisk,
  assessmentAge,
  enquiries,
  factsAge,
]

const byId = new Map(allRules.map((rule) => [rule.id, rule]))

/** The rule with this id. */
export function ruleNamed(id: AllocationRule['id']): AllocationRule {
  const rule = byId.get(id)
  if (rule === undefined) throw new Error(`There is no allocation rule "${id}".`)
  return rule
}
