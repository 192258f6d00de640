import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import type { RoundJob } from '../../bot/daily-round.ts'
import { settleAllocations } from '../../bot/settle-allocations.ts'
import type { Allocation, SubmissionState } from '../../domain/allocation/allocation.ts'
import { type Fact, known, notKnown } from '../../domain/allocation/fact.ts'
import { StaffCode } from '../../domain/ids.ts'
import { openStore, type Store } from '../../store/open-store.ts'
import { crnOf } from '../support/case-draws.ts'
import { allocationId, anAllocation, anAnswer, keepAnswers, weighedAt } from '../support/kept-allocations.ts'
import { at, manager, note, practitioner } from '../support/records.ts'

const before = StaffCode.parse('N03A088')
const third = StaffCode.parse('N03A099')
type Holding = Fact<'nobody' | { staffCode: StaffCode }>
const nobody: Holding = known('nobody', 'allocations')
/** When the allocation under test was decided. */
const decidedAt = at(60)

describe('An allocation of which nobody heard what became of it', () => {
  let dataDir: string
  let store: Store
  let holder: Holding
  let asked: string[]
  let reached: string[]
  let job: RoundJob

  const newJob = () =>
    settleAllocations({
      ...store,
      cases: {
        holderOf: async (crn, asker) => {
          asked.push(`${crn} ${asker.staffCode}`)
          return holder
        },
      },
      reach: async ({ id, to }) => void reached.push(`${to} ${id}`),
    })
  const minutesAfter = (minutes: number) => {
    const now = decidedAt.add({ seconds: minutes * 60 })
    return job.run({ now, today: Temporal.PlainDate.from('2026-11-22') })
  }
  const state = async () => (await store.allocations.byId(allocationId(1)))?.submission
  const decide = (about: Partial<Allocation>) =>
    store.allocations.decide(anAllocation(1, { decidedAt, submission: 'submitting', ...about }), weighedAt, [
      note('allocation.decided'),
    ])

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'settling-'))
    store = await openStore({ dataDir, serving: true })
    await keepAnswers(store, anAnswer(1))
    asked = []
    reached = []
    holder = nobody
    job = newJob()
  })
  afterEach(async () => {
    await store.close()
    await rm(dataDir, { recursive: true, force: true })
  })

  const held = (staffCode: StaffCode): Holding => known({ staffCode }, 'allocations')
  for (const [says, about, minutes, becomes] of [
    ['the practitioner holds it', held(practitioner), 2, 'submitted'],
    ['nobody holds it yet', nobody, 9.9, 'submitting'],
    ['nobody holds it after ten minutes', nobody, 10, 'not-submitted'],
    ['somebody else holds it', held(third), 24 * 60 - 1, 'submitting'],
    ['somebody else still holds it after a day', held(third), 24 * 60, 'not-submitted'],
    ['they cannot be asked', notKnown('allocations', 'not-answered'), 50, 'submitting'],
  ] as const) {
    it(`is ${becomes} where the case services say that ${says}`, async () => {
      await decide({})
      holder = about
      await minutesAfter(minutes)
      assert.equal(await state(), becomes)
    })
  }

  for (const submission of ['submitting', 'unknown'] as const) {
    it(`is not taken for arrived while whoever had it before still has it, and given up after ten minutes: ${submission}`, async () => {
      await decide({ previous: before })
      if (submission === 'unknown')
        await store.allocations.settle(allocationId(1), 'unknown', note('allocation.settled'))
      holder = held(before)
      await minutesAfter(5)
      assert.equal(await state(), submission)
      await minutesAfter(11)
      assert.equal(await state(), 'not-submitted')
    })
  }

  it('is left alone in its first minute, when it may be just under way', async () => {
    await decide({})
    holder = held(practitioner)
    await minutesAfter(0.5)
    assert.deepEqual(asked, [])
    await minutesAfter(1)
    assert.deepEqual(asked, [`${crnOf(1)} ${manager}`])
  })

  for (const [becomes, about, minutes] of [
    ['not-submitted', held(third), 24 * 60],
    ['not-submitted', nobody, 10],
  ] as const) {
    it(`is told to whoever decided it, and to nobody else, where it is ${becomes} after ${minutes} minutes`, async () => {
      await decide({})
      holder = about
      await minutesAfter(minutes)
      assert.deepEqual(reached, [`${manager} allocation-settled:${allocationId(1)}`])
    })
  }

  it('is told to whoever decided it and to whoever got the case, once, with what became of it, and written down with codes alone', async () => {
    await decide({})
    holder = held(practitioner)
    const notices = await store.notices.undelivered()
    const entries = (await store.audit.verify()).entries
    await minutesAfter(2)
    const id = `allocation-settled:${allocationId(1)}`
    const given = `was-given-case:${allocationId(1)}`
    assert.deepEqual(reached, [`${manager} ${id}`, `${practitioner} ${given}`])
    const fresh = (await store.notices.undelivered()).filter((notice) => !notices.some((old) => old.id === notice.id))
    assert.deepEqual(fresh, [
      { id, to: manager, about: allocationId(1), what: 'allocation-settled' },
      { id: given, to: practitioner, about: allocationId(1), what: 'was-given-case' },
    ])
    assert.deepEqual(await store.audit.verify(), { entries: entries + 1 })
    job = newJob()
    await minutesAfter(3)
    assert.equal(reached.length, 2)
    assert.equal(asked.length, 1)
  })

  it('is found out after a restart, and never handed in again', async () => {
    await decide({})
    await store.close()
    store = await openStore({ dataDir, serving: true })
    // The job is given nothing that could hand anything in.
    job = newJob()
    holder = held(practitioner)
    await minutesAfter(30)
    assert.equal(await state(), 'submitted')
  })

  it('is asked about every minute for an hour, and once an hour after that', async () => {
    await decide({})
    holder = held(third)
    for (let minutes = 1; minutes <= 181; minutes += 1) assert.equal(await minutesAfter(minutes), 'more')
    assert.equal(asked.length, 59 + 2)
  })

  it('does not hold up others where it fails, and has its turn again', async () => {
    await keepAnswers(store, anAnswer(2, { crn: crnOf(2) }))
    await decide({})
    await store.allocations.decide(
      anAllocation(2, { decidedAt, submission: 'submitting', crn: crnOf(2), answer: anAnswer(2).id }),
      weighedAt,
      [note('allocation.decided')],
    )
    const { settle } = store.allocations
    const allocations = {
      ...store.allocations,
      settle: async (...given: Parameters<typeof settle>) => {
        if (given[0] === allocationId(1)) throw new Error('The disk is full.')
        return settle(...given)
      },
    }
    holder = held(practitioner)
    job = settleAllocations({ allocations, cases: { holderOf: async () => holder }, reach: async () => {} })
    await assert.rejects(async () => minutesAfter(2), /disk/)
    assert.equal(await state(), 'submitting')
    assert.equal((await store.allocations.byId(allocationId(2)))?.submission, 'submitted')
    job = newJob()
    await minutesAfter(3)
    assert.equal(await state(), 'submitted')
  })

  for (const submission of ['for-pasting', 'submitted', 'refused', 'not-submitted'] as SubmissionState[]) {
    it(`does not mean one that is ${submission}`, async () => {
      await decide({ submission })
      await minutesAfter(30)
      assert.deepEqual(asked, [])
    })
  }
})
