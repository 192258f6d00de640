import assert from 'node:assert/strict'
import { define, glossary } from '../../../dialogs/understand/glossary.ts'

const rows: [asked: string, term: string | undefined][] = [
  ['RCAT', 'RCAT'],
  ['saqa', 'SAQUA'],
  ['mappa', 'MAPPA'],
  ['MAPA', 'MAPPA'],
  ['the LAO', 'LAO'],
  ['SPOs', 'SPO'],
  ['risk of serious harm', 'RoSH'],
  ['risk of serious harn', 'RoSH'],
  ['Limited Access Offender', 'LAO'],
  ['oasis', 'OASys'],
  ['delius', 'nDelius'],
  ['PSO', 'PSO'],
  ['xyz', undefined],
  ['', undefined],
]

describe('The glossary', () => {
  for (const [asked, term] of rows)
    it(`has ${term ?? 'nothing'} for “${asked}”`, () => assert.equal(define(asked)?.term, term))

  it('finds every entry by its term and by its name', () => {
    for (const entry of glossary) {
      assert.equal(define(entry.term), entry)
      if (entry.name !== undefined) assert.equal(define(entry.name.toUpperCase())?.name, entry.name)
    }
  })

  it('explains each in one to three plain sentences, without an exclamation mark', () => {
    for (const { term, means } of glossary) {
      assert.match(means, /^[A-Z][^!]{20,250}\.$/, term)
      assert.ok(means.split(/[.?] /).length <= 3, term)
    }
  })

  it('does not invent what RCAT and SAQUA stand for', () => {
    for (const term of ['RCAT', 'SAQUA']) assert.equal(define(term)?.name, undefined)
  })
})
