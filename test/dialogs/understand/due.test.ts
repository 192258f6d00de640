import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import { defaultSupervisionPolicy as policy } from '../../../config/kinds.ts'
import type { Entities, Intent } from '../../../dialogs/understand/intent.ts'
import { nameIndex } from '../../../dialogs/understand/names.ts'
import { understand } from '../../../dialogs/understand/understand.ts'
import { dana, nearDana, people } from './people.ts'

const names = nameIndex(people)
const read = (text: string) =>
  understand(text, { today: Temporal.PlainDate.from('2026-11-22'), names, policy, speaker: dana, closeTo: nearDana })

const malik = { practitioner: 'Aisha Malik' }
const me = { practitioner: 'me' }
type Row = [text: string, entities: Partial<Record<keyof Entities, unknown>>]

const due: Row[] = [
  ['what is due?', {}],
  ['whats due', {}],
  ['what is overdue?', {}],
  ['overdue', {}],
  ['anything due soon?', {}],
  ['what’s overdue for Aisha?', malik],
  ['whats overdue for aisha malik', malik],
  ['anything overdue for Aisha?', malik],
  ['is anything overdue for Aisha', malik],
  ['when is Aisha’s next observation?', { ...malik, kinds: ['observation'] }],
  ['next observation for Aisha', { ...malik, kinds: ['observation'] }],
  ['is Aisha overdue a reflective?', { ...malik, kinds: ['reflective'] }],
  ['is Aisha up to date with her supervision?', malik],
  ['what does Aisha still need this year', malik],
  ['what has Aisha missed this year', malik],
  ['why is Aisha’s monthly waived?', { ...malik, kinds: ['monthly'] }],
  ['how long does Aisha have left for her monthly', { ...malik, kinds: ['monthly'] }],
  ['when is my next reflective?', { ...me, kinds: ['reflective'] }],
  ['when do I need my saqua done by', { ...me, kinds: ['saqua'] }],
  ['when is my rcat due', { ...me, kinds: ['rcat'] }],
  ['how long have I got for my reflective', { ...me, kinds: ['reflective'] }],
  ['what have I got due', me],
  ['what is due for me', me],
  ['what have I missed', me],
  ['which of my sessions are overdue', me],
  ['am I behind on anything', me],
  ['overdue supervisions', {}],
  ['due dates for Aisha', malik],
]

const team: Row[] = [
  ['who is overdue for reflective?', { kinds: ['reflective'] }],
  ['my team', {}],
  ['my team, page 2', {}],
  ['page 3', {}],
  ['team status', {}],
  ['team overview page 2', {}],
  ['how’s my team doing?', {}],
  ['who’s behind on their monthlies', { kinds: ['monthly'] }],
  ['who needs an RCAT', { kinds: ['rcat'] }],
  ['who missed their reflective', { kinds: ['reflective'] }],
  ['who hasn’t had a SAQUA', { kinds: ['saqua'] }],
  ['who have I not supervised this month', { from: '2026-11-01', to: '2026-11-30' }],
  ['where are we with reflectives', { kinds: ['reflective'] }],
  ['is everyone up to date?', {}],
  ['my people', {}],
  ['supervision dashboard', {}],
  ['reflective completion for the team', { kinds: ['reflective'] }],
  ['my PDU', {}],
  ['how is the PDU doing', {}],
  ['which SPOs are behind', {}],
  ['spans of control', {}],
  ['how is Karen’s team doing', { practitioner: 'Karen Osei' }],
  ['team overview for Karen Osei', { practitioner: 'Karen Osei' }],
  ['show me Karen’s team', { practitioner: 'Karen Osei' }],
]

/** What sounds alike and is something else. */
const other: [text: string, intent: Intent][] = [
  ['what reviews are overdue', 'overdue-reviews'],
  ['overdue reviews', 'overdue-reviews'],
  ['any ISPs overdue for Aisha?', 'overdue-reviews'],
  ['what has Aisha had this year?', 'show-supervisions'],
  ['did I miss my reflective', 'show-supervisions'],
  ['book a reflective with Aisha on Thursday', 'book-supervision'],
  ['why can Aisha not take X320741?', 'explain-decision'],
  ['what is outstanding?', 'show-actions'],
  ['which of Sam’s cases have overdue reviews', 'overdue-reviews'],
  ['who could take X320741?', 'find-practitioner'],
  ['my actions', 'show-actions'],
  ['supervision', 'log-supervision'],
]

describe('What is due', () => {
  for (const [text, entities] of due) {
    it(`is what “${text}” asks`, () => {
      const { intent, entities: named } = read(text)
      const { from: _from, to: _to, ...rest } = named
      assert.deepEqual([intent, rest], ['next-supervision', entities])
    })
  }
  for (const [text, entities] of team) {
    it(`of a team is what “${text}” asks`, () => {
      const { intent, entities: named } = read(text)
      assert.deepEqual([intent, named], ['team-overview', entities])
    })
  }
  for (const [text, intent] of other) {
    it(`is not what “${text}” asks`, () => assert.equal(read(text).intent, intent))
  }
})
