import type { CardMessage } from '../cards/card.ts'
import { sessionCard } from '../cards/session-card.ts'
import type { SessionView } from '../cards/session-stage.ts'
import { casesNamed, withoutCases } from '../domain/hidden-cases.ts'
import type { Crn, StaffCode } from '../domain/ids.ts'
import { mayReflect, type RecordedSession, signerOf, tookPart } from '../domain/supervision.ts'
import type { Pending } from './pending.ts'
import type { Desk } from './turn.ts'
import { pairOfSession } from './two-people.ts'

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
    ...(earlier?.reflection ? { typedReflection: earlier.reflection } : {}),
    ...(newer ? { replacedBy: newer.loggedAt } : {}),
    ...rest,
  })
}

/** What the card of a session asks its reader that the next message may answer: whether it was reflective. Signing comes first. */
export function askedOn(session: RecordedSession, viewer: StaffCode): { pending?: Pending } {
  const toSign = session.signOff === undefined && signerOf(session) === viewer
  return mayReflect(session, viewer) && !toSign ? { pending: { asks: 'was-reflective', session: session.id } } : {}
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
  if (crns.length === 0) return []
  const views = await desk.cases.views(crns, { staffCode: viewer })
  return crns.filter((_, index) => {
    const view = views[index]
    if (view === undefined || (view.sight === 'unknown' && view.why === 'not-answered')) return !tookPartInIt
    return view.sight === 'restricted'
  })
}
