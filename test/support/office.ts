import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import type { Deadlines } from '../../bot/deadlines.ts'
import type { handsOver } from '../../bot/hand-over.ts'
import { type Service, startService } from '../../bot/service.ts'
import { readConfig } from '../../config/config.ts'
import type { Person } from '../../domain/staff.ts'
import { type FakeTeams, fakeTeams, type TeamsUser } from './fake-teams.ts'
import { assertNothingPersonal } from './nothing-personal.ts'
import { officePeople } from './people.ts'

/** Somebody of the office with Teams open. */
export function inTeams(person: Person): TeamsUser {
  return { name: person.name, entraObjectId: person.entraObjectId ?? '' }
}

export type Office = {
  teams: FakeTeams
  service: () => Service
  /** Everything the service has logged. */
  log: () => string
  /** The folder with the records. */
  dataDir: string
  /** Stops the service and starts it again on the same records, at another time where one is given. */
  restart: (now?: string) => Promise<void>
  /** Stops everything, and looks through the log for what must never be in one. */
  close: () => Promise<void>
}

/** The whole service on a fresh store, its people, and a Teams of our own. It is Sunday 22 November 2026, ten in the morning. */
export async function anOffice(
  options: {
    people?: readonly Person[]
    env?: Record<string, string>
    now?: string
    deadlines?: Deadlines
    seed?: () => string
    /** How files are handed over; as in practice when absent. */
    giveFiles?: typeof handsOver
  } = {},
): Promise<Office> {
  const dataDir = await mkdtemp(join(tmpdir(), 'office-'))
  let logged = ''
  const log = pino(
    { level: 'info' },
    new Writable({
      write(chunk, _encoding, done) {
        logged += chunk
        done()
      },
    }),
  )
  const configAt = (now: string) => readConfig({ PORT: '0', DATA_DIR: dataDir, NOW: now, ...options.env })
  let config = configAt(options.now ?? '2026-11-22T10:00:00Z')
  const people = options.people ?? officePeople
  const start = () => startService(config, log, options.deadlines, options.seed ?? seedsInTurn(), options.giveFiles)
  let service = await start()
  await service.store.staff.put(people, { event: 'staff.imported', at: config.clock() })
  const teams = await fakeTeams(() => service.url)
  return {
    teams,
    service: () => service,
    log: () => logged,
    dataDir,
    restart: async (now) => {
      await service.stop()
      if (now !== undefined) config = configAt(now)
      service = await start()
    },
    close: async () => {
      await service.stop()
      await teams.close()
      await rm(dataDir, { recursive: true, force: true })
      assertNothingPersonal(logged, people, teams.typed)
    },
  }
}

/** The same seeds in the same order in every run, so that the same cases are drawn. */
function seedsInTurn(): () => string {
  let count = 0
  return () => String(++count).padStart(32, '0')
}
