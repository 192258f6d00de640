import { setImmediate } from 'node:timers/promises'
import { type RawBuilder, sql } from 'kysely'
import { type KeptAbout, type KeptRecord, type RecordSort, recordSorts } from '../domain/kept-about.ts'
import type { Database } from './database.ts'
import type { Sort, Whom } from './record-sort.ts'
import { sorts } from './record-sorts.ts'

const rowsAtOnce = 400

/** Everything that is kept about a person, a page at a time. */
export function keptAbout({ kysely }: Database): KeptAbout {
  async function rowsOf(sort: Sort, whom: Whom): Promise<KeptRecord[]> {
    const mine = sort.mine(whom)
    const ways = await Promise.all((Array.isArray(mine) ? mine : [mine]).map((way) => rowsBy(way, sort, whom)))
    const rows = ways.flat()
    const { goesOnFrom } = sort
    return ways.length === 1 || goesOnFrom === undefined
      ? rows
      : rows.sort((a, b) => Number(a[goesOnFrom]) - Number(b[goesOnFrom]))
  }

  async function rowsBy(way: RawBuilder<unknown>, sort: Sort, whom: Whom): Promise<KeptRecord[]> {
    const { goesOnFrom } = sort
    const rows: KeptRecord[] = []
    for (;;) {
      const after = goesOnFrom === undefined ? undefined : Number(rows.at(-1)?.[goesOnFrom] ?? 0)
      const page = await sql<KeptRecord>`select ${sql.join(sort.columns.map((name) => sql.ref(name)))}
        from ${sql.table(sort.table)} where ${way}
        ${after === undefined ? sql`` : sql`and ${sql.ref(goesOnFrom ?? '')} > ${after}`}
        order by ${sql.join(sort.order.map((name) => sql.ref(name)))}
        limit ${rowsAtOnce} offset ${after === undefined ? rows.length : 0}`.execute(kysely)
      rows.push(...(await withTheirs(page.rows, sort, whom)))
      if (page.rows.length < rowsAtOnce) return rows
      await setImmediate()
    }
  }

  async function withTheirs(rows: readonly KeptRecord[], sort: Sort, whom: Whom): Promise<KeptRecord[]> {
    if (rows.length === 0 || sort.with === undefined) return [...rows]
    const ids = sql.join(rows.map(({ id }) => id))
    const theirs = await Promise.all(
      sort.with.map(async ({ table, points, columns, mine }) => {
        const found = await sql<KeptRecord>`select ${sql.ref(points)} as belongs_to,
          ${sql.join(columns.map((name) => sql.ref(name)))} from ${sql.table(table)}
          where ${sql.ref(points)} in (${ids}) and ${mine?.(whom) ?? sql`1 = 1`}
          order by ${sql.ref(columns[0] ?? points)}`.execute(kysely)
        return { table, byOwner: Map.groupBy(found.rows, (row) => row.belongs_to) }
      }),
    )
    return rows.map((row) => ({
      ...row,
      ...Object.fromEntries(theirs.map(({ table, byOwner }) => [table, byOwner.get(row.id) ?? []])),
    }))
  }

  return {
    async about(whom) {
      const found: Partial<Record<RecordSort, KeptRecord[]>> = {}
      for (const sort of recordSorts) {
        found[sort] = await rowsOf(sorts[sort], whom)
        await setImmediate()
      }
      return found as Record<RecordSort, KeptRecord[]>
    },
  }
}
