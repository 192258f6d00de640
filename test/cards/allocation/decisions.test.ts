import assert from 'node:assert/strict'
import { readAllocationForm } from '../../../cards/allocation/allocation-input.ts'
import { decisionExamples } from '../../../cards/allocation/decision-examples.ts'
import { cardInWords } from '../../../cards/card-in-words.ts'
import { decisionCharacters } from '../../../domain/allocation/problems-with-decision.ts'
import { inputsOf, titlesOf } from '../card-parts.ts'

function card(name: string) {
  const found = decisionExamples.find((example) => example.name === name)
  assert.ok(found, name)
  return found.message.card
}
const words = (name: string) => cardInWords(card(name))

describe('The form of an allocation', () => {
  it('has the sensitive part apart, and off until it is switched on', () => {
    const toggle = (name: string) => inputsOf(card(name)).find(({ id }) => id === 'addsSensitive')?.value
    assert.equal(toggle('allocation-form-empty'), 'false')
    assert.equal(toggle('allocation-form-sensitive'), 'true')
  })

  it('says that concerns about a colleague and links do not belong in it', () => {
    assert.match(words('allocation-form-empty'), /No links, please/)
    assert.match(words('allocation-form-empty'), /Concerns about a colleague do not belong here/)
  })

  it('asks for the reasoning, which only a suitable verdict may go without', () => {
    const label = (name: string) => inputsOf(card(name)).find(({ id }) => id === 'reasoning')?.label
    assert.equal(label('allocation-form-empty'), 'Why this person: at least 40 characters')
    assert.equal(label('allocation-form-suitable'), 'Why this person (optional)')
  })

  it('asks which head of PDU agreed outside guidance and nowhere else, and says so where there is none', () => {
    const asks = (name: string) => inputsOf(card(name)).some(({ id }) => id === 'agreedBy')
    assert.ok(asks('allocation-form-outside-guidance'))
    assert.ok(!asks('allocation-form-empty'))
    assert.ok(!asks('allocation-form-nobody-to-agree'))
    assert.match(words('allocation-form-nobody-to-agree'), /no head of your PDU in post/)
  })

  it('keeps what was written whole, however much of the draft has to be left off', () => {
    const longest = inputsOf(card('allocation-form-longest')).filter(({ type }) => type === 'Input.Text')
    assert.equal(longest.length, 4)
    for (const { value } of longest) assert.equal(String(value).length, decisionCharacters)
  })

  it('says on its button whether the case services are told', () => {
    assert.deepEqual(titlesOf(card('allocation-form-empty')), ['Allocate', 'Cancel'])
    assert.deepEqual(titlesOf(card('allocation-form-suitable')), ['Allocate and hand in', 'Cancel'])
  })
})

describe('What the form sends', () => {
  it('is read as it was typed; an empty text takes back what was there', () => {
    const { said, problems } = readAllocationForm({
      reasoning: '  Two\r\nlines ',
      support: '',
      addsSensitive: 'false',
      agreedBy: 'n03h001',
      other: 'x',
    })
    assert.deepEqual(said, { reasoning: 'Two\nlines', support: '', addsSensitive: false, agreedBy: 'N03H001' })
    assert.deepEqual(problems, [])
  })

  for (const [what, data] of [
    ['a number for a text', { reasoning: 5 }],
    ['a list for a text', { sensitive: ['a'] }],
    ['a text that is too long', { support: 'x'.repeat(decisionCharacters + 1) }],
    ['no staff code', { agreedBy: '<script>' }],
  ] as const) {
    it(`is a problem where it is ${what}, and says nothing then`, () => {
      const { said, problems } = readAllocationForm(data)
      assert.deepEqual(said, {})
      assert.equal(problems.length, 1)
    })
  }
})

describe('The card of a decided allocation', () => {
  for (const [state, says] of [
    ['for-pasting', /I have not handed it in\. Please paste/],
    ['submitting', /have not heard whether it arrived\. Check in the allocation tool before you try again/],
    ['submitted', /the case services have taken the allocation/],
    ['refused', /The case services did not take it/],
    ['not-submitted', /It was not handed in/],
    ['unknown', /have not heard whether it arrived\. Check in the allocation tool before you try again/],
  ] as const) {
    it(`that is ${state} says what became of it, and has the entry as one block`, () => {
      assert.match(words(`decided-${state}`), says)
      const blocks = inputsOf(card(`decided-${state}`))
      assert.equal(blocks.length, 1)
      assert.match(String(blocks[0]?.value), /^X320741, Gwendolen Ashby\nManagement oversight: allocation\nDecision: /)
    })
  }

  it('has the sensitive part as a block of its own, and both of them whole', () => {
    const blocks = inputsOf(card('decided-longest'))
    assert.equal(String(blocks[1]?.value).length, decisionCharacters)
    assert.ok(String(blocks[0]?.value).endsWith(String(blocks[1]?.value).trim()), 'the reasoning stands at its end')
    assert.ok(!words('decided-longest').includes('Shortened here'))
  })
})

describe('What a manager is told of an allocation later', () => {
  it('names a case of limited access by its number alone, and a restricted one not at all', () => {
    assert.doesNotMatch(words('settled-limited'), /Aisha|Given to|Decided/)
    assert.match(words('settled-limited'), /X320741/)
    assert.equal(words('settled-restricted'), '# Your allocation\nAccess is restricted.')
  })
})
