import { Temporal } from 'temporal-polyfill'
import type { AuditNote } from './audit.ts'
import type { CaseView } from './case-view.ts'
import type { Crn, StaffCode } from './ids.ts'
import { counts, type RecordedSession, stands } from './supervision.ts'

/** A case that a practitioner put forward for their own SAQUA. Another nomination takes its place; none is changed. */
export type Nomination = { practitioner: StaffCode; crn: Crn; nominatedAt: Temporal.Instant }

/** Nominations as they are kept. */
export type Nominations = {
  /** Every nomination of a person, newest first. */
  of(practitioner: StaffCode): Promise<Nomination[]>
  /**
   * Keeps a nomination with its audit note. `known` is how many of that person it was made with in view; when there are
   * more by now it is a `conflict` and nothing is kept.
   */
  keep(nomination: Nomination, known: number, note: AuditNote): Promise<'kept' | 'conflict'>
}

/** Why a case cannot be nominated. */
export type NotNominated = 'restricted' | 'not-held' | 'ended' | 'not-answered'

/**
 * Why somebody cannot nominate a case, as they see it themself; undefined when they can. It has to be on their own
 * caseload now. A case of somebody else and a number that is no case are the same answer: it says nothing of others.
 */
export function whyNotNominated(view: CaseView, practitioner: StaffCode): NotNominated | undefined {
  switch (view.sight) {
    case 'restricted':
      return 'restricted'
    case 'unknown':
      return view.why === 'no-such-case' ? 'not-held' : 'not-answered'
    case 'open':
      if (view.heldBy === undefined || view.ended === undefined) return 'not-answered'
      if (view.heldBy !== practitioner) return 'not-held'
      return view.ended ? 'ended' : undefined
  }
}

/** The nomination that stands: the newest one, until a SAQUA that counts has been recorded after it. */
export function standingNomination(
  nominations: readonly Nomination[],
  sessions: readonly RecordedSession[],
): Nomination | undefined {
  const [newest] = nominations
  if (newest === undefined) return undefined
  const used = sessions.some(
    (session) =>
      session.practitioner === newest.practitioner &&
      session.kinds.includes('saqua') &&
      Temporal.Instant.compare(session.loggedAt, newest.nominatedAt) >= 0 &&
      stands(session) &&
      counts(session),
  )
  return used ? undefined : newest
}
