import type { Reflection, ReflectiveRating } from '../../domain/reflection.ts'

const it = '(?:(?:it|this|that|the session) )?'
const was = '(?:(?:it|this|that|the session) was |was )?'
const ratings: readonly [ReflectiveRating, string][] = [
  ['partly', `${was}(?:only |just )?(?:partly|partially|somewhat|in part|a bit|a little|half)(?: reflective)?`],
  [
    'no',
    `(?:${it}(?:was not|wasn't|was hardly) |${was}(?:not|hardly) )(?:really |very |at all )?reflective(?: at all)?`,
  ],
  ['yes', `${was}(?:very |really |fully |properly |truly |definitely )?reflective`],
]
const bare: readonly [ReflectiveRating, string][] = [
  ['no', `no|nope|not really|not at all|(?:no,? )?it (?:was not|wasn't)`],
  ['yes', 'yes|yep|yeah|y|fully|definitely|very|(?:yes,? )?it was'],
]
const line = "(?![\\p{L}'])(?:\\s*[:;,.(–-]+\\s*|\\s+(?:because|as|since|but)\\s+|$)([\\s\\S]*)$"

const patterns = (forms: readonly [ReflectiveRating, string][]) =>
  forms.map(([rating, form]) => ({ rating, says: new RegExp(`^(?:${form})${line}`, 'iu') }))
const inFull = patterns(ratings)
const answering = [...inFull, ...patterns(bare)]

/**
 * Whether somebody says that a session was reflective, with a line of their own: "partly reflective: mostly about targets".
 * Bare words such as "yes" count only where that was just asked.
 */
export function reflectionWords(text: string, asked: boolean): Reflection | undefined {
  const said = text
    .trim()
    .replace(/[’‘]/g, "'")
    .replace(/^(?:and|i think|i'd say|i would say)\s+/i, '')
  for (const { rating, says } of asked ? answering : inFull) {
    const match = says.exec(said)
    if (match === null) continue
    const words = (match[1] ?? '').replace(/^(?:because|as|since)\s+/i, '').trim()
    return words === '' ? { rating } : { rating, line: words }
  }
  return undefined
}
