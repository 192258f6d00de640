import { Temporal } from 'temporal-polyfill'
import { emptyDraft, type SupervisionDraft } from '../domain/draft.ts'
import { Crn, DraftId, IsoDate, SessionId, StaffCode } from '../domain/ids.ts'
import type { Grade, Person } from '../domain/staff.ts'
import type { RecordedSession, SignOff } from '../domain/supervision.ts'

export { examplePolicy } from './example-policy.ts'

/** The fictional people, policy and sessions that the examples of cards are made of. */
export const exampleToday = Temporal.PlainDate.from('2026-11-22')

const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
export const exampleSessionId = (number: number): SessionId => SessionId.parse(idOf(number))
export const exampleDraftId = (number: number): DraftId => DraftId.parse(idOf(number))
export const exampleCrns = (...crns: string[]): Crn[] => crns.map((crn) => Crn.parse(crn))

export function examplePerson(staffCode: string, name: string, grade: Grade, teamCode = 'N03T1'): Person {
  return { staffCode: StaffCode.parse(staffCode), name, grade, teamCode, training: {} }
}

export const aisha = examplePerson('N03A001', 'Aisha Khan', 'PO')
export const tom = examplePerson('N03A002', 'Tom Reilly', 'PSO')
export const priya = examplePerson('N03S001', 'Priya Nair', 'SPO')
export const longName = examplePerson(
  'N03A003',
  'Wilhelmina-Alexandrina Featherstonehaugh-Cholmondeley of Wotton-under-Edge',
  'PQiP',
)
export const hostile = examplePerson(
  'N03A004',
  '**Bold** [here](https://example.com) <script>alert(1)</script> <at>Everyone</at>',
  'PO',
)
export const rightToLeft = examplePerson('N03A005', 'שרה כהן \u202eyllier', 'PO')
export const namesakes = ['PO', 'PSO', 'PQiP'] as const

const surnames = ['Ashworth', 'Bello', 'Clarke', 'Dhillon', 'Evans', 'Farah', 'Green', 'Hughes', 'Iqbal', 'Jones']
const forenames = ['Grace', 'Samuel', 'Megan']
export const thirtyPeople: Person[] = forenames.flatMap((forename, row) =>
  surnames.map((surname, column) =>
    examplePerson(`N03B${String(row * 10 + column).padStart(3, '0')}`, `${forename} ${surname}`, 'PO'),
  ),
)

export const exampleAnswers = {
  workload: 'At 112% this month. Two cases move to Tom’s list in December.',
  theme: 'Working with denial after a domestic abuse conviction',
  learned: 'Silence was taken for agreement. Asking what the partner would say opened it up.',
  change: 'Plan the first ten minutes of each visit, and note what was not said.',
}
export const examplePrivateAnswers = { wellbeing: 'Sleeping badly; wants Thursdays from home until Christmas.' }

/** An empty draft by the example SPO, with anything else put in. */
export function exampleDraft(number: number, rest: Partial<SupervisionDraft> = {}): SupervisionDraft {
  return { ...emptyDraft(exampleDraftId(number), priya.staffCode), ...rest }
}

export const fullDraft = exampleDraft(1, {
  other: aisha.staffCode,
  kinds: ['monthly', 'reflective'],
  heldOn: IsoDate.parse('2026-11-20'),
  minutes: 75,
  crns: exampleCrns('X320741', 'X320766'),
  answers: { ...exampleAnswers, ...examplePrivateAnswers },
})

/** A session of the example SPO with the example officer, logged by the SPO. */
export function exampleSession(number: number, rest: Partial<RecordedSession> = {}): RecordedSession {
  return {
    id: exampleSessionId(number),
    practitioner: aisha.staffCode,
    supervisor: priya.staffCode,
    loggedBy: priya.staffCode,
    kinds: ['monthly', 'reflective'],
    heldOn: Temporal.PlainDate.from('2026-11-20'),
    minutes: 75,
    crns: exampleCrns('X320741', 'X320766'),
    answers: exampleAnswers,
    privateAnswers: examplePrivateAnswers,
    loggedAt: Temporal.Instant.from('2026-11-20T14:05:00Z'),
    ...rest,
  }
}

/** What the person who signs said of a session. */
export function exampleSignOff(session: SessionId, outcome: SignOff['outcome'], words?: string): SignOff {
  return {
    session,
    by: aisha.staffCode,
    outcome,
    signedAt: Temporal.Instant.from('2026-11-21T09:30:00Z'),
    ...(words === undefined ? {} : { words }),
  }
}
