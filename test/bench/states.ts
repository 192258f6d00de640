import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { isBankHoliday } from '../../config/bank-holidays.ts'
import { defaultSupervisionPolicy as policy } from '../../config/kinds.ts'
import { showTeam } from '../../dialogs/due/show-team.ts'
import type { Desk, Turn } from '../../dialogs/turn.ts'
import type { Person } from '../../domain/staff.ts'
import { supervisionCalendar } from '../../domain/supervision-window.ts'
import { type KindStanding, type SupervisionFacts, statesOf } from '../../domain/window-state.ts'
import { workingDaysWithout } from '../../domain/working-days.ts'
import { openStore } from '../../store/open-store.ts'
import { codeOf, count, fillStore, heldOn, kindsOf, managers, personOf, sessionsEach, yearStart } from './full-store.ts'
import { median, quantile, report } from './report.ts'

/**
 * The states of everybody, and the overview of one team in a full store. It runs in a process of its own, so that its
 * memory is its own. Nothing here passes or fails.
 */
const today = Temporal.PlainDate.from('2027-03-20')
const workingDays = workingDaysWithout(isBankHoliday)

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
