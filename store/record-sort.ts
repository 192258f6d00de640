import { type RawBuilder, sql } from 'kysely'
import type { Person } from '../domain/staff.ts'
import type { Tables } from './tables.ts'

export type Whom = Pick<Person, 'staffCode' | 'entraObjectId'>
type TableName = keyof Tables & string

/** Where one sort of record is kept. */
export type Sort = {
  table: TableName
  columns: readonly string[]
  /** What has to hold of a row that is about the person: one of these conditions, each of which an index answers. */
  mine: (whom: Whom) => RawBuilder<unknown> | readonly RawBuilder<unknown>[]
  order: readonly string[]
  /** Where there may be very many: a unique number to go on from, instead of counting rows off. */
  goesOnFrom?: string
  /** Rows that belong to each, by the column that points at its id. They come under the name of their table. */
  with?: readonly {
    table: TableName
    points: string
    columns: readonly string[]
    mine?: (whom: Whom) => RawBuilder<unknown>
  }[]
}

/** A column that has to be so. */
export const is = (column: string, value: string | undefined) => sql`${sql.ref(column)} = ${value ?? null}`
/** Columns of which one has to be the person's staff code. */
export const any = (whom: Whom, ...columns: string[]) =>
  sql`(${sql.join(
    columns.map((column) => is(column, whom.staffCode)),
    sql` or `,
  )})`
