import type { AllocationAnswer, AllocationQuestionKind, Weighing } from '../../domain/allocation/allocation-answers.ts'
import type { CaseFacts } from '../../domain/allocation/case-facts.ts'
import type { CaseForAllocation } from '../../domain/allocation/case-services.ts'
import type { PractitionerAnswer, PractitionerFacts } from '../../domain/allocation/practitioner-facts.ts'
import { type Candidate, type Ranking, ranking } from '../../domain/allocation/ranking.ts'
import { rulesSaid } from '../../domain/allocation/rules-said.ts'
import { weigh } from '../../domain/allocation/weigh.ts'
import { weighingDay } from '../../domain/allocation/weighing-day.ts'
import { AllocationAnswerId, type Crn } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import { type Desk, noteOf, type Turn } from '../turn.ts'
import { viewerOf } from '../viewer-of.ts'
import { ownFacts } from './own-facts.ts'

/** Somebody who was weighed, and how. */
export type Weighed = Candidate & { person: Person; weighing: Weighing }

/** Of a case that is restricted nothing else is known to whoever asks. */
export type NotWeighed = Exclude<CaseForAllocation, { sight: 'open' }>

/** A case that was weighed for some people, as it was answered and kept. */
export type CaseWeighed =
  | { sight: 'open'; answer: AllocationAnswer; facts: CaseFacts; ranked: Ranking<Weighed> }
  | NotWeighed

/** A case that was weighed for one person, as it was answered and kept. */
export type OneWeighed =
  | { sight: 'open'; answer: AllocationAnswer; facts: CaseFacts; person: Person; weighing: Weighing }
  | NotWeighed

/**
 * Weighs a case for each of these people and keeps the answer, with that their records were looked at, and that of whoever
 * holds the case. Whoever asks must have been allowed to ask about each of them. `teams` are those the asker allocates for.
 */
export async function weighCase(
  crn: Crn,
  people: readonly Person[],
  question: AllocationQuestionKind,
  teams: readonly string[],
  turn: Turn,
  desk: Desk,
): Promise<CaseWeighed> {
  const found = await factsFor(crn, people, { teams }, turn, desk)
  if (found.sight !== 'open') return found
  const { facts, weighed } = found
  const ranked = ranking(people.map(weighed))
  const answer = await kept([...ranked.couldTake, ...ranked.blocked], facts, question, turn, desk)
  return { sight: 'open', answer, facts, ranked }
}

/** Weighs a case for one person, as `weighCase` does. `inHalfTheTime`: an allocation may be handed in after it. */
export async function weighOne(
  crn: Crn,
  person: Person,
  asked: { teams: readonly string[]; inHalfTheTime?: boolean },
  turn: Turn,
  desk: Desk,
): Promise<OneWeighed> {
  const found = await factsFor(crn, [person], asked, turn, desk)
  if (found.sight !== 'open') return found
  const { facts, weighed } = found
  const one = weighed(person)
  const answer = await kept([one], facts, 'one', turn, desk)
  return { sight: 'open', answer, facts, person, weighing: one.weighing }
}

/** The facts of the case, and how a person is weighed by them. */
async function factsFor(
  crn: Crn,
  people: readonly Person[],
  asked: { teams: readonly string[]; inHalfTheTime?: boolean },
  turn: Turn,
  desk: Desk,
): Promise<NotWeighed | { sight: 'open'; facts: CaseFacts; weighed: (person: Person) => Weighed }> {
  const practitioners = people.map(({ staffCode }) => staffCode)
  const [found, own] = await Promise.all([
    desk.cases.forAllocation({ crn, asker: viewerOf(turn), practitioners, ...asked }),
    ownFacts(crn, people, turn, desk),
  ])
  if (found.sight !== 'open') return found
  const on = weighingDay(turn.today, desk.workingDays)
  const weighed = (person: Person): Weighed => {
    const facts = own(person, found.practitioners.get(person.staffCode) ?? nothingAnswered)
    return weighedBy(facts, person, weigh({ case: found.facts, practitioner: facts }, desk.allocationPolicy, on))
  }
  return { sight: 'open', facts: found.facts, weighed }
}

function weighedBy(
  { workload, casesPastWeek, hasManaged }: PractitionerFacts,
  person: Person,
  { outcome, checks }: Pick<Weighing, 'outcome' | 'checks'>,
): Weighed {
  const potential = workload.known ? { potential: workload.value.potential } : {}
  return {
    staffCode: person.staffCode,
    name: person.name,
    outcome,
    hasManaged: hasManaged.known && hasManaged.value,
    ...potential,
    ...(casesPastWeek.known ? { casesPastWeek: casesPastWeek.value } : {}),
    person,
    weighing: {
      practitioner: person.staffCode,
      outcome,
      ...(hasManaged.known ? { hasManaged: hasManaged.value } : {}),
      ...potential,
      checks,
    },
  }
}

/** Keeps an answer about these people, in this order, with whose records were looked at for it. */
async function kept(
  weighed: readonly Weighed[],
  { crn, limitedAccess, holder }: CaseFacts,
  question: AllocationQuestionKind,
  turn: Turn,
  desk: Desk,
): Promise<AllocationAnswer> {
  const answer: AllocationAnswer = {
    id: AllocationAnswerId.parse(desk.mint()),
    askedBy: turn.person.staffCode,
    askedAt: turn.now,
    question,
    crn,
    limitedAccess,
    policyVersion: desk.policyVersion,
    rules: rulesSaid(desk.allocationPolicy),
    about: weighed.map(({ weighing }) => weighing),
  }
  const codes = weighed.map(({ staffCode }) => staffCode)
  const holds = holder.known && holder.value !== 'nobody' ? [holder.value.staffCode] : []
  const viewed = (subject: (typeof codes)[number], detail: string) =>
    subject === turn.person.staffCode ? [] : [noteOf(turn, 'record.viewed', { subject, thing: answer.id, detail })]
  await desk.allocationAnswers.keep(answer, [
    noteOf(turn, 'allocation.weighed', { thing: answer.id, detail: question }),
    ...codes.flatMap((code) => viewed(code, 'allocation')),
    ...holds.flatMap((code) => viewed(code, 'case')),
  ])
  return answer
}

const notAnswered = { known: false, source: 'workload', why: 'not-answered' } as const
const nothingAnswered: PractitionerAnswer = {
  access: { known: false, source: 'delius', why: 'not-answered' },
  grade: notAnswered,
  hasEmail: notAnswered,
  workload: notAnswered,
  casesPastWeek: notAnswered,
  hasManaged: notAnswered,
}
