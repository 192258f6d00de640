import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import { byDayAndPerson, type View } from '../../domain/views.ts'
import { gwen, priya } from '../support/people.ts'

const look = (at: string, by = priya, what?: string): View => ({
  by: by.staffCode,
  at: Temporal.Instant.from(at),
  ...(what === undefined ? {} : { what }),
})

describe('Looks at a record', () => {
  it('stand together by day in London and by person, newest first, each sort with how often', () => {
    const groups = byDayAndPerson([
      look('2026-07-02T10:00:00Z', priya, 'full'),
      look('2026-07-02T09:00:00Z', gwen, 'dates'),
      look('2026-07-02T08:00:00Z', priya, 'full'),
      look('2026-07-02T07:00:00Z', priya),
      look('2026-07-01T23:30:00Z', gwen, 'dates'),
      look('2026-07-01T22:30:00Z', gwen, 'dates'),
    ])
    assert.deepEqual(
      groups.map(({ day, by, looked }) => [
        String(day),
        by,
        looked.map(({ what, times, last }) => [what, times, String(last)]),
      ]),
      [
        [
          '2026-07-02',
          priya.staffCode,
          [
            ['full', 2, '2026-07-02T10:00:00Z'],
            [undefined, 1, '2026-07-02T07:00:00Z'],
          ],
        ],
        ['2026-07-02', gwen.staffCode, [['dates', 2, '2026-07-02T09:00:00Z']]],
        ['2026-07-01', gwen.staffCode, [['dates', 1, '2026-07-01T22:30:00Z']]],
      ],
    )
  })

  it('are none when nobody looked', () => {
    assert.deepEqual(byDayAndPerson([]), [])
  })
})
