import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import type { SampleWorld } from '../../backend/sample/sample-world.ts'
import { defaultSupervisionPolicy } from '../../config/kinds.ts'
import { readAnswer } from '../../domain/read-answer.ts'
import { isInPost, type Person } from '../../domain/staff.ts'
import { type KindId, kindOf, questionsOf } from '../../domain/supervision-kind.ts'
import { supervisionYearOf } from '../../domain/supervision-year.ts'
import { triedDays, worldOn } from './sample-worlds.ts'

const policy = defaultSupervisionPolicy
const months = { month: 1, quarter: 3, 'half-year': 6, year: 12 }

type Window = { from: string; to: string; weekdays: string[] }

/** The window of a kind, so many windows back from the open one. */
function windowOf(kind: KindId, back: number, today: string): Window {
  const length = months[kindOf(policy, kind).window]
  const day = Temporal.PlainDate.from(today)
  const past = day.since(supervisionYearOf(day).from, { largestUnit: 'month' }).months
  const start = supervisionYearOf(day).from.add({ months: past - (past % length) - back * length })
  const next = start.add({ months: length })
  const days = Array.from({ length: start.until(next).days }, (_, days) => start.add({ days }))
  const weekdays = days.filter(({ dayOfWeek }) => dayOfWeek <= 5).map(String)
  return { from: start.toString(), to: next.subtract({ days: 1 }).toString(), weekdays }
}

/** What somebody held and when, as `YYYY-MM-DD`, by staff code: told once for a world, because all windows ask it. */
const histories = new Map<SampleWorld, Map<string, { kinds: readonly KindId[]; on: string }[]>>()
function historyOf(world: SampleWorld, person: Person) {
  let history = histories.get(world)
  if (history === undefined) {
    const held = world.sessions.map(({ practitioner, kinds, heldOn }) => ({
      practitioner,
      kinds,
      on: heldOn.toString(),
    }))
    history = Map.groupBy(held, ({ practitioner }) => practitioner)
    histories.set(world, history)
  }
  return history.get(person.staffCode) ?? []
}

function held(world: SampleWorld, person: Person, kind: KindId, window: Window): boolean {
  return historyOf(world, person).some(({ kinds, on }) => kinds.includes(kind) && window.from <= on && on <= window.to)
}

/** Whether a person could have been supervised on more than half of the weekdays of a window. */
function wasThere(world: SampleWorld, person: Person, window: Window): boolean {
  const away = world.absences
    .filter(({ staffCode }) => staffCode === person.staffCode)
    .map(({ from, to }) => ({ from: from.toString(), to: to.toString() }))
  const present = window.weekdays.filter(
    (on) => isInPost(person, on) && !away.some(({ from, to }) => from <= on && on <= to),
  )
  return present.length * 2 > window.weekdays.length
}

