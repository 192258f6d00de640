import { readFile } from 'node:fs/promises'
import type { FileRow, RejectedRow } from '../../domain/file-rows.ts'
import type { Streams } from './command.ts'
import { readCsvRows, UnreadableFile } from './csv-rows.ts'

/** The rows of a file that somebody wants brought in; undefined when it cannot be used at all, which is said on `err`. */
export async function readRows(
  file: string,
  columns: readonly string[],
  { err }: Streams,
): Promise<{ rows: FileRow[]; rejected: RejectedRow[] } | undefined> {
  try {
    return readCsvRows(await readFile(file), columns)
  } catch (error) {
    const why = error instanceof UnreadableFile ? error.message : `${file} could not be read. Is the name right?`
    err.write(`${why}\nNothing was imported.\n`)
    return undefined
  }
}

const mostLinesNamed = 50

/** Prints what became of an import, each rejected row with its reason. Gives the exit code: 1 when a row was rejected. */
export function reportImport(
  counts: Readonly<Record<string, number>>,
  rejected: readonly RejectedRow[],
  { out, err }: Streams,
): number {
  const inOrder = rejected.toSorted((a, b) => a.line - b.line)
  const said = Object.entries(counts).map(([what, count]) => `${count} ${what}`)
  out.write(`${[...said, `${rejected.length} rejected`].join(', ')}\n`)
  for (const { line, reason } of inOrder) out.write(`line ${line}: ${reason}\n`)
  if (inOrder.length === 0) return 0
  const named = inOrder.slice(0, mostLinesNamed).map(({ line }) => line)
  const more = inOrder.length > named.length ? ` and ${inOrder.length - named.length} more` : ''
  err.write(
    `Not imported: line ${named.join(', ')}${more}. Correct the file and import it again; the other rows are in.\n`,
  )
  return 1
}
