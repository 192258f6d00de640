import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import { defaultSupervisionPolicy as policy } from '../../../config/kinds.ts'
import { actionsIn, bestFit, stepIn } from '../../../dialogs/understand/action-words.ts'
import { nameIndex } from '../../../dialogs/understand/names.ts'
import { understand } from '../../../dialogs/understand/understand.ts'
import { day } from '../../support/days.ts'
import { officePeople } from '../../support/people.ts'

/** A Sunday. */
const today = day('2026-11-22')
const context = { today, names: nameIndex(officePeople) }

describe('Actions in a text', () => {
  const said: [string, string[]][] = [
    [
      'Aisha to finish the safeguarding refresher by Friday',
      ['Aisha Khan / finish the safeguarding refresher / 2026-11-27'],
    ],
    [
      'add an action for Tom: book the risk training, due 4 December',
      ['Tom Okafor / book the risk training / 2026-12-04'],
    ],
    [
      'new action: Aisha to update the risk assessment by 1 December',
      ['Aisha Khan / update the risk assessment / 2026-12-01'],
    ],
    ['action for me to book training by end of the month', ['me / book training / 2026-11-30']],
    ['ask Aisha to complete the ISP by Friday', ['Aisha Khan / complete the ISP / 2026-11-27']],
    ['give Tom an action: ring the police about X320741', ['Tom Okafor / ring the police about X320741 / no day']],
    ['Tom must send me the certificates by Monday', ['Tom Okafor / send me the certificates / 2026-11-23']],
    [
      'Aisha: finish refresher by 4 Dec; Priya: ask HR',
      ['Aisha Khan / finish refresher / 2026-12-04', 'Priya Nair / ask HR / no day'],
    ],
    [
      '1. Aisha: finish refresher\n2. Tom - ring the police\n',
      ['Aisha Khan / finish refresher / no day', 'Tom Okafor / ring the police / no day'],
    ],
    ['add an action: write up the visit of 20 November', ['nobody / write up the visit of 20 November / no day']],
    ['add an action for Zebedee: ring the police', ['? Zebedee / ring the police / no day']],
    ['add an action', []],
    [' ; ;\n', []],
  ]
  for (const [text, actions] of said) {
    it(`“${text.replaceAll('\n', '⏎')}”: ${actions.length === 0 ? 'none' : actions.join('; ')}`, () => {
      const found = actionsIn(text, context).map(({ owners, mine, unknownName, text, due }) => {
        const named = owners.map((person) => person.name).join(' or ')
        const who = mine ? 'me' : named || (unknownName === undefined ? 'nobody' : `? ${unknownName}`)
        return `${who} / ${text} / ${due ?? 'no day'}`
      })
      assert.deepEqual(found, actions)
    })
  }
})

describe('A step of an action in words', () => {
  const said: [string, string | undefined][] = [
    ['done with the safeguarding refresher', 'finish: the safeguarding refresher'],
    ['I have finished the refresher', 'finish: the refresher'],
    ['the refresher is done', 'finish: the refresher'],
    ['mark that action as done', 'finish: that action'],
    ['action done', 'finish: action'],
    ['I’ll do the refresher', 'confirm: the refresher'],
    ['confirm the action about the refresher', 'confirm: the action about the refresher'],
    [
      'I need until Friday for the refresher, court all week',
      'ask-more-time: the refresher, 2026-11-27, court all week',
    ],
    [
      'I need more time for the refresher until 10 December because I am in court',
      'ask-more-time: the refresher, 2026-12-10, I am in court',
    ],
    ['can I have until Friday for the refresher', 'ask-more-time: the refresher, 2026-11-27'],
    ['agree to more time for the refresher', 'agree-more-time: for the refresher'],
    ['no more time for the refresher', 'refuse-more-time: for the refresher'],
    ['hand the refresher on to Tom', 'hand-on: the refresher → Tom'],
    ['pass the refresher to Tom Okafor', 'hand-on: the refresher → Tom Okafor'],
    ['the refresher is no longer needed', 'withdraw: the refresher'],
    ['withdraw the action about the refresher', 'withdraw: the action about the refresher'],
    ['hello there', undefined],
    ['', undefined],
  ]
  for (const [text, step] of said) {
    it(`“${text}”: ${step ?? 'none'}`, () => {
      const found = stepIn(text, today)
      const { due, reason, to } = found ?? {}
      const more = [due?.toString(), reason].filter((part) => part !== undefined)
      const read =
        found && `${[`${found.does}: ${found.words}`, ...more].join(', ')}${to === undefined ? '' : ` → ${to}`}`
      assert.equal(read, step)
    })
  }

  it('is looked for in any text, however long or odd, without delay', () => {
    for (const text of [
      'hand '.repeat(400),
      ' to '.repeat(500),
      'i need until '.repeat(150),
      'x'.repeat(2000),
      'done '.repeat(400),
    ]) {
      const start = performance.now()
      stepIn(text, today)
      actionsIn(text, context)
      assert.ok(performance.now() - start < 100, text.slice(0, 20))
    }
  })
})

describe('The action that a few words mean', () => {
  const texts = ['Finish the safeguarding refresher', 'Book the risk training', 'Finish the ISP of X320741']
  const fits: [string, number[]][] = [
    ['the safeguarding refresher', [0]],
    ['refresher', [0]],
    ['the training', [1]],
    ['finish', [0, 2]],
    ['x320741', [2]],
    ['that action', [0, 1, 2]],
    ['', [0, 1, 2]],
    ['the holiday', []],
  ]
  for (const [words, found] of fits) {
    it(`“${words}” fits ${found.length === 0 ? 'none' : found.map((index) => texts[index]).join(' and ')}`, () => {
      assert.deepEqual(
        bestFit(words, texts, (text) => text),
        found.map((index) => texts[index]),
      )
    })
  }
})

describe('Something that somebody is to do by a day', () => {
  const reading = (text: string) =>
    understand(text, { today: Temporal.PlainDate.from('2026-11-22'), names: nameIndex([]), policy })
  for (const text of [
    'Imran to finish OASys by Friday',
    "Aisha O'Brien to finish the safeguarding refresher by 4 Dec",
    'Siân to ask HR about the bag by Friday',
  ])
    it(`is an action, whoever it is: ${text}`, () => {
      const { intent, confidence } = reading(text)
      assert.equal(intent, 'add-action')
      assert.ok(confidence >= 0.85)
    })
  for (const text of [
    'We agreed to finish it by Friday',
    'Imran agreed to finish it by Friday',
    'need to go by Friday',
  ])
    it(`is no action in a report of what was said: ${text}`, () => assert.notEqual(reading(text).intent, 'add-action'))
})
