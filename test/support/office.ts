import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { type Service, startService } from '../../bot/service.ts'
import { readConfig } from '../../config/config.ts'
import type { Person } from '../../domain/staff.ts'
import { type FakeTeams, fakeTeams, type TeamsUser } from './fake-teams.ts'
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
  /** Stops the service and starts it again on the same records. */
  restart: () => Promise<void>
  close: () => Promise<void>
}

/** The whole service on a fresh store, its people, and a Teams of our own. It is Sunday 22 November 2026, ten in the morning. */
export async function anOffice(
  options: { people?: readonly Person[]; env?: Record<string, string>; now?: string } = {},
): Promise<Office> {
  const dataDir = await mkdtemp(join(tmpdir(), 'office-'))
  let logged = ''
  const log = pino({ level: 'info' }, new Writable({ write: (chunk, _encoding, done) => done(void (logged += chunk)) }))
  const config = readConfig({ PORT: '0', DATA_DIR: dataDir, NOW: options.now ?? '2026-11-22T10:00:00Z', ...options.env })
  let service = await startService(config, log)
  await service.store.staff.put(options.people ?? officePeople, { event: 'staff.imported', at: config.clock() })
  const teams = await fakeTeams(() => service.url)
  return {
    teams,
    service: () => service,
    log: () => logged,
    restart: async () => {
      await service.stop()
      service = await startService(config, log)
    },
    close: async () => {
      await service.stop()
      await teams.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
