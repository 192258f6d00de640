import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { BadSettings, type Config, readConfig } from '../../config/config.ts'

/** Where a command writes: what was asked for on `out`, what went wrong on `err`. */
export type Streams = { out: { write(text: string): unknown }; err: { write(text: string): unknown } }

/** What a command needs of the settings. */
export type CommandOptions = Pick<Config, 'databaseUrl' | 'dataDir' | 'clock'>

/** A command. It gives its exit code; nothing it does ends the process. */
export type Command = (argv: readonly string[], streams: Streams, options: CommandOptions) => Promise<number>

/**
 * Runs a command when its file (`import.meta.url`) is the program that was started, and does nothing when it was only
 * imported: with the settings of the environment, on the process's own streams. A failure is said on standard error and
 * makes the exit code 1.
 */
export async function runAsProgram(command: Command, moduleUrl: string): Promise<void> {
  const started = process.argv[1]
  if (started === undefined || realpathSync(started) !== fileURLToPath(moduleUrl)) return
  const streams = { out: process.stdout, err: process.stderr }
  try {
    process.exitCode = await command(process.argv.slice(2), streams, readConfig(process.env))
  } catch (error) {
    process.exitCode = 1
    const said = error instanceof Error ? error.message : String(error)
    streams.err.write(
      error instanceof BadSettings ? `${said}\n` : `${said}\nNothing was changed. Check DATA_DIR or DATABASE_URL.\n`,
    )
  }
}
