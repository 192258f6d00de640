import assert from 'node:assert/strict'
import { messageOfReminders } from '../../../dialogs/reminders/message-of-reminders.ts'
import type { TellingDesk } from '../../../dialogs/telling.ts'
import type { Allocation } from '../../../domain/allocation/allocation.ts'
import { AllocationId, Crn, IsoDate } from '../../../domain/ids.ts'
import { asMessages } from '../../../domain/reminders/one-message.ts'
import type { Reminder } from '../../../domain/reminders/reminder.ts'
import { aDrawDesk, type DrawDesk } from '../../support/draw-desk.ts'
import { aisha, gwen, priya } from '../../support/people.ts'
import { guid } from '../../support/records.ts'
import { anAction, factsOf, london, roundAt } from '../../support/reminders.ts'

const people = [priya, aisha, gwen]
const crn = Crn.parse('X320741')
const allocation = AllocationId.parse(guid(40))
const hidden = factsOf(aisha, {
  touchPoints: [{ allocation, on: '2026-11-26', decidedOn: '2026-11-11' }],
  reviews: [{ practitioner: aisha.staffCode, kind: 'oasys', dueOn: '2026-11-12', crn }],
})
const dueAt = london('2026-11-23 09:00')
const touchPoint: Reminder = {
  to: aisha.staffCode,
  thing: { what: 'touch-point', person: aisha.staffCode, allocation },
  step: '3',
  dueAt,
}
const review: Reminder = {
  to: aisha.staffCode,
  thing: { what: 'review-due', person: aisha.staffCode, review: 'oasys', due: IsoDate.parse('2026-11-12') },
  step: 'overdue',
  dueAt,
}

describe('The message for reminders', () => {
  let at: DrawDesk
  let desk: TellingDesk
  const round = roundAt('2026-11-23 09:00', { people })
  before(async () => {
    at = await aDrawDesk(people, [])
    desk = {
      ...at.desk,
      allocations: {
        ...at.desk.allocations,
        byId: async () => ({ id: allocation, crn }) as Allocation,
        to: async () => [],
      },
      cases: { ...at.desk.cases, reviewFacts: async () => 'not-answered' },
    }
  })
  after(() => at.close())

  it('has no number of a case to which access is restricted, or could not be checked', async () => {
    for (const caseload of [[], 'not-answered' as const]) {
      at.caseload.now = caseload
      const { message, shows, says } = await messageOfReminders(aisha, [touchPoint], [hidden], round, desk)
      assert.match(JSON.stringify(message), /First discussion of a case/)
      assert.doesNotMatch(JSON.stringify(message), /X320741/)
      assert.equal(shows, `touch-point:${aisha.staffCode}:${allocation}`)
      assert.deepEqual(says, [touchPoint])
    }
  })

  it('waits with a review that the case services do not tell of, and sends the rest', async () => {
    const action = anAction(7, aisha, '2026-11-09', '2026-11-24')
    const due: Reminder = {
      to: aisha.staffCode,
      thing: { what: 'action-due', person: aisha.staffCode, action: action.id, due: IsoDate.parse('2026-11-24') },
      step: '3',
      dueAt,
    }
    const [together = []] = asMessages([due, review])
    const facts = [{ ...hidden, actions: [action] }]
    const made = await messageOfReminders(aisha, together, facts, round, desk)
    assert.deepEqual([made.says, made.notAnswered, made.settled], [[due], [review], []])
    assert.match(JSON.stringify(made.message), /Finish the refresher/)
    const later = await messageOfReminders(aisha, [review], facts, round, desk)
    assert.equal(later.message, undefined)
  })

  it('is none where nothing is left to do', async () => {
    const { message, settled } = await messageOfReminders(aisha, [touchPoint], [factsOf(aisha)], round, desk)
    assert.deepEqual([message, settled], [undefined, [touchPoint]])
  })

  it('to a line manager does not count reviews of cases that they may not see', async () => {
    at.caseload.now = []
    const thing = { what: 'digest' as const, manager: priya.staffCode, day: IsoDate.parse('2026-11-23') }
    const digest: Reminder = { to: priya.staffCode, thing, step: 'day', dueAt }
    const action = anAction(7, aisha, '2026-09-09', '2026-11-12')
    const sessions = ['2026-11-03'].map((heldOn) => ({ kinds: [], heldOn, counts: true }))
    const summaryOf = async (facts: typeof hidden) => {
      const { message } = await messageOfReminders(priya, [digest], [facts], round, desk)
      return message && 'summary' in message ? message.summary : undefined
    }
    const without = await summaryOf({ ...factsOf(aisha, { sessions }), actions: [action] })
    assert.match(String(without), /^\d+ things overdue, of 1 person$/)
    assert.equal(await summaryOf({ ...hidden, sessions, actions: [action] }), without)
  })

  it('to a head of PDU does not count them either', async () => {
    at.caseload.now = []
    const thing = { what: 'weekly' as const, head: gwen.staffCode, week: IsoDate.parse('2026-11-23') }
    const weekly: Reminder = { to: gwen.staffCode, thing, step: 'week', dueAt }
    const old = factsOf(aisha, {
      reviews: [{ practitioner: aisha.staffCode, kind: 'oasys', dueOn: '2026-09-01', crn }],
    })
    const action = anAction(7, aisha, '2026-07-09', '2026-09-01')
    const sessions = ['2026-11-03'].map((heldOn) => ({ kinds: [], heldOn, counts: true }))
    const saidOf = async (facts: typeof hidden) =>
      JSON.stringify((await messageOfReminders(gwen, [weekly], [facts], round, desk)).message)
    const without = await saidOf({ ...factsOf(aisha, { sessions }), actions: [action] })
    assert.match(without, /long overdue in your PDU/)
    assert.equal(await saidOf({ ...old, sessions, actions: [action] }), without)
  })
})
