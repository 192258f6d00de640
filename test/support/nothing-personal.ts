import assert from 'node:assert/strict'
import type { Person } from '../../domain/staff.ts'

/** Shorter texts may stand in a log for other reasons: "help", "45". */
const tellingLength = 8

/**
 * That a log has no name, address or Entra id of anybody, no case reference number, and nothing of what people typed.
 * A failure names what was found.
 */
export function assertNothingPersonal(log: string, people: readonly Person[], typed: Iterable<string>): void {
  const text = log.toLowerCase()
  const forbidden = new Set<string>()
  for (const { name, email, entraObjectId } of people) {
    for (const words of [name, ...name.split(' ').filter((part) => part.length > 3), email, entraObjectId]) {
      if (words !== undefined) forbidden.add(words)
    }
  }
  for (const words of typed) {
    // A long text may be quoted in part.
    for (const part of [words, ...words.split(/[\n.;:]/)]) {
      if (part.trim().length >= tellingLength) forbidden.add(part.trim().slice(0, 60))
    }
  }
  const found = [...forbidden].filter(
    (words) => text.includes(words.toLowerCase()) || text.includes(JSON.stringify(words).slice(1, -1).toLowerCase()),
  )
  assert.deepEqual(found, [], 'The log has something that people typed or are called.')
  assert.doesNotMatch(log, /\b[A-Z]\d{6}\b/, 'The log has a case reference number.')
}

/** Every text somewhere in a value: what a person typed or pressed, as it was sent. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
