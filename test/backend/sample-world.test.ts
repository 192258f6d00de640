import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import { type SampleWorld, sampleWorld } from '../../backend/sample/sample-world.ts'
import { type Grade, isInPost } from '../../domain/staff.ts'
import { triedDays, worldOn } from './sample-worlds.ts'

/** Holds on every day that is tried. */
function always(promise: (world: SampleWorld, today: string) => void): () => void {
  return () => {
    for (const day of triedDays) promise(worldOn(day), day)
  }
}

const unique = (values: readonly unknown[]) => assert.equal(new Set(values).size, values.length)
const isPast = (day: Temporal.PlainDate | undefined, today: string) => day === undefined || day.toString() <= today

describe('the sample world', () => {
  it('is the same world when told twice on the same day', () => {
    const day = Temporal.PlainDate.from('2027-04-01')
    assert.equal(JSON.stringify(sampleWorld(day)), JSON.stringify(worldOn('2027-04-01')))
  })

  it('keeps its people, case numbers and Entra ids from one day to another', () => {
    const lasting = (world: SampleWorld) => ({
      people: world.people.map(({ staffCode, name, email, entraObjectId }) => ({
        staffCode,
        name,
        email,
        entraObjectId,
      })),
      cases: world.cases.map(({ crn, name, dateOfBirth }) => `${crn} ${name} ${dateOfBirth}`),
    })
    assert.deepEqual(lasting(worldOn('2026-11-20')), lasting(worldOn('2028-02-29')))
  })

  it('keeps nearly all past sessions, with their ids, when a day goes by', () => {
    const later = new Set(worldOn('2028-02-29').sessions.map(({ id }) => id))
    const earlier = worldOn('2028-02-28').sessions
    const kept = earlier.filter(({ id }) => later.has(id))
    assert.ok(kept.length > earlier.length * 0.98, `${kept.length} of ${earlier.length}`)
  })

  it(
    'has two PDUs, four teams, four SPOs, 45 practitioners and about 600 cases',
    always((world, today) => {
      const count = (...grades: Grade[]) => world.people.filter(({ grade }) => grades.includes(grade)).length
      assert.equal(new Set(world.teams.map((team) => team.pdu.code)).size, 2)
      assert.equal(world.teams.length, 4)
      assert.equal(count('PO', 'PSO', 'PQiP'), 45)
      for (const [grade, people] of [
        ['SPO', 4],
        ['HoPDU', 2],
        ['QDO', 2],
        ['ADMIN', 1],
      ] as const) {
        assert.equal(count(grade), people, grade)
      }
      assert.ok(world.cases.length >= 570 && world.cases.length <= 650, `${world.cases.length} cases on ${today}`)
      assert.ok(world.sessions.length >= 900, `${world.sessions.length} sessions on ${today}`)
    }),
  )

  it('gives nobody and nothing the same number twice', () => {
    const { people, cases, sessions } = worldOn('2026-11-20')
    for (const key of ['staffCode', 'entraObjectId', 'username'] as const) unique(people.map((person) => person[key]))
    unique(people.flatMap(({ email }) => email ?? []))
    unique(cases.map(({ crn }) => crn))
    unique(sessions.map(({ id }) => id))
    assert.ok(cases.every(({ crn }) => /^X\d{6}$/.test(crn)))
  })

  it('has namesakes: a first name twice in one team, and a full name in two teams', () => {
    const { people } = worldOn('2026-11-20')
    const team = people.filter(({ managerStaffCode }) => managerStaffCode === 'N03A001').map(({ name }) => name)
    assert.equal(team.filter((name) => name.startsWith('Daniel ')).length, 2)
    const twins = people.filter(({ name }) => name === 'Sarah Davies')
    assert.deepEqual(twins.map(({ teamCode }) => teamCode).sort(), ['N03T01', 'N03T03'])
    assert.equal(new Set(people.map(({ name }) => name)).size, people.length - 1)
  })

  it('has a team of eleven under Priya Nair, with whom the Playground begins', () => {
    const { people } = worldOn('2026-11-20')
    const priya = people.find(({ name }) => name === 'Priya Nair')
    const team = people.filter(({ managerStaffCode }) => managerStaffCode === priya?.staffCode)
    const gradeOf = (name: string) => team.find((person) => person.name === name)?.grade
    assert.equal(priya?.grade, 'SPO')
    assert.equal(team.length, 11)
    assert.deepEqual(['Aisha Khan', 'Tom Okafor', 'Megan Price'].map(gradeOf), ['PO', 'PSO', 'PQiP'])
  })

  it('has managers and mentors who exist, and nobody who manages themself by way of others', () => {
    const { people, teams } = worldOn('2026-11-20')
    const byCode = new Map(people.map((person) => [person.staffCode, person]))
    for (const person of people) {
      if (person.teamCode !== undefined) {
        assert.equal(teams.find(({ code }) => code === person.teamCode)?.pdu.code, person.pduCode)
      }
      if (person.mentorStaffCode !== undefined) {
        assert.equal(byCode.get(person.mentorStaffCode)?.grade, 'PO')
        assert.equal(person.grade, 'PQiP')
      }
      let manager = person.managerStaffCode
      for (let steps = 0; manager !== undefined; steps += 1) {
        assert.ok(byCode.has(manager), `${manager} is nobody`)
        assert.ok(steps < 3, `${person.staffCode} has a circle of managers`)
        manager = byCode.get(manager)?.managerStaffCode
      }
    }
  })

  it(
    'has cases whose people exist, in the team of who holds them, with nothing recorded before its day',
    always((world, today) => {
      const byCode = new Map(world.people.map((person) => [person.staffCode, person]))
      for (const one of world.cases) {
        const holder = one.managerStaffCode === undefined ? undefined : byCode.get(one.managerStaffCode)
        const others = [...one.previousManagers, ...one.excludedFrom, ...one.restrictedTo]
        assert.ok(others.every((code) => byCode.has(code)))
        assert.equal(holder === undefined, one.managerStaffCode === undefined)
        assert.equal(holder === undefined, one.allocatedOn === undefined)
        if (holder !== undefined) {
          assert.equal(one.teamCode, holder.teamCode)
          assert.ok(isInPost(holder, today))
          assert.ok((holder.startedOn ?? '') <= String(one.allocatedOn))
        }
        const past = [
          one.sentencedOn,
          one.releasedOn,
          one.allocatedOn,
          one.breachStartedOn,
          one.recalledOn,
          one.endedOn,
        ]
        past.push(
          ...one.failuresToComply,
          ...one.contacts.map(({ on }) => on),
          ...one.registrations.map((r) => r.startedOn),
        )
        past.push(
          ...one.assessments.map(({ completedOn }) => completedOn),
          one.tier?.calculatedOn,
          one.rosh?.assessedOn,
        )
        assert.ok(
          past.every((day) => isPast(day, today)),
          `${one.crn} has something in the future on ${today}`,
        )
        assert.ok(String(one.sentencedOn) < String(one.sentenceEndsOn))
        assert.equal(one.hasActiveOrder, one.endedOn === undefined)
      }
    }),
  )

  it(
    'says how busy everybody is who is in post and holds cases',
    always((world) => {
      const known = world.workload.map(({ staffCode }) => String(staffCode))
      const holders = world.cases.flatMap(({ managerStaffCode }) => managerStaffCode ?? [])
      assert.deepEqual(
        [...new Set(holders)].filter((code) => !known.includes(code)),
        [],
      )
      assert.ok(world.workload.some(({ casesPastWeek }) => casesPastWeek > 0))
      assert.ok(world.workload.some(({ casesPastWeek }) => casesPastWeek === 0))
    }),
  )
})
