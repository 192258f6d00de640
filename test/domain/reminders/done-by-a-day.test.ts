import assert from 'node:assert/strict'
import type { Action } from '../../../domain/action.ts'
import { AllocationId } from '../../../domain/ids.ts'
import { entryOf, keyOf } from '../../../domain/reminders/reminder.ts'
import type { ReminderFacts } from '../../../domain/reminders/reminder-facts.ts'
import { remindersDue } from '../../../domain/reminders/reminders-due.ts'
import { day } from '../../support/days.ts'
import { allButMonthly, dueBecauseOfAisha as due } from '../../support/due-because-of-aisha.ts'
import { aisha, priya, ruth, tom } from '../../support/people.ts'
import { guid } from '../../support/records.ts'
import { anAction, factsOf, london, roundAt } from '../../support/reminders.ts'
import { held } from '../../support/windows.ts'

type Office = Parameters<typeof due>[2] & object
const sessions = allButMonthly
const people = [priya, aisha, tom]

describe('What has to be done by a day', () => {
  const action = (more: Partial<Action> = {}): Partial<ReminderFacts> => ({
    actions: [{ ...anAction(1, aisha, '2026-11-02', '2026-11-20'), ...more }],
  })
  const at = london('2026-11-10 10:00')
  const table: [says: string, at: string, facts: Partial<ReminderFacts>, office: Office, expected: string[]][] = [
    ['its owner is reminded three days before', '2026-11-17 06:00', action(), {}, ['Aisha action-due 3 09:00']],
    ['nobody is four days before', '2026-11-16 06:00', action(), {}, []],
    ['on the day', '2026-11-20 06:00', action(), {}, ['Aisha action-due 0 09:00']],
    ['with the same step when the day was missed', '2026-11-24 06:00', action(), {}, ['Aisha action-due 0 09:00']],
    [
      'on Monday what was due on Saturday',
      '2026-11-23 06:00',
      action({ due: day('2026-11-21') }),
      {},
      ['Aisha action-due 0 09:00'],
    ],
    ['not once it is done', '2026-11-20 06:00', action({ state: 'done' }), {}, []],
    ['not when it was handed on', '2026-11-20 06:00', action({ owner: tom.staffCode }), {}, []],
    [
      'not while more time is asked for',
      '2026-11-20 06:00',
      action({ moreTime: { due: day('2026-11-27'), reason: 'Ill' } }),
      {},
      [],
    ],
    ['not without a day', '2026-11-20 06:00', { actions: [anAction(1, aisha, '2026-11-02', undefined)] }, {}, []],
    [
      'not on the day it was asked',
      '2026-11-20 11:00',
      { actions: [anAction(1, aisha, '2026-11-20', '2026-11-20')] },
      {},
      [],
    ],
    [
      'not of a step that had passed when it was asked',
      '2026-11-19 06:00',
      { actions: [anAction(1, aisha, '2026-11-18', '2026-11-20')] },
      {},
      [],
    ],
    [
      'not on the day it was taken over',
      '2026-11-10 12:00',
      action({
        due: day('2026-11-13'),
        steps: [{ does: 'hand-on', by: tom.staffCode, at, from: tom.staffCode, to: aisha.staffCode }],
      }),
      {},
      [],
    ],
    [
      'not while they are away, nor anybody in their stead',
      '2026-11-20 06:00',
      action(),
      { away: [[aisha, '2026-11-20', '2026-11-20']], covers: [[aisha, ruth, '2026-11-20', '2026-11-20']] },
      [],
    ],
    [
      'a team action, those who have not done it',
      '2026-11-17 06:00',
      { teamActions: [{ id: 'refresher', due: '2026-11-20', askedOn: '2026-11-02' }] },
      {},
      ['Aisha team-action-due 3 09:00'],
    ],
    [
      'a first discussion',
      '2026-11-20 06:00',
      { touchPoints: [{ allocation: AllocationId.parse(guid(1)), on: '2026-11-20', decidedOn: '2026-11-05' }] },
      {},
      ['Aisha touch-point 0 09:00'],
    ],
    [
      'a review, from the working day after',
      '2026-11-23 06:00',
      { reviews: [{ practitioner: aisha.staffCode, kind: 'oasys', dueOn: '2026-11-20' }] },
      {},
      ['Aisha review-due overdue 09:00'],
    ],
    [
      'no review on its day',
      '2026-11-20 06:00',
      { reviews: [{ practitioner: aisha.staffCode, kind: 'oasys', dueOn: '2026-11-20' }] },
      {},
      [],
    ],
    [
      'once for the reviews of a kind and a day',
      '2026-11-23 06:00',
      { reviews: [1, 2].map(() => ({ practitioner: aisha.staffCode, kind: 'oasys', dueOn: '2026-11-20' })) },
      {},
      ['Aisha review-due overdue 09:00'],
    ],
  ]
  const monthly = ['2026-11-03'].map((on) => held(on, 'monthly'))
  for (const [says, when, facts, office, expected] of table) {
    it(says, () => assert.deepEqual(due(when, { sessions: [...sessions, ...monthly], ...facts }, office), expected))
  }

  it('with another day is another thing, so that it is reminded of again', () => {
    const [first] = remindersDue(factsOf(aisha, { ...action() }), roundAt('2026-11-20 06:00', { people }))
    const later = action({ due: day('2026-11-27') })
    const [second] = remindersDue(factsOf(aisha, later), roundAt('2026-11-27 06:00', { people }))
    assert.ok(first && second && keyOf(first) !== keyOf(second))
  })

  it('is kept without a case number, a name or a word of anybody’s', () => {
    const reviews = [{ practitioner: aisha.staffCode, kind: 'oasys', dueOn: '2026-11-20', crn: 'X320741' as never }]
    const [reminder] = remindersDue(factsOf(aisha, { sessions, reviews }), roundAt('2026-11-23 06:00', { people }))
    assert.ok(reminder)
    assert.doesNotMatch(JSON.stringify(entryOf(reminder)), /X320741|Aisha/)
  })
})
