import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { Temporal } from 'temporal-polyfill'
import { defaultSupervisionPolicy as policy } from '../../../config/kinds.ts'
import { type Entities, intents } from '../../../dialogs/understand/intent.ts'
import { nameIndex } from '../../../dialogs/understand/names.ts'
import { understand } from '../../../dialogs/understand/understand.ts'
import type { Person } from '../../../domain/staff.ts'
import { aisha, dana, nearDana, people } from './people.ts'

const names = nameIndex(people)
const read = (text: string, speaker: Person | undefined = dana) =>
  understand(text, {
    today: Temporal.PlainDate.from('2026-11-22'),
    names,
    policy,
    ...(speaker === undefined ? {} : { speaker }),
    closeTo: nearDana,
  })
/** Ids are typed as such; a table may write them as text. */
type Written = { [Part in keyof Entities]: unknown }

const whole: [text: string, intent: string, entities: Written][] = [
  [
    'reflective with Aisha on Friday, 45 mins',
    'log-supervision',
    { kinds: ['reflective'], date: '2026-11-20', minutes: 45, practitioner: 'Aisha Malik' },
  ],
  [
    'REFELCTIVE W AISHA FRI 45M x 320741 and crn: e441907',
    'log-supervision',
    {
      kinds: ['reflective'],
      date: '2026-11-20',
      minutes: 45,
      practitioner: 'Aisha Malik',
      crns: ['X320741', 'E441907'],
    },
  ],
  [
    'log a monthly for Aisha yesterday',
    'log-supervision',
    { kinds: ['monthly'], date: '2026-11-21', practitioner: 'Aisha Malik' },
  ],
  [
    'aisha reflective friday 45',
    'log-supervision',
    { kinds: ['reflective'], date: '2026-11-20', minutes: 45, practitioner: 'Aisha Malik' },
  ],
  [
    'had monthly and reflective with Grace on the 18th, an hour and a half, X320741',
    'log-supervision',
    {
      kinds: ['monthly', 'reflective'],
      date: '2026-11-18',
      minutes: 90,
      practitioner: 'Grace Adeyemi',
      crn: 'X320741',
    },
  ],
  ['supervision with Sam yesterday', 'log-supervision', { date: '2026-11-21', practitioner: 'Sam Okafor' }],
  [
    'reflective with Aisha on 31 November, 45 mins',
    'log-supervision',
    { kinds: ['reflective'], minutes: 45, practitioner: 'Aisha Malik' },
  ],
  ['what has Aisha had this year?', 'show-supervisions', { practitioner: 'Aisha Malik' }],
  [
    'what did Aisha have last year',
    'show-supervisions',
    { practitioner: 'Aisha Malik', from: '2025-04-01', to: '2026-03-31' },
  ],
  ['my supervisions since June', 'show-supervisions', { practitioner: 'me', from: '2026-06-01', to: '2026-11-22' }],
  ["show me Sam Taylor's monthlies", 'show-supervisions', { practitioner: 'Sam Taylor', kinds: ['monthly'] }],
  ['what is waiting for me?', 'show-actions', { practitioner: 'me' }],
  [
    'correct the session with Aisha on 12 November',
    'amend-supervision',
    { practitioner: 'Aisha Malik', date: '2026-11-12' },
  ],
  ['what is RCAT?', 'define-term', { term: 'RCAT' }],
  ['what does lao mean', 'define-term', { term: 'LAO' }],
  ['can Aisha take X320741?', 'check-allocation', { practitioner: 'Aisha Malik', crn: 'X320741' }],
  ['who could take X320741?', 'find-practitioner', { crn: 'X320741' }],
  ['when is my next reflective?', 'next-supervision', { kinds: ['reflective'], practitioner: 'me' }],
  [
    'book a reflective with Aisha on Thursday at 2pm for 45 mins',
    'book-supervision',
    { kinds: ['reflective'], date: '2026-11-26', time: '14:00', minutes: 45, practitioner: 'Aisha Malik' },
  ],
  [
    'add an action for Sam to chase the enquiry by Friday',
    'add-action',
    { practitioner: 'Sam Okafor', due: '2026-11-27' },
  ],
  ['any ISPs overdue for Aisha?', 'overdue-reviews', { practitioner: 'Aisha Malik', review: 'isp' }],
  [
    'I am on leave from Monday to Friday',
    'record-absence',
    { practitioner: 'me', from: '2026-11-23', to: '2026-11-27' },
  ],
  ['help', 'help', {}],
  ['thanks, see you Friday', 'none', {}],
]

