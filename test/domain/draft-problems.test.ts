import assert from 'node:assert/strict'
import { defaultSupervisionPolicy as policy } from '../../config/kinds.ts'
import type { Said } from '../../domain/draft.ts'
import { problemsWith } from '../../domain/draft-problems.ts'
import { pairFor } from '../../domain/rights.ts'
import { fill, reflective, draftDay as today } from '../support/drafts.ts'
import { aisha, omar, priya } from '../support/people.ts'

describe('Who may have a session together', () => {
  const problems: [string, Said, typeof aisha, RegExp | undefined][] = [
    ['a whole reflective session', reflective, aisha, undefined],
    ['a monthly and reflective session in one', { ...reflective, kinds: ['monthly', 'reflective'] }, aisha, undefined],
    ['somebody not managed', { ...reflective, other: omar.staffCode }, omar, /somebody you manage/],
    [
      'kinds that do not go together',
      { ...reflective, kinds: ['reflective', 'competency'] },
      aisha,
      /One session cannot be a reflective session and a competency assessment at once/,
    ],
    [
      'two kinds with details of their own beside one that goes with both',
      { ...reflective, kinds: ['monthly', 'observation', 'rcat'] },
      aisha,
      /One session cannot be an observation and an RCAT at once/,
    ],
    [
      'monthly, reflective and performance in one',
      { ...reflective, kinds: ['monthly', 'reflective', 'performance'] },
      aisha,
      undefined,
    ],
    [
      'a SAQUA beside the three that go together',
      { ...reflective, kinds: ['monthly', 'reflective', 'performance', 'saqua'] },
      aisha,
      undefined,
    ],
  ]
  for (const [what, said, other, expected] of problems) {
    it(`${expected === undefined ? 'finds nothing wrong with' : 'names what is wrong with'} ${what}`, () => {
      const found = problemsWith(fill(said).draft, pairFor(priya, other, '2026-11-22', []), policy, today)
      if (expected === undefined) assert.deepEqual(found, [])
      else assert.match(found.map((problem) => problem.says).join(' '), expected)
    })
  }
})
