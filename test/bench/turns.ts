import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { type SampleWorld, sampleWorld } from '../../backend/sample/sample-world.ts'
import { emptyDraft } from '../../domain/draft.ts'
import { DraftId, IsoDate } from '../../domain/ids.ts'
import { isInPost, type Person } from '../../domain/staff.ts'
import { openStore } from '../../store/open-store.ts'
import { quickConnector, residentMb, startEcho, startOurs, stop } from './programs.ts'
import { median, report } from './report.ts'
import { activity, connections, message, overEcho, sendTo } from './rounds.ts'

/**
 * The service against a bare echo bot on the same adapter, in the same run, taking turns. Absolute figures depend on the
 * machine; the ratios are what counts. Nothing here passes or fails.
 */
const today = Temporal.Now.plainDateISO('Europe/London')

/** The sample world in a store of its own, with a complete draft for every confirm turn that may be needed. */
async function prepare(
  dataDir: string,
  world: SampleWorld,
  loggers: readonly Person[],
  draftsEach: number,
): Promise<Map<string, DraftId[]>> {
  const store = await openStore({ dataDir, serving: false })
  const at = Temporal.Now.instant()
  await store.staff.put(world.people, { event: 'staff.imported', at })
  await store.supervisions.bringIn(world.sessions)
  const drafts = new Map<string, DraftId[]>()
  for (const person of loggers) {
    const ids = Array.from({ length: draftsEach }, () => DraftId.parse(crypto.randomUUID()))
    const open = (id: DraftId, number: number) =>
      store.drafts.open(
        {
          ...emptyDraft(id, person.staffCode),
          other: person.managerStaffCode,
          kinds: ['reflective'],
          heldOn: IsoDate.parse(today.subtract({ days: number % 300 }).toString()),
          minutes: 45,
          answers: { theme: `Boundaries ${number}`, learned: 'Ask sooner', change: 'A plan for each visit' },
        },
        at,
        { event: 'draft.opened', at, actor: person.staffCode, thing: id },
      )
    await Promise.all(ids.map(open))
    drafts.set(person.staffCode, ids)
  }
  await store.close()
  return drafts
}

async function compareStarts(dataDir: string): Promise<void> {
  const times = { echo: [] as number[], ours: [] as number[] }
  const memory = { echo: [] as number[], ours: [] as number[] }
  for (let round = 0; round < 5; round++) {
    for (const [name, begin] of [
      ['echo', startEcho],
      ['ours', () => startOurs(dataDir)],
    ] as const) {
      const running = await begin()
      times[name].push(running.readyMs)
      memory[name].push(residentMb(running))
      await stop(running)
    }
  }
  const [echo, ours] = [median(times.echo), median(times.ours)]
  report('time to ready', ours / echo, 'at most 2', { oursMs: ours, echoMs: echo })
  const more = median(memory.ours) - median(memory.echo)
  report('resident memory over the echo, MB', more, 'at most 100', {
    oursMb: median(memory.ours),
    echoMb: median(memory.echo),
  })
}

async function compareTurns(dataDir: string, world: SampleWorld): Promise<void> {
  const inPost = world.people.filter((person) => person.managerStaffCode && isInPost(person, today.toString()))
  const supervised = inPost.filter((person) => ['PO', 'PSO', 'PQiP'].includes(person.grade))
  // Those who ask are others than those who log, so that what is asked for does not grow during the run.
  const loggers = supervised.slice(0, connections)
  const askers = supervised.slice(connections, 2 * connections)
  const drafts = await prepare(dataDir, world, loggers, 1500)
  const connector = await quickConnector()
  const echo = await startEcho()
  const ours = await startOurs(dataDir)
  let turn = 0
  const next = (people: readonly Person[]) => people[turn++ % people.length] as Person
  const asks = (text: string) => () => message(connector.url, next(askers), text)
  const confirm = () => {
    const person = next(loggers)
    const draft = drafts.get(person.staffCode)?.pop()
    if (draft === undefined) throw new Error('The prepared drafts ran out; prepare more.')
    const value = { action: { type: 'Action.Execute', verb: 'supervision.save', data: { draft } }, trigger: 'manual' }
    return activity(connector.url, person, { type: 'invoke', name: 'adaptiveCard/action', replyToId: 'm1', value })
  }
  // Everybody, managers too, says hello first, so that each has a chat to be reached in.
  const everybody = [
    ...askers,
    ...loggers,
    ...world.people.filter((person) => loggers.some((logger) => logger.managerStaffCode === person.staffCode)),
  ]
  for (const person of everybody) await sendTo(ours, message(connector.url, person, 'hello'))
  const asked = { program: ours, answer: '', aim: 'at least 0.6' }
  await overEcho(
    { program: echo, body: asks('my supervisions'), answer: '' },
    {
      'question turn: what is RCAT?': { ...asked, body: asks('what is RCAT?') },
      'question turn: my supervisions': { ...asked, body: asks('my supervisions') },
      'confirm turn': {
        program: ours,
        body: confirm,
        answer: '{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive"',
        aim: 'at least 0.35',
      },
    },
  )
  await stop(ours)
  await stop(echo)
  connector.close()
}

const dataDir = await mkdtemp(join(tmpdir(), 'bench-'))
try {
  const world = sampleWorld(today)
  await compareTurns(dataDir, world)
  await compareStarts(dataDir)
} finally {
  await rm(dataDir, { recursive: true, force: true })
}
