import { Crn } from '../../domain/ids.ts'
import { allFound, type Found } from './found.ts'
import { plainText } from './plain-text.ts'

/** One letter and six digits, perhaps with "CRN" before and a space or hyphen between. "a 320741" is no case: "a" is a word. */
const spelling =
  /(?:\bcrns?\s*[:#.=-]?\s*)([a-z])[\s-]?(\d{3})[\s-]?(\d{3})(?![\p{L}\d])|(?<![\p{L}\d])([a-z])-?(\d{3})\s?(\d{3})(?![\p{L}\d])|(?<![\p{L}\d])([B-HJ-Z])[\s-](\d{3})\s?(\d{3})(?![\p{L}\d])|(?<![\p{L}\d])([b-hj-z])[\s-](\d{6})(?![\p{L}\d])/giu

/** Every case reference number in a plain text, left to right. */
export function casesFound(text: string): Found<Crn>[] {
  if (!/\d{3}/.test(text)) return []
  return allFound(text, spelling, (match) => {
    const [letter = '', ...digits] = match.slice(1).filter((part) => part !== undefined)
    return Crn.safeParse(letter + digits.join('')).data
  })
}

/** The case reference numbers in a text, in the order said, each once. */
export function casesIn(text: string): Crn[] {
  return [...new Set(casesFound(plainText(text)).map((found) => found.value))]
}
