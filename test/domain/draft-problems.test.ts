import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import { defaultSupervisionPolicy as policy } from '../../config/kinds.ts'
import { emptyDraft, fillDraft, type Said } from '../../domain/draft.ts'
import { problemsWith } from '../../domain/draft-problems.ts'
import { DraftId } from '../../domain/ids.ts'
import { pairFor } from '../../domain/rights.ts'
import { aisha, omar, priya } from '../support/people.ts'

const today = Temporal.PlainDate.from('2026-11-22')
const id = DraftId.parse('00000000-0000-4000-8000-000000000001')
const empty = emptyDraft(id, priya.staffCode)
const fill = (said: Said, from = empty) => fillDraft(from, said, policy, today)
const reflective: Said = {
  other: aisha.staffCode,
  kinds: ['reflective'],
  heldOn: '2026-11-20',
  minutes: 45,
  answers: { theme: 'Boundaries', learned: 'Ask sooner', change: 'A plan for each visit' },
}

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
