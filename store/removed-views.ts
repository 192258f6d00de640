import { sql } from 'kysely'
import type { Database } from './database.ts'

const listingsAtOnce = 200

/** The numbers of removed entries, as the entry that removes them lists them. */
export function asListing(sequences: readonly number[]): string {
  return `,${sequences.join(',')},`
}

function sequencesIn(listing: string | null): number[] {
  return (listing ?? '').split(',').filter(Boolean).map(Number).filter(Number.isSafeInteger)
}

/**
 * Which entries of the audit trail were lawfully removed: those that a later entry of the chain lists. One bit for each
 * entry there ever was, so that a trail of many years fits in memory.
 */
export function removedViews({ kysely }: Database) {
  let bits = new Uint8Array(1024)
  let readTo = 0
  const has = (sequence: number) => ((bits[sequence >> 3] ?? 0) & (1 << (sequence & 7))) !== 0
  const add = (sequence: number) => {
    const place = sequence >> 3
    if (place >= bits.length) {
      const wider = new Uint8Array(Math.max(place + 1, 2 * bits.length))
      wider.set(bits)
      bits = wider
    }
    bits[place] = (bits[place] ?? 0) | (1 << (sequence & 7))
  }
  return {
    has,
    /** Whether every entry of a gap was lawfully removed, both ends included. */
    hasAll(from: number, to: number): boolean {
      for (let sequence = from; sequence <= to; sequence += 1) if (!has(sequence)) return false
      return true
    },
    /** Takes in what has been listed since it was read last. */
    async readOn(): Promise<void> {
      for (;;) {
        const rows = await kysely
          .selectFrom('audit_entry')
          .select(['sequence', 'detail'])
          .where('event', '=', sql.lit('retention.views-removed'))
          .where('sequence', '>', readTo)
          .orderBy('sequence')
          .limit(listingsAtOnce)
          .execute()
        for (const { sequence, detail } of rows) {
          // An entry can only list what came before it.
          for (const removed of sequencesIn(detail)) if (removed > 0 && removed < sequence) add(removed)
          readTo = sequence
        }
        if (rows.length < listingsAtOnce) return
      }
    },
  }
}
