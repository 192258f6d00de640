import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { Temporal } from 'temporal-polyfill'
import { IsoDate, StaffCode } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import { KindId } from '../../domain/supervision-kind.ts'
import { openStore } from '../../store/open-store.ts'

export const count = 20_000
const teamOf = 30
export const sessionsEach = 20
export const yearStart = Temporal.PlainDate.from('2026-04-01')

const yearDays = Array.from({ length: 353 }, (_, day) => yearStart.add({ days: day }).toString())
export const heldOn = (person: number, session: number) =>
  yearDays[(session * 17 + (person % 16)) % yearDays.length] ?? '2026-04-01'
export const kindsOf = (person: number, session: number): KindId[] => {
  const kind = KindId.options[(person + session) % 7] ?? 'monthly'
  return session % 3 === 0 && kind !== 'monthly' ? ['monthly', kind] : [kind]
}
export const managers = Math.ceil(count / (teamOf + 1))
export const codeOf = (person: number) => StaffCode.parse(`B${String(person).padStart(6, '0')}`)

/** The first ones lead a team each, the others are in one. */
export const personOf = (number: number): Person => ({
  staffCode: codeOf(number),
  name: `Bench ${String(number).padStart(6, '0')}`,
  grade: number < managers ? 'SPO' : 'PO',
  training: {},
  ...(number < managers ? {} : { managerStaffCode: codeOf(number % managers) }),
  ...(number % 10 === 0 ? { startedOn: IsoDate.parse('2026-06-15') } : {}),
})

/** A store with everybody in it. The rows are written past the store, which takes much longer for so many. */
export async function fillStore(dataDir: string): Promise<void> {
  const store = await openStore({ dataDir, serving: false })
  await store.staff.put(
    Array.from({ length: count }, (_, number) => personOf(number)),
    { event: 'staff.imported', at: Temporal.Instant.from('2027-03-20T09:00:00Z') },
  )
  await store.close()
  const sqlite = new Sqlite(join(dataDir, 'assistant.db'))
  sqlite.pragma('synchronous = OFF')
  const session = sqlite.prepare(
    `insert into session (id, practitioner, supervisor, logged_by, signer, held_on, minutes, crns, answers, private_answers, logged_at, origin)
     values (?, ?, ?, ?, ?, ?, 45, '[]', ?, '{}', '2026-11-20T09:00:00.000000000Z', 'chat')`,
  )
  const kind = sqlite.prepare('insert into session_kind (session, position, kind) values (?, ?, ?)')
  const notes = JSON.stringify({ theme: 'Boundaries. '.repeat(20), learned: 'Ask sooner. '.repeat(20) })
  sqlite.transaction(() => {
    for (let place = 0; place < sessionsEach; place++) {
      for (let person = 0; person < count; person++) {
        const id = `00000000-0000-4000-8000-${String(place * count + person).padStart(12, '0')}`
        const code = codeOf(person)
        const manager = codeOf(person % managers)
        const logger = place % 5 === 0 ? code : manager
        session.run(id, code, manager, logger, logger === code ? manager : code, heldOn(person, place), notes)
        for (const [position, name] of kindsOf(person, place).entries()) kind.run(id, position, name)
      }
    }
  })()
  sqlite.close()
}
