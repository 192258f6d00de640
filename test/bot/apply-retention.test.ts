import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import { applyRetention, nightlyRetention } from '../../bot/apply-retention.ts'
import { defaultRetentionPolicy } from '../../config/retention.ts'
import { type Removable, type Retention, removable } from '../../domain/retention.ts'

const now = Temporal.Instant.from('2026-11-22T02:00:00Z')
const today = Temporal.PlainDate.from('2026-11-22')

/** A store of so many pages of each kind, and what was asked of it. */
function pagesOf(pages: number) {
  const left = new Map<Removable, number>(removable.map((kind) => [kind, pages]))
  const begun: string[] = []
  const asked: Removable[] = []
  const ended: string[] = []
  const retention: Retention = {
    async begin(day) {
      if (ended.length > 0) return undefined
      begun.push(String(day))
      return { day }
    },
    async removePage(_run, what) {
      asked.push(what)
      const remaining = (left.get(what) ?? 0) - 1
      left.set(what, remaining)
      return { removed: 1, more: remaining > 0 }
    },
    async end({ day }, noteOf) {
      ended.push(String(noteOf({ drafts: pages }).detail))
      return { drafts: Number(day.day) }
    },
  }
  return {
    parts: { retention, policy: defaultRetentionPolicy, clock: { now: () => now, today: () => today } },
    begun,
    asked,
    ended,
  }
}

describe('The nightly removal', () => {
  it('goes through every kind of record, page by page, and ends with one entry', async () => {
    const { parts, asked, ended } = pagesOf(3)
    assert.deepEqual(await applyRetention(parts), { ended: true, counts: { drafts: 22 } })
    assert.deepEqual(
      asked,
      removable.flatMap((kind) => [kind, kind, kind]),
    )
    assert.deepEqual(ended, ['drafts=3'])
  })

  it('does nothing when the day’s run has ended', async () => {
    const { parts, asked } = pagesOf(1)
    await applyRetention(parts)
    const before = asked.length
    assert.deepEqual(await applyRetention(parts), { ended: true })
    assert.equal(asked.length, before)
  })

  it('makes way for others after some seconds, and goes on where it was', async () => {
    const { parts, asked, ended } = pagesOf(3)
    let seconds = 0
    const job = nightlyRetention(parts, () => 1000 * seconds++)
    assert.equal(await job.run({ now, today }), 'more')
    assert.ok(asked.length > 5 && asked.length < 3 * removable.length)
    assert.deepEqual(ended, [])
    assert.equal(await job.run({ now, today }), 'done')
    assert.deepEqual(ended, ['drafts=3'])
  })

  it('is due every day from two in the morning, and made up for later in the day', () => {
    const { days, from, until } = nightlyRetention(pagesOf(1).parts)
    assert.deepEqual([days, String(from), String(until)], ['every', '02:00:00', '23:59:00'])
  })
})
