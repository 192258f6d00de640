import assert from 'node:assert/strict'
import { type Fact, known, notKnown } from '../../../domain/allocation/fact.ts'
import type { PractitionerAnswer } from '../../../domain/allocation/practitioner-facts.ts'
import { type KnownOfPractitioner, practitionerFactsOf } from '../../../domain/allocation/practitioner-facts-of.ts'
import type { Grade } from '../../../domain/staff.ts'
import { today } from '../../support/allocation-facts.ts'
import { day } from '../../support/days.ts'
import { aisha, aPerson, priya, tom } from '../../support/people.ts'
import { away } from '../../support/windows.ts'

const answer: PractitionerAnswer = {
  access: known('allowed', 'delius'),
  grade: known('PO', 'workload'),
  hasEmail: known(true, 'workload'),
  workload: known({ now: 80, potential: 83 }, 'workload', day('2026-11-21')),
  casesPastWeek: known(2, 'workload'),
  hasManaged: known(false, 'workload'),
}
const factsOf = (about: Partial<KnownOfPractitioner> = {}) =>
  practitionerFactsOf(
    { person: aisha, manager: priya, reports: [aisha, tom], answer, absences: [], lastSupervisedOn: 'none', ...about },
    today,
  )
const person = (about: object) => aPerson({ staffCode: 'N03A001', name: 'Aisha Khan', ...about })
const inShort = (fact: Fact<unknown>) => (fact.known ? `${fact.value}` : fact.why)
const daysOf = (days: ReturnType<typeof factsOf>['away']) => days.map(({ from, to }) => `${from} to ${to ?? 'open'}`)

describe('What is known of a practitioner', () => {
  it('counts the cases given after the day of the workload figure, or since last night’s where it has no day', () => {
    const givenOn = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-22'].map(day)
    const figure = (on?: string) => ({
      ...answer,
      workload: known({ potential: 83 }, 'workload', on === undefined ? undefined : day(on)),
    })
    const since = (on?: string) => factsOf({ givenOn, answer: figure(on) }).givenSince
    assert.deepEqual([since('2026-11-21'), since(), since('2026-11-19'), since('2026-11-22')], [2, 2, 4, undefined])
    assert.equal('givenSince' in factsOf(), false)
  })

  const noGrade = (why: 'none' | 'not-answered'): Fact<Grade> => notKnown('workload', why)
  const grades: [what: string, answered: Fact<Grade>, merged: string][] = [
    ['the same grade from both', known('PO', 'workload'), 'PO'],
    ['no usable grade from the service', noGrade('none'), 'PO'],
    ['no answer from the service', noGrade('not-answered'), 'PO'],
    ['two grades', known('PSO', 'workload'), 'conflicting'],
  ]
  for (const [what, answered, merged] of grades) {
    it(`has with ${what}: ${merged}`, () => {
      assert.equal(inShort(factsOf({ answer: { ...answer, grade: answered } }).grade), merged)
    })
  }

  it('has no workload where the service says nought, and leaves its other answers as they are', () => {
    const nought = known({ potential: 0 }, 'workload' as const)
    assert.equal(inShort(factsOf({ answer: { ...answer, workload: nought } }).workload), 'none')
    const facts = factsOf()
    assert.equal(facts.workload, answer.workload)
    assert.equal(facts.access, answer.access)
    assert.equal(facts.casesPastWeek, answer.casesPastWeek)
  })

  it('has the qualification date of the staff list, or that it does not say', () => {
    assert.equal(inShort(factsOf({ person: person({ qualifiedOn: '2020-11-02' }) }).qualifiedOn), '2020-11-02')
    assert.equal(inShort(factsOf().qualifiedOn), 'none')
  })

  it('has a mentor only who is in post today', () => {
    const mentor = (about: object) => {
      const found = factsOf({ mentor: person({ staffCode: 'N03A050', qualifiedOn: '2020-11-02', ...about }) }).mentor
      return found === 'none' ? found : inShort(found.qualifiedOn)
    }
    assert.equal(mentor({}), '2020-11-02')
    assert.equal(mentor({ endedOn: '2026-11-22' }), '2020-11-02')
    assert.equal(mentor({ endedOn: '2026-11-21' }), 'none')
    assert.equal(mentor({ startedOn: '2026-11-23' }), 'none')
    assert.equal(factsOf().mentor, 'none')
  })

  it('counts who reports to the line manager and is in post, full time where nobody says', () => {
    const half = person({ staffCode: 'N03A051', fte: 0.5 })
    const gone = person({ staffCode: 'N03A052', endedOn: '2026-11-21' })
    assert.equal(inShort(factsOf({ reports: [aisha, tom, half, gone] }).managerSpan), '2.5')
    assert.equal(inShort(factsOf({ manager: undefined }).managerSpan), 'none')
    const left = person({ staffCode: 'N03S001', endedOn: '2026-11-21' })
    assert.equal(inShort(factsOf({ manager: left }).managerSpan), 'none')
  })

  it('has the days each training was done', () => {
    const { training } = factsOf({ person: person({ training: { safeguarding: '2026-01-15' } }) })
    assert.deepEqual(
      Object.entries(training).map(([name, on]) => `${name} ${on}`),
      ['safeguarding 2026-01-15'],
    )
  })

  it('leaves out absences that are over, and keeps today’s and those to come', () => {
    const absences = [away('2026-11-02', '2026-11-21'), away('2026-11-16', '2026-11-22'), away('2026-12-01')]
    assert.deepEqual(daysOf(factsOf({ absences }).away), ['2026-11-16 to 2026-11-22', '2026-12-01 to open'])
  })

  it('counts days after the last day in post, and before the first, as days away', () => {
    assert.deepEqual(daysOf(factsOf({ person: person({ endedOn: '2026-12-31' }) }).away), ['2027-01-01 to open'])
    assert.deepEqual(daysOf(factsOf({ person: person({ startedOn: '2026-12-07' }) }).away), [
      '2026-11-22 to 2026-12-06',
    ])
    assert.deepEqual(daysOf(factsOf({ person: person({ startedOn: '2026-11-22' }) }).away), [])
  })
})
