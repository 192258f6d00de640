import assert from 'node:assert/strict'
import { actionCharacters } from '../../domain/action.ts'
import { problemsWithMoreTime } from '../../domain/more-time.ts'
import { day } from '../support/days.ts'

describe('Asking for more time', () => {
  const today = day('2026-11-22')
  const noDay = /Please give the day/
  const past = /still to come/
  const noLater = /no later than it is due/
  const noReason = /Please say why/
  const table: [string, string | undefined, string | undefined, string | undefined, RegExp[]][] = [
    ['tomorrow, of what has no day', undefined, '2026-11-23', 'In court', []],
    ['the day after it is due', '2026-11-27', '2026-11-28', 'In court', []],
    ['tomorrow, of what is overdue', '2026-11-10', '2026-11-23', 'In court', []],
    ['today', undefined, '2026-11-22', 'In court', [past]],
    ['today, of what is overdue', '2026-11-10', '2026-11-22', 'In court', [past]],
    ['a day that is over, of what is due later', '2026-11-27', '2026-11-20', 'In court', [noLater]],
    ['a day that is over, of what has no day', undefined, '2026-11-20', 'In court', [past]],
    ['the day it is due', '2026-11-27', '2026-11-27', 'In court', [noLater]],
    ['a day before it is due', '2026-11-27', '2026-11-24', 'In court', [noLater]],
    ['no day', '2026-11-27', undefined, 'In court', [noDay]],
    ['no reason', undefined, '2026-11-23', undefined, [noReason]],
    ['neither', undefined, undefined, undefined, [noDay, noReason]],
    ['the longest reason', undefined, '2026-11-23', 'x'.repeat(actionCharacters), []],
    [
      'a longer one',
      undefined,
      '2026-11-23',
      'x'.repeat(actionCharacters + 1),
      [/has 501 characters; the most is 500/],
    ],
  ]
  for (const [what, due, until, reason, says] of table) {
    it(`${says.length === 0 ? 'takes' : 'does not take'} ${what}`, () => {
      const action = due === undefined ? {} : { due: day(due) }
      const given = { due: until === undefined ? undefined : day(until), reason }
      const problems = problemsWithMoreTime(action, given, today)
      assert.equal(problems.length, says.length)
      for (const [index, pattern] of says.entries()) assert.match(problems[index] ?? '', pattern)
    })
  }
})
