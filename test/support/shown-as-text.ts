import assert from 'node:assert/strict'
import type { Card } from '../../cards/card.ts'

/** That a text stands on a card only where Teams shows it letter by letter, and never in a block that reads markdown. */
export function assertShownAsText(card: Card | undefined, text: string): void {
  const types: string[] = []
  const look = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) look(item)
    if (typeof value !== 'object' || value === null) return
    if (Object.values(value).some((part) => typeof part === 'string' && part.includes(text)))
      types.push('type' in value ? String(value.type) : 'none')
    Object.values(value).forEach(look)
  }
  look(card)
  assert.ok(types.length > 0, `The card does not show “${text}” at all.`)
  assert.deepEqual(
    types.filter((type) => type !== 'TextRun' && !type.startsWith('Input.')),
    [],
  )
}
