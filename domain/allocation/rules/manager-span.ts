import type { AllocationRule } from '../allocation-rule.ts'
import { cannotTell, checkOf, type Finding, suitable } from '../possible-worlds.ts'
import { type FactName, ruleFact } from '../rule-fact.ts'

const spanName: FactName = {
  label: 'Full-time equivalents under the line manager',
  subject: 'How many people report to the line manager',
  wanted: 'A line manager in post',
}

/** "10.0". */
const equivalents = (count: number) => (Number.isInteger(count) ? count.toFixed(1) : `${count}`)

/** A line manager with too many people has no time for one more case. */
export const managerSpan: AllocationRule = {
  id: 'manager-span',
  name: 'Span of the line manager',
  inWords: ({ rules }) =>
    `Where more than ${equivalents(rules['manager-span'].mostReports)} full-time equivalents report to the line manager, a case needs a written rationale.`,
  check({ practitioner: { managerSpan: span } }, { rules }) {
    const facts = [ruleFact(spanName, span, equivalents)]
    if (!span.known) return cannotTell('manager-span', facts)
    const { mostReports } = rules['manager-span']
    const report = `The line manager has ${equivalents(span.value)} full-time equivalents reporting to them`
    const tooMany: Finding = {
      outcome: 'needs-rationale',
      reason: `${report}, more than ${equivalents(mostReports)}.`,
      change: `A line manager to whom ${equivalents(mostReports)} full-time equivalents or fewer report.`,
    }
    return checkOf('manager-span', facts, [span.value > mostReports ? tooMany : suitable(`${report}.`)])
  },
}
