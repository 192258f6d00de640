import { Temporal } from 'temporal-polyfill'
import type { Weighing } from '../../domain/allocation/allocation-answers.ts'
import { Outcome } from '../../domain/allocation/check.ts'
import { known, notKnown } from '../../domain/allocation/fact.ts'
import { ranking } from '../../domain/allocation/ranking.ts'
import { AllocationAnswerId, Crn } from '../../domain/ids.ts'
import type { CardMessage } from '../card.ts'
import {
  aisha,
  exampleSessionId,
  exampleToday,
  hostile,
  longName,
  priya,
  rightToLeft,
  thirtyPeople,
  tom,
} from '../example-world.ts'
import { exampleCrn, exampleRules, exampleWeighing, hardCase, trainee, unansweredCase } from './example-weighings.ts'
import { whatWouldChangeCard, whoSaysSoCard } from './explain-cards.ts'
import { type OwnWeighingView, ownWeighingCard } from './own-weighing-card.ts'
import { type RankedPerson, rankedCard } from './ranked-card.ts'
import { type CaseOfSeveral, severalCasesCard } from './several-cases-card.ts'
import { type VerdictView, verdictCard } from './verdict-card.ts'

const askedAt = Temporal.Instant.from('2026-11-22T10:00:00Z')
const answer = { id: AllocationAnswerId.parse(exampleSessionId(1)), crn: exampleCrn, askedAt }
const caseName = 'Gwendolen Ashby'

const suitable = exampleWeighing()
const outside = exampleWeighing({ rosh: hardCase.rosh ?? notKnown('risk-and-needs', 'none') }, {}, tom)
const rationale = exampleWeighing({}, { workload: known({ now: 101, potential: 104.5 }, 'workload', exampleToday) })
const manyReasons = exampleWeighing(hardCase, trainee)

const verdict = (weighing: Weighing, rest: Partial<VerdictView> = {}): CardMessage =>
  verdictCard({
    answer,
    weighing,
    person: aisha,
    caseName,
    rules: exampleRules,
    told: 'now',
    mayDecide: true,
    ...rest,
  })

const load = (potential: number) => ({
  workload: known({ now: potential - 4, potential }, 'workload' as const, exampleToday.subtract({ days: 1 })),
})
const grades = ['PO', 'PSO', 'PQiP'] as const
const everybody = [longName, hostile, rightToLeft, aisha, tom, ...thirtyPeople, ...thirtyPeople].slice(0, 43)
const weighed = everybody.map((person, index): RankedPerson => {
  const grade = grades[index % grades.length] ?? 'PO'
  const about = {
    ...load(80 + ((index * 7) % 40)),
    ...(index % 9 === 8 ? { access: known('not-allowed' as const, 'delius' as const) } : {}),
    ...(index % 11 === 10 ? { workload: notKnown('workload', 'none') } : {}),
    ...(index % 13 === 12 ? { hasManaged: known(true, 'workload' as const) } : {}),
  }
  return { ...person, grade, weighing: exampleWeighing({}, about, { ...person, grade }) }
})
const inOrder = (people: readonly RankedPerson[]): RankedPerson[] => {
  const placed = ranking(
    people.map((person) => ({
      ...person,
      outcome: person.weighing.outcome,
      hasManaged: person.weighing.hasManaged === true,
      ...(person.weighing.potential === undefined ? {} : { potential: person.weighing.potential }),
    })),
  )
  return [...placed.couldTake, ...placed.blocked]
}
const teamOf20 = inOrder(weighed.slice(0, 20))
const ranked = (people: readonly RankedPerson[], page = 1) => rankedCard({ answer, caseName, people, page })
/** Of two teams, of which one has told its name, and of somebody without any. */
const ofSeveralTeams = inOrder(
  weighed.slice(0, 6).map(({ teamCode: _, ...person }, index): RankedPerson => {
    return index === 5 ? person : { ...person, teamCode: index % 2 === 0 ? 'N03T01' : 'N03T02' }
  }),
)

