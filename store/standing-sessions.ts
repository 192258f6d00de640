import type { Kysely } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { StaffCode } from '../domain/ids.ts'
import { counts } from '../domain/supervision.ts'
import type { Tables } from './tables.ts'

/**
 * The sessions of some people held in the days given, both included, that were neither corrected nor withdrawn: one row for each
 * of their kinds. What it reads is all in indexes.
 */
export function standingSessions(
  kysely: Kysely<Tables>,
  practitioners: readonly StaffCode[],
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
) {
  return kysely
    .selectFrom('session')
    .innerJoin('session_kind', 'session_kind.session', 'session.id')
    .leftJoin('sign_off', 'sign_off.session', 'session.id')
    .leftJoin('amendment', 'amendment.old_session', 'session.id')
    .select(['session.id', 'session.practitioner', 'session.held_on', 'session.logged_by', 'session.origin'])
    .select(['session_kind.kind', 'sign_off.outcome'])
    .where('session.practitioner', 'in', practitioners)
    .where('session.held_on', '>=', from.toString())
    .where('session.held_on', '<=', to.toString())
    .where('amendment.old_session', 'is', null)
}

type Row = Pick<Tables['session'], 'practitioner' | 'logged_by' | 'origin'> & {
  outcome: Tables['sign_off']['outcome'] | null
}

/** Whether the session of a row counts towards what is due. */
export function isCounted({ practitioner, logged_by, origin, outcome }: Row): boolean {
  return counts({
    practitioner,
    loggedBy: logged_by,
    ...(origin === 'import' ? { imported: true } : {}),
    ...(outcome === null ? {} : { signOff: { outcome } }),
  })
}
