import type { Kysely, Transaction } from 'kysely'
import type { Tables } from './tables.ts'

export type Database = {
  /** For reading. */
  kysely: Kysely<Tables>
  /**
   * Whether a row that decides what happens next is locked first. On PostgreSQL several instances write at once; the
   * embedded store has one writer at a time and no such clause.
   */
  locksRows: boolean
  /**
   * Does a piece of work as one transaction and gives its result once that is on the disk. When the work throws, nothing
   * of it is kept. The work awaits nothing but queries of the transaction it is given.
   */
  write<Result>(work: (transaction: Transaction<Tables>) => Promise<Result>): Promise<Result>
  /** Does a single statement that needs no transaction around it, and gives its result once that is on the disk. */
  writeOne<Result>(statement: (kysely: Kysely<Tables>) => Promise<Result>): Promise<Result>
}
