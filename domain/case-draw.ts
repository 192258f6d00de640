import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Cover } from './absence.ts'
import type { AuditNote } from './audit.ts'
import type { CaseView } from './case-view.ts'
import type { Crn, DrawId, StaffCode } from './ids.ts'
import { manages } from './rights.ts'
import { isInPost, type Person } from './staff.ts'
import { counts, type RecordedSession, stands } from './supervision.ts'
import { type KindId, kindOf, type SupervisionPolicy } from './supervision-kind.ts'

/** The kinds of supervision that look at a case drawn at random. */
export const DrawKind = z.enum(['rcat', 'observation'])
export type DrawKind = z.infer<typeof DrawKind>

/**
 * Why a case is not in a draw, the reason that counts first where several hold. Limited-access cases have a reason of
 * their own that is never counted: a count by name would say that somebody has one.
 */
export const leftOutReasons = [
  'ended',
  'in-custody',
  'suspended',
  'allocated-lately',
  'drawn-lately',
  'facts-missing',
] as const
export type LeftOutReason = (typeof leftOutReasons)[number]

/** A case that was drawn, with all that shows that the draw was fair. It is never changed. */
export type CaseDraw = {
  id: DrawId
  practitioner: StaffCode
  kind: DrawKind
  drawnBy: StaffCode
  drawnAt: Temporal.Instant
  crn: Crn
  /** From a source that nobody in the conversation controls. */
  seed: string
  /** What could be drawn, in alphabetical order. */
  eligible: readonly Crn[]
  /** How many cases were left out for each reason. */
  leftOut: Readonly<Partial<Record<LeftOutReason, number>>>
  /** Some were left out because it could not be found out whether access to them is limited. */
  accessUnchecked: boolean
  /** The draw that this one takes the place of, and why. */
  instead?: { of: DrawId; because: string }
}

/** Draws as they are kept. */
export type CaseDraws = {
  byId(id: DrawId): Promise<CaseDraw | undefined>
  /** Every draw made for a person, newest first. */
  of(practitioner: StaffCode): Promise<CaseDraw[]>
  /** The last draws somebody made, newest first, twenty at most. */
  madeBy(person: StaffCode): Promise<CaseDraw[]>
  /**
   * Keeps a draw with its audit note. `known` is how many draws for that person it was made with in view; when there are
   * more by now it is a `conflict` and nothing is kept.
   */
  keep(draw: CaseDraw, known: number, note: AuditNote): Promise<'kept' | 'conflict'>
}

/** SHA-256 of a text in UTF-8, as lower-case hexadecimal. */
export type Sha256 = (text: string) => string

const daysHeld = 28
const monthsBetweenDraws = 12

/** What a draw is made from. */
export type Candidates = Pick<CaseDraw, 'eligible' | 'leftOut' | 'accessUnchecked'>

/**
 * Which cases of a caseload can be drawn on a day, and how many cannot, by reason. `drawn` are all draws for the
 * practitioner, of whatever kind. The order of the caseload does not matter; a case that stands in it twice counts once,
 * and what is against either entry is against the case.
 */
export function candidatesIn(
  caseload: readonly CaseView[],
  drawn: readonly Pick<CaseDraw, 'crn' | 'drawnAt'>[],
  today: Temporal.PlainDate,
): Candidates {
  const byCrn = new Map<Crn, LeftOutReason | undefined>()
  let accessUnchecked = false
  for (const view of caseload) {
    const reason = whyNotDrawn(view, drawn, today)
    if (reason === 'access-unchecked') accessUnchecked = true
    if (reason === 'access-unchecked' || reason === 'limited-access' || view.sight !== 'open') continue
    byCrn.set(view.crn, byCrn.has(view.crn) ? stronger(byCrn.get(view.crn), reason) : reason)
  }
  const leftOut: Partial<Record<LeftOutReason, number>> = {}
  for (const reason of leftOutReasons) {
    const count = [...byCrn.values()].filter((found) => found === reason).length
    if (count > 0) leftOut[reason] = count
  }
  const eligible = [...byCrn].flatMap(([crn, reason]) => (reason === undefined ? [crn] : [])).sort()
  return { eligible, leftOut, accessUnchecked }
}

