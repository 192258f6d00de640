import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { makePrivateFile, makePrivateFolder } from './private-files.ts'

/**
 * Takes the one right to serve from a folder, until the function it gives is called or the process ends, however it
 * ends: the lock is the operating system's, on a file of its own.
 * @throws {Error} when another service has it; the message says what to do.
 */
export function takeServiceLock(dataDir: string): () => void {
  makePrivateFolder(dataDir)
  const path = join(dataDir, 'service.lock')
  makePrivateFile(path)
  const lock = new Sqlite(path, { timeout: 0 })
  try {
    lock.pragma('journal_mode = memory')
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    if (!(error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY'))) throw error
    throw new Error(
      `Another service is already using the records in ${dataDir}: stop it first, or set DATA_DIR to a different folder for this one.`,
    )
  }
  return () => lock.close()
}
