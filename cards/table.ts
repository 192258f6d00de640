import type { ITable, ITableCell } from '@microsoft/teams.cards'
import type { CardElement } from './card-with.ts'
import { typed, type Words } from './typed.ts'

/** A cell: fixed letters in the middle, with a ground that stands out where somebody has to look. */
export type Cell = { text: string; ground?: 'attention' | 'accent' | undefined }
export type Row = { lines: Words[][]; cells: readonly Cell[] }

/**
 * A table that fits a narrow card: in front of each row a few words, which may be anybody's, then cells of two
 * letters, or one cell of a word or two. The first row names the columns, and by default a table tells a screen reader so.
 */
export function table(columns: readonly string[], rows: readonly Row[]): ITable {
  return {
    type: 'Table',
    showGridLines: false,
    spacing: 'Medium',
    columns: [
      { width: columns.length > 2 ? besideMany : besideFew },
      ...columns.map(() => ({ width: 1, horizontalCellContentAlignment: 'Center' as const })),
    ],
    rows: [
      { type: 'TableRow', cells: [cellOf({ text: 'Name' }), ...columns.map((text) => cellOf({ text }))] },
      ...rows.map(({ lines, cells }) => ({
        type: 'TableRow' as const,
        cells: [
          {
            type: 'TableCell' as const,
            items: lines.map(
              (line, index): CardElement => ({ ...typed(...line), spacing: index === 0 ? 'Default' : 'None' }),
            ),
          },
          ...cells.map(cellOf),
        ],
      })),
    ],
  }
}

/** The first column: seven columns of a shape each stand beside it at 345 px. One of words is half as wide as it. */
const besideMany = '96px'
const besideFew = 2

function cellOf({ text, ground }: Cell): ITableCell {
  return {
    type: 'TableCell',
    ...(ground === undefined ? {} : { style: ground }),
    verticalContentAlignment: 'Center',
    items: [{ type: 'TextBlock', text, wrap: true }],
  }
}
