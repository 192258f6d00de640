/** What stands behind each number of a reply to a list of questions. */
export type Numbered = { number: number; words: string }

const atLineStart = /^\(?(\d{1,2})(?:\s?([.):])(?!\d)\s*|\s+(?:-\s+)?)(\S[\s\S]*)$/
const beforeQuantity = /\b(?:level|tier|category|cat|stage|grade|band|step|page|week|day|objective|rosh)\s*$/i
/** Words that nothing ends with: the number after them counts something. */
const goesOn =
  /(?:^|\s)(?:a|an|the|and|or|of|to|for|in|on|at|by|with|from|about|over|under|than|plus|all|only|just|are|is|was|were|had|has|have)$/i

/**
 * The parts of a reply that puts the number of each question before its answer: "1 45 2 boundaries 3 ask sooner", or one a
 * line. Undefined when a text has no such numbers; `unsure` when it has, and they may be read in more than one way. `needed`
 * of `most` questions have to be answered. Without a dot or a bracket behind it a number may count something, so those are
 * only taken where they run from 1 on, within a line to the last question.
 */
export function numberedParts(text: string, needed: number, most: number): Numbered[] | 'unsure' | undefined {
  const lines = text.split(/\n+/).filter((line) => line.trim() !== '')
  const found = lines.length > 1 ? byLine(lines, most) : undefined
  return found ?? (lines.length === 1 ? within(text.trim(), needed, most) : undefined)
}

function byLine(lines: readonly string[], most: number): Numbered[] | 'unsure' | undefined {
  const marks = lines.map((line) => atLineStart.exec(line.trim()))
  const style = marks[0]?.[2]
  if (marks[0] === null || !marks.some((mark, index) => index > 0 && mark !== null)) return undefined
  const parts: Numbered[] = []
  for (const [index, mark] of marks.entries()) {
    const number = Number(mark?.[1] ?? 0)
    const isMark = mark !== null && mark?.[2] === style && number >= 1 && number <= most
    const last = parts.at(-1)
    if (isMark) parts.push({ number, words: mark?.[3] ?? '' })
    else if (style === undefined || last === undefined) return undefined
    else last.words += `\n${lines[index]?.trim()}`
  }
  if (style === undefined) return parts.every(({ number }, index) => number === index + 1) ? parts : undefined
  return isRising(parts) ? parts : 'unsure'
}

/** Within a line, the numbers that stand apart, and what is between them. */
function within(line: string, needed: number, most: number): Numbered[] | 'unsure' | undefined {
  const first = atLineStart.exec(line)
  if (first === null || first[1] !== '1') return undefined
  const style = first[2] ?? ''
  const sign = style === '' ? '(?=\\s)(?!\\s*[.):])' : `\\s?\\${style}(?!\\d)`
  const marks = [...line.matchAll(new RegExp(`(?<![^\\s,;])\\(?(\\d{1,2})${sign}\\s*`, 'g'))].filter(
    (mark) => Number(mark[1]) >= 1 && Number(mark[1]) <= most && !beforeQuantity.test(line.slice(0, mark.index)),
  )
  if (marks.length < 2) return undefined
  const parts = marks.map((mark, index) => ({
    number: Number(mark[1]),
    words: line.slice(mark.index + mark[0].length, marks[index + 1]?.index ?? line.length).replace(/[\s,;]+$/, ''),
  }))
  const runs = parts.every(({ number, words }, index) => number === index + 1 && words !== '')
  const isWhole = parts.length === needed || parts.length === most
  const counts = parts.slice(0, -1).some(({ words }) => goesOn.test(words))
  if (runs && !counts && (isWhole || style !== '')) return parts
  if (style === ')' && !counts && isRising(parts) && parts.every(({ words }) => words !== '')) return parts
  const looksMeant = style !== '' || (!counts && isRising(parts)) || parts[2]?.number === 3
  return looksMeant ? 'unsure' : undefined
}

function isRising(parts: readonly Numbered[]): boolean {
  return parts.every(({ number }, index) => index === 0 || number > (parts[index - 1]?.number ?? 0))
}
