import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import { clockOf } from '../../bot/clock.ts'
import { evenlySpaced } from '../../bot/evenly-spaced.ts'
import { refreshReviews } from '../../bot/refresh-reviews.ts'
import { switchedOn } from '../../bot/switched-on.ts'
import { defaultReviewPolicy } from '../../config/reviews.ts'
import { known } from '../../domain/allocation/fact.ts'
import { type Crn, StaffCode } from '../../domain/ids.ts'
import type { CaseForReview, ReviewQuestion } from '../../domain/reviews/review-facts.ts'
import type { DueReview, ReviewSnapshot } from '../../domain/reviews/review-snapshot.ts'
import { day } from '../support/days.ts'
import { aPerson } from '../support/records.ts'
import { caseAt, crnAt, missing, workingDays } from '../support/review-facts.ts'
import { unaskedCaseServices } from '../support/unasked-case-services.ts'

const codeAt = (number: number) => StaffCode.parse(`N03A${String(number).padStart(3, '0')}`)
const night = Temporal.Instant.from('2026-11-22T02:20:00Z')
const late = { lastAssessedOn: known(day('2025-10-01'), 'risk-and-needs' as const) }

/** The records of a reading in memory. */
function inMemory(): ReviewSnapshot & {
  due: Map<StaffCode, readonly DueReview[]>
  readAt: Map<StaffCode, Temporal.Instant>
} {
  const due = new Map<StaffCode, readonly DueReview[]>()
  const readAt = new Map<StaffCode, Temporal.Instant>()
  let has: { owner: string; until: Temporal.Instant } | undefined
  return {
    due,
    readAt,
    async claim(owner, now, until) {
      if (has !== undefined && has.owner !== owner && Temporal.Instant.compare(has.until, now) > 0) return false
      has = { owner, until }
      return true
    },
    async put(practitioner, some, at) {
      due.set(practitioner, some)
      readAt.set(practitioner, at)
    },
    async of(codes) {
      return {
        due: codes.flatMap((code) => due.get(code) ?? []),
        readAt: new Map([...readAt].filter(([code]) => codes.includes(code))),
      }
    },
    readings: async () => readAt,
    async keepOnly(codes) {
      for (const code of [...due.keys()].filter((one) => !codes.includes(one))) {
        due.delete(code)
        readAt.delete(code)
      }
    },
  }
}

function aReading(people: number) {
  const asked: ReviewQuestion[] = []
  const viewers: StaffCode[] = []
  const snapshot = inMemory()
  let now = night
  const at = { now: () => now }
  const answers = new Map<StaffCode, readonly CaseForReview[] | 'not-answered'>()
  const staff = Array.from({ length: people }, (_, number) =>
    aPerson({ staffCode: codeAt(number), name: `P${number}` }),
  )
  const spo = aPerson({ staffCode: 'N03S001', grade: 'SPO' })
  const left = aPerson({ staffCode: 'N03A900', endedOn: '2026-11-01' })
  let elapsed = 0
  const jobOf = (owner: string) =>
    refreshReviews(
      {
        staff: { everyone: async () => [...staff, spo, left] } as never,
        allocations: { to: async () => [] } as never,
        cases: {
          ...unaskedCaseServices,
          reviewFacts: async (question, { staffCode }) => {
            asked.push(question)
            viewers.push(staffCode)
            elapsed += 10_000
            return answers.get(question.practitioner) ?? [caseAt(1, late)]
          },
        },
        reviewSnapshot: snapshot,
        reviewPolicy: defaultReviewPolicy,
        workingDays,
        switchedOn: day('2026-01-01'),
        clock: clockOf(at.now),
        owner,
      },
      () => elapsed,
    )
  const job = jobOf('one')
  const run = (which = job) => which.run({ now, today: now.toZonedDateTimeISO('Europe/London').toPlainDate() })
  return {
    ...{ asked, viewers, snapshot, answers, job, jobOf, run },
    later: (minutes: number) => {
      now = now.add({ minutes })
    },
  }
}
const codes = (asked: readonly ReviewQuestion[]) => asked.map(({ practitioner }) => practitioner)

