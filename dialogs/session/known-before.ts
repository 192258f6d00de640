import type { AuditNote } from '../../domain/audit.ts'
import { DrawKind } from '../../domain/case-draw.ts'
import { answerOf, type Said, type SupervisionDraft } from '../../domain/draft.ts'
import { Crn } from '../../domain/ids.ts'
import { mayLogKind, type SessionPair } from '../../domain/rights.ts'
import { carriedOver } from '../../domain/session-from-draft.ts'
import { counts } from '../../domain/supervision.ts'
import { type KindId, kindOf } from '../../domain/supervision-kind.ts'
import { nominatedCase } from '../case-draw/nominate-case.ts'
import { drawnCaseFor, kindWithoutArticle, mayPrepareFor, sightOf } from '../case-draw/show-draw.ts'
import { type Desk, noteOf, type Turn } from '../turn.ts'
import { pairOfDraft } from '../two-people.ts'
import { answersSeen } from './session-shown.ts'

const yearsBack = 2

/**
 * What the records have for a session when its other person or a kind has just become known, as far as nobody has said
 * otherwise: the objectives of the last one, the case that was drawn or nominated. What was filled in for another person
 * before goes. Undefined when there is nothing to fill in and nothing to take back.
 *
 * It reads somebody's record, so it does so only for who may log that kind with them, and says so in `notes`.
 */
export async function knownBefore(
  before: SupervisionDraft | undefined,
  { draft, pair }: { draft: SupervisionDraft; pair?: SessionPair },
  said: Said,
  turn: Turn,
  desk: Desk,
): Promise<{ said: Said; notes: AuditNote[] } | undefined> {
  if (draft.corrects !== undefined) return undefined
  const samePerson = before !== undefined && before.other === draft.other
  const fresh = draft.kinds.filter((kind) => !samePerson || !before.kinds.includes(kind))
  if (fresh.length === 0) return undefined
  const stale = samePerson || before?.other === undefined ? {} : await filledInFor(before, turn, desk)
  const isStale = (id: string) => draft.answers[id] === stale[id] && said.answers?.[id] === undefined
  const gone = Object.keys(stale).filter((id) => stale[id] !== undefined && isStale(id))
  const staleCrns = gone.flatMap((id) => Crn.safeParse(stale[id]).data ?? [])
  const without = {
    ...draft,
    answers: { ...draft.answers },
    crns: draft.crns.filter((crn) => !staleCrns.includes(crn)),
  }
  for (const id of gone) delete without.answers[id]

  const known = pair === undefined ? {} : await inTheRecords(pair, fresh, turn, desk)
  const questions = fresh.flatMap((kind) => kindOf(desk.policy, kind).questions)
  const missing = Object.entries(known).filter(([id]) => {
    const question = questions.find((candidate) => candidate.id === id)
    return question !== undefined && said.answers?.[id] === undefined && answerOf(without, question) === undefined
  })
  if (missing.length === 0 && gone.length === 0) return undefined
  const emptied = Object.fromEntries(gone.map((id) => [id, '']))
  return {
    said: {
      answers: { ...emptied, ...Object.fromEntries(missing) },
      ...(staleCrns.length === 0
        ? {}
        : { withoutCrns: staleCrns.filter((crn) => !Object.values(known).includes(crn)) }),
    },
    notes:
      missing.length === 0 || pair === undefined || pair.practitioner.staffCode === turn.person.staffCode
        ? []
        : [noteOf(turn, 'record.viewed', { subject: pair.practitioner.staffCode, thing: draft.id, detail: 'form' })],
  }
}

/**
 * What the records say against the case of a session that should have been drawn or nominated, as sentences. It can be
 * saved all the same. Nothing is said to somebody who may not prepare that session, nor where the case that stands, or the
 * one that was named, is one they may not see.
 */
export async function notChosen(
  { draft, pair }: { draft: SupervisionDraft; pair?: SessionPair },
  turn: Turn,
  desk: Desk,
): Promise<string[]> {
  if (draft.corrects !== undefined || pair === undefined) return []
  const { practitioner } = pair
  const says: string[] = []
  for (const id of draft.kinds.filter((kind) => mayPrepareFor(practitioner, kind, turn, desk))) {
    for (const question of kindOf(desk.policy, id).questions) {
      const crn = question.answer.type === 'case' ? answerOf(draft, question) : undefined
      if (question.answer.type !== 'case' || crn === undefined) continue
      const kind = DrawKind.safeParse(id).data
      const isNominated = question.answer.from === 'nomination'
      if (!isNominated && kind === undefined) continue
      const found =
        isNominated || kind === undefined
          ? await nominatedCase(practitioner, turn, desk)
          : await drawnCaseFor(practitioner, kind, turn, desk)
      const isOther = found.sight === 'none' ? id !== 'observation' : found.sight === 'open' && found.crn !== crn
      if (!isOther || (await sightOf(Crn.parse(crn), turn, desk)) === 'restricted') continue
      const { name } = practitioner
      const how = isNominated
        ? `${crn} was not nominated by ${name}. They nominate one themselves.`
        : `${crn} was not drawn by chance for ${name}. To draw one, say “draw a case for ${name}’s ${kindWithoutArticle(id, desk)}”.`
      says.push(`${how} You can save it as it is.`)
    }
  }
  return says
}

/** What the records gave for the person that a draft was with before. */
async function filledInFor(before: SupervisionDraft, turn: Turn, desk: Desk): Promise<Record<string, string>> {
  const other = before.other === undefined ? undefined : await desk.staff.byStaffCode(before.other)
  const pair = await pairOfDraft(before, other, turn, desk)
  return pair === undefined ? {} : inTheRecords(pair, before.kinds, turn, desk)
}

/** Answers that the records have for a session of these kinds, by question id. */
async function inTheRecords(
  pair: SessionPair,
  kinds: readonly KindId[],
  turn: Turn,
  desk: Desk,
): Promise<Record<string, string>> {
  const { practitioner } = pair
  const answers: Record<string, string> = {}
  for (const id of kinds.filter((kind) => mayLogKind(desk.policy, pair, kind))) {
    const { questions } = kindOf(desk.policy, id)
    if (questions.some(({ carriesOver }) => carriesOver === true)) {
      const from = turn.today.subtract({ years: yearsBack })
      const sessions = await desk.supervisions.of(practitioner.staffCode, from, turn.today)
      const last = sessions.find((session) => counts(session) && session.kinds.includes(id))
      if (last !== undefined) Object.assign(answers, carriedOver(await answersSeen(last, turn, desk), id, desk.policy))
    }
    for (const { id: question, answer } of questions) {
      if (answer.type !== 'case') continue
      const kind = DrawKind.safeParse(id).data
      const found =
        answer.from === 'nomination'
          ? await nominatedCase(practitioner, turn, desk)
          : kind !== undefined && (await drawnCaseFor(practitioner, kind, turn, desk))
      if (found && found.sight === 'open') answers[question] = found.crn
    }
  }
  return answers
}
