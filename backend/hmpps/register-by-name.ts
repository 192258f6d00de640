import { type RegisterCode, registerCodes } from '../../domain/allocation/case-facts.ts'

/** Names of register entries as services write them, the narrower ones first. */
const names: readonly (readonly [RegExp, RegisterCode | undefined])[] = [
  [/very high.*(rosh|serious harm)|(rosh|serious harm).*very high/i, 'RVHR'],
  [/high.*(rosh|serious harm)|(rosh|serious harm).*high/i, 'RHRH'],
  [/medium.*(rosh|serious harm)|(rosh|serious harm).*medium/i, 'RMRH'],
  [/low.*(rosh|serious harm)|(rosh|serious harm).*low/i, 'RLRH'],
  [/child(ren)? protection/i, 'RCPR'],
  [/child(ren)? concerns?|concerns? (about|for) (the )?child(ren)?/i, 'RCCO'],
  [/risk to (the )?child(ren)?|child(ren)? at risk/i, 'RCHD'],
  [/domestic (abuse|violence).*history|history.*domestic (abuse|violence)/i, 'REG30'],
  [/domestic (abuse|violence).*victim|victim.*domestic (abuse|violence)/i, undefined],
  // Where it does not say on which side, it is read as that of the perpetrator, which asks for more.
  [/domestic (abuse|violence)/i, 'ADVP'],
  [/mappa/i, 'MAPP'],
]

/**
 * Which register an entry is of: a code that a rule asks for decides, then the name, which some services write as the code.
 * Undefined for one no rule asks for.
 */
export function registerOf(code: string | undefined, name: string | undefined): RegisterCode | undefined {
  const coded = codeIn(code)
  if (coded !== undefined || name === undefined) return coded
  const plain = name.replace(/\s+/g, ' ').trim()
  return codeIn(plain) ?? names.find(([pattern]) => pattern.test(plain))?.[1]
}

function codeIn(written: string | undefined): RegisterCode | undefined {
  return registerCodes.find((one) => one === written?.trim().toUpperCase())
}
