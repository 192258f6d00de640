import { Temporal } from 'temporal-polyfill'
import type { Absence, Cover } from '../domain/absence.ts'
import type { Kept } from '../domain/who-is-away.ts'
import type { Tables } from './tables.ts'

type Written = Pick<Tables['absence'], 'recorded_by' | 'recorded_at' | 'ended_by' | 'ended_at'>

function writtenOf({ recorded_by, recorded_at, ended_by, ended_at }: Written) {
  const ended =
    ended_by === null || ended_at === null ? {} : { ended: { by: ended_by, at: Temporal.Instant.from(ended_at) } }
  return { recordedBy: recorded_by, recordedAt: Temporal.Instant.from(recorded_at), ...ended }
}

/** An absence from its row. */
export function absenceOf(row: Tables['absence']): Kept<Absence> {
  return {
    id: row.id,
    person: row.person,
    from: Temporal.PlainDate.from(row.from_day),
    ...(row.to_day === null ? {} : { to: Temporal.PlainDate.from(row.to_day) }),
    reason: row.reason,
    ...writtenOf(row),
  }
}

/** A cover from its row. */
export function coverOf(row: Tables['cover']): Kept<Cover> {
  return {
    id: row.id,
    manager: row.manager,
    by: row.by_code,
    from: Temporal.PlainDate.from(row.from_day),
    to: Temporal.PlainDate.from(row.to_day),
    ...writtenOf(row),
  }
}
