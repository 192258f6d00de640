import assert from 'node:assert/strict'
import fc from 'fast-check'
import { button } from '../../cards/button.ts'
import { exampleSessionId } from '../../cards/example-world.ts'
import { note } from '../../cards/lines.ts'
import { beginning, shown, typed } from '../../cards/typed.ts'
import { partsOf } from './card-parts.ts'

describe('words that somebody typed', () => {
  it('stay as they are when they are markdown, HTML, a mention or a link', () => {
    for (const words of ['**bold** _x_ [a](https://example.com)', '<b>x</b>', '<at>Everyone</at>', '- one', '# two']) {
      assert.deepEqual(typed(words).inlines, [{ type: 'TextRun', text: words }])
    }
  })

  it('cannot turn the rest of the line around, hide letters or have a date worked out', () => {
    assert.equal(shown('Reilly\u202e moT'), 'Reilly moT')
    assert.equal(shown('Reilly\u0007\u0000'), 'Reilly  ')
    assert.equal(shown('שרה'), '\u2068שרה\u2069')
    assert.equal(shown('שרה\u2069\u202d'), '\u2068שרה\u2069')
    assert.ok(!shown('{{DATE(2026-01-01T00:00:00Z)}}').includes('{{'))
    assert.ok(!shown('{{{{{TIME(x)').includes('{{'))
    assert.ok(shown('half \ud83d').isWellFormed())
  })

  it('are cut between letters, never within one, and not above the limit', () => {
    assert.equal(beginning('short', 10), 'short')
    assert.equal(beginning('one two three four', 14), 'one two three…')
    assert.equal(beginning('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 12), '👩‍👩‍👧‍👦…')
    const texts = fc.string({ unit: 'grapheme', maxLength: 60 })
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 40 }), (text, most) => {
        const cut = beginning(text, most)
        if (text.length <= most) assert.equal(cut, text)
        else assert.ok(cut.length <= most + 1 && cut.endsWith('…') && text.startsWith(cut.slice(0, -1)))
      }),
    )
  })

  it('keep their lines, and say how much is kept when they are shortened', () => {
    const lines = note('Workload', 'one\n\n two \nthree', 4000)
    assert.deepEqual(
      partsOf(lines)
        .filter(({ type }) => type === 'TextRun')
        .map(({ text }) => text),
      ['one', 'two', 'three'],
    )
    assert.match(JSON.stringify(note('Workload', 'word '.repeat(400), 100)), /All 2,000 characters are kept/)
    assert.ok(note('Workload', 'a\n'.repeat(2000), 4000).length <= 14)
  })

  it('may be a button, whose title is never too long for a card', () => {
    const action = button('N'.repeat(200), { verb: 'session.show', session: exampleSessionId(1) })
    assert.ok((action.title ?? '').length <= 61)
    assert.deepEqual(action.data, { session: exampleSessionId(1) })
  })
})