/** Why a case cannot be drawn on a day; undefined when it can. A fact that is not known speaks against it. */
export function whyNotDrawn(
  view: CaseView,
  drawn: readonly Pick<CaseDraw, 'crn' | 'drawnAt'>[],
  today: Temporal.PlainDate,
): LeftOutReason | 'limited-access' | 'access-unchecked' | undefined {
  switch (view.sight) {
    case 'restricted':
      return 'limited-access'
    case 'unknown':
      return 'access-unchecked'
    case 'open': {
      if (view.limitedAccess) return 'limited-access'
      if (view.ended) return 'ended'
      if (view.inCustody || view.recalled) return 'in-custody'
      if (view.contactSuspended) return 'suspended'
      if (view.allocatedOn !== undefined && !isHeldLongEnough(view.allocatedOn, today)) return 'allocated-lately'
      if (drawn.some((draw) => draw.crn === view.crn && isLately(draw, today))) return 'drawn-lately'
      const facts = [view.allocatedOn, view.ended, view.inCustody, view.recalled, view.contactSuspended]
      return facts.includes(undefined) ? 'facts-missing' : undefined
    }
  }
}

function isHeldLongEnough(allocatedOn: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(allocatedOn.add({ days: daysHeld }), today) <= 0
}

/** The day twelve months after a draw is still within the twelve months. */
function isLately(draw: Pick<CaseDraw, 'drawnAt'>, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(today, dayOf(draw).add({ months: monthsBetweenDraws })) <= 0
}

function stronger(one: LeftOutReason | undefined, other: LeftOutReason | undefined): LeftOutReason | undefined {
  return leftOutReasons.find((reason) => reason === one || reason === other)
}

/** The day a draw was made, in London. */
export function dayOf({ drawnAt }: Pick<CaseDraw, 'drawnAt'>): Temporal.PlainDate {
  return drawnAt.toZonedDateTimeISO('Europe/London').toPlainDate()
}

/**
 * The case that a seed draws; undefined when there is none to draw from. The seed, a colon and the CRN are put together
 * for each case, and the case whose SHA-256 is the lowest in alphabetical order is drawn. So each case has the same
 * chance, the order they come in does not matter, and anybody with the seed and the list gets the same case.
 */
export function drawnFrom(eligible: readonly Crn[], seed: string, sha256: Sha256): Crn | undefined {
  const sums = eligible.map((crn) => ({ crn, sum: sha256(`${seed}:${crn}`) }))
  return sums.sort((a, b) => (a.sum < b.sum ? -1 : 1))[0]?.crn
}

/**
 * The draw that stands for a person and a kind: the newest one made since `windowFrom`, until a session of that kind
 * about that case has been recorded after it. While one stands nobody draws again for the same thing, save once and with
 * a reason, so that nobody can draw until they like the case.
 */
export function standingDraw(
  draws: readonly CaseDraw[],
  kind: DrawKind,
  windowFrom: Temporal.PlainDate,
  sessions: readonly RecordedSession[],
): CaseDraw | undefined {
  const newest = draws
    .filter((draw) => draw.kind === kind && Temporal.PlainDate.compare(dayOf(draw), windowFrom) >= 0)
    .sort((a, b) => Temporal.Instant.compare(b.drawnAt, a.drawnAt))[0]
  return newest === undefined || isUsed(newest, sessions) ? undefined : newest
}

function isUsed(draw: CaseDraw, sessions: readonly RecordedSession[]): boolean {
  return sessions.some(
    (session) =>
      session.practitioner === draw.practitioner &&
      session.kinds.includes(draw.kind) &&
      session.crns.includes(draw.crn) &&
      Temporal.Instant.compare(session.loggedAt, draw.drawnAt) >= 0 &&
      stands(session) &&
      counts(session),
  )
}

/**
 * Whether somebody may prepare a session of a kind that looks at a case of this person: draw the case, or see the one
 * put forward. It is their line manager or who covers for them, and the quality officer of their PDU, as far as the policy
 * lets them log that kind. Both must be in post.
 */
export function mayPrepare(
  viewer: Person,
  subject: Person,
  kind: KindId,
  { policy, today, covers }: { policy: SupervisionPolicy; today: Temporal.PlainDate; covers: readonly Cover[] },
): boolean {
  const { grades, loggedBy } = kindOf(policy, kind)
  const day = today.toString()
  if (!isInPost(viewer, day) || !isInPost(subject, day) || viewer.staffCode === subject.staffCode) return false
  if (viewer.grade === 'ADMIN' || !grades.includes(subject.grade)) return false
  if (loggedBy.includes('manager') && manages(viewer, subject, covers)) return true
  const samePdu = viewer.pduCode !== undefined && viewer.pduCode === subject.pduCode
  return loggedBy.includes('qdo') && viewer.grade === 'QDO' && samePdu
}
