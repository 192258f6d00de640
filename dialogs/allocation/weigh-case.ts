import { Temporal } from 'temporal-polyfill'
import type { AllocationAnswer, AllocationQuestionKind } from '../../domain/allocation/allocation-answers.ts'
import type { CaseFacts } from '../../domain/allocation/case-facts.ts'
import type { PractitionerAnswer, PractitionerFacts } from '../../domain/allocation/practitioner-facts.ts'
import { practitionerFactsOf } from '../../domain/allocation/practitioner-facts-of.ts'
import { type Candidate, type Ranking, ranking } from '../../domain/allocation/ranking.ts'
import { type Weighing, weigh } from '../../domain/allocation/weigh.ts'
import { weighingDay } from '../../domain/allocation/weighing-day.ts'
import { AllocationAnswerId, type Crn, type StaffCode } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import { type Desk, noteOf, type Turn } from '../turn.ts'
import { viewerOf } from '../viewer-of.ts'

/** Somebody who was weighed, with what it rests on. */
export type Weighed = Candidate & { person: Person; weighing: Weighing; facts: PractitionerFacts }

/** A case that was weighed for some people, as it was answered and kept. */
export type CaseWeighed =
  | { sight: 'open'; answer: AllocationAnswer; facts: CaseFacts; ranked: Ranking<Weighed> }
  /** Nothing else of the case is known to whoever asks. */
  | { sight: 'restricted' }
  | { sight: 'unknown'; why: 'no-such-case' | 'another-region' | 'not-answered' }

/** How far back the last supervision is looked for. */
const monthsBack = 12
/** How far ahead absences are: no rule looks further. */
const monthsAhead = 3

/**
 * Weighs a case for each of these people and keeps the answer, with that their records were looked at. Whoever asks must
 * have been allowed to ask about each of them. `teams` are those the asker allocates for.
 */
export async function weighCase(
  crn: Crn,
  people: readonly Person[],
  question: AllocationQuestionKind,
  teams: readonly string[],
  turn: Turn,
  desk: Desk,
): Promise<CaseWeighed> {
  const codes = people.map(({ staffCode }) => staffCode)
  const [asked, own] = await Promise.all([
    desk.cases.forAllocation({ crn, asker: viewerOf(turn), teams, practitioners: codes }),
    ownFacts(people, turn, desk),
  ])
  if (asked.sight !== 'open') return asked
  const on = weighingDay(turn.today, desk.workingDays)
  const ranked = ranking(
    people.map((person): Weighed => {
      const facts = own(person, asked.practitioners.get(person.staffCode) ?? nothingAnswered)
      const weighing = weigh({ case: asked.facts, practitioner: facts }, desk.allocationPolicy, on)
      return { ...candidate(person, weighing, facts), person, weighing, facts }
    }),
  )
  const answer: AllocationAnswer = {
    id: AllocationAnswerId.parse(desk.mint()),
    askedBy: turn.person.staffCode,
    askedAt: turn.now,
    question,
    crn,
    limitedAccess: asked.facts.limitedAccess,
    policyVersion: desk.policyVersion,
    about: [...ranked.couldTake, ...ranked.blocked].map(({ staffCode, weighing, hasManaged, potential }) => ({
      practitioner: staffCode,
      outcome: weighing.outcome,
      hasManaged,
      ...(potential === undefined ? {} : { potential }),
      checks: weighing.checks,
    })),
  }
  await desk.allocationAnswers.keep(answer, [
    noteOf(turn, 'allocation.weighed', { thing: answer.id, detail: question }),
    ...codes
      .filter((code) => code !== turn.person.staffCode)
      .map((subject) => noteOf(turn, 'record.viewed', { subject, thing: answer.id, detail: 'allocation' })),
  ])
  return { sight: 'open', answer, facts: asked.facts, ranked }
}

function candidate(person: Person, { outcome }: Weighing, facts: PractitionerFacts): Candidate {
  const { workload, casesPastWeek, hasManaged } = facts
  return {
    staffCode: person.staffCode,
    name: person.name,
    outcome,
    hasManaged: hasManaged.known && hasManaged.value,
    ...(workload.known ? { potential: workload.value.potential } : {}),
    ...(casesPastWeek.known ? { casesPastWeek: casesPastWeek.value } : {}),
  }
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

/** What is kept here of these people, read at once: gives a person's facts for what the case services say of them. */
async function ownFacts(people: readonly Person[], { today }: Turn, desk: Desk) {
  const codes = people.map(({ staffCode }) => staffCode)
  const managers = [...new Set(people.flatMap(({ managerStaffCode }) => managerStaffCode ?? []))]
  const named = [...new Set([...managers, ...people.flatMap(({ mentorStaffCode }) => mentorStaffCode ?? [])])]
  const [absences, sessions, listed, reports] = await Promise.all([
    desk.absences.of(codes, today, today.add({ months: monthsAhead })),
    desk.heldSessions.of(codes, today.subtract({ months: monthsBack }), today),
    desk.staff.byStaffCodes(named),
    Promise.all(managers.map(async (code) => [code, await desk.staff.managedBy(code)] as const)),
  ])
  const find = (code: StaffCode | undefined) => listed.find(({ staffCode }) => staffCode === code)
  const reportsOf = new Map(reports)
  const lastHeld = new Map<StaffCode, string>()
  for (const { practitioner, heldOn, counts } of sessions) {
    if (counts && heldOn > (lastHeld.get(practitioner) ?? '')) lastHeld.set(practitioner, heldOn)
  }
  return (person: Person, answer: PractitionerAnswer): PractitionerFacts => {
    const last = lastHeld.get(person.staffCode)
    const { managerStaffCode } = person
    return practitionerFactsOf(
      {
        person,
        mentor: find(person.mentorStaffCode),
        manager: find(managerStaffCode),
        reports: managerStaffCode === undefined ? [] : (reportsOf.get(managerStaffCode) ?? []),
        answer,
        absences: absences.filter((absence) => absence.person === person.staffCode),
        lastSupervisedOn: last === undefined ? 'none' : Temporal.PlainDate.from(last),
      },
      today,
    )
  }
}
