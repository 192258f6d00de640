import { type RawBuilder, sql } from 'kysely'
import type { Limits } from '../domain/retention.ts'
import { instantText } from './instant-text.ts'
import type { Tables } from './tables.ts'

/** Rows of one table that may go, a page at a time. */
export type PastIts = {
  table: keyof Tables & string
  /** The columns of its primary key. */
  key: readonly string[]
  /** What has to hold of a row, whose table is called by its own name. */
  when: (limits: Limits) => RawBuilder<unknown>
}

/**
 * Rows that go with the row they belong to, whose key is in the column. Somebody on hold who is named in one of the columns
 * `people` keeps the whole.
 */
export type Hanging = { table: keyof Tables & string; column: string; people: readonly string[] }

/** A column by its name, alone or after that of its table. */
export const column = (name: string) => sql.ref(name)

/** No hold on any of the people in these columns. */
export function nobodyHeld(...columns: string[]): RawBuilder<unknown> {
  return sql`not exists (select 1 from hold where hold.person in (${sql.join(columns.map(column))}))`
}

/** No hold on anybody who is named in what hangs on a row. */
export function nobodyHeldOn(
  parent: string,
  key: string,
  { table, column: points, people }: Hanging,
): RawBuilder<unknown> {
  const inTable = (name: string) => column(`${table}.${name}`)
  return sql`not exists (select 1 from ${sql.table(table)} join hold on hold.person in (${sql.join(people.map(inTable))})
    where ${inTable(points)} = ${column(`${parent}.${key}`)})`
}

/** No hold on anybody whose staff code or Entra id is a part of the key, between slashes. */
export function noHeldPartOf(key: string): RawBuilder<unknown> {
  const part = (code: string) => sql`${column(key)} || '/' like '%/' || ${column(code)} || '/%'`
  return sql`not exists (select 1 from hold left join staff on staff.staff_code = hold.person
    where ${part('hold.person')} or ${part('staff.entra_object_id')})`
}

/** No hold on anybody whose staff code stands in the JSON text. */
export function nobodyHeldIn(body: string): RawBuilder<unknown> {
  return sql`not exists (select 1 from hold where ${column(body)} like '%"' || hold.person || '"%')`
}

/** Before a moment. */
export const before = (name: string, instant: Limits['now']) => sql`${column(name)} < ${instantText(instant)}`
/** All of these. */
export const all = (...conditions: RawBuilder<unknown>[]) => sql.join(conditions, sql` and `)

/** Nobody in post has this Entra id, and no hold is on whoever has it. */
export function chatOfNobody(entraId: string, { now }: Limits): RawBuilder<unknown> {
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate().toString()
  return sql`not exists (select 1 from staff left join hold on hold.person = staff.staff_code
    where staff.entra_object_id = ${column(entraId)}
    and (hold.person is not null or staff.ended_on is null or staff.ended_on >= ${today}))`
}

/** The person left longer ago than sessions are kept. Somebody whose last day is not known has not left. */
export function leftLongAgo(person: string, { leftBefore }: Limits): RawBuilder<unknown> {
  return sql`${column(person)} in (select staff_code from staff where ended_on < ${leftBefore.toString()})`
}

/** No other row of the table points at this one: what points goes first. */
export function pointedAtByNone(table: string, pointer: string): RawBuilder<unknown> {
  return sql`not exists (select 1 from ${sql.table(table)} as other where ${sql.ref(`other.${pointer}`)} = ${column(`${table}.id`)})`
}

/** What was to be told of a thing. */
export const noticesAbout: Hanging = { table: 'notice', column: 'about', people: ['to_code'] }
