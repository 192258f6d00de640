import type { Temporal } from 'temporal-polyfill'
import { monthNames } from '../month-names.ts'
import type { Grade } from '../staff.ts'
import type { RoshLevel } from './case-facts.ts'
import type { FactSource } from './fact.ts'
import type { Tier } from './tier.ts'

const roshWords: Record<RoshLevel, string> = { LOW: 'low', MEDIUM: 'medium', HIGH: 'high', VERY_HIGH: 'very high' }

/** A level of risk in words: "very high". */
export function roshInWords(level: RoshLevel): string {
  return roshWords[level]
}

/** A tier in words: "D", "B2 (older letters)", "D (provisional)", "missing". */
export function tierInWords(tier: Tier): string {
  if (tier.model === 'none') return tier.why === 'missing' ? 'missing' : 'nobody to supervise'
  const remarks = [tier.model === 'older' ? 'older letters' : '', tier.provisional ? 'provisional' : '']
  const remark = remarks.filter((words) => words !== '').join(', ')
  return remark === '' ? tier.code : `${tier.code} (${remark})`
}

const sourceWords: Record<FactSource, string> = {
  allocations: 'the allocations service',
  workload: 'the workload service',
  tier: 'the tier service',
  estate: 'the estate service',
  'risk-and-needs': 'the risk service',
  'manage-supervision': 'the service for registers and contacts',
  delius: 'NDelius',
  'staff-list': 'the staff list',
  'supervision-record': 'the supervision record',
  'leave-record': 'the leave record',
  'allocation-record': 'the record of allocations',
}

/** Where a fact comes from, as part of a sentence: "the risk service". */
export function sourceInWords(source: FactSource): string {
  return sourceWords[source]
}

const gradeWords: Record<Grade, string> = {
  PO: 'a PO',
  PSO: 'a PSO',
  PQiP: 'a trainee (PQiP)',
  SPO: 'an SPO',
  HoPDU: 'a head of PDU',
  QDO: 'a quality officer',
  ADMIN: 'an administrator',
}

/** Somebody of a grade, as part of a sentence: "a PSO". */
export function someoneOfGrade(grade: Grade): string {
  return gradeWords[grade]
}

/** A day as a reason says it: "20 November 2026". */
export function dayInReason(day: Temporal.PlainDate): string {
  return `${day.day} ${monthNames[day.month - 1] ?? ''} ${day.year}`
}

/** "108.5%". At most two decimals. */
export function percentInWords(percent: number): string {
  return `${Math.round(percent * 100) / 100}%`
}

/** "1 month", "36 months". */
export function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

/** "A", "A or B", "A, B or C"; "none" of none. */
export function oneOf(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? 'none'
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}
