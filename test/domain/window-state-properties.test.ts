import assert from 'node:assert/strict'
import fc from 'fast-check'
import { defaultSupervisionPolicy as policy } from '../../config/kinds.ts'
import { KindId } from '../../domain/supervision-kind.ts'
import { supervisionCalendar } from '../../domain/supervision-window.ts'
import { type KindStanding, type SupervisionFacts, statesOf, type WindowState } from '../../domain/window-state.ts'
import { workingDaysBetween } from '../../domain/working-days.ts'
import { anyDay, day } from '../support/days.ts'
import { away, workingDays } from '../support/windows.ts'

/** A day about the year before or after the one it is looked at from. */
const near = (today: string, from = -500, to = 400) =>
  fc.integer({ min: from, max: to }).map((days) => day(today).add({ days }).toString())
const someKinds = fc.uniqueArray(fc.constantFrom(...KindId.options), { minLength: 1, maxLength: 3 })

const anySession = (today: string) =>
  fc.record({ kinds: someKinds, heldOn: near(today, -500, 5), counts: fc.boolean() })

/** Somebody, on some day, with whatever happened to them. */
const anyone = anyDay
  .map((today) => today.toString())
  .chain((today) =>
    fc.record({
      today: fc.constant(today),
      person: fc.record(
        { grade: fc.constantFrom('PO' as const, 'SPO' as const), startedOn: near(today), endedOn: near(today) },
        { requiredKeys: ['grade'] },
      ),
      facts: fc.record({
        sessions: fc.array(anySession(today), { maxLength: 12 }),
        bookings: fc.array(fc.record({ kinds: someKinds, on: near(today, -30, 120) }), { maxLength: 4 }),
        absences: fc.array(
          fc
            .tuple(near(today), fc.integer({ min: 0, max: 120 }), fc.boolean())
            .map(([from, days, ends]) => away(from, ends ? day(from).add({ days }).toString() : undefined)),
          { maxLength: 3 },
        ),
      }),
      more: anySession(today),
    }),
  )
type Anyone = typeof anyone extends fc.Arbitrary<infer One> ? One : never

const calendarOf = (today: string) => supervisionCalendar(policy, day(today), workingDays)
const read = ({ today, person, facts }: Anyone, other: SupervisionFacts = facts): KindStanding[] =>
  statesOf(person as never, other, calendarOf(today))
const windowsOf = (standings: readonly KindStanding[]): WindowState[] =>
  standings.flatMap(({ closed, open }) => [...closed, open])

/** The rule as it is written down, day by day and without any haste. */
function slowly({ today, person, facts }: Anyone, standing: KindStanding): string[] {
  const windows = windowsOf([standing])
  const held = facts.sessions
    .filter(({ kinds, counts, heldOn }) => counts && heldOn <= today && kinds.includes(standing.kind))
    .map(({ heldOn }) => heldOn)
  const isThere = (at: string) =>
    (person.startedOn === undefined || person.startedOn <= at) &&
    (person.endedOn === undefined || at <= person.endedOn) &&
    !facts.absences.some(({ from, to }) => from.toString() <= at && (to === undefined || at <= to.toString()))
  const isWaived = ({ window: { from, to } }: WindowState) => {
    let missing = 0
    for (let at = day(from); at.toString() <= to; at = at.add({ days: 1 })) {
      if (workingDays.isWorkingDay(at) && !isThere(at.toString())) missing++
    }
    return missing * 2 > workingDaysBetween(day(from), day(to), workingDays)
  }
  const isMet = ({ window: { from, to } }: WindowState) => held.some((at) => from <= at && at <= to)
  return windows.map((state, index) => {
    const { from, to } = state.window
    if (isMet(state)) return 'met'
    if (isWaived(state)) return 'waived'
    if (to < today) {
      const later = windows
        .slice(index + 1)
        .filter((other) => other.window.to < today && (isMet(other) || !isWaived(other)))
      return later.length > 0 || held.some((at) => at > to) ? 'missed' : 'overdue'
    }
    if (
      facts.bookings.some(({ kinds, on }) => kinds.includes(standing.kind) && on >= today && from <= on && on <= to)
    ) {
      return 'booked'
    }
    return day(today).until(day(to)).days <= 14 ? 'due-soon' : 'due'
  })
}

describe('Whatever happened to somebody, on whatever day,', () => {
  it('their states are what the rule says, read slowly', () => {
    fc.assert(
      fc.property(anyone, (one) => {
        for (const standing of read(one)) {
          assert.deepEqual(
            windowsOf([standing]).map(({ state }) => state),
            slowly(one, standing),
            standing.kind,
          )
        }
      }),
      { numRuns: 150 },
    )
  })

  it('one session more never makes anything more overdue, and one that does not count changes no state', () => {
    fc.assert(
      fc.property(anyone, (one) => {
        const before = windowsOf(read(one))
        const after = windowsOf(read(one, { ...one.facts, sessions: [...one.facts.sessions, one.more] }))
        for (const [index, { state }] of after.entries()) {
          const was = before[index]?.state
          if (!one.more.counts) assert.equal(state, was)
          else if (state !== was)
            assert.ok(state === 'met' || (was === 'overdue' && state === 'missed'), `${was} ${state}`)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('the order in which it is known makes no difference', () => {
    fc.assert(
      fc.property(anyone, (one) => {
        const { sessions, bookings, absences } = one.facts
        const turned = {
          sessions: sessions.toReversed().map((session) => ({ ...session, kinds: session.kinds.toReversed() })),
          bookings: bookings.toReversed(),
          absences: absences.toReversed(),
        }
        assert.deepEqual(read(one, turned), read(one))
      }),
      { numRuns: 150 },
    )
  })

  it('a waived window says why, in days that are more than half of its own, and no other carries a reason', () => {
    fc.assert(
      fc.property(anyone, (one) => {
        for (const state of windowsOf(read(one))) {
          assert.equal('waiver' in state, state.state === 'waived')
          if (state.state !== 'waived') continue
          const { workingDays: all, away: absent, notStarted, gone } = state.waiver
          assert.ok(Math.min(absent, notStarted, gone) >= 0)
          assert.ok((absent + notStarted + gone) * 2 > all && absent + notStarted + gone <= all)
        }
      }),
    )
  })

  it('at most one closed window of a kind is overdue, and after it nothing has closed that was expected', () => {
    fc.assert(
      fc.property(anyone, (one) => {
        for (const { closed } of read(one)) {
          const at = closed.findIndex(({ state }) => state === 'overdue')
          if (at >= 0) assert.ok(closed.slice(at + 1).every(({ state }) => state === 'waived'))
        }
      }),
    )
  })
})
