import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import {
  type Driver,
  Kysely,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteQueryCompiler,
  type SqliteStatement,
} from 'kysely'
import type { Database } from './database.ts'
import { makePrivate, makePrivateFile, makePrivateFolder } from './private-files.ts'
import type { Tables } from './tables.ts'
import { writeTogether } from './write-together.ts'

const waitForOtherWriter = 5_000
const statementsKept = 200

/**
 * Opens the embedded database in a folder, made when it is not there. Folder and files are the owner's alone. Every
 * commit is on the disk before it is reported (WAL with `synchronous=FULL`).
 * @throws {Error} when the folder cannot be made or made private, or the file is no database.
 */
export function openEmbeddedDatabase(dataDir: string): Database {
  makePrivateFolder(dataDir)
  const path = join(dataDir, 'assistant.db')
  // SQLite gives the files beside a database the rights of the database.
  makePrivateFile(path)
  makePrivate(`${path}-wal`)
  makePrivate(`${path}-shm`)
  const sqlite = new Sqlite(path, { timeout: waitForOtherWriter })
  try {
    sqlite.pragma('journal_mode = WAL')
    sqlite.pragma('synchronous = FULL')
    sqlite.pragma('foreign_keys = ON')
  } catch (error) {
    sqlite.close()
    throw new Error(
      `The file ${path} could not be opened as a database. Move it away, or set DATA_DIR to another folder.`,
      {
        cause: error,
      },
    )
  }
  const kysely = new Kysely<Tables>({ dialect: new EmbeddedDialect(sqlite) })
  const write = writeTogether(kysely)
  return { kysely, locksRows: false, write, writeOne: write }
}

class EmbeddedDialect extends SqliteDialect {
  readonly #sqlite: Sqlite.Database

  constructor(sqlite: Sqlite.Database) {
    super({ database: keepingStatements(sqlite) })
    this.#sqlite = sqlite
  }

  override createAdapter(): EmbeddedAdapter {
    return new EmbeddedAdapter()
  }

  override createQueryCompiler(): EmbeddedQueryCompiler {
    return new EmbeddedQueryCompiler()
  }

  override createDriver(): Driver {
    const driver = super.createDriver()
    const rollback = driver.rollbackTransaction.bind(driver)
    // After a full disk SQLite has undone the transaction by itself; that is the error to report, not this one.
    driver.rollbackTransaction = async (connection) => {
      if (this.#sqlite.inTransaction) await rollback(connection)
    }
    return driver
  }
}

/**
 * A bare parameter in a condition makes SQLite, as better-sqlite3 builds it (with STAT4), plan the statement again each
 * time it is run with other values, which takes several times as long as running it. The plus sign changes no value.
 */
class EmbeddedQueryCompiler extends SqliteQueryCompiler {
  protected override getCurrentParameterPlaceholder(): string {
    return '+?'
  }
}

/** SQLite does roll back a change of tables, so that a migration cut short leaves nothing behind. */
class EmbeddedAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

/**
 * The database as Kysely sees it. Statements are compiled once. A transaction takes the right to write at its
 * beginning: one that read first could not write any more when a command beside the service has written meanwhile.
 */
function keepingStatements(sqlite: Sqlite.Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>()
  return {
    close: () => sqlite.close(),
    prepare(text) {
      const known = kept.get(text)
      if (known !== undefined) return known
      const statement: SqliteStatement = sqlite.prepare(text === 'begin' ? 'begin immediate' : text)
      if (kept.size >= statementsKept) kept.clear()
      kept.set(text, statement)
      return statement
    },
  }
}
