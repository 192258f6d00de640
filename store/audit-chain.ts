import { createHash } from 'node:crypto'
import type { Tables } from './tables.ts'

export type AuditEntry = Tables['audit_entry']

/** What stands as the hash of the entry before the first. */
export const beforeTheFirst = '0'.repeat(64)

/**
 * The hash of an entry: SHA-256, in hexadecimal, of its columns as a JSON list in this order, the hash of the entry
 * before it among them. Nothing else of an entry exists, so nothing of it can change unnoticed.
 */
export function hashOf(entry: Omit<AuditEntry, 'hash'>): string {
  const { sequence, previous, at, event, actor, subject, thing, detail } = entry
  const canonical = JSON.stringify([sequence, previous, at, event, actor, subject, thing, detail])
  return createHash('sha256').update(canonical, 'utf8').digest('hex')
}

/**
 * What is wrong with an entry that follows the one given (or nothing, for the first), or undefined when it is as it was
 * written. `sequence` is the number of the entry that is broken: the one that should be there, when it is missing.
 */
export function breakAt(
  entry: AuditEntry,
  last: { sequence: number; hash: string },
): { sequence: number; reason: string } | undefined {
  const due = last.sequence + 1
  if (entry.sequence > due) return { sequence: due, reason: 'it is missing' }
  if (entry.sequence < due) return { sequence: entry.sequence, reason: 'it is there without belonging to the chain' }
  if (entry.hash !== hashOf(entry)) return { sequence: due, reason: 'it was changed after it was written' }
  if (entry.previous !== last.hash) return { sequence: due, reason: 'it does not follow the entry before it' }
  return undefined
}
