import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { CardAction } from '../../cards/card-action.ts'
import { cardBudget, cardBytes } from '../../cards/card-with.ts'
import * as world from '../../cards/example-world.ts'
import { cardExamples } from '../../cards/examples.ts'
import { longAnswers } from '../../cards/session/form-examples.ts'
import { shown } from '../../cards/typed.ts'
import { buttonsOf, inputsOf, markdownOf, partsOf } from './card-parts.ts'
import { CardSubset } from './card-subset.ts'

type Parsed = { parse(card: unknown, context: unknown): void; validateProperties(): { validationEvents: Event[] } }
type Event = { message: string }
type Context = { eventCount: number; getEventAt(index: number): Event }
type Renderer = {
  AdaptiveCard: new () => Parsed
  SerializationContext: new (version: unknown) => Context
  Versions: { v1_5: unknown }
}
const renderer: Renderer = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js')

/** What Microsoft's renderer has to say against a card when it knows version 1.5 and nothing newer. */
function complaintsAbout(card: unknown): string[] {
  const context = new renderer.SerializationContext(renderer.Versions.v1_5)
  const parsed = new renderer.AdaptiveCard()
  parsed.parse(structuredClone(card), context)
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index))
  return [...events, ...parsed.validateProperties().validationEvents].map(({ message }) => message)
}

const people = [
  world.aisha,
  world.tom,
  world.priya,
  world.longName,
  world.hostile,
  world.rightToLeft,
  ...world.thirtyPeople,
]
const names = people.flatMap(({ name }) => [name, shown(name), ...name.split(' ').filter((part) => part.length > 3)])
const typedWords = [
  ...Object.values(world.exampleAnswers),
  ...Object.values(world.examplePrivateAnswers),
  ...Object.values(longAnswers).map((words) => words.slice(0, 20)),
  '**Thursday**',
  'X320799',
  'onerror',
]

describe('every card, with its example values,', () => {
  it('has a name of its own that can be a file name', () => {
    const cards = cardExamples.map(({ name }) => name)
    assert.equal(new Set(cards).size, cards.length)
    assert.ok(cards.length >= 25)
    for (const name of cards) assert.match(name, /^[a-z][a-z-]+$/)
  })

  for (const { name, message } of cardExamples) {
    const { card, summary } = message
    it(`${name}: is a card of version 1.5 that Teams takes and everybody can use`, () => {
      assert.deepEqual(complaintsAbout(card), [])
      assert.deepEqual(CardSubset.safeParse(card).error?.issues, undefined)
      assert.deepEqual(JSON.parse(JSON.stringify(card)), card, 'nothing is lost on the way')
      assert.ok(cardBytes(card) <= cardBudget, `${cardBytes(card)} bytes`)

      const ids = inputsOf(card).map(({ id }) => id)
      assert.equal(new Set(ids).size, ids.length)
      const headings = partsOf(card).filter(({ type, style }) => type === 'TextBlock' && style === 'heading')
      assert.equal(headings.filter(({ size }) => size === 'Large').length, 1)
      assert.ok(buttonsOf(card).filter(({ style }) => style === 'positive').length <= 1)

      for (const { verb, data } of buttonsOf(card)) {
        const said = { ...Object(data), verb }
        assert.deepEqual(CardAction.parse(said), said, 'a verb and ids, nothing else')
      }
    })

    it(`${name}: names nobody in the notification, and nothing typed is read as markdown`, () => {
      assert.ok(summary.length > 5 && summary.length < 80)
      for (const part of names) assert.ok(!summary.includes(part), part)
      const markdown = markdownOf(card).join('\n')
      for (const words of [...names, ...typedWords]) assert.ok(!markdown.includes(words), words)
    })
  }

  it('together show every name and every typed word somewhere, so that the check above means something', () => {
    const all = JSON.stringify(cardExamples)
    const missing = [...people.map(({ name }) => shown(name).slice(0, 20)), ...typedWords].filter(
      (words) => !all.includes(JSON.stringify(words).slice(1, -1)),
    )
    assert.deepEqual(missing, [])
  })

  it('would be refused with an element that is newer than 1.5, a text in warning colour or an input without a label', () => {
    const first = cardExamples[0]?.message.card
    for (const wrong of [
      { type: 'Badge', text: 'New' },
      { type: 'TextBlock', text: 'Late', wrap: true, color: 'Warning' },
      { type: 'Input.Text', id: 'a', errorMessage: 'Too long', maxLength: 5 },
    ]) {
      assert.ok(!CardSubset.safeParse({ ...first, body: [wrong] }).success, wrong.type)
    }
    assert.notDeepEqual(complaintsAbout({ ...first, body: [{ type: 'Badge', text: 'New' }] }), [])
  })
})