const crnOf = (number: number) => Crn.parse(`X3${String(20_741 + number)}`)
const cases = (people: readonly RankedPerson[]): CaseOfSeveral[] =>
  Array.from({ length: 10 }, (_, number) => {
    const crn = crnOf(number)
    if (number === 4) return { crn, says: 'Access is restricted.' }
    if (number === 7) return { crn, says: 'There is no case with that number.' }
    return { crn, answer: answer.id, caseName: number === 3 ? hostile.name : caseName, people }
  })

const own: OwnWeighingView = {
  answer,
  weighing: rationale,
  caseName,
  askedBy: priya.name,
  rules: exampleRules,
  decided: {
    by: priya.name,
    at: Temporal.Instant.from('2026-11-22T10:12:00Z'),
    reasoning: 'She knows the family from last year and has the time in December.',
    touchPointOn: Temporal.PlainDate.from('2026-12-07'),
  },
}
const { decided: _decided, ...notGiven } = own
const explained = { answer, weighing: outside, person: tom, rules: exampleRules }

const outcomes = {
  suitable,
  'needs-rationale': rationale,
  'cannot-tell': exampleWeighing(unansweredCase),
  'outside-guidance': outside,
  blocked: exampleWeighing({}, { access: known('not-allowed', 'delius') }),
} satisfies Record<Outcome, Weighing>

/** Verdicts, rankings and what is explained of them. */
export const weighingExamples: { name: string; message: CardMessage }[] = [
  ...Outcome.options.map((outcome) => ({ name: `verdict-${outcome}`, message: verdict(outcomes[outcome]) })),
  { name: 'verdict-then', message: verdict(rationale, { told: 'then' }) },
  { name: 'verdict-many-reasons', message: verdict(manyReasons, { person: longName, caseName: longName.name }) },
  { name: 'verdict-hostile-names', message: verdict(suitable, { person: hostile, caseName: rightToLeft.name }) },
  { name: 'ranked-team', message: ranked(teamOf20) },
  {
    name: 'ranked-several-teams',
    message: rankedCard({
      answer,
      caseName,
      people: ofSeveralTeams,
      teamNames: new Map([['N03T01', longName.name]]),
      page: 1,
    }),
  },
  { name: 'ranked-first-page', message: ranked(inOrder(weighed)) },
  { name: 'ranked-last-page', message: ranked(inOrder(weighed), 9) },
  {
    name: 'several-cases-one-person',
    message: severalCasesCard({
      question: 'one',
      cases: cases([{ ...longName, weighing: manyReasons }]),
      left: 1,
    }),
  },
  { name: 'several-cases-team', message: severalCasesCard({ question: 'team', cases: cases(teamOf20), left: 0 }) },
  { name: 'what-would-change', message: whatWouldChangeCard(explained) },
  { name: 'what-would-change-nothing', message: whatWouldChangeCard({ ...explained, weighing: suitable }) },
  {
    name: 'what-would-change-many',
    message: whatWouldChangeCard({ ...explained, weighing: manyReasons, person: hostile }),
  },
  { name: 'who-says-so', message: whoSaysSoCard(explained) },
  { name: 'who-says-so-nothing-found', message: whoSaysSoCard({ ...explained, weighing: suitable }) },
  {
    name: 'who-says-so-many',
    message: whoSaysSoCard({ ...explained, weighing: manyReasons, person: longName }),
  },
  { name: 'own-weighing-given', message: ownWeighingCard(own) },
  {
    name: 'own-weighing-given-outside-guidance',
    message: ownWeighingCard({
      ...own,
      weighing: manyReasons,
      caseName: hostile.name,
      askedBy: longName.name,
      decided: {
        by: rightToLeft.name,
        at: askedAt,
        reasoning: '**Thursday** '.repeat(150),
        agreedBy: longName.name,
        touchPointOn: Temporal.PlainDate.from('2026-12-07'),
      },
    }),
  },
  { name: 'own-weighing-not-given', message: ownWeighingCard(notGiven) },
]
