import type { Temporal } from 'temporal-polyfill'
import type { Crn, SessionId, StaffCode } from './ids.ts'
import type { Reflection } from './reflection.ts'
import type { KindId } from './supervision-kind.ts'

/** A supervision session as it was written down. It is never edited: a correction is a new session that points at it. */
export type Session = {
  id: SessionId
  /** The person supervised. */
  practitioner: StaffCode
  /** The person who held the session: line manager or quality officer. */
  supervisor: StaffCode
  /** Whichever of the two wrote it down; by that they have signed it. */
  loggedBy: StaffCode
  kinds: readonly KindId[]
  /** The day it was held, local. */
  heldOn: Temporal.PlainDate
  minutes: number
  /** Cases discussed. */
  crns: readonly Crn[]
  /** What was written, by question id, without the private answers. */
  answers: Readonly<Record<string, string>>
  /** Answers that only the two people of the session may read, by question id. */
  privateAnswers: Readonly<Record<string, string>>
  loggedAt: Temporal.Instant
  /** The session this one corrects. */
  corrects?: SessionId
  /** Whether the practitioner found a reflective session reflective, whenever they said so. */
  reflection?: Reflection
}

/** What the person who did not log a session says of it. */
export type SignOffOutcome = 'agreed' | 'agreed-with-comment' | 'change-asked'

export type SignOff = {
  session: SessionId
  by: StaffCode
  outcome: SignOffOutcome
  /** The comment, or what should be changed. */
  words?: string
  signedAt: Temporal.Instant
  /** What the practitioner said beside it, where they are the one who signs. */
  reflection?: Reflection
}

/** The end of a session that was logged by mistake: a new entry that points at it. */
export type Withdrawal = {
  session: SessionId
  by: StaffCode
  at: Temporal.Instant
  reason?: string
}

/** A session with what has become of it since. */
export type RecordedSession = Session & {
  signOff?: SignOff
  /** The session that took its place. */
  correctedBy?: SessionId
  withdrawn?: Omit<Withdrawal, 'session'>
  /** Brought in from earlier records: nobody signed it here, and nobody is asked to. It counts. */
  imported?: true
}

/** Where a session stands between its two people. */
export type Standing = 'waiting' | SignOffOutcome | 'corrected' | 'withdrawn' | 'imported'

/** Where a recorded session stands. A corrected or withdrawn one stays readable, and does not count. */
export function standingOf(session: RecordedSession): Standing {
  if (session.withdrawn !== undefined) return 'withdrawn'
  if (session.correctedBy !== undefined) return 'corrected'
  return session.signOff?.outcome ?? (session.imported ? 'imported' : 'waiting')
}

/** Whether a session still stands: neither a correction nor a withdrawal has ended it. */
export function stands(session: Pick<RecordedSession, 'correctedBy' | 'withdrawn'>): boolean {
  return session.correctedBy === undefined && session.withdrawn === undefined
}

/** The person who has to sign: the one of the two who did not write it down. */
export function signerOf(session: Pick<Session, 'practitioner' | 'supervisor' | 'loggedBy'>): StaffCode {
  return session.loggedBy === session.practitioner ? session.supervisor : session.practitioner
}

/**
 * Whether a session counts towards what is due. One logged by the manager or a quality officer counts at once; one
 * logged by the practitioner counts when the manager has agreed. A corrected or withdrawn session never counts.
 */
export function counts(
  session: Pick<RecordedSession, 'practitioner' | 'loggedBy' | 'imported' | 'correctedBy' | 'withdrawn'> & {
    signOff?: Pick<SignOff, 'outcome'>
  },
): boolean {
  if (!stands(session)) return false
  if (session.imported || session.loggedBy !== session.practitioner) return true
  return session.signOff !== undefined && session.signOff.outcome !== 'change-asked'
}

/** Whether a person is one of the two people of a session. */
export function tookPart(session: Pick<Session, 'practitioner' | 'supervisor'>, person: StaffCode): boolean {
  return session.practitioner === person || session.supervisor === person
}

/**
 * Whether somebody is still to say whether a session was reflective: the person supervised in it, once. While a change is
 * asked for they are not; they are asked about the correction.
 */
export function mayReflect(session: RecordedSession, person: StaffCode): boolean {
  return (
    session.practitioner === person &&
    session.kinds.includes('reflective') &&
    session.reflection === undefined &&
    session.imported !== true &&
    session.signOff?.outcome !== 'change-asked' &&
    stands(session)
  )
}
