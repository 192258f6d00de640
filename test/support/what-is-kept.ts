import { join } from 'node:path'
import Sqlite from 'better-sqlite3'

/**
 * Every row of every table of an embedded store, read beside the service: what a press may have changed shows here. When a
 * chat was last used is left out: it moves with every sign of life.
 */
export function whatIsKept(dataDir: string): Record<string, Record<string, unknown>[]> {
  const sqlite = new Sqlite(join(dataDir, 'assistant.db'), { readonly: true })
  try {
    const tables = sqlite
      .prepare(`select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name`)
      .pluck()
      .all()
    return Object.fromEntries(
      tables.map((table) => [
        String(table),
        (sqlite.prepare(`select * from "${table}" order by rowid`).all() as Record<string, unknown>[]).map(
          ({ used_at: _, ...row }) => row,
        ),
      ]),
    )
  } finally {
    sqlite.close()
  }
}
