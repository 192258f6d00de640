import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { dayIn } from '../../../dialogs/understand/when.ts'

/** A Sunday. */
const today = Temporal.PlainDate.from('2026-11-22')

const either: [words: string, day: string][] = [
  ['18/11/26', '2026-11-18'],
  ['18.11.2026', '2026-11-18'],
  ['18-11-26', '2026-11-18'],
  ['2026-11-18', '2026-11-18'],
  ['20 nov 2025', '2025-11-20'],
  ['yesterday', '2026-11-21'],
  ['yesturday', '2026-11-21'],
  ['last night', '2026-11-21'],
  ['the day before yesterday', '2026-11-20'],
  ['2 days ago', '2026-11-20'],
  ['a couple of days ago', '2026-11-20'],
  ['two weeks ago', '2026-11-08'],
  ['a fortnight ago', '2026-11-08'],
  ['a week ago', '2026-11-15'],
  ['a week ago on Monday', '2026-11-09'],
  ['a week last Monday', '2026-11-09'],
  ['Fri just gone', '2026-11-20'],
  ['last Friday', '2026-11-20'],
  ['last Sunday', '2026-11-15'],
  ['Monday of last week', '2026-11-09'],
  ['this morning', '2026-11-22'],
  ['earlier today', '2026-11-22'],
  ['tomorrow at 2pm', '2026-11-23'],
  ['tmrw', '2026-11-23'],
  ['next Thursday', '2026-11-26'],
  ['next Saturday at 2', '2026-11-28'],
  ['a week on Tuesday', '2026-12-01'],
  ['Tuesday week', '2026-12-01'],
  ['in a fortnight', '2026-12-06'],
  ['the 3rd of last month', '2026-10-03'],
  ['end of the month', '2026-11-30'],
  ['twenty-first of November 2026', '2026-11-21'],
]

const byDirection: [words: string, past: string, future: string][] = [
  ['Friday', '2026-11-20', '2026-11-27'],
  ['fri', '2026-11-20', '2026-11-27'],
  ['firday', '2026-11-20', '2026-11-27'],
  ['Weds', '2026-11-18', '2026-11-25'],
  ['thurs', '2026-11-19', '2026-11-26'],
  ['Sunday', '2026-11-22', '2026-11-22'],
  ['the 18th', '2026-11-18', '2026-12-18'],
  ['the 31st', '2026-10-31', '2026-12-31'],
  ['fri 20th', '2026-11-20', '2026-12-20'],
  ['18/11', '2026-11-18', '2027-11-18'],
  ['20th November', '2026-11-20', '2027-11-20'],
  ['Nov 20', '2026-11-20', '2027-11-20'],
  ['3 December', '2025-12-03', '2026-12-03'],
  ['first of october', '2026-10-01', '2027-10-01'],
  ['20 Nov 45 mins', '2026-11-20', '2027-11-20'],
]

const inNoCalendar = [
  '31 November',
  '31st of November',
  '30 Feb',
  'Feb 30th',
  '31/11',
  '2026-13-45',
  '32/10',
  '29 Feb 2026',
  '9/15',
  'the 32nd',
]
const noDays = [
  '45 mins',
  'for 45',
  'mark',
  'may',
  '1hr 15',
  '24/7',
  'sat down with Sam',
  'the 2nd session',
  'last week',
  'last month',
  '1-2-1',
  'X320741',
  '',
  'the second half',
]

describe('The day a text names', () => {
  for (const [words, day] of either) {
    it(`“${words}” is ${day}, whichever way it is asked`, () => {
      assert.deepEqual(dayIn(words, today, 'past'), { day })
      assert.deepEqual(dayIn(words, today, 'future'), { day })
    })
  }

  for (const [words, past, future] of byDirection) {
    it(`“${words}” was ${past} and will be ${future}`, () => {
      assert.deepEqual(dayIn(words, today, 'past'), { day: past })
      assert.deepEqual(dayIn(words, today, 'future'), { day: future })
    })
  }

  it('is said to be impossible when no calendar has it', () => {
    for (const words of inNoCalendar) assert.deepEqual(dayIn(words, today, 'past'), { impossible: words }, words)
  })

  it('is not made up from other numbers and words', () => {
    for (const words of noDays) assert.equal(dayIn(words, today, 'past'), undefined, words)
  })

  it('is the first one, in a sentence', () => {
    assert.deepEqual(dayIn('we met on Thursday and again on Friday', today, 'past'), { day: '2026-11-19' })
  })

  const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => Temporal.PlainDate.from('1990-01-01').add({ days }))
  const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
  const read = (words: string, on: Temporal.PlainDate, facing: 'past' | 'future') => {
    const found = dayIn(words, on, facing)
    assert.ok(found !== undefined && 'day' in found, words)
    return Temporal.PlainDate.from(found.day)
  }

  it('is, for a weekday that has been, that weekday within the last seven days, whatever today is', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 6 }), (on, number) => {
        const day = read(weekdays[number] ?? '', on, 'past')
        const back = day.until(on).days
        assert.ok(back >= 0 && back < 7)
        assert.equal(day.dayOfWeek, number + 1)
      }),
    )
  })

  it('is, for a weekday that will be, that weekday within the next seven days', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 6 }), (on, number) => {
        const day = read(weekdays[number] ?? '', on, 'future')
        const ahead = on.until(day).days
        assert.ok(ahead >= 0 && ahead < 7)
        assert.equal(day.dayOfWeek, number + 1)
      }),
    )
  })

  it('is the same day however a date is written', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const month = day.toLocaleString('en-GB', { month: 'long' })
        const spellings = [
          day.toString(),
          `${day.day}/${day.month}/${day.year}`,
          ...(day.year >= 2000 && day.year < 2100 ? [`${day.day} ${month} ${day.year}`] : []),
        ]
        for (const words of spellings) assert.equal(read(words, today, 'past').toString(), day.toString(), words)
      }),
    )
  })

  it('does not depend on the time zone of the machine', () => {
    const zone = process.env.TZ
    try {
      for (const elsewhere of ['Pacific/Kiritimati', 'America/Los_Angeles', 'Europe/London']) {
        process.env.TZ = elsewhere
        assert.deepEqual(dayIn('twenty-first of November 2026', today, 'past'), { day: '2026-11-21' })
      }
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
  })
})
