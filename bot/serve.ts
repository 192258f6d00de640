import { pino } from 'pino'
import { BadSettings, type Config, readConfig } from '../config/config.ts'
import { type Service, startService } from './service.ts'

/**
 * Runs the service until it is told to stop. A problem at the start is one clear text on standard error and exit code 1.
 * `prepare` may fill an empty store before people are told the address.
 */
export async function serve(
  env: NodeJS.ProcessEnv,
  prepare?: (service: Service, config: Config) => Promise<() => void>,
): Promise<void> {
  try {
    const config = readConfig(env)
    const log = pino({ level: config.logLevel, base: undefined })
    const service = await startService(config, log)
    if (config.app === undefined)
      log.info('local mode: no app id, so nothing is signed in and only this machine can reach it')
    log.info({ url: service.url, store: config.databaseUrl === undefined ? 'embedded' : 'postgresql' }, 'ready')
    // botbuilder prints to the console for every bad token that somebody sends; the metrics count those.
    console.error = () => log.debug('a library printed an error')
    console.warn = () => log.debug('a library printed a warning')
    const alsoStop = await prepare?.(service, config)
    service.warmUp()
    service.sweep()

    let stopping = false
    const stop = async (signal: string) => {
      if (stopping) return
      stopping = true
      log.info({ signal }, 'stopping')
      alsoStop?.()
      await service.stop()
      process.exit(0)
    }
    process.on('SIGTERM', stop)
    process.on('SIGINT', stop)
  } catch (error) {
    console.error(sayStartProblem(error))
    process.exit(1)
  }
}

/** What went wrong at the start, for the person at the terminal. */
export function sayStartProblem(error: unknown): string {
  if (error instanceof BadSettings) return error.message
  return error instanceof Error ? `The service did not start. ${error.message}` : 'The service did not start.'
}
