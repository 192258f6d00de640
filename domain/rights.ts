import type { Cover } from './absence.ts'
import { isInPost, type Person } from './staff.ts'
import type { RecordedSession } from './supervision.ts'
import { type KindId, kindOf, type LoggerPart, questionsOf, type SupervisionPolicy } from './supervision-kind.ts'

/**
 * Who may do what, decided on the server for every message and every press. Nothing a card or a sentence claims
 * counts here: only the staff list does. Whatever is not allowed below is refused.
 */

/** The two people of a session: the one supervised, and the one who held it. */
export type SessionPair = { practitioner: Person; supervisor: Person; part: LoggerPart }

/** The grades that line-manage, and so the only ones that may stand in for a line manager. */
const managingGrades: readonly Person['grade'][] = ['SPO', 'HoPDU']

/** Whether somebody is of a grade that line-manages. */
export function isOfManagingGrade({ grade }: Pick<Person, 'grade'>): boolean {
  return managingGrades.includes(grade)
}

/**
 * Whether somebody acts as the line manager of a person: they are, or they cover for whoever is. `covers` are the covers
 * in force on the day; one by somebody whose grade may no longer stand in gives nothing. Nobody is their own line
 * manager, also not while they cover for the person who is.
 */
export function manages(
  viewer: Pick<Person, 'staffCode' | 'grade'>,
  subject: Pick<Person, 'staffCode' | 'managerStaffCode'>,
  covers: readonly Cover[],
): boolean {
  const manager = subject.managerStaffCode
  if (manager === undefined || viewer.staffCode === subject.staffCode) return false
  if (manager === viewer.staffCode) return true
  if (!isOfManagingGrade(viewer)) return false
  return covers.some((cover) => cover.manager === manager && cover.by === viewer.staffCode)
}

/**
 * The parts two people would have in a session that `logger` writes down about a meeting with `other`, or undefined when
 * they may not have one together. A line manager, or who covers for them, logs for the people they manage; anybody
 * supervised logs their own with their line manager or who covers; a quality officer logs for everybody of their PDU. Both
 * must be in post on `today`.
 */
export function pairFor(
  logger: Person,
  other: Person,
  today: string,
  covers: readonly Cover[],
): SessionPair | undefined {
  if (!isInPost(logger, today) || !isInPost(other, today)) return undefined
  if (manages(logger, other, covers)) return { practitioner: other, supervisor: logger, part: 'manager' }
  if (manages(other, logger, covers)) return { practitioner: logger, supervisor: other, part: 'practitioner' }
  if (isQualityOfficerOf(logger, other)) return { practitioner: other, supervisor: logger, part: 'qdo' }
  return undefined
}

function isQualityOfficerOf(viewer: Person, subject: Person): boolean {
  const samePdu = viewer.pduCode !== undefined && viewer.pduCode === subject.pduCode
  return viewer.grade === 'QDO' && samePdu && viewer.staffCode !== subject.staffCode
}

/** Whether this pair may record a kind together: the kind is for the practitioner's grade, and the logger's part may write it. */
export function mayLogKind(policy: SupervisionPolicy, pair: SessionPair, id: KindId): boolean {
  const kind = kindOf(policy, id)
  return kind.grades.includes(pair.practitioner.grade) && kind.loggedBy.includes(pair.part)
}

/** How much of a person's record another may see. */
export type RecordSight = 'full' | 'quality' | 'dates' | 'nothing'

/**
 * How much of a person's supervision record another may see: `full` (notes, but never another pair's private answers),
 * `quality` (the kinds that a quality officer may log, and nothing else of a session: `qualityPart`), `dates` (which kinds
 * on which days, no notes and no cases), or `nothing`.
 *
 * Own record and staff one manages or covers for: full. A quality officer, for their PDU: quality. A head of PDU, for the
 * rest of their PDU: dates. Everybody else: nothing.
 */
export function sightOfRecord(viewer: Person, subject: Person, today: string, covers: readonly Cover[]): RecordSight {
  if (!isInPost(viewer, today)) return 'nothing'
  if (viewer.staffCode === subject.staffCode) return 'full'
  if (viewer.grade === 'ADMIN') return 'nothing'
  if (manages(viewer, subject, covers)) return 'full'
  if (isQualityOfficerOf(viewer, subject)) return 'quality'
  if (viewer.grade === 'HoPDU' && viewer.pduCode !== undefined && viewer.pduCode === subject.pduCode) return 'dates'
  return 'nothing'
}

/** Whether somebody may look at the team of a line manager: who covers for them today, and the head of their PDU. */
export function mayLookAtTeamOf(viewer: Person, manager: Person, covers: readonly Cover[]): boolean {
  const stands = covers.some((cover) => cover.manager === manager.staffCode && cover.by === viewer.staffCode)
  const heads = viewer.grade === 'HoPDU' && viewer.pduCode !== undefined && viewer.pduCode === manager.pduCode
  return (stands && isOfManagingGrade(viewer)) || heads
}

/**
 * What a quality officer may see of a session they did not hold: its kinds that quality officers log, the answers and
 * cases that belong to those, and nothing that was said of the session as a whole where it was something else too.
 * Undefined when it was none of those kinds.
 */
export function qualityPart(session: RecordedSession, policy: SupervisionPolicy): RecordedSession | undefined {
  const kinds = session.kinds.filter((id) => kindOf(policy, id).loggedBy.includes('qdo'))
  if (kinds.length === 0) return undefined
  const { privateAnswers: _private, reflection: _reflection, ...rest } = session
  if (kinds.length === session.kinds.length) return { ...rest, privateAnswers: {} }
  const questions = questionsOf(policy, kinds).filter((question) => !question.private)
  const answers = Object.fromEntries(
    questions.flatMap(({ id }) => (session.answers[id] === undefined ? [] : [[id, session.answers[id]]])),
  )
  const named = new Set(questions.flatMap(({ id, answer }) => (answer.type === 'case' ? (answers[id] ?? []) : [])))
  const { signOff, withdrawn } = session
  const { words: _words, ...signed } = signOff ?? {}
  const { reason: _reason, ...ended } = withdrawn ?? {}
  return {
    ...rest,
    kinds,
    crns: session.crns.filter((crn) => named.has(crn)),
    answers,
    privateAnswers: {},
    ...(signOff === undefined ? {} : { signOff: signed as typeof signOff }),
    ...(withdrawn === undefined ? {} : { withdrawn: ended as typeof withdrawn }),
  }
}
