import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Temporal } from 'temporal-polyfill'
import { openStore } from '../../store/open-store.ts'
import { buttonsOf } from '../support/card-buttons.ts'
import { fakeTeams, type HttpResult } from '../support/fake-teams.ts'
import { assertNothingPersonal } from '../support/nothing-personal.ts'
import { anOffice, inTeams } from '../support/office.ts'
import { aisha, officePeople, priya } from '../support/people.ts'
import { runProgram, type ServiceProcess, serviceProcess } from '../support/service-process.ts'
import { answerOf, idsOn, wholeSentence } from '../support/sessions-in-chat.ts'
import { whatIsKept } from '../support/what-is-kept.ts'

const manager = inTeams(priya)
const practitioner = inTeams(aisha)

/** Waits for something that another process does, and fails when it does not. */
async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await holds()) return
    await wait(10)
  }
  assert.fail(`It did not happen: ${what}.`)
}

/** A folder with the staff in it, a Teams, and the services that run on them, one after the other. */
async function aWorkplace() {
  const dataDir = await mkdtemp(join(tmpdir(), 'restarts-'))
  const store = await openStore({ dataDir, serving: false })
  await store.staff.put(officePeople, { event: 'staff.imported', at: Temporal.Instant.from('2026-11-22T09:00:00Z') })
  await store.close()
  let service: ServiceProcess | undefined
  const url = () => service?.url ?? ''
  const teams = await fakeTeams(url)
  return {
    dataDir,
    teams,
    url,
    readyz: () => fetch(`${url()}/readyz`).then((answer) => answer.status),
    async start(): Promise<ServiceProcess> {
      service = await serviceProcess(dataDir)
      return service
    },
    async close() {
      service?.kill('SIGKILL')
      await service?.ended
      await teams.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
type Workplace = Awaited<ReturnType<typeof aWorkplace>>

const isAskedToSign = ({ teams }: Workplace, session: string) =>
  teams
    .seenBy(practitioner)
    .some(
      ({ card }) =>
        card !== undefined &&
        buttonsOf(card).some(({ verb, data }) => verb === 'session.agree' && data.session === session),
    )

/** Saves a session and kills the service the moment it has answered; then looks at what is there, and starts it again. */
async function savesAndIsKilled(place: Workplace, times: number): Promise<void> {
  const { teams, dataDir } = place
  const saved: string[] = []
  let log = ''
  let last: { press: Record<string, unknown>; answer: HttpResult } | undefined
  for (let round = 0; round <= times; round += 1) {
    const service = await place.start()
    for (const session of saved) await until('the other person is asked to agree', () => isAskedToSign(place, session))
    if (last !== undefined) assert.deepEqual(await teams.post(last.press), last.answer)
    if (round < times) {
      await teams.say(manager, wholeSentence('Aisha', `lesson number ${round}`))
      const review = teams.lastCard(manager)
      assert.ok(review)
      saved.push(idsOn(review.card)[0] ?? '')
      const press = teams.pressFor(manager, review, 'Save')
      last = { press, answer: await teams.post(press) }
      service.kill('SIGKILL')
      assert.match(JSON.stringify(answerOf(last.answer).card), /Recorded/)
    } else service.kill('SIGTERM')
    log += (await service.ended).out
    const kept = whatIsKept(dataDir)
    assert.deepEqual(
      kept.session?.map((row) => row.id),
      saved,
    )
    assert.deepEqual(
      kept.notice?.map((row) => row.about),
      saved,
    )
    assert.equal(kept.audit_entry?.filter((entry) => entry.event === 'session.recorded').length, saved.length)
  }
  assert.deepEqual(
    whatIsKept(dataDir).notice?.map((row) => row.state),
    saved.map(() => 'delivered'),
  )
  const store = await openStore({ dataDir, serving: false })
  assert.equal((await store.audit.verify()).broken, undefined)
  await store.close()
  assertNothingPersonal(log, officePeople, teams.typed)
}

describe('A service that is stopped', () => {
  const places: Workplace[] = []
  const open = async () => {
    const place = await aWorkplace()
    places.push(place)
    return place
  }
  afterEach(async () => {
    await Promise.all(places.splice(0).map((place) => place.close()))
  })

  it('by SIGTERM finishes the turn in hand, says that it is not ready, takes no new one, and ends with 0', async () => {
    const { teams, dataDir, readyz, url, ...place } = await open()
    const service = await place.start()
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    teams.fails(() => ({ when: held }))
    const inHand = teams.post(teams.activity(manager, { type: 'message', text: wholeSentence() }))
    await until('the answer is on its way', () => teams.calls.length === 1)
    assert.equal(await readyz(), 200)

    const started = performance.now()
    service.kill('SIGTERM')
    await until('it says that it is not ready', async () => (await readyz()) === 503)
    assert.equal((await fetch(`${url()}/healthz`)).status, 200)
    assert.equal((await teams.post(teams.activity(practitioner, { type: 'message', text: 'hello' }))).status, 503)
    release()
    assert.equal((await inHand).status, 200)
    const { code, signal } = await service.ended
    assert.deepEqual([code, signal], [0, null])
    assert.ok(performance.now() - started < 10_000)
    assert.equal(teams.seenBy(manager).length, 1)
    assert.equal(whatIsKept(dataDir).draft?.length, 1)
  }).timeout(20_000)

  it('by a kill right after its answer to a save, ten times: sessions, signature requests, first answers and the audit chain are there', async () => {
    const [one, other] = await Promise.all([open(), open()])
    await Promise.all([savesAndIsKilled(one, 5), savesAndIsKilled(other, 5)])
  }).timeout(120_000)

  it('says in one sentence that its port is taken, and how to choose another', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const { port } = taken.address() as AddressInfo
    const { dataDir } = await open()
    const { code, err } = await runProgram('bot/main.ts', [], { DATA_DIR: dataDir, PORT: String(port) }).ended
    taken.close()
    assert.equal(code, 1)
    assert.equal(
      err,
      `The service did not start. Port ${port} is in use. Set PORT to a free one, or stop what uses it.\n`,
    )
  }).timeout(30_000)

  it('has the records to itself: a second one is refused with one sentence, while commands work beside it', async () => {
    const { teams, dataDir, ...place } = await open()
    await place.start()
    const file = join(dataDir, 'staff.csv')
    const columns =
      'staffCode,name,email,username,entraObjectId,grade,teamCode,pduCode,managerStaffCode,startedOn,endedOn,qualifiedOn,fte,mentorStaffCode,training'
    await writeFile(file, `${columns}\nN03A010,Nia Rees,,,7e0c1f0a-5d0e-4c65-9a53-0f6f5f0f8d11,PO,,,N03S001,,,,,,\n`)
    const env = { DATA_DIR: dataDir, PORT: '0' }
    const [second, verified, imported] = await Promise.all([
      runProgram('bot/main.ts', [], env).ended,
      runProgram('bot/commands/audit.ts', ['verify'], env).ended,
      runProgram('bot/commands/staff.ts', ['import', file], env).ended,
    ])
    assert.equal(second.code, 1)
    assert.equal(
      second.err,
      `The service did not start. Another service is already using the records in ${dataDir}: stop it first, or set DATA_DIR to a different folder for this one.\n`,
    )
    assert.deepEqual([verified.code, imported.code], [0, 0])
    assert.match(imported.out, /^1 added/)
    // The person who was imported beside it is known to it without a restart.
    const nia = { name: 'Nia Rees', entraObjectId: '7e0c1f0a-5d0e-4c65-9a53-0f6f5f0f8d11' }
    await until('the running service knows the new person', async () =>
      /Hello Nia/.test((await teams.say(nia, 'hello')).at(-1)?.text ?? ''),
    )
  }).timeout(30_000)
})

describe('A service that stops while the channel says nothing', () => {
  it('waits no longer than it may, and the records can be opened at once', async () => {
    const office = await anOffice({ deadlines: { send: 5000, reach: 5000, withinPress: 5000, finish: 200 } })
    const { teams } = office
    teams.fails(() => 'hang')
    const lost = teams.post(teams.activity(manager, { type: 'message', text: 'hello' })).catch(() => 'cut off')
    await until('the answer is on its way', () => teams.calls.length === 1)
    const started = performance.now()
    await office.restart()
    assert.ok(performance.now() - started < 1500)
    await lost
    teams.fails(() => undefined)
    assert.equal((await teams.say(manager, 'hello')).length, 1)
    await office.close()
  })
})