describe('The nightly reading of everybody’s cases', () => {
  it('reads whoever holds cases, in their own name, and keeps what falls due and nothing else of a case', async () => {
    const { run, asked, viewers, snapshot } = aReading(2)
    assert.equal(await run(), 'done')
    assert.deepEqual(codes(asked), [codeAt(0), codeAt(1)])
    assert.deepEqual(viewers, codes(asked))
    const [one] = snapshot.due.get(codeAt(0)) ?? []
    assert.deepEqual(Object.keys(one ?? {}).sort(), ['crn', 'dueOn', 'practitioner', 'review'])
    assert.equal(asked[0]?.allocatedSince.toString(), '2026-08-24')
  })

  it('stops after a while and goes on in the next minute where it was, also in another instance', async () => {
    const { run, asked, jobOf, later } = aReading(12)
    assert.equal(await run(), 'more')
    const first = asked.length
    assert.ok(first > 2 && first < 12)
    later(1)
    assert.equal(await run(jobOf('two')), 'more', 'the other has the reading still')
    assert.equal(asked.length, first)
    later(5)
    let outcome = await run(jobOf('two'))
    for (let left = 5; outcome === 'more' && left > 0; left--) outcome = await run(jobOf('two'))
    assert.equal(outcome, 'done')
    assert.equal(asked.length, 12)
    assert.equal(new Set(codes(asked)).size, 12)
  })

  it('reads nobody twice in a night, and everybody again in the next, the longest ago first', async () => {
    const { run, asked, later } = aReading(3)
    await run()
    assert.equal(await run(), 'done')
    assert.equal(asked.length, 3)
    later(24 * 60)
    assert.equal(await run(), 'done')
    assert.deepEqual(codes(asked.slice(3)), codes(asked.slice(0, 3)))
  })

  it('leaves the services alone for a while after three failures in a row, and keeps what was there', async () => {
    const { run, asked, answers, snapshot, later } = aReading(5)
    await run()
    later(24 * 60)
    for (let number = 0; number < 5; number++) answers.set(codeAt(number), 'not-answered')
    assert.equal(await run(), 'more')
    assert.equal(asked.length, 8)
    later(14)
    assert.equal(await run(), 'more')
    assert.equal(asked.length, 8)
    assert.equal(snapshot.due.get(codeAt(0))?.length, 2)
    answers.clear()
    later(2)
    assert.equal(await run(), 'done')
    assert.equal(asked.length, 13)
  })

  it('keeps what was overdue where a service does not say this time, and forgets whoever left', async () => {
    const { run, answers, snapshot, later } = aReading(1)
    await snapshot.put(codeAt(7), [], night)
    answers.set(codeAt(0), [caseAt(1, late)])
    await run()
    assert.deepEqual([...snapshot.readAt.keys()], [codeAt(0)])
    later(24 * 60)
    answers.set(codeAt(0), [caseAt(1, { lastAssessedOn: missing })])
    await run()
    const kept = (crn: Crn) => snapshot.due.get(codeAt(0))?.filter((one) => one.crn === crn && one.review === 'oasys')
    assert.deepEqual(
      kept(crnAt(1))?.map(({ dueOn }) => dueOn.toString()),
      ['2026-10-01'],
    )
  })
})

describe('Calls that are evenly spaced', () => {
  it('are as many in a second as they may be, also when many come at once or after a pause', async () => {
    let now = 0
    const passed: number[] = []
    const wait = evenlySpaced(
      20,
      () => now,
      async (milliseconds) => {
        passed.push(milliseconds)
      },
    )
    for (let count = 0; count < 4; count++) await wait()
    assert.deepEqual(passed, [50, 100, 150])
    now = 5000
    await wait()
    await wait()
    assert.deepEqual(passed, [50, 100, 150, 50])
  })
})

describe('The day on which the assistant was switched on', () => {
  it('is kept from the first start, and lies back a while in practice', async () => {
    const kept = new Map<string, Record<string, unknown>>()
    const state = {
      keepFirst: async (key: string, item: Record<string, unknown>) => {
        kept.set(key, kept.get(key) ?? item)
        return kept.get(key) ?? item
      },
    }
    assert.equal((await switchedOn(state, day('2026-11-22'), false)).toString(), '2026-11-22')
    assert.equal((await switchedOn(state, day('2027-01-01'), false)).toString(), '2026-11-22')
    kept.clear()
    assert.equal((await switchedOn(state, day('2026-11-22'), true)).toString(), '2026-08-22')
    assert.doesNotMatch([...kept.keys()].join(), /\//, 'a key with a slash would not be kept for good')
  })
})
