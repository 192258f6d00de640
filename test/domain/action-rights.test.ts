import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import type { Cover } from '../../domain/absence.ts'
import { type Action, afterStep, begun, type StepName, stepNames } from '../../domain/action.ts'
import { mayAsk, mayHandOnTo, maySeeAction, mayStep } from '../../domain/action-rights.ts'
import { ActionId, CoverId } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import { day } from '../support/days.ts'
import { admin, aisha, gwen, omar, priya, ruth, tom } from '../support/people.ts'

const today = day('2026-11-22')
const at = Temporal.Instant.from('2026-11-22T10:00:00Z')
const asked = (rest: Partial<Action> = {}): Action =>
  begun({
    id: ActionId.parse('00000000-0000-4000-8000-000000000001'),
    owner: aisha.staffCode,
    askedBy: priya.staffCode,
    askedAt: at,
    text: 'Finish the refresher',
    ...rest,
  })
const wanting = afterStep(asked(), {
  does: 'ask-more-time',
  by: aisha.staffCode,
  at,
  due: day('2026-12-10'),
  reason: 'In court',
})
const ruthForPriya: Cover[] = [
  {
    id: CoverId.parse('00000000-0000-4000-8000-0000000000c1'),
    manager: priya.staffCode,
    by: ruth.staffCode,
    from: day('2026-11-20'),
    to: day('2026-11-27'),
  },
]
const viewer = (person: Person, covers: Cover[] = []) => ({ person, today: today.toString(), covers })
const left = (person: Person) => ({ ...person, endedOn: '2026-11-21' as NonNullable<Person['endedOn']> })

describe('Who may do what with an action', () => {
  const people = { owner: aisha, asker: priya }
  const owners: StepName[] = ['confirm', 'finish', 'ask-more-time', 'hand-on']
  const answers: StepName[] = ['agree-more-time', 'refuse-more-time']
  const who: [string, Person, Cover[], boolean, readonly StepName[]][] = [
    ['its owner', aisha, [], true, owners],
    ['whoever asked for it', priya, [], true, [...answers, 'withdraw']],
    ['the manager of whoever asked for it', gwen, [], true, []],
    ['whoever covers for the owner’s manager', ruth, ruthForPriya, true, answers],
    ['the manager of another team', ruth, [], false, []],
    ['a colleague of the owner', tom, [], false, []],
    ['somebody of another team', omar, [], false, []],
    ['an administrator', admin, [], false, []],
    ['an owner who has left', left(aisha), [], false, []],
    ['an asker who has left', left(priya), [], false, []],
  ]
  for (const [name, person, covers, sees, may] of who) {
    it(`${name} ${sees ? 'sees it' : 'sees nothing of it'} and may ${may.length === 0 ? 'do nothing' : may.join(', ')}`, () => {
      assert.equal(maySeeAction(viewer(person, covers), wanting, people), sees)
      const allowed = stepNames.filter((does) => mayStep(viewer(person, covers), does, wanting, people))
      assert.deepEqual(
        allowed,
        stepNames.filter((does) => may.includes(does)),
      )
    })
  }

  it('nobody agrees to their own wish for more time, though they manage or cover', () => {
    const ownedByPriya = asked({ owner: priya.staffCode, askedBy: gwen.staffCode })
    const two = { owner: priya, asker: gwen }
    assert.equal(mayStep(viewer(priya), 'agree-more-time', ownedByPriya, two), false)
    assert.equal(mayStep(viewer(gwen), 'agree-more-time', ownedByPriya, two), true)
  })

  const asking: [string, Person, Person, Cover[], boolean][] = [
    ['oneself', aisha, aisha, [], true],
    ['somebody one manages', priya, aisha, [], true],
    ['one’s line manager', aisha, priya, [], true],
    ['whoever covers for one’s line manager', aisha, ruth, ruthForPriya, true],
    ['a team one covers', ruth, aisha, ruthForPriya, true],
    ['a colleague', aisha, tom, [], false],
    ['another team', ruth, aisha, [], false],
    ['two levels down', gwen, aisha, [], false],
    ['somebody who has left', priya, left(aisha), [], false],
  ]
  for (const [name, person, owner, covers, may] of asking) {
    it(`an action ${may ? 'may' : 'may not'} be asked of ${name}`, () => {
      assert.equal(mayAsk(viewer(person, covers), owner), may)
    })
  }

  it('the two people of a session may ask each other whatever came of it, and nobody else', () => {
    const session = { practitioner: omar.staffCode, supervisor: priya.staffCode }
    assert.equal(mayAsk(viewer(priya), omar, session), true)
    assert.equal(mayAsk(viewer(omar), priya, session), true)
    assert.equal(mayAsk(viewer(tom), omar, session), false)
    assert.equal(mayAsk(viewer(priya), left(omar), session), false)
  })

  const handing: [string, Person, boolean][] = [
    ['a colleague with the same manager', tom, true],
    ['whoever asked for it', priya, true],
    ['oneself', aisha, false],
    ['somebody of another team', omar, false],
    ['the administrator, though of the same team', admin, false],
    ['a colleague who has left', left(tom), false],
  ]
  for (const [name, to, may] of handing) {
    it(`an action ${may ? 'can' : 'cannot'} be handed on to ${name}`, () => {
      assert.equal(mayHandOnTo(viewer(aisha), to, asked()), may)
    })
  }
})
