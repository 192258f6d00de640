import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { type SendQuestion, sendTime } from '../../../domain/reminders/send-time.ts'
import { day } from '../../support/days.ts'
import { asLondon, london, rules } from '../../support/reminders.ts'
import { away, workingDays } from '../../support/windows.ts'

type Asked = Partial<Omit<SendQuestion, 'wanted' | 'now'>>
function when(wanted: string, now: string, rest: Asked = {}): string {
  const time = sendTime({ wanted: london(wanted), now: london(now), ...rest }, rules)
  if (time.send === 'later') return `${asLondon(time.at)} ${time.why}`
  return time.send === 'now' ? 'now' : time.why
}

describe('When a reminder is sent', () => {
  const table: [says: string, wanted: string, now: string, rest: Asked, expected: string][] = [
    ['at once when it is time', '2026-11-20 09:00', '2026-11-20 09:00', {}, 'now'],
    ['at once when it is late in the hours', '2026-11-20 09:00', '2026-11-20 17:59', {}, 'now'],
    ['not before it was wanted', '2026-11-20 09:00', '2026-11-20 06:00', {}, '2026-11-20 09:00 not-yet'],
    [
      'the next working day at its hour from 18:00',
      '2026-11-19 09:00',
      '2026-11-19 18:00',
      {},
      '2026-11-20 09:00 outside-hours',
    ],
    ['on Monday after Friday evening', '2026-11-20 08:30', '2026-11-20 18:05', {}, '2026-11-23 08:30 outside-hours'],
    ['on Monday on a Saturday', '2026-11-21 09:00', '2026-11-21 10:00', {}, '2026-11-23 09:00 outside-hours'],
    [
      'when the hours begin, where its own time is outside them',
      '2026-11-19 23:00',
      '2026-11-19 23:00',
      {},
      '2026-11-20 08:00 outside-hours',
    ],
    ['from 08:00 on the day', '2026-11-19 09:00', '2026-11-20 08:00', {}, 'now'],
    ['at its hour before 08:00', '2026-11-19 09:00', '2026-11-20 07:59', {}, '2026-11-20 09:00 outside-hours'],
    [
      'after Christmas and the days in its stead',
      '2026-12-24 09:00',
      '2026-12-24 19:00',
      {},
      '2026-12-29 09:00 outside-hours',
    ],
    ['after Easter', '2027-03-26 09:00', '2027-03-26 09:00', {}, '2027-03-30 09:00 outside-hours'],
    [
      'at nine by the clock after clocks go forward',
      '2027-03-28 09:00',
      '2027-03-28 09:00',
      {},
      '2027-03-30 09:00 outside-hours',
    ],
    [
      'at nine by the clock after clocks go back',
      '2026-10-24 09:00',
      '2026-10-24 09:00',
      {},
      '2026-10-26 09:00 outside-hours',
    ],
    ['on 29 February', '2028-02-28 09:00', '2028-02-28 18:00', {}, '2028-02-29 09:00 outside-hours'],
    [
      'when they are back',
      '2026-11-20 09:00',
      '2026-11-20 09:00',
      { absences: [away('2026-11-18', '2026-11-24')] },
      '2026-11-25 09:00 away',
    ],
    [
      'on the working day after, when they are back on a Saturday',
      '2026-11-20 09:00',
      '2026-11-20 09:00',
      { absences: [away('2026-11-20', '2026-11-20')] },
      '2026-11-23 09:00 away',
    ],
    [
      'over two absences',
      '2026-11-20 09:00',
      '2026-11-20 09:00',
      { absences: [away('2026-11-23', '2026-11-23'), away('2026-11-20', '2026-11-20')] },
      '2026-11-24 09:00 away',
    ],
    [
      'asked again on the next working day, when nobody knows when they are back',
      '2026-11-20 09:00',
      '2026-11-20 09:00',
      { absences: [away('2026-11-18')] },
      '2026-11-23 09:00 away',
    ],
    [
      'when the pause is over',
      '2026-11-20 09:00',
      '2026-11-20 09:00',
      { pausedUntil: day('2026-11-25') },
      '2026-11-25 09:00 paused',
    ],
    [
      'on the working day after a pause that ends on a Saturday',
      '2026-11-20 09:00',
      '2026-11-20 09:00',
      { pausedUntil: day('2026-11-28') },
      '2026-11-30 09:00 paused',
    ],
    ['on the day a pause ends', '2026-11-25 09:00', '2026-11-25 09:00', { pausedUntil: day('2026-11-25') }, 'now'],
    [
      'a little later in the middle of a dialog',
      '2026-11-20 09:00',
      '2026-11-20 09:00',
      { midDialogSince: london('2026-11-20 08:58') },
      '2026-11-20 09:10 mid-dialog',
    ],
    [
      'after eight working hours of a dialog that was left open',
      '2026-11-20 09:00',
      '2026-11-20 09:00',
      { midDialogSince: london('2026-11-18 15:00') },
      'now',
    ],
    [
      'eight working hours late at most, however long they talk',
      '2026-11-19 09:00',
      '2026-11-19 17:00',
      { midDialogSince: london('2026-11-19 16:59') },
      'now',
    ],
    [
      'just before that, still a little later',
      '2026-11-19 09:00',
      '2026-11-19 16:55',
      { midDialogSince: london('2026-11-19 16:54') },
      '2026-11-19 17:00 mid-dialog',
    ],
    [
      'counting hours of the next working day',
      '2026-11-20 16:00',
      '2026-11-20 17:55',
      { midDialogSince: london('2026-11-20 17:54') },
      '2026-11-23 08:00 mid-dialog',
    ],
    [
      'in the hours also when the eight end with the day',
      '2026-11-20 10:00',
      '2026-11-20 17:55',
      { midDialogSince: london('2026-11-20 17:54') },
      '2026-11-23 08:00 mid-dialog',
    ],
    [
      'never, when it is of no use by then',
      '2026-11-20 09:00',
      '2026-11-20 18:00',
      { until: london('2026-11-21 00:00') },
      'too-late',
    ],
    [
      'never, from the moment it is of no use',
      '2026-11-20 08:30',
      '2026-11-20 18:00',
      { until: london('2026-11-20 18:00') },
      'too-late',
    ],
    ['while it is of use', '2026-11-20 08:30', '2026-11-20 17:59', { until: london('2026-11-20 18:00') }, 'now'],
  ]
  for (const [says, wanted, now, rest, expected] of table) {
    it(`is ${says}`, () => assert.equal(when(wanted, now, rest), expected))
  }

  it('is the same hour by the clock all year, which is another one in UTC', () => {
    const [winter, summer] = ['2026-10-26', '2026-10-23'].map((on) => london(`${on} 09:00`).toString())
    assert.deepEqual([winter, summer], ['2026-10-26T09:00:00Z', '2026-10-23T08:00:00Z'])
  })

  const moment = fc
    .integer({ min: 0, max: 2 * 365 * 24 * 60 })
    .map((minutes) => london('2026-03-01 00:00').add({ minutes }))
  const anyQuestion = fc.record(
    {
      wanted: moment,
      ahead: fc.integer({ min: -5000, max: 5000 }),
      absences: fc.array(
        fc.tuple(moment, fc.option(fc.integer({ min: 0, max: 30 }))).map(([from, days]) => {
          const first = from.toZonedDateTimeISO('Europe/London').toPlainDate()
          return away(first.toString(), days === null ? undefined : first.add({ days }).toString())
        }),
        { maxLength: 2 },
      ),
      talked: fc.integer({ min: 0, max: 5000 }),
    },
    { requiredKeys: ['wanted', 'ahead'] },
  )

  it('is never in quiet time, never before it was wanted, and never in the past', () => {
    fc.assert(
      fc.property(anyQuestion, ({ wanted, ahead, absences, talked }) => {
        const now = wanted.add({ minutes: ahead })
        const time = sendTime(
          {
            ...{ wanted, now },
            ...(absences === undefined ? {} : { absences }),
            ...(talked === undefined ? {} : { midDialogSince: now.subtract({ minutes: talked }) }),
          },
          rules,
        )
        assert.notEqual(time.send, 'never')
        const at = time.send === 'later' ? time.at : now
        const local = at.toZonedDateTimeISO('Europe/London')
        assert.ok(workingDays.isWorkingDay(local.toPlainDate()) && local.hour >= 8 && local.hour < 18, String(local))
        assert.ok(Temporal.Instant.compare(wanted, at) <= 0)
        if (time.send === 'later') assert.ok(Temporal.Instant.compare(now, at) < 0)
      }),
      { numRuns: 400 },
    )
  })
})
