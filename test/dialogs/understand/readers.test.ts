import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import { defaultSupervisionPolicy as policy } from '../../../config/kinds.ts'
import { casesIn } from '../../../dialogs/understand/cases-in.ts'
import { bareMinutes, minutesIn } from '../../../dialogs/understand/how-long.ts'
import { kindsIn } from '../../../dialogs/understand/kinds-in.ts'
import { periodsFound } from '../../../dialogs/understand/period.ts'
import { timeIn } from '../../../dialogs/understand/time-of-day.ts'

const lengths: [words: string, minutes: number][] = [
  ['45 mins', 45],
  ['45 minutes', 45],
  ['45mins', 45],
  ['45-minute', 45],
  ['90m', 90],
  ['an hour', 60],
  ['1h', 60],
  ['1hr 15', 75],
  ['1h15', 75],
  ['1h 15m', 75],
  ['1 hour and 10 mins', 70],
  ['1:15 hrs', 75],
  ['two hours', 120],
  ['1.5 hours', 90],
  ['1½ hours', 90],
  ['hour and a half', 90],
  ['an hour and a half', 90],
  ['one and a half hours', 90],
  ['an hour and a quarter', 75],
  ['three quarters of an hour', 45],
  ['¾ hour', 45],
  ['half an hour', 30],
  ['half hour', 30],
  ['quarter of an hour', 15],
  ['forty five minutes', 45],
  ['45 minuets', 45],
  ['2 hours 20 November', 120],
  ['on Friday for 45 mins with Sam', 45],
]
const bare: [words: string, minutes: number][] = [
  ['45', 45],
  ['about 45', 45],
  ['45ish', 45],
  ['it was 50', 50],
  ['forty-five', 45],
  ['an hour', 60],
]
const noLengths = [
  '2 hours ago',
  '20 minutes ago',
  'in 20 minutes',
  '20 mins late',
  'X320741',
  '5 may',
  '',
  'minutes of the meeting',
]

const cases: [words: string, crns: string[]][] = [
  ['crn: e441907', ['E441907']],
  ['X 320741', ['X320741']],
  ['x320741', ['X320741']],
  ['X-320741', ['X320741']],
  ['CRN X320 741', ['X320741']],
  ['crn a 320741', ['A320741']],
  ['X320741, E441907 and e441907', ['X320741', 'E441907']],
  ['a 320741', []],
  ['XX320741', []],
  ['X3207411', []],
  ['320741', []],
]

const kinds: [words: string, ids: string[]][] = [
  ['saqua with Tom: one to one yes', ['saqua']],
  ['1:1 and saqua with Tom', ['monthly', 'saqua']],
  ['monthly and saqua with Tom', ['monthly', 'saqua']],
  ['monthly', ['monthly']],
  ['1-2-1', ['monthly']],
  ['one to one', ['monthly']],
  ['121', ['monthly']],
  ['1:1', ['monthly']],
  ['reflective', ['reflective']],
  ['refelctive', ['reflective']],
  ['reflection', ['reflective']],
  ['RPSS', ['reflective']],
  ['obs', ['observation']],
  ['an observation', ['observation']],
  ['RCAT', ['rcat']],
  ['SAQUA', ['saqua']],
  ['saqa', ['saqua']],
  ['performance', ['performance']],
  ['objectives', ['performance']],
  ['competency', ['competency']],
  ['reflective and monthly', ['monthly', 'reflective']],
  ['reflective/monthly', ['monthly', 'reflective']],
  ['reflective 1-2-1', ['reflective']],
  ['SAQUA one to one', ['saqua']],
  ['121 mins', []],
  ['1-1-26', []],
  ['the job', []],
]

const times: [words: string, time: string][] = [
  ['2pm', '14:00'],
  ['2.30 pm', '14:30'],
  ['14:00', '14:00'],
  ['at 2', '14:00'],
  ['at 10', '10:00'],
  ['half past two', '14:30'],
  ['half two', '14:30'],
  ['quarter to 3', '14:45'],
  ['noon', '12:00'],
  ['12am', '00:00'],
]

const periods: [words: string, from: string | undefined, to: string | undefined][] = [
  ['this year', undefined, undefined],
  ['last year', '2025-04-01', '2026-03-31'],
  ['in 2025/26', '2025-04-01', '2026-03-31'],
  ['since June', '2026-06-01', '2026-11-22'],
  ['since 3 June', '2026-06-03', '2026-11-22'],
  ['since Monday', '2026-11-16', '2026-11-22'],
  ['in October', '2026-10-01', '2026-10-31'],
  ['last month', '2026-10-01', '2026-10-31'],
  ['this quarter', '2026-10-01', '2026-12-31'],
  ['last week', '2026-11-09', '2026-11-15'],
  ['the last 3 months', '2026-08-22', '2026-11-22'],
  ['from 3 November to 12 November', '2026-11-03', '2026-11-12'],
]

describe('What a sentence says', () => {
  for (const [words, minutes] of lengths)
    it(`“${words}” is ${minutes} minutes`, () => assert.equal(minutesIn(words), minutes))
  for (const [words, minutes] of bare) {
    it(`“${words}”, when how long was asked, is ${minutes} minutes`, () => assert.equal(bareMinutes(words), minutes))
  }
  it('is no length where it says when, or how late', () => {
    for (const words of noLengths) assert.equal(minutesIn(words), undefined, words)
  })
  it('is no length for a number that was not asked for', () => {
    assert.equal(minutesIn('45'), undefined)
    assert.equal(bareMinutes('case 45 was hard'), undefined)
  })
  for (const [words, crns] of cases) {
    it(`“${words}” names ${crns.join(' and ') || 'no case'}`, () => assert.deepEqual(casesIn(words), crns))
  }
  for (const [words, ids] of kinds) {
    it(`“${words}” names ${ids.join(' and ') || 'no kind'}`, () => assert.deepEqual(kindsIn(words, policy), ids))
  }
  for (const [words, time] of times) it(`“${words}” is ${time}`, () => assert.equal(timeIn(words), time))
  it('is no time for a year or a percentage', () => {
    for (const words of ['2026', 'at 140%', 'at 25th']) assert.equal(timeIn(words), undefined, words)
  })

  const today = Temporal.PlainDate.from('2026-11-22')
  for (const [words, from, to] of periods) {
    it(`“${words}” is ${from === undefined ? 'the usual period' : `${from} to ${to}`}`, () => {
      assert.deepEqual(
        periodsFound(words, today, 'past').map((found) => found.value),
        [from === undefined ? {} : { from, to }],
      )
    })
  }
})
