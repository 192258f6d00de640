import { CsvError, parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { type FileRow, problemWithHeader, type RejectedRow } from '../../domain/file-rows.ts'

/** A file as a whole cannot be used; the message says why and what to do. */
export class UnreadableFile extends Error {}

/**
 * The rows of a file with these columns, and those that have too many or too few cells. A byte order mark, either line
 * ending, quoted cells and empty lines are fine.
 * @throws {UnreadableFile} when it is not UTF-8 or not CSV, or its first line does not name the right columns.
 */
export function readCsvRows(
  bytes: Uint8Array,
  columns: readonly string[],
): { rows: FileRow[]; rejected: RejectedRow[] } {
  const [header, ...records] = readCsv(bytes)
  if (header === undefined)
    throw new UnreadableFile(`The file is empty. Its first line should be ${columns.join(',')}.`)
  const given = header.cells.map((column) => column.trim())
  const problem = problemWithHeader(given, columns)
  if (problem !== undefined) throw new UnreadableFile(problem)
  const rows: FileRow[] = []
  const rejected: RejectedRow[] = []
  for (const { line, cells } of records) {
    if (cells.length === given.length) {
      rows.push({
        line,
        cells: Object.fromEntries(given.map((column, place) => [column, unguarded(cells[place] ?? '')])),
      })
    } else {
      rejected.push({ line, reason: `it has ${cells.length} cells where the first line has ${given.length}.` })
    }
  }
  return { rows, rejected }
}

/** Rows as a file that can be read in again without changing anything. */
export function writeCsvRows<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, string>>[],
): string {
  return stringify([[...columns], ...rows.map((row) => columns.map((column) => guarded(row[column])))])
}

function readCsv(bytes: Uint8Array): { line: number; cells: string[] }[] {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UnreadableFile('The file is not UTF-8 text. Save it as "CSV UTF-8" and try again.')
  }
  const records: { line: number; cells: string[] }[] = []
  let line = 1
  try {
    parse(text, {
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      on_record(cells: string[], { lines }) {
        if (cells.some((cell) => cell.trim() !== '')) records.push({ line, cells })
        line = lines + 1
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new UnreadableFile(
      `The file is not CSV from line ${line} on. Is a double quote there not closed, or not doubled?`,
    )
  }
  return records
}

// A spreadsheet takes a cell that begins with one of these as a formula. An apostrophe before it makes it text, and is
// taken away again when the file is read, so that a cell that begins with apostrophes itself gets one more.
const looksLikeFormula = /^'*[=+\-@]/

function guarded(cell: string): string {
  return looksLikeFormula.test(cell) ? `'${cell}` : cell
}

function unguarded(cell: string): string {
  return cell.startsWith("'") && looksLikeFormula.test(cell) ? cell.slice(1) : cell
}
