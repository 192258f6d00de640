import { Temporal } from 'temporal-polyfill'
import { answerOf, missing, questionsAsked, type SupervisionDraft } from './draft.ts'
import { Crn, type DraftId, IsoDate, SessionId } from './ids.ts'
import { type Reflection, ReflectiveRating, reflectiveLine, wasReflective } from './reflection.ts'
import type { SessionPair } from './rights.ts'
import type { Session } from './supervision.ts'
import { type KindId, kindOf, type SupervisionPolicy } from './supervision-kind.ts'

/**
 * The session a complete draft describes; it takes the draft's own id, so that one draft can become one session only.
 * Only answers to questions of its kinds are recorded.
 * @throws {Error} when something is missing: ask `missing` first.
 */
export function sessionFrom(
  draft: SupervisionDraft,
  pair: SessionPair,
  policy: SupervisionPolicy,
  loggedAt: Temporal.Instant,
): Session {
  const { heldOn, minutes } = draft
  if (heldOn === undefined || minutes === undefined || missing(draft, policy).length > 0) {
    throw new Error('A draft with something missing cannot become a session.')
  }
  const answers: Record<string, string> = {}
  const privateAnswers: Record<string, string> = {}
  const crns = new Set(draft.crns)
  for (const question of questionsAsked(draft, policy)) {
    const isCase = question.answer.type === 'case'
    const words = isCase ? answerOf(draft, question) : draft.answers[question.id]
    if (words === undefined || question.ofPractitioner === true) continue
    if (isCase) crns.add(Crn.parse(words))
    const kept = question.private ? privateAnswers : answers
    kept[question.id] = words
  }
  const reflection = pair.part === 'practitioner' ? reflectionIn(draft) : undefined
  return {
    id: SessionId.parse(draft.id),
    practitioner: pair.practitioner.staffCode,
    supervisor: pair.supervisor.staffCode,
    loggedBy: draft.by,
    kinds: draft.kinds,
    heldOn: Temporal.PlainDate.from(heldOn),
    minutes,
    crns: [...crns].sort(),
    answers,
    privateAnswers,
    loggedAt,
    ...(reflection === undefined ? {} : { reflection }),
    ...(draft.corrects === undefined ? {} : { corrects: draft.corrects }),
  }
}

/** A draft that says what a recorded session says, to be corrected. The day and notes may then be changed. */
export function draftCorrecting(session: Session, id: DraftId): SupervisionDraft {
  return {
    id,
    by: session.loggedBy,
    other: session.loggedBy === session.practitioner ? session.supervisor : session.practitioner,
    kinds: [...session.kinds],
    heldOn: IsoDate.parse(session.heldOn.toString()),
    minutes: session.minutes,
    crns: [...session.crns],
    answers: { ...session.answers, ...session.privateAnswers, ...answersOf(session) },
    corrects: session.id,
  }
}

/** What the person supervised said of a session that they are writing down themselves. */
function reflectionIn({ kinds, answers }: SupervisionDraft): Reflection | undefined {
  const rating = ReflectiveRating.safeParse(answers[wasReflective]).data
  if (rating === undefined || !kinds.includes('reflective')) return undefined
  const line = answers[reflectiveLine]
  return line === undefined ? { rating } : { rating, line }
}

function answersOf({ reflection, loggedBy, practitioner }: Session): Record<string, string> {
  if (reflection === undefined || loggedBy !== practitioner) return {}
  const { rating, line } = reflection
  return { [wasReflective]: rating, ...(line === undefined ? {} : { [reflectiveLine]: line }) }
}

/**
 * What a new session of a kind begins with: what the person's last one answered to the questions that carry over, moved up
 * where an earlier one had no answer.
 */
export function carriedOver(last: Pick<Session, 'answers'>, kind: KindId, policy: SupervisionPolicy) {
  const ids = kindOf(policy, kind).questions.flatMap(({ id, carriesOver }) => (carriesOver === true ? [id] : []))
  const kept = ids.flatMap((id) => last.answers[id] ?? [])
  return Object.fromEntries(kept.flatMap((answer, index) => (ids[index] === undefined ? [] : [[ids[index], answer]])))
}
