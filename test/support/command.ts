import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { morning } from './records.ts'

type Run = (
  argv: string[],
  streams: { out: { write(text: string): unknown }; err: { write(text: string): unknown } },
  settings: { dataDir: string; clock: () => typeof morning },
) => Promise<number>

/** Runs a command on a data folder, and gives what it said and its code. */
export function commandOn(run: Run, dataDir: () => string) {
  return async (...argv: string[]) => {
    const said = { out: '', err: '' }
    const streams = {
      out: { write: (text: string) => (said.out += text) },
      err: { write: (text: string) => (said.err += text) },
    }
    const code = await run(argv, streams, { dataDir: dataDir(), clock: () => morning })
    return { code, ...said }
  }
}

/** A file with these lines in a folder. */
export function fileIn(folder: string, name: string, lines: readonly string[]): string {
  const file = join(folder, name)
  writeFileSync(file, lines.join(''))
  return file
}