describe('A message', () => {
  for (const [text, intent, entities] of whole) {
    it(`“${text}” is read whole`, () => {
      const reading = read(text)
      assert.equal(reading.intent, intent)
      assert.deepEqual(reading.entities, entities)
    })
  }

  it('about one’s own session is about “me”, with the line manager as the other person', () => {
    for (const text of ['I had my reflective with my manager on Tuesday', 'had my reflective with Dana on Tuesday']) {
      const { entities, people: meant } = read(text, aisha)
      assert.deepEqual([entities.practitioner, entities.date], ['me', '2026-11-17'], text)
      assert.deepEqual(meant, [dana], text)
    }
    assert.equal(read('had my reflective with Aisha on Tuesday', dana).entities.practitioner, 'Aisha Malik')
  })

  it('that two people fit names both and picks neither', () => {
    const { people: meant, entities } = understand('reflective with Sam on Friday', {
      today: Temporal.PlainDate.from('2026-11-22'),
      names,
      policy,
    })
    assert.deepEqual(meant.map((one) => one.name).sort(), ['Sam Okafor', 'Sam Taylor'])
    assert.equal(entities.practitioner, undefined)
  })

  it('says which name fits nobody and which day is in no calendar', () => {
    assert.equal(read('reflective with zorblax on Friday').unknownName, 'zorblax')
    assert.equal(read('reflective with Aisha on 31 November').impossibleDay, '31 November')
  })

  it('carries its labelled answers apart, and reads nothing else from them', () => {
    const reading = read(
      'Reflective with Aisha on Friday, 45 mins. Learned: do not cancel with Karen on 3 May. Change: plan',
    )
    assert.equal(reading.intent, 'log-supervision')
    assert.deepEqual(reading.answers, { learned: 'do not cancel with Karen on 3 May', change: 'plan' })
    assert.deepEqual(reading.people, [aisha])
    assert.equal(reading.entities.date, '2026-11-20')
  })

  it('is read to 2,000 characters, and says so', () => {
    const long = `reflective with Aisha on Friday ${'and more '.repeat(400)} for 45 mins`
    assert.deepEqual(
      [read(long).intent, read(long).entities.minutes, read(long).cutShort],
      ['log-supervision', undefined, true],
    )
    assert.equal(read('help').cutShort, undefined)
  })
})

describe('The intent of a message', () => {
  const sections = readFileSync(new URL('sentences.txt', import.meta.url), 'utf8')
    .split(/^# /m)
    .slice(1)
  for (const section of sections) {
    const [intent = '', ...lines] = section.trim().split('\n')
    it(`is ${intent} for ${lines.length} sentences`, () => {
      assert.ok(intents.some((known) => known === intent))
      const misread = lines
        .map((line) => ({ line, reading: read(line.replace(/^@/, ''), line.startsWith('@') ? aisha : dana) }))
        .filter(({ reading }) => reading.intent !== intent)
        .map(({ line, reading }) => `${line} → ${reading.intent}`)
      assert.deepEqual(misread, [])
    })
  }

  it('has every intent among its sentences', () => {
    assert.deepEqual(sections.map((section) => section.split('\n')[0]).sort(), [...intents].sort())
  })

  it('is sure where the words are plain, and not where they are few', () => {
    assert.ok(read('reflective with Aisha on Friday, 45 mins').confidence >= 0.9)
    const few = read('reflective with Aisha').confidence
    assert.ok(few >= 0.6 && few < 0.9)
    assert.ok(read('asdfghjkl').confidence < 0.6)
  })
})
