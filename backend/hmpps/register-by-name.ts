import { type RegisterCode, registerCodes } from '../../domain/allocation/case-facts.ts'

/** Names of register entries as services write them, the narrower ones first. */
const names: readonly (readonly [RegExp, RegisterCode])[] = [
  [/very high.*(rosh|serious harm)|(rosh|serious harm).*very high/i, 'RVHR'],
  [/high.*(rosh|serious harm)|(rosh|serious harm).*high/i, 'RHRH'],
  [/medium.*(rosh|serious harm)|(rosh|serious harm).*medium/i, 'RMRH'],
  [/low.*(rosh|serious harm)|(rosh|serious harm).*low/i, 'RLRH'],
  [/child protection/i, 'RCPR'],
  [/child(ren)? concerns?/i, 'RCCO'],
  [/risk to child(ren)?/i, 'RCHD'],
  [/domestic (abuse|violence).*history|history.*domestic (abuse|violence)/i, 'REG30'],
  [/domestic (abuse|violence).*perpetrator|perpetrator.*domestic (abuse|violence)/i, 'ADVP'],
  [/mappa/i, 'MAPP'],
]

/** Which register an entry is of: its code decides, and where it has none its name. Undefined for one no rule asks for. */
export function registerOf(code: string | undefined, name: string | undefined): RegisterCode | undefined {
  if (code !== undefined) return registerCodes.find((one) => one === code.toUpperCase())
  return name === undefined ? undefined : names.find(([pattern]) => pattern.test(name))?.[1]
}
