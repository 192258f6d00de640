import assert from 'node:assert/strict'
import { nameIndex } from '../../../dialogs/understand/names.ts'
import { StaffCode } from '../../../domain/ids.ts'
import { aisha, nearDana, people } from './people.ts'

const names = nameIndex(people)
const found = (text: string, options = {}) => names.find(text, options).people.map((one) => one.name)

const rows: [text: string, who: string[]][] = [
  ['reflective with Aisha', ['Aisha Malik']],
  ['AISHA', ['Aisha Malik']],
  ['aisha malik', ['Aisha Malik']],
  ['Malik, Aisha', ['Aisha Malik']],
  ['with malik', ['Aisha Malik']],
  ['with Asha', ['Aisha Malik']],
  ['with Aihsa', ['Aisha Malik']],
  ['Dana Whitlok', ['Dana Whitlock']],
  ["Aisha's sessions", ['Aisha Malik']],
  ['aishas sessions', ['Aisha Malik']],
  ['Sam', ['Sam Okafor', 'Sam Taylor']],
  ['with sam okafor', ['Sam Okafor']],
  ['with Sam T', ['Sam Taylor']],
  ['SIOBHAN ONEILL', ['Siobhán O’Neill']],
  ["siobhán o'neill", ['Siobhán O’Neill']],
  ['mary ann', ['Mary-Ann van Dijk']],
  ['maryann', ['Mary-Ann van Dijk']],
  ['with Aisha and Grace', ['Aisha Malik', 'Grace Adeyemi']],
  ['reflective with Aisha about her work with Karen', ['Aisha Malik']],
  ['<b>Aisha</b>', ['Aisha Malik']],
  ['**Aisha**', ['Aisha Malik']],
  ['Ai\u200Bsha', ['Aisha Malik']],
  ['\u202EAisha', ['Aisha Malik']],
  ['Ａｉｓｈａ', ['Aisha Malik']],
  // Ordinary words.
  ['mark that action as done', []],
  ['Mark it as done', []],
  ['with mark', ['Mark Evans']],
  ['Please ask Mark', ['Mark Evans']],
  ['mark evans', ['Mark Evans']],
  ['I will log it', []],
  ['Will you help', []],
  ['Will had his monthly', ['Will Thornbury']],
  ['for Will', ['Will Thornbury']],
  ['May I log it', []],
  ['may lin', ['May Lin']],
  ['in May', []],
  ['with May', ['May Lin']],
  ['a grace period', []],
  ['has grace had it', ['Grace Adeyemi']],
]

const unknown: [text: string, name: string | undefined][] = [
  ['with Zorblax', 'Zorblax'],
  ['session with zorblax', 'zorblax'],
  ['with Zorblax Quim on Friday', 'Zorblax Quim'],
  ['for Hope', 'Hope'],
  ['with my manager', undefined],
  ['with the team', undefined],
  ['for 45 mins', undefined],
  ['for review', undefined],
  ['for Friday', undefined],
]

describe('A name in a text', () => {
  for (const [text, who] of rows) {
    it(`“${text}” may mean ${who.join(' or ') || 'nobody'}`, () =>
      assert.deepEqual(found(text).sort(), [...who].sort()))
  }

  for (const [text, name] of unknown) {
    it(`“${text}” holds ${name === undefined ? 'no name' : 'a name that fits nobody'}`, () =>
      assert.deepEqual(names.find(text), name === undefined ? { people: [] } : { people: [], unknownName: name }))
  }

  it('is somebody near the speaker before somebody else of the same first name, but never against a full name', () => {
    assert.deepEqual(found('with Sam', { closeTo: nearDana }), ['Sam Okafor'])
    assert.deepEqual(found('with Sam Taylor', { closeTo: nearDana }), ['Sam Taylor'])
  })

  it('stays open between two people of the same full name', () => {
    const twin = { ...aisha, staffCode: StaffCode.parse('N09A001') }
    const both = nameIndex([...people, twin])
    assert.equal(both.find('with Aisha Malik', { closeTo: [aisha.staffCode] }).people.length, 2)
  })

  it('may be any word when “who?” was asked', () => {
    assert.deepEqual(found('mark', { asked: true }), ['Mark Evans'])
    assert.deepEqual(found('it was with aisha', { asked: true }), ['Aisha Malik'])
    assert.deepEqual(names.find('zorblax', { asked: true }), { people: [], unknownName: 'zorblax' })
  })

  it('is found among 20,000 people', () => {
    const parts = ['ka', 'lo', 'mi', 'ra', 'ten', 'dor', 'vel', 'shi', 'ban', 'que']
    const word = (number: number) => [0, 1, 2, 3].map((place) => parts[Math.floor(number / 10 ** place) % 10]).join('')
    const many = Array.from({ length: 20_000 }, (_, number) => ({
      ...aisha,
      staffCode: StaffCode.parse(`Z${100_000 + number}`),
      name: `${word(number % 10_000)} ${word((number * 7 + 3) % 10_000)}`,
    }))
    const large = nameIndex([...people, ...many])
    assert.deepEqual(
      large.find('reflective with aisha malik on Friday').people.map((one) => one.name),
      ['Aisha Malik'],
    )
  })
})
