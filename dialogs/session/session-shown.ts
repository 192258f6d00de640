import type { CardMessage } from '../../cards/card.ts'
import { sessionCard } from '../../cards/session/session-card.ts'
import type { SessionView } from '../../cards/session/session-stage.ts'
import { casesIn, casesNamed, withoutCases } from '../../domain/hidden-cases.ts'
import type { Crn, StaffCode } from '../../domain/ids.ts'
import type { Reflection } from '../../domain/reflection.ts'
import { mayReflect, type RecordedSession, type Session, signerOf, tookPart } from '../../domain/supervision.ts'
import type { Pending } from '../pending.ts'
import { sightsOf } from '../shown-to.ts'
import type { Desk, Turn } from '../turn.ts'
import { pairOfSession } from '../two-people.ts'

/**
 * The card of a recorded session for its reader, with the names of its two people and of the entries before and after it. A
 * case that the reader may not see stands nowhere on it.
 */
export async function sessionShown(
  session: RecordedSession,
  viewer: StaffCode,
  desk: Pick<Desk, 'staff' | 'supervisions' | 'cases' | 'policy'>,
  rest: Partial<SessionView> = {},
): Promise<CardMessage> {
  const { corrects, correctedBy } = session
  const [hidden, pair, earlier, newer] = await Promise.all([
    hiddenFrom(session, viewer, desk),
    pairOfSession(session, desk),
    corrects && desk.supervisions.byId(corrects),
    correctedBy && desk.supervisions.byId(correctedBy),
  ])
  return sessionCard({
    session: withoutCases(session, hidden),
    ...(hidden.length > 0 ? { casesHidden: true } : {}),
    ...pair,
    viewer,
    sight: 'full',
    policy: desk.policy,
    ...(earlier ? { replaces: earlier.loggedAt } : {}),
    // They are asked again, and what they said of the earlier entry is there to be kept.
    ...(earlier?.reflection ? { typedReflection: await toBeKept(earlier.reflection, viewer, desk) } : {}),
    ...(newer ? { replacedBy: newer.loggedAt } : {}),
    ...rest,
  })
}

/** An earlier answer to put in the card again: without its line where that names a case that is hidden from whoever would save it. */
async function toBeKept(
  { rating, line }: Reflection,
  viewer: StaffCode,
  desk: Pick<Desk, 'cases'>,
): Promise<Reflection> {
  const hidden = await hiddenAmong(casesIn(line ?? ''), viewer, true, desk)
  return line === undefined || hidden.length > 0 ? { rating } : { rating, line }
}

/** What the card of a session asks its reader that the next message may answer: whether it was reflective. Signing comes first. */
export function askedOn(session: RecordedSession, viewer: StaffCode): { pending?: Pending } {
  const toSign = session.signOff === undefined && signerOf(session) === viewer
  return mayReflect(session, viewer) && !toSign ? { pending: { asks: 'was-reflective', session: session.id } } : {}
}

/** The answers of a session to begin another with: one that names a case hidden from whoever writes is left out whole. */
export async function answersSeen(
  session: Session,
  { person }: Pick<Turn, 'person'>,
  desk: Pick<Desk, 'cases'>,
): Promise<Pick<Session, 'answers'>> {
  const named = casesIn(Object.values(session.answers).join('\n'))
  const hidden = await hiddenAmong(named, person.staffCode, tookPart(session, person.staffCode), desk)
  const seen = Object.entries(session.answers).filter(
    ([, words]) => !casesIn(words).some((crn) => hidden.includes(crn)),
  )
  return { answers: Object.fromEntries(seen) }
}

/** The cases named in a session that its reader may not see. */
export function hiddenFrom(session: RecordedSession, viewer: StaffCode, desk: Pick<Desk, 'cases'>): Promise<Crn[]> {
  return hiddenAmong(casesNamed(session), viewer, tookPart(session, viewer), desk)
}

/**
 * Those of some cases that a person may not see. Where that cannot be found out, only somebody who took part in what they
 * stand in sees them.
 */
export async function hiddenAmong(
  crns: readonly Crn[],
  viewer: StaffCode,
  tookPartInIt: boolean,
  desk: Pick<Desk, 'cases'>,
): Promise<Crn[]> {
  const { restricted, notAnswered } = await sightsOf(crns, viewer, desk)
  return tookPartInIt ? restricted : [...restricted, ...notAnswered]
}
