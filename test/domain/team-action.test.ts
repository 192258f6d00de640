import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { type StaffCode, TeamActionId } from '../../domain/ids.ts'
import {
  afterClose,
  afterConfirm,
  type CannotConfirm,
  cannotConfirm,
  confirmationsOf,
  leftToConfirm,
  type TeamAction,
  type TeamActionWay,
  teamActionStanding,
  teamActionWays,
  whoseTurn,
} from '../../domain/team-action.ts'
import { aisha, gwen, omar, priya, quinn, ruth, tom } from '../support/people.ts'
import { plain } from '../support/records.ts'

const at = (minutes: number) => Temporal.Instant.from('2026-11-22T10:00:00Z').add({ minutes })
const codes = [tom, aisha, ruth, priya, gwen, quinn].map(({ staffCode }) => staffCode)
const asked = (way: TeamActionWay, people: readonly StaffCode[] = codes.slice(0, 3)): TeamAction => ({
  id: TeamActionId.parse('00000000-0000-4000-8000-000000000001'),
  way,
  text: 'Finish the refresher',
  askedBy: priya.staffCode,
  askedAt: at(0),
  chat: '19:chat',
  people: people.map((person) => ({ person, inChat: true })),
})
/** The action after these tried to confirm, one after the other: whoever cannot changes nothing. */
const tried = (action: TeamAction, ...people: readonly { staffCode: StaffCode }[]) =>
  people.reduce(
    (now, { staffCode }, index) =>
      cannotConfirm(now, staffCode) === undefined ? afterConfirm(now, staffCode, at(index + 1)) : now,
    action,
  )
const closed = (action: TeamAction) => afterClose(action, priya.staffCode, at(60))

describe('A team action', () => {
  const rules: [string, TeamAction, { staffCode: StaffCode }, CannotConfirm | undefined][] = [
    ['everyone: asked', asked('everyone'), aisha, undefined],
    ['everyone: whoever asked, but was not asked', asked('everyone'), priya, 'not-asked'],
    ['everyone: did before', tried(asked('everyone'), aisha), aisha, 'already'],
    ['everyone: others did', tried(asked('everyone'), tom, ruth), aisha, undefined],
    ['everyone: closed', closed(asked('everyone')), aisha, 'closed'],
    ['everyone: did before it was closed', closed(tried(asked('everyone'), aisha)), aisha, 'already'],
    ['everyone: closed, not asked', closed(asked('everyone')), omar, 'not-asked'],
    ['anyone: asked', asked('anyone'), ruth, undefined],
    ['anyone: somebody else did', tried(asked('anyone'), tom), ruth, 'enough'],
    ['anyone: somebody else did, and it was closed', closed(tried(asked('anyone'), tom)), ruth, 'closed'],
    ['in order: the first', asked('in-order'), tom, undefined],
    ['in order: the second too early', asked('in-order'), aisha, 'not-yet'],
    ['in order: the second in turn', tried(asked('in-order'), tom), aisha, undefined],
    ['in order: the third after the first', tried(asked('in-order'), tom), ruth, 'not-yet'],
  ]
  for (const [what, action, person, cannot] of rules) {
    it(`${what}: ${cannot ?? 'may confirm'}`, () => {
      assert.equal(cannotConfirm(action, person.staffCode), cannot)
      if (cannot !== undefined) assert.throws(() => afterConfirm(action, person.staffCode, at(1)))
    })
  }

  const standings: [string, TeamAction, string, number, number][] = [
    ['everyone, nobody yet', asked('everyone'), 'open', 3, 3],
    ['everyone, all but one', tried(asked('everyone'), tom, ruth), 'open', 1, 1],
    ['everyone, all', tried(asked('everyone'), tom, ruth, aisha), 'complete', 0, 0],
    ['anyone, nobody yet', asked('anyone'), 'open', 3, 3],
    ['anyone, one', tried(asked('anyone'), ruth), 'complete', 0, 0],
    ['in order, the first', tried(asked('in-order'), tom), 'open', 2, 1],
    ['closed with nobody', closed(asked('everyone')), 'closed', 0, 0],
  ]
  for (const [what, action, standing, left, turns] of standings) {
    it(`of ${what} is ${standing}, with ${left} left and ${turns} who can do something`, () => {
      assert.equal(teamActionStanding(action), standing)
      assert.equal(leftToConfirm(action).length, left)
      assert.equal(whoseTurn(action).length, turns)
    })
  }

  it('is closed once, and stays as it was closed', () => {
    assert.throws(() => afterClose(closed(asked('everyone')), tom.staffCode, at(70)))
  })

  const anyPeople = fc.shuffledSubarray(codes, { minLength: 1 })
  const anyTries = fc.array(fc.constantFrom(...[...codes, omar.staffCode]), { maxLength: 15 })
  const people = (some: readonly StaffCode[]) => some.map((staffCode) => ({ staffCode }))

  it('of everyone ends the same in whatever order they confirm', () => {
    fc.assert(
      fc.property(anyPeople, anyTries, anyTries, (of, first, second) => {
        const done = (order: readonly StaffCode[]) =>
          plain(
            tried(asked('everyone', of), ...people(order)).people.map(({ confirmedAt }) => confirmedAt !== undefined),
          )
        const both = [...first, ...second]
        assert.deepEqual(done(both), done([...both].reverse()))
      }),
    )
  })

  it('of anyone ends with exactly one, the first of those asked who tried', () => {
    fc.assert(
      fc.property(anyPeople, anyTries, (of, tries) => {
        const after = tried(asked('anyone', of), ...people(tries))
        const first = tries.find((code) => of.includes(code))
        assert.deepEqual(
          after.people.filter(({ confirmedAt }) => confirmedAt !== undefined).map(({ person }) => person),
          first === undefined ? [] : [first],
        )
      }),
    )
  })

  it('in order is never confirmed by somebody before whoever was named earlier', () => {
    fc.assert(
      fc.property(anyPeople, anyTries, (of, tries) => {
        const after = tried(asked('in-order', of), ...people(tries))
        const made = after.people.map(({ confirmedAt }) => confirmedAt !== undefined)
        assert.deepEqual(
          made,
          [...made].sort((a, b) => Number(b) - Number(a)),
        )
        const times = after.people.flatMap(({ confirmedAt }) => confirmedAt?.epochMilliseconds ?? [])
        assert.deepEqual(times, [...times].sort())
      }),
    )
  })

  it('counts each once, is confirmed by nobody else, and its counts agree', () => {
    fc.assert(
      fc.property(fc.constantFrom(...teamActionWays), anyPeople, anyTries, (way, of, tries) => {
        let action = asked(way, of)
        for (const [index, code] of tries.entries()) {
          const before = action
          if (cannotConfirm(action, code) === undefined) action = afterConfirm(action, code, at(index))
          const moved = action.people.filter((one, place) => one !== before.people[place])
          assert.ok(moved.every(({ person }) => person === code))
          const { made, needed } = confirmationsOf(action)
          assert.ok(made <= needed)
          assert.equal(leftToConfirm(action).length === 0, made === needed)
          assert.ok(whoseTurn(action).every((person) => cannotConfirm(action, person) === undefined))
        }
      }),
    )
  })
})
