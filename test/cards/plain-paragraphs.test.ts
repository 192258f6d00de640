import assert from 'node:assert/strict'
import { plainParagraphs } from '../../cards/plain-paragraphs.ts'

describe('Anybody’s words as a message of its own', () => {
  it('are as they were written, a paragraph for each line', () => {
    const text = 'Decision: allocated.\r\nRoSH < high, 104.5% (98% “before”) & [own words] – café'
    assert.equal(
      plainParagraphs(text),
      'Decision: allocated.\n\nRoSH < high, 104.5% (98% “before”) & [own words] – café',
    )
  })

  for (const [what, text] of [
    ['a link', 'see [this](https://evil.example)'],
    ['a picture', '![x](https://evil.example/x.png)'],
    ['a link by reference', '[this][1]'],
    ['a mention', '<at>Priya Nair</at> hello'],
    ['HTML', '<b>bold</b><img src=x><!-- x -->'],
    ['a date that a client works out', '{{DATE(2026-01-01T00:00:00Z,SHORT)}}'],
    ['a line turned around', 'abc\u202egnp.exe\u202c \u2066x\u2069'],
    ['control characters', 'a\u0000b\u001b[31mc\td'],
  ] as const) {
    it(`do nothing where they look like ${what}`, () => {
      const shown = plainParagraphs(text)
      assert.doesNotMatch(shown, /\]\(|\]\[|<[/!\p{L}]|\{\{|[\u202a-\u202e\u2066-\u2069]|(?!\n)\p{Cc}/u)
      const letters = (words: string) => words.replace(/[^\p{L}\p{N}]/gu, '')
      assert.equal(letters(shown), letters(text))
    })
  }
})
