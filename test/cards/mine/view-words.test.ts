import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { viewInWords } from '../../../cards/mine/view-words.ts'

/** What dialogs write down when somebody looks at a record that is not theirs. */
function detailsInDialogs(): string[] {
  const files = readdirSync('dialogs', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  return files.flatMap((name) =>
    [...readFileSync(join('dialogs', name), 'utf8').matchAll(/'record\.viewed',[^)]*detail: '([a-z-]+)'/g)].map(
      ([, detail]) => detail ?? '',
    ),
  )
}

describe('What somebody looked at', () => {
  it('is told to the person it is about in words of its own, whatever it was', () => {
    const details = new Set([...detailsInDialogs(), 'full', 'dates'])
    assert.ok(details.size > 5)
    assert.deepEqual(
      [...details].filter((detail) => viewInWords(detail) === 'your record'),
      [],
    )
  })

  it('is a session or a booking where nothing else is said, and the record where the word is not known', () => {
    assert.equal(viewInWords(undefined), 'one of your sessions or bookings')
    assert.equal(viewInWords('something-of-earlier'), 'your record')
  })
})
