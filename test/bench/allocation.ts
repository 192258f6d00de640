import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { samplePeople } from '../../backend/sample/sample-people.ts'
import { defaultAllocationPolicy } from '../../config/allocation.ts'
import { isBankHoliday } from '../../config/bank-holidays.ts'
import { ranking } from '../../domain/allocation/ranking.ts'
import { weigh } from '../../domain/allocation/weigh.ts'
import { EntraObjectId, StaffCode } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import { workingDaysWithout } from '../../domain/working-days.ts'
import { openStore } from '../../store/open-store.ts'
import { anyCase, anyPractitioner } from '../support/any-allocation-facts.ts'
import { teamOfTwenty } from '../support/case-services/team-of-twenty.ts'
import { quickConnector, startCaseServices, startEcho, startOurs, stop } from './programs.ts'
import { median, quantile, report } from './report.ts'
import { connections, message, overEcho, sendTo } from './rounds.ts'

/**
 * Allocation: the rules by themselves, a team with slow case services, and one question against the bare echo bot. Absolute
 * figures depend on the machine; the ratios are what counts. Nothing here passes or fails.
 */
const crn = 'X320741'
const today = Temporal.Now.plainDateISO('Europe/London')

/** All rules for very many practitioners, against writing down the same facts and reading them again. */
function compareRules(): void {
  const many = 2000
  const on = { today, workingDays: workingDaysWithout(isBankHoliday) }
  const cases = fc.sample(anyCase, { seed: 1, numRuns: 41 })
  const people = fc.sample(anyPractitioner, { seed: 1, numRuns: many }).map((practitioner, index) => {
    return { ...practitioner, name: `Bench ${index}` }
  })
  const spent = (work: () => void) => {
    const began = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(began)
    return (user + system) / 1000
  }
  const times = cases.map((ofCase) => ({
    rules: spent(() => {
      const weighed = people.map((practitioner) => {
        const { outcome } = weigh({ case: ofCase, practitioner }, defaultAllocationPolicy, on)
        return { staffCode: practitioner.staffCode, name: practitioner.name, outcome, hasManaged: false }
      })
      const { couldTake, blocked } = ranking(weighed)
      if (couldTake.length + blocked.length !== many) throw new Error('Somebody was not ranked.')
    }),
    baseline: spent(() => JSON.parse(JSON.stringify(people))),
  }))
  const [first] = times
  const warm = times.slice(10)
  const ms = median(warm.map(({ rules }) => rules))
  report('rules for 2,000 practitioners', median(warm.map(({ rules, baseline }) => rules / baseline)), 'under 50 ms', {
    ms,
    firstMs: first?.rules ?? 0,
    baselineMs: median(warm.map(({ baseline }) => baseline)),
  })
}

const { people, team } = teamOfTwenty(samplePeople(today), 'N03T01')
const priya = named('Priya Nair')
function named(name: string): Person {
  const found = people.find((person) => person.name === name)
  if (found === undefined) throw new Error(`The sample world has no ${name}.`)
  return found
}

/** As many people as ask at a time, each of whom may weigh everybody of the PDU. */
const askers = Array.from({ length: connections }, (_, index): Person => {
  const number = String(index).padStart(3, '0')
  return {
    ...priya,
    staffCode: StaffCode.parse(`N03H${number}`),
    name: `Head ${number}`,
    grade: 'HoPDU',
    username: `head.${number}`,
    entraObjectId: EntraObjectId.parse(`00000000-0000-4000-8000-000000000${number}`),
  }
})

/** A store with the team of twenty under one manager, and those who ask. */
async function prepare(dataDir: string): Promise<void> {
  const store = await openStore({ dataDir, serving: false })
  const mine = new Set(team.map(({ staffCode }) => staffCode))
  const managed = people.map((person) => {
    const { managerStaffCode: _, ...others } = person
    if (mine.has(person.staffCode)) return { ...person, managerStaffCode: priya.staffCode }
    return person.managerStaffCode === priya.staffCode ? others : person
  })
  await store.staff.put([...managed, ...askers], { event: 'staff.imported', at: Temporal.Now.instant() })
  await store.close()
}

type CaseServices = Awaited<ReturnType<typeof startCaseServices>>
type Connector = Awaited<ReturnType<typeof quickConnector>>

/** Who of a team of twenty could take a case, while each service takes a tenth of a second for an answer. */
async function timeTeam(dataDir: string, services: CaseServices, connector: Connector): Promise<void> {
  const service = 100
  const ours = await startOurs(dataDir, services.env)
  const ask = () => sendTo(ours, message(connector.url, priya, `who could take ${crn}?`))
  for (let warming = 0; warming < 3; warming++) await ask()
  services.begin(service)
  const times: number[] = []
  for (let round = 0; round < 15; round++) {
    const began = performance.now()
    await ask()
    times.push(performance.now() - began)
  }
  const { calls, roundTrips } = await services.counted()
  services.begin(0)
  report('who could take it, of 20, over one call', median(times) / service, 'under 600 ms', {
    ms: median(times),
    slowestMs: quantile(times, 1),
    calls: calls / times.length,
    roundTrips: roundTrips / times.length,
  })
  await stop(ours)
}

async function compareTurns(dataDir: string, services: CaseServices, connector: Connector): Promise<void> {
  const echo = await startEcho()
  const ofHmpps = await startOurs(join(dataDir, 'hmpps'), services.env)
  const ofSample = await startOurs(join(dataDir, 'sample'))
  let turn = 0
  const body = () => message(connector.url, askers[turn++ % askers.length] as Person, `can Aisha Khan take ${crn}?`)
  for (const program of [ofHmpps, ofSample]) {
    for (const person of askers) await sendTo(program, message(connector.url, person, 'hello'))
  }
  const asked = { body, answer: '', aim: 'at least 0.25' }
  services.answerAtOnce()
  await overEcho(
    { program: echo, body, answer: '' },
    {
      'can she take it? case services of HMPPS': { ...asked, program: ofHmpps },
      'can she take it? sample case services': { ...asked, program: ofSample },
    },
  )
  for (const program of [ofHmpps, ofSample, echo]) await stop(program)
}

compareRules()
const dataDir = await mkdtemp(join(tmpdir(), 'bench-allocation-'))
try {
  for (const name of ['hmpps', 'sample']) await prepare(join(dataDir, name))
  const services = await startCaseServices()
  const connector = await quickConnector()
  await timeTeam(join(dataDir, 'hmpps'), services, connector)
  await compareTurns(dataDir, services, connector)
  connector.close()
  await services.stop()
} finally {
  await rm(dataDir, { recursive: true, force: true })
}
