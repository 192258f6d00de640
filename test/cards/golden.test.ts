import assert from 'node:assert/strict'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cardInWords } from '../../cards/card-in-words.ts'
import { cardExamples } from '../../cards/examples.ts'

/** Each example in words, as it was last looked over. `UPDATE_GOLDEN=1` writes them anew. */
const folder = new URL('../golden/cards/', import.meta.url)
const update = process.env.UPDATE_GOLDEN === '1'

describe('the words of every card', () => {
  for (const { name, message } of cardExamples) {
    it(`${name}: read as they were last looked over`, () => {
      const words = `${message.summary}\n\n${cardInWords(message.card)}\n`
      const file = new URL(`${name}.txt`, folder)
      if (update) writeFileSync(file, words)
      assert.equal(words, readFileSync(file, 'utf8'))
    })
  }

  it('are kept for the examples that exist and no others', () => {
    const examples = cardExamples.map(({ name }) => `${name}.txt`).sort()
    const kept = readdirSync(folder).sort()
    if (update) for (const file of kept) if (!examples.includes(file)) rmSync(new URL(file, folder))
    assert.deepEqual(readdirSync(folder).sort(), examples)
  })
})
