import assert from 'node:assert/strict'
import fc from 'fast-check'
import { hasLink, ownCharacters } from '../../../domain/allocation/own-words.ts'

const draft = 'RoSH: high, 5 November 2026. The case is on the child protection register, which is for a PO.'
const own = 'Aisha knows the family and the school, and has a free afternoon'

describe('A manager’s own reasoning', () => {
  it('is counted in characters, without the stops between sentences', () => {
    assert.equal(ownCharacters(own, draft), own.replace(',', '').length)
    assert.equal(ownCharacters('', draft), 0)
    assert.equal(ownCharacters('… !!! ???', draft), 0)
  })

  for (const copied of [
    'RoSH: high, 5 November 2026.',
    'rosh high 5 november 2026',
    '  The case is on   the child protection register, which is for a PO!  ',
    'RoSH: high, 5 November 2026. The case is on the child protection register, which is for a PO.',
    'which is for a PO',
  ]) {
    it(`is not what the draft says already: ${copied.trim().slice(0, 40)}`, () => {
      assert.equal(ownCharacters(copied, draft), 0)
    })
  }

  it('is not the draft with a word put in, or two of its sentences run together', () => {
    assert.equal(ownCharacters('Indeed the case is on the child protection register, which is for a PO.', draft), 6)
    const together = 'the case is on the child protection register which is for a PO, RoSH: high, 5 November 2026'
    assert.equal(ownCharacters(together, draft), 0)
  })

  it('counts beside a sentence of the draft', () => {
    assert.equal(ownCharacters(`RoSH: high, 5 November 2026. ${own}.`, draft), ownCharacters(own, draft))
  })

  it('is not longer for being said twice', () => {
    assert.equal(ownCharacters(`${own}. ${own}!`, draft), ownCharacters(own, draft))
  })

  it('never counts more than was written, nor anything copied from the draft', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.string({ maxLength: 200 }), (text, other) => {
        assert.ok(ownCharacters(text, other) <= text.normalize('NFKC').toLowerCase().length + text.length)
        assert.equal(ownCharacters(text, text), 0)
      }),
    )
  })
})

describe('A link in an entry', () => {
  for (const text of [
    'see https://example.org/x',
    'SEE HTTP://EXAMPLE',
    'it is on www.example.org',
    'intranet.justice.gov.uk/page has it',
    'example.com',
    'teams://x',
    'evil.example/path',
    '[a](//evil.example)',
    '//intranet/page',
    'mailing ab@justice.gov.uk and example.co.uk',
  ]) {
    it(`is found: ${text}`, () => assert.equal(hasLink(text), true))
  }
  for (const text of [
    'email her at aisha.khan@justice.gov.uk',
    'P.O. has 3.5 days. Next.week is fine',
    'RoSH is high: agreed',
    'seen 12.11.2026, 1.5 hours',
    'ask re. his GP',
    'that was the end.Me again tomorrow',
    'his PO/PSO, and 50/50',
    '',
  ]) {
    it(`is not seen in: ${text || 'nothing'}`, () => assert.equal(hasLink(text), false))
  }
})
