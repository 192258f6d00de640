import type { AllocationPolicy } from '../allocation-policy.ts'
import type { AllocationRule } from '../allocation-rule.ts'
import { someoneOfGrade } from '../allocation-words.ts'
import type { CaseFacts } from '../case-facts.ts'
import { notKnown } from '../fact.ts'
import { isNewlyQualified, newlyQualifiedInWords, type Officer, officerFacts, officersItMayBe } from '../officer.ts'
import { checkOf, type Finding, suitable } from '../possible-worlds.ts'
import { type FactName, type RuleFact, ruleFact } from '../rule-fact.ts'
import type { WeighingDay } from '../weighing-day.ts'

const mappaName: FactName = {
  label: 'MAPPA',
  subject: 'Whether the case is managed under MAPPA',
  wanted: 'Whether the case is managed under MAPPA,',
}
const levelName: FactName = { label: 'MAPPA level', subject: 'The MAPPA level', wanted: 'A MAPPA level' }

type Level = 1 | 2 | 3
const levels: readonly Level[] = [1, 2, 3]

/** Cases under multi-agency public protection arrangements. */
export const mappa: AllocationRule = {
  id: 'mappa',
  name: 'MAPPA',
  inWords(policy) {
    const higher = levels.filter((level) => level >= policy.rules.mappa.officerFromLevel).join(' or ')
    return `MAPPA (multi-agency public protection arrangements) at level ${higher} is for a PO who is not ${newlyQualifiedInWords(policy)}. At any level MAPPA is outside guidance for a trainee (PQiP), and needs a written rationale for a PSO.`
  },
  check({ case: { mappa: fact }, practitioner }, policy, on) {
    const officers = officersItMayBe(practitioner, on)
    const findings = levelsItMayBe(fact).flatMap((level) =>
      officers.map((officer) => judge(level, officer, policy, on)),
    )
    return checkOf('mappa', [...mappaFacts(fact), ...officerFacts(practitioner)], findings)
  },
}

function levelsItMayBe(fact: CaseFacts['mappa']): readonly (Level | 'none')[] {
  if (!fact.known) return ['none', ...levels]
  if (fact.value === 'none') return ['none']
  return fact.value.level === undefined ? levels : [fact.value.level]
}

function mappaFacts(fact: CaseFacts['mappa']): RuleFact[] {
  const shown = ruleFact(mappaName, fact, (value) => {
    if (value === 'none') return 'none'
    const { level, category } = value
    return [level && `level ${level}`, category && `category ${category}`].filter(Boolean).join(', ') || 'yes'
  })
  if (!fact.known || fact.value === 'none' || fact.value.level !== undefined) return [shown]
  return [shown, ruleFact(levelName, notKnown(fact.source, 'none'), () => '')]
}

function judge(level: Level | 'none', officer: Officer, policy: AllocationPolicy, on: WeighingDay): Finding {
  if (level === 'none') return suitable('The case is not managed under MAPPA.')
  const change = 'A PO who is not newly qualified instead.'
  const managed = `The case is managed under MAPPA at level ${level}`
  if (officer.grade === 'PQiP') {
    return { outcome: 'outside-guidance', reason: `${managed}, and no MAPPA case is for a trainee (PQiP).`, change }
  }
  if (level >= policy.rules.mappa.officerFromLevel) {
    if (officer.grade !== 'PO') {
      return { outcome: 'outside-guidance', reason: `${managed}, which is for a PO.`, change }
    }
    if (isNewlyQualified(officer, policy, on)) {
      return {
        outcome: 'outside-guidance',
        reason: `${managed}, and not for ${newlyQualifiedInWords(policy)}.`,
        change,
      }
    }
  }
  if (officer.grade === 'PSO') {
    return { outcome: 'needs-rationale', reason: `${managed}, and this is ${someoneOfGrade('PSO')}.`, change }
  }
  return suitable(`MAPPA at level ${level} is for this person’s grade.`)
}
