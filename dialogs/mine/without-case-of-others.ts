import { z } from 'zod'
import { aboutOneself } from '../../domain/allocation/about-oneself.ts'
import { wasGiven } from '../../domain/allocation/allocation.ts'
import { Check } from '../../domain/allocation/check.ts'
import type { KeptRecord, RecordSort } from '../../domain/kept-about.ts'

type Kept = Readonly<Record<RecordSort, readonly KeptRecord[]>>

const Checks = z.array(Check)
/** What a decision says of the case. */
const ofCase = ['outcome', 'override', 'reasoning', 'entry', 'event_number']

/**
 * A record about a person as they read it: where a case did not come to them, without what was said of the case in weighing
 * them for it or in a decision that came to nothing. That is for whoever holds the case; the checks about themself stay.
 */
export function withoutCaseOfOthers(kept: Kept): (sort: RecordSort, record: KeptRecord) => KeptRecord {
  const theirs = new Set(kept.allocations.filter(isGiven).map(({ crn }) => crn))
  return (sort, record) => {
    if (sort === 'allocations' && !isGiven(record)) return without(record, ofCase)
    if (sort !== 'weighings' || theirs.has(record.crn)) return record
    const { allocation_weighing: weighings } = record
    if (!Array.isArray(weighings)) return record
    return { ...record, allocation_weighing: weighings.map(ofThemself) }
  }
}

function isGiven({ submission }: KeptRecord): boolean {
  return wasGiven({ submission: submission as Parameters<typeof wasGiven>[0]['submission'] })
}

/** The verdict goes too: it may rest on the case alone. */
function ofThemself(weighing: KeptRecord): KeptRecord {
  const { checks } = weighing
  const opened = Checks.parse(typeof checks === 'string' ? JSON.parse(checks) : checks)
  return { ...without(weighing, ['outcome']), checks: aboutOneself(opened) }
}

function without(record: KeptRecord, names: readonly string[]): KeptRecord {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)))
}