describe('the supervision history of the sample world', () => {
  it('was held by the line manager or the quality officer, of kinds they may hold with somebody of that grade', () => {
    for (const day of triedDays) {
      const { people, sessions } = worldOn(day)
      const byCode = new Map(people.map((person) => [person.staffCode, person]))
      for (const session of sessions) {
        const practitioner = byCode.get(session.practitioner)
        const supervisor = byCode.get(session.supervisor)
        assert.ok(practitioner !== undefined && supervisor !== undefined)
        const part = practitioner.managerStaffCode === supervisor.staffCode ? 'manager' : 'qdo'
        if (part === 'qdo') assert.deepEqual([supervisor.grade, supervisor.pduCode], ['QDO', practitioner.pduCode])
        for (const id of session.kinds) {
          const kind = kindOf(policy, id)
          assert.ok(kind.grades.includes(practitioner.grade), `${id} for ${practitioner.grade}`)
          assert.ok(kind.loggedBy.includes(part), `${id} by ${part}`)
          const others = session.kinds.filter((other) => other !== id)
          assert.ok(others.every((other) => kind.combinesWith.includes(other)))
        }
      }
    }
  })

  it('was held before today, on a weekday, by people at work, and written down the same day', () => {
    for (const day of triedDays) {
      const { people, absences, sessions } = worldOn(day)
      for (const { practitioner, heldOn, loggedAt } of sessions) {
        const person = people.find(({ staffCode }) => staffCode === practitioner)
        const on = heldOn.toString()
        assert.ok(on < day && heldOn.dayOfWeek <= 5 && person !== undefined && isInPost(person, on))
        assert.ok(!absences.some((a) => a.staffCode === practitioner && String(a.from) <= on && on <= String(a.to)))
        assert.equal(loggedAt.toZonedDateTimeISO('Europe/London').toPlainDate().toString(), on)
      }
    }
  })

  it('has every kind, and has sessions that count as several', () => {
    const { sessions } = worldOn('2026-11-20')
    const kinds = new Set(sessions.flatMap((session) => session.kinds))
    assert.deepEqual([...kinds].sort(), policy.kinds.map(({ id }) => id).sort())
    assert.ok(sessions.some((session) => session.kinds.includes('monthly') && session.kinds.includes('reflective')))
  })

  it('answers what its kinds ask, keeps private answers apart, and names cases the person holds', () => {
    const { cases, sessions } = worldOn('2026-11-20')
    for (const session of sessions) {
      const questions = questionsOf(policy, session.kinds)
      const ids = (isPrivate: boolean) => questions.filter((asked) => asked.private === isPrivate).map(({ id }) => id)
      assert.ok(Object.keys(session.answers).every((id) => ids(false).includes(id)))
      assert.ok(Object.keys(session.privateAnswers).every((id) => ids(true).includes(id)))
      // Nobody can name a case who held none on that day.
      const asked = questions.filter(({ of }) => of === undefined || session.answers[of] !== undefined)
      const needed = asked.filter(
        ({ required, answer }) => required && !(answer.type === 'case' && session.crns.length === 0),
      )
      for (const { id } of needed) assert.ok(session.answers[id] !== undefined, `${session.kinds}: ${id}`)
      for (const question of asked) {
        const said = session.answers[question.id]
        if (said !== undefined) assert.deepEqual(readAnswer(question, said, policy), { answer: said })
      }
      if (session.kinds.includes('performance')) assert.ok(session.answers['objective-1'] !== undefined)
      assert.ok(session.minutes >= policy.minutes.least && session.minutes <= policy.minutes.most)
      const own = cases.filter(({ managerStaffCode }) => managerStaffCode === session.practitioner)
      assert.ok(session.crns.every((crn) => own.some((one) => one.crn === crn)))
    }
    assert.ok(sessions.some(({ privateAnswers }) => privateAnswers.wellbeing !== undefined))
    assert.ok(sessions.some(({ crns }) => crns.length === 2))
  })

  const some: KindId[] = ['monthly', 'reflective', 'observation', 'rcat']
  for (const kind of some) {
    it(`always has several people whose ${kind} is met, open, overdue and missed`, () => {
      for (const day of triedDays) {
        const world = worldOn(day)
        const people = world.people.filter(
          (person) => kindOf(policy, kind).grades.includes(person.grade) && isInPost(person, day),
        )
        const open = windowOf(kind, 0, day)
        const last = windowOf(kind, 1, day)
        const before = windowOf(kind, 2, day)
        const empty = (person: Person, window: Window) =>
          !held(world, person, kind, window) && wasThere(world, person, window)
        const count = (state: (person: Person) => boolean) => people.filter(state).length
        const states = {
          met: count((person) => held(world, person, kind, last)),
          open: count((person) => empty(person, open)),
          overdue: count((person) => empty(person, last) && !held(world, person, kind, open)),
          missed: count((person) => empty(person, before)),
        }
        for (const [state, number] of Object.entries(states)) assert.ok(number >= 3, `${number} ${state} on ${day}`)
      }
    })
  }

  it('always has several people who were not there for most of last month', () => {
    for (const day of triedDays) {
      const world = worldOn(day)
      const lastMonth = windowOf('monthly', 1, day)
      const away = world.people.filter(
        (person) => kindOf(policy, 'monthly').grades.includes(person.grade) && !wasThere(world, person, lastMonth),
      )
      assert.ok(away.length >= 3, `${away.length} on ${day}`)
      const codes = away.map(({ staffCode }) => String(staffCode))
      // On leave, sick, and not started yet.
      assert.ok(['N03B012', 'N03B024', 'N03B008'].every((code) => codes.includes(code)))
    }
  })
})
