import type { Crn } from '../ids.ts'

/** One letter and six digits, as people type them. "a 320741" is none: "a" is a word. */
const numbers = /(?<![\p{L}\d])(?:[a-z]-?|[b-hj-z][ -])\d{3}[ ]?\d{3}(?![\p{L}\d])/giu

/** Whether a text holds the number of a case other than this one. What is written about one case stays with it. */
export function namesAnotherCase(text: string, crn: Crn): boolean {
  const named = text.normalize('NFKC').match(numbers) ?? []
  return named.some((number) => number.replace(/[ -]/g, '').toUpperCase() !== crn)
}
