/** Something read in a text, with where it stands there: from `at` up to, not including, `end`. */
export type Found<T> = { value: T; at: number; end: number }

/** Stands for a kind of supervision that has been read already. Plain text never holds it. */
export const kindFill = '\uE000'
/** Stands for anything else that has been read already. */
export const otherFill = '\uE001'

/** The text with what was read blanked out at its own length, so that the next reader does not read it again. */
export function blankOut(text: string, found: readonly Found<unknown>[], fill = otherFill): string {
  let blanked = text
  for (const { at, end } of found) blanked = blanked.slice(0, at) + fill.repeat(end - at) + blanked.slice(end)
  return blanked
}

/**
 * Everything one pattern reads in a text, left to right. `read` gives undefined for what is no reading after all. The
 * pattern must be global, match at least one character and not be used inside `read`: it is run itself, not a copy.
 */
export function allFound<T>(
  text: string,
  pattern: RegExp,
  read: (match: RegExpExecArray) => T | undefined,
): Found<T>[] {
  const found: Found<T>[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const value = read(match)
    if (value !== undefined) found.push({ value, at: match.index, end: match.index + match[0].length })
  }
  return found
}

/** What does not lie over anything in `taken`. */
export function apartFrom<T>(found: readonly Found<T>[], taken: readonly Found<unknown>[]): Found<T>[] {
  if (found.length === 0 || taken.length === 0) return [...found]
  return found.filter((one) => taken.every((other) => one.end <= other.at || one.at >= other.end))
}

/** Left to right. */
export function inOrder<T>(found: readonly Found<T>[]): Found<T>[] {
  return found.length < 2 ? [...found] : [...found].sort((a, b) => a.at - b.at)
}
