import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'

const connectWithin = 5_000
const answerWithin = 10_000

/**
 * Opens a PostgreSQL database. Nothing is connected yet: the first query does that. A query that takes longer than ten
 * seconds is given up by the server, so that a person gets an honest answer instead of none.
 */
export function openPostgresDatabase(databaseUrl: string): Database {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    connectionTimeoutMillis: connectWithin,
    statement_timeout: answerWithin,
    idle_in_transaction_session_timeout: answerWithin,
  })
  // A connection lost while nobody uses it is replaced by the next query; without a listener it would end the process.
  pool.on('error', () => {})
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return {
    kysely,
    locksRows: true,
    write: (work) => kysely.transaction().execute(work),
    writeOne: (statement) => statement(kysely),
  }
}
