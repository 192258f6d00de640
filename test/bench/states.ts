import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { Temporal } from 'temporal-polyfill'
import { isBankHoliday } from '../../config/bank-holidays.ts'
import { defaultSupervisionPolicy as policy } from '../../config/kinds.ts'
import { showTeam } from '../../dialogs/due/show-team.ts'
import type { Desk, Turn } from '../../dialogs/turn.ts'
import { IsoDate, StaffCode } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import { KindId } from '../../domain/supervision-kind.ts'
import { supervisionCalendar } from '../../domain/supervision-window.ts'
import { type KindStanding, type SupervisionFacts, statesOf } from '../../domain/window-state.ts'
import { workingDaysWithout } from '../../domain/working-days.ts'
import { openStore } from '../../store/open-store.ts'
import { median, quantile, report } from './report.ts'

/**
 * The states of everybody, and the overview of one team in a full store. It runs in a process of its own, so that its
 * memory is its own. Nothing here passes or fails.
 */
const count = 20_000
const teamOf = 30
const sessionsEach = 20
const today = Temporal.PlainDate.from('2027-03-20')
const yearStart = Temporal.PlainDate.from('2026-04-01')
const workingDays = workingDaysWithout(isBankHoliday)

const yearDays = Array.from({ length: 353 }, (_, day) => yearStart.add({ days: day }).toString())
const heldOn = (person: number, session: number) =>
  yearDays[(session * 17 + (person % 16)) % yearDays.length] ?? '2026-04-01'
const kindsOf = (person: number, session: number): KindId[] => {
  const kind = KindId.options[(person + session) % 7] ?? 'monthly'
  return session % 3 === 0 && kind !== 'monthly' ? ['monthly', kind] : [kind]
}
const managers = Math.ceil(count / (teamOf + 1))
const codeOf = (person: number) => StaffCode.parse(`B${String(person).padStart(6, '0')}`)

/** The first ones lead a team each, the others are in one. */
const personOf = (number: number): Person => ({
  staffCode: codeOf(number),
  name: `Bench ${String(number).padStart(6, '0')}`,
  grade: number < managers ? 'SPO' : 'PO',
  training: {},
  ...(number < managers ? {} : { managerStaffCode: codeOf(number % managers) }),
  ...(number % 10 === 0 ? { startedOn: IsoDate.parse('2026-06-15') } : {}),
})

const factsOf = (number: number): SupervisionFacts => ({
  sessions: Array.from({ length: sessionsEach }, (_, session) => ({
    kinds: kindsOf(number, session),
    heldOn: heldOn(number, session),
    counts: session % 9 !== 0,
  })),
  bookings: number % 3 === 0 ? [{ kinds: ['monthly'], on: '2027-03-25' }] : [],
  absences:
    number % 2 === 0
      ? [{ from: Temporal.PlainDate.from('2026-07-01'), to: Temporal.PlainDate.from('2026-07-20') }]
      : [],
})

/** How long the states of so many people take in ms of one core, with what is known of a page of them at a time. */
function timeStates(people: number): number {
  const calendar = supervisionCalendar(policy, today, workingDays)
  const all: KindStanding[][] = []
  let spent = 0
  for (let from = 0; from < people; from += 500) {
    const page = Array.from({ length: Math.min(500, people - from) }, (_, index) => ({
      person: personOf(managers + from + index),
      facts: factsOf(from + index),
    }))
    const began = process.cpuUsage()
    for (const { person, facts } of page) all.push(statesOf(person, facts, calendar))
    const { user, system } = process.cpuUsage(began)
    spent += (user + system) / 1000
  }
  if (all.some((standings) => standings.length !== 7)) throw new Error('Somebody has no states.')
  return spent
}

function compareStates(): void {
  const cold = timeStates(count)
  const megabytes = process.resourceUsage().maxRSS / 1024
  const halves = [timeStates(count / 2), timeStates(count / 2), timeStates(count / 2)]
  const wholes = [timeStates(count), timeStates(count), timeStates(count)]
  report(`states of ${count} over half of them`, median(wholes) / median(halves), 'at most 2.2', {
    firstMs: cold,
    ms: median(wholes),
    halfMs: median(halves),
    megabytes,
  })
}

/** A store with everybody in it. The rows are written past the store, which takes much longer for so many. */
async function fillStore(dataDir: string): Promise<void> {
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

async function compareOverviews(dataDir: string): Promise<void> {
  await fillStore(dataDir)
  const store = await openStore({ dataDir, serving: true })
  const desk = { ...store, policy, workingDays } as unknown as Desk
  const turnOf = (person: Person): Turn => ({
    person,
    personal: true,
    now: Temporal.Instant.from('2027-03-20T10:00:00Z'),
    today,
    covers: [],
    place: {},
  })
  /** Reads the whole record of each of the team, as one person's own is read. */
  const oneByOne = async (number: number) => {
    for (const { staffCode } of await store.staff.managedBy(codeOf(number))) {
      await store.supervisions.of(staffCode, yearStart, today)
    }
  }
  const times = { read: [] as number[], query: [] as number[], whole: [] as number[], oneByOne: [] as number[] }
  for (let round = -20; round < 400; round++) {
    const number = (round + 20) % managers
    const began = performance.now()
    const reply = await showTeam(codeOf(number), { page: 1 }, turnOf(personOf(number)), desk)
    const read = performance.now()
    await store.audit.append(reply.notes ?? [])
    const written = performance.now()
    await oneByOne(number)
    const records = performance.now()
    // The embedded engine answers within the call: so long nothing else happens.
    const together = Array.from({ length: 40 }, (_, place) => codeOf(managers + number + place * 400))
    await store.heldSessions.of(together, yearStart, today)
    const queried = performance.now()
    if (round < 0) continue
    times.read.push(read - began)
    times.whole.push(written - began)
    times.oneByOne.push(records - written)
    times.query.push(queried - records)
  }
  report('team overview over 30 records', median(times.read) / median(times.oneByOne), 'at most 1', {
    p50Ms: median(times.read),
    p99Ms: quantile(times.read, 0.99),
    withItsNotesP99Ms: quantile(times.whole, 0.99),
    recordsP50Ms: median(times.oneByOne),
    queryOf40P99Ms: quantile(times.query, 0.99),
  })
  await store.close()
}

compareStates()
const dataDir = await mkdtemp(join(tmpdir(), 'bench-states-'))
try {
  await compareOverviews(dataDir)
} finally {
  await rm(dataDir, { recursive: true, force: true })
}
