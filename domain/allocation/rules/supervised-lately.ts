import { Temporal } from 'temporal-polyfill'
import type { AllocationRule } from '../allocation-rule.ts'
import { counted, dayInReason } from '../allocation-words.ts'
import { known } from '../fact.ts'
import { daysAgo } from '../how-long-ago.ts'
import { checkOf, type Finding, suitable } from '../possible-worlds.ts'
import { dayFact, type FactName } from '../rule-fact.ts'

const supervisedName: FactName = {
  label: 'Last supervision',
  subject: 'The day of the last supervision',
  wanted: 'The day of the last supervision,',
}

/** Somebody who takes on a case should have somebody to talk to about it. */
export const supervisedLately: AllocationRule = {
  id: 'supervised-lately',
  name: 'Supervised lately',
  inWords: ({ rules }) =>
    `Without supervision of any kind in the last ${counted(rules['supervised-lately'].days, 'day')}, a case needs a written rationale.`,
  check({ practitioner: { lastSupervisedOn } }, { rules }, on) {
    const { days } = rules['supervised-lately']
    const earliest = daysAgo(days, on)
    const within = counted(days, 'day')
    const lacks: Finding = {
      outcome: 'needs-rationale',
      reason: `No supervision is recorded in the last ${within}.`,
      change: `A supervision session held since ${dayInReason(earliest)}, and recorded.`,
    }
    const isLately = lastSupervisedOn !== 'none' && Temporal.PlainDate.compare(lastSupervisedOn, earliest) >= 0
    return checkOf(
      'supervised-lately',
      [dayFact(supervisedName, known(lastSupervisedOn, 'supervision-record'))],
      [isLately ? suitable(`This person was supervised in the last ${within}.`) : lacks],
    )
  },
}
