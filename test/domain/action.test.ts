import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import {
  type Action,
  type ActionStep,
  afterStep,
  begun,
  cannotStep,
  isOpen,
  isOverdue,
  mostPressingFirst,
  type StepName,
  stepNames,
  toldOf,
} from '../../domain/action.ts'
import { ActionId } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import { day } from '../support/days.ts'
import { aisha, officePeople, priya, ruth, tom } from '../support/people.ts'
import { plain } from '../support/records.ts'

const at = Temporal.Instant.from('2026-11-22T10:00:00Z')
const asked = (rest: Partial<Action> = {}): Action =>
  begun({
    id: ActionId.parse('00000000-0000-4000-8000-000000000001'),
    owner: aisha.staffCode,
    askedBy: priya.staffCode,
    askedAt: at,
    text: 'Finish the refresher',
    due: day('2026-11-27'),
    ...rest,
  })
const step = (does: StepName, by: Person, to: Person = tom): ActionStep => {
  const who = { by: by.staffCode, at }
  switch (does) {
    case 'ask-more-time':
      return { ...who, does, due: day('2026-12-10'), reason: 'In court' }
    case 'agree-more-time':
      return { ...who, does, due: day('2026-12-10') }
    case 'hand-on':
      return { ...who, does, from: by.staffCode, to: to.staffCode }
    default:
      return { ...who, does }
  }
}
const wanting = afterStep(asked(), step('ask-more-time', aisha))
describe('An action', () => {
  it('waits to be confirmed, unless somebody asked it of themself', () => {
    assert.equal(asked().state, 'asked')
    assert.equal(asked({ askedBy: aisha.staffCode }).state, 'confirmed')
  })

  const states: [string, Action, StepName, Partial<Action> | 'over' | 'already' | 'nothing-asked'][] = [
    ['asked', asked(), 'confirm', { state: 'confirmed' }],
    ['confirmed', afterStep(asked(), step('confirm', aisha)), 'confirm', 'already'],
    ['asked', asked(), 'finish', { state: 'done' }],
    ['done', afterStep(asked(), step('finish', aisha)), 'finish', 'over'],
    ['done', afterStep(asked(), step('finish', aisha)), 'confirm', 'over'],
    ['withdrawn', afterStep(asked(), step('withdraw', priya)), 'finish', 'over'],
    [
      'asked',
      asked(),
      'ask-more-time',
      { state: 'confirmed', moreTime: { due: day('2026-12-10'), reason: 'In court' } },
    ],
    ['asked', asked(), 'agree-more-time', 'nothing-asked'],
    ['asked', asked(), 'refuse-more-time', 'nothing-asked'],
    ['waiting for an answer', wanting, 'agree-more-time', { state: 'confirmed', due: day('2026-12-10') }],
    ['waiting for an answer', wanting, 'refuse-more-time', { state: 'confirmed', due: day('2026-11-27') }],
    ['waiting for an answer', wanting, 'finish', { state: 'done' }],
    ['confirmed', afterStep(asked(), step('confirm', aisha)), 'hand-on', { state: 'asked', owner: tom.staffCode }],
    ['asked', asked(), 'withdraw', { state: 'withdrawn' }],
  ]
  for (const [where, action, does, then] of states) {
    it(`that is ${where}: ${does} ${typeof then === 'string' ? `is refused as ${then}` : 'moves it on'}`, () => {
      const one = step(does, aisha)
      if (typeof then === 'string') {
        assert.equal(cannotStep(action, one), then)
        assert.throws(() => afterStep(action, one))
        return
      }
      const { state, owner, due } = afterStep(action, one)
      assert.deepEqual(
        plain({ state, owner, due }),
        plain({ state: action.state, owner: action.owner, due: action.due, ...drop(then) }),
      )
      assert.deepEqual(plain(afterStep(action, one).moreTime), plain(then.moreTime))
    })
  }

  it('asked of oneself gets more time at once, because there is nobody to ask', () => {
    const own = asked({ askedBy: aisha.staffCode })
    const later = afterStep(own, step('ask-more-time', aisha))
    assert.deepEqual([later.due?.toString(), later.moreTime], ['2026-12-10', undefined])
  })

  it('handed back to whoever asked is theirs, with nothing to confirm', () => {
    const back = afterStep(asked(), step('hand-on', aisha, priya))
    assert.deepEqual([back.owner, back.state], [priya.staffCode, 'confirmed'])
  })

  it('tells whoever owns it and whoever asked for it, but not who took the step', () => {
    assert.deepEqual(toldOf(asked(), aisha.staffCode), [priya.staffCode])
    assert.deepEqual(toldOf(asked(), priya.staffCode), [aisha.staffCode])
    assert.deepEqual(toldOf(asked(), ruth.staffCode), [aisha.staffCode, priya.staffCode])
    assert.deepEqual(toldOf(afterStep(asked(), step('hand-on', aisha)), aisha.staffCode), [
      tom.staffCode,
      priya.staffCode,
    ])
    assert.deepEqual(toldOf(asked({ askedBy: aisha.staffCode }), aisha.staffCode), [])
  })

  it('is overdue from the day after it was due, as long as it is open', () => {
    assert.equal(isOverdue(asked(), day('2026-11-27')), false)
    assert.equal(isOverdue(asked(), day('2026-11-28')), true)
    assert.equal(isOverdue(afterStep(asked(), step('finish', aisha)), day('2026-11-28')), false)
    const { due: _, ...without } = asked()
    assert.equal(isOverdue(without, day('2036-11-28')), false)
  })

  const anyPerson = fc.constantFrom(...officePeople)
  const anyStep = fc
    .tuple(fc.constantFrom(...stepNames), anyPerson, anyPerson)
    .map(([does, by, to]) => step(does, by, to))

  it('has, after any steps in any order, one owner, one asker, its text, and every step that was taken', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 30 }), fc.boolean(), (steps, own) => {
        const first = asked(own ? { askedBy: aisha.staffCode } : {})
        let action = first
        const taken: ActionStep[] = []
        for (const one of steps) {
          if (cannotStep(action, one) !== undefined) continue
          action = afterStep(action, one)
          taken.push(one)
        }
        assert.deepEqual(plain(action.steps), plain(taken))
        assert.deepEqual([action.askedBy, action.text, action.id], [first.askedBy, first.text, first.id])
        const handed = taken.findLast((one) => one.does === 'hand-on')
        assert.equal(action.owner, handed?.to ?? first.owner)
        assert.equal(isOpen(action), !taken.some(({ does }) => does === 'finish' || does === 'withdraw'))
        if (action.moreTime !== undefined) assert.notEqual(action.owner, action.askedBy)
        assert.ok(taken.slice(0, -1).every(({ does }) => does !== 'finish' && does !== 'withdraw'))
      }),
    )
  })

  it('stands in a list by how pressing it is, whatever the order it came in', () => {
    const one = (number: number, due?: string) => ({
      ...asked({ ...(due === undefined ? {} : { due: day(due) }) }),
      ...(due === undefined ? { due: undefined } : {}),
      id: ActionId.parse(`00000000-0000-4000-8000-00000000000${number}`),
    })
    const actions = [one(1), one(2, '2026-12-01'), one(3, '2026-11-01'), one(4, '2026-12-01')] as Action[]
    fc.assert(
      fc.property(fc.shuffledSubarray(actions, { minLength: 4 }), (some) => {
        assert.deepEqual(
          mostPressingFirst(some).map(({ id }) => id.at(-1)),
          ['3', '2', '4', '1'],
        )
      }),
    )
  })
})

function drop({ moreTime: _, ...rest }: Partial<Action>): Partial<Action> {
  return rest
}
