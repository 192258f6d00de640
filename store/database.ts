import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/**
 * An open database, with the one difference between the engines that a query must know: on PostgreSQL several instances
 * write at once, so a row that decides what happens next is locked first. The embedded store has one writer at a time and
 * no such clause.
 */
export type Database = { kysely: Kysely<Tables>; locksRows: boolean }
