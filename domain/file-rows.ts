/** A row of a file that is brought in: the line on which it begins, counted from 1, and its cells by column name. */
export type FileRow = { line: number; cells: Readonly<Record<string, string>> }

export type RejectedRow = { line: number; reason: string }

/** What is wrong with the header of a file, as one sentence, or undefined. The columns may stand in any order. */
export function problemWithHeader(header: readonly string[], columns: readonly string[]): string | undefined {
  const missing = columns.filter((column) => !header.includes(column))
  const unknown = header.filter((column) => !columns.includes(column))
  const twice = [...new Set(header.filter((column, place) => header.indexOf(column) !== place))]
  const parts = [
    ...(missing.length > 0 ? [`without ${missing.join(', ')}`] : []),
    ...(unknown.length > 0 ? [`with unknown ${unknown.map((column) => column || 'nameless column').join(', ')}`] : []),
    ...(twice.length > 0 ? [`with ${twice.join(', ')} twice`] : []),
  ]
  if (parts.length === 0) return undefined
  return `The first line is ${parts.join(', ')}. It should be ${columns.join(',')}.`
}

/** What is wrong with a row, each a clause in plain words, as the one sentence that is printed for it. */
export function rejectedFor(line: number, problems: readonly string[]): RejectedRow {
  return { line, reason: `${problems.join('; ')}.` }
}
