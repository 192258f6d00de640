/** A row of a table: a cell that holds only a full stop is empty and absent here. */
export type TableRow<Column extends string> = Partial<Record<Column, string>>

/**
 * The rows of a table written as text: the first line names the columns, and two or more spaces part the cells.
 * @throws {Error} when the first line does not name these columns or a row has another number of cells.
 */
export function readTable<Column extends string>(columns: readonly Column[], text: string): TableRow<Column>[] {
  const [header, ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s{2,}/))
  if (header?.join() !== columns.join()) throw new Error(`The table must begin with the columns ${columns.join(', ')}.`)
  return rows.map((cells) => {
    if (cells.length !== columns.length) throw new Error(`This row has ${cells.length} cells: ${cells.join(' | ')}`)
    const row: TableRow<Column> = {}
    columns.forEach((column, at) => {
      if (cells[at] !== '.') row[column] = cells[at]
    })
    return row
  })
}

/** A cell that must not be empty. Throws when it is. */
export function needed<Column extends string>(row: TableRow<Column>, column: Column): string {
  const cell = row[column]
  if (cell === undefined) throw new Error(`The column ${column} is empty in the row ${Object.values(row).join(' | ')}`)
  return cell
}
