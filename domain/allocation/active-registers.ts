import { Temporal } from 'temporal-polyfill'
import type { CaseFacts, RegisterCode, Registration } from './case-facts.ts'
import type { FactName, RuleFact } from './rule-fact.ts'
import { ruleFact, shownOn } from './rule-fact.ts'
import type { WeighingDay } from './weighing-day.ts'

type Registers = Pick<CaseFacts, 'registrations'>

/** The entries that make the child flag: child protection, child concerns, risk to children. */
export const childFlag = ['RCPR', 'RCCO', 'RCHD'] as const satisfies RegisterCode[]
/** The entry that makes the domestic abuse flag: a perpetrator now. History alone does not count. */
export const domesticAbuseFlag = ['ADVP'] as const satisfies RegisterCode[]

/** Whether the case may have one of these entries, active today: both where the registers are not known. */
export function mayBeOn(
  codes: readonly RegisterCode[],
  { registrations }: Registers,
  on: WeighingDay,
): readonly boolean[] {
  if (!registrations.known) return [false, true]
  return [registrations.value.some((entry) => isActiveAmong(codes, entry, on))]
}

function isActiveAmong(
  codes: readonly RegisterCode[],
  { code, endedOn }: Registration,
  { today }: WeighingDay,
): boolean {
  if (code === undefined || !codes.includes(code)) return false
  return endedOn === undefined || Temporal.PlainDate.compare(endedOn, today) > 0
}

const entryWords: Record<RegisterCode, string> = {
  RLRH: 'Low RoSH register',
  RMRH: 'Medium RoSH register',
  RHRH: 'High RoSH register',
  RVHR: 'Very high RoSH register',
  RCPR: 'Child protection register',
  RCCO: 'Child concerns register',
  RCHD: 'Risk to children register',
  ADVP: 'Domestic abuse perpetrator register',
  REG30: 'Domestic abuse history register',
  MAPP: 'MAPPA register',
}

/** An entry by its register: "Child protection register". */
export function registerInWords(code: RegisterCode): string {
  return entryWords[code]
}

/** How the registers are called where they are not known. */
export const registersName: FactName = {
  label: 'Registers',
  subject: 'What the registers say',
  wanted: 'The register entries',
}

/** The active entries among these, each with the day it began; or that there is none. `called`: "Child registers". */
export function registerFacts(
  called: string,
  codes: readonly RegisterCode[],
  { registrations }: Registers,
  on: WeighingDay,
): RuleFact[] {
  if (!registrations.known) return [ruleFact(registersName, registrations, () => '')]
  const active = registrations.value.filter((entry) => isActiveAmong(codes, entry, on))
  if (active.length === 0) return [{ shown: shownOn(`${called}: no active entry`, registrations, registrations.on) }]
  return active.map(({ code, startedOn }) => ({
    shown: shownOn(`${code === undefined ? called : entryWords[code]}: active`, registrations, startedOn),
  }))
}
