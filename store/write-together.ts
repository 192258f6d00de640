import { setImmediate } from 'node:timers'
import { CompiledQuery, type Kysely, type Transaction } from 'kysely'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'

/** A write that waits for its turn. `run` does it and gives what is to be said of it once it is on the disk. */
type Waiting = { run(transaction: Transaction<Tables>): Promise<() => void>; fail(error: unknown): void }

/** So many at most hold up the reads behind them no longer than a person would notice. */
const mostTogether = 32

const savepoint = CompiledQuery.raw('savepoint one_write')
const undo = CompiledQuery.raw('rollback to one_write')
const release = CompiledQuery.raw('release one_write')

/**
 * Writes for a database with one connection, where waiting for the disk is most of what a commit costs: the writes asked
 * for in one round of the event loop run one after the other and are committed as one. Each has a savepoint of its own, so
 * that one which fails is undone alone. None is reported before the commit they share; when that fails, all have failed
 * and nothing of them is kept. Nobody reads in between, because the connection is theirs until then.
 */
export function writeTogether(kysely: Kysely<Tables>): Database['write'] {
  const waiting: Waiting[] = []

  async function commitWaiting(): Promise<void> {
    const group = waiting.splice(0, mostTogether)
    if (waiting.length > 0) setImmediate(commitWaiting)
    try {
      const reports = await kysely.transaction().execute(async (transaction) => {
        const reports: (() => void)[] = []
        for (const write of group) reports.push(await write.run(transaction))
        return reports
      })
      for (const report of reports) report()
    } catch (error) {
      for (const write of group) write.fail(error)
    }
  }

  return (work) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(commitWaiting)
      waiting.push({
        async run(transaction) {
          await transaction.executeQuery(savepoint)
          try {
            const result = await work(transaction)
            await transaction.executeQuery(release)
            return () => resolve(result)
          } catch (error) {
            // After a full disk the whole transaction is undone already; then nothing of this group is kept.
            await transaction.executeQuery(undo).catch(() => Promise.reject(error))
            await transaction.executeQuery(release)
            return () => reject(error)
          }
        },
        fail: reject,
      })
    })
}
