import assert from 'node:assert/strict'
import { entryOf, type Reminder } from '../../domain/reminders/reminder.ts'
import { wordsOf } from '../support/bookings-in-chat.ts'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { aisha, officePeople, priya } from '../support/people.ts'
import { note } from '../support/records.ts'
import { anAction, london } from '../support/reminders.ts'
import { whatIsKept } from '../support/what-is-kept.ts'

describe('What is decided about reminders just before they are sent', () => {
  let office: Office

  beforeEach(async () => {
    office = await anOffice({ now: '2026-11-23T05:00:00Z' })
    for (const person of officePeople) await office.teams.install(inTeams(person))
  })
  afterEach(() => office.close())

  /** Actions of Aisha that are due on a day, with their reminders at these times of it. */
  async function reminded(...times: string[]): Promise<void> {
    const { actions, outbox } = office.service().store
    const all = times.map((_, number) => anAction(number + 1, aisha, '2026-11-16', '2026-11-23', priya))
    await actions.add(all.map((action) => ({ action, note: note('action.asked'), notices: [] })))
    const reminders = all.map(({ id, due }, number): Reminder => {
      const thing = { what: 'action-due', person: aisha.staffCode, action: id, due: String(due) } as Reminder['thing']
      return { to: aisha.staffCode, thing, step: '0', dueAt: london(`2026-11-23 ${times[number]}`) }
    })
    await outbox.enqueue(reminders.map(entryOf), london('2026-11-23 06:00'))
  }
  async function deliveredAt(now: string): Promise<string[]> {
    await office.restart(now)
    const before = office.teams.seenBy(inTeams(aisha)).length
    await office.service().deliver()
    return office.teams.seenBy(inTeams(aisha)).slice(before).map(wordsOf)
  }
  const why = async () =>
    (await office.service().store.outbox.ofPerson(aisha.staffCode, 50)).map((entry) => `${entry.outcome} ${entry.why}`)

  it('is one message for what falls due within ten minutes, and a later one for the rest', async () => {
    await reminded('09:00', '09:04', '09:10', '09:11')
    const [one, ...more] = await deliveredAt('2026-11-23T09:00:00Z')
    assert.deepEqual(more, [])
    assert.equal(one?.match(/You are told because it is yours to do/g)?.length, 3)
    assert.equal((await deliveredAt('2026-11-23T09:11:00Z')).length, 1)
  })

  it('is that nothing is sent of what was done meanwhile, with why', async () => {
    await reminded('09:00')
    const { actions } = office.service().store
    const [action] = await actions.openOf([aisha.staffCode])
    assert.ok(action)
    const step = { does: 'finish', by: aisha.staffCode, at: london('2026-11-23 08:00') } as const
    const done = { ...action, state: 'done' as const, steps: [...action.steps, step] }
    assert.equal(await actions.step(done, { notes: [], notices: [] }), 'kept')
    assert.deepEqual(await deliveredAt('2026-11-23T09:00:00Z'), [])
    assert.deepEqual(await why(), ['dropped done'])
  })

  it('leaves what this version does not know to another, without holding up the rest', async () => {
    await reminded('09:00')
    const unknown = { key: 'N03A001/new/x/1', to: aisha.staffCode, what: 'new' as never, about: {} }
    await office
      .service()
      .store.outbox.enqueue([{ ...unknown, dueAt: london('2026-11-23 08:59') }], london('2026-11-23 06:00'))
    assert.equal((await deliveredAt('2026-11-23T09:00:00Z')).length, 1)
    assert.deepEqual((await why()).sort(), ['delivered undefined', 'later not-known-here'])
  })

  it('keeps that somebody was shown a digest once it was sent, and not where it was not', async () => {
    const viewed = () =>
      (whatIsKept(office.dataDir).audit_entry ?? []).filter(
        (entry) => JSON.stringify(entry).includes('record.viewed') && JSON.stringify(entry).includes(aisha.staffCode),
      ).length
    const thing = { what: 'digest', manager: priya.staffCode, day: '2026-11-23' } as Reminder['thing']
    const digest: Reminder = { to: priya.staffCode, thing, step: 'day', dueAt: london('2026-11-23 08:30') }
    await office.service().store.outbox.enqueue([entryOf(digest)], london('2026-11-23 06:00'))
    office.teams.fails(({ kind }) => (kind === 'send' ? { status: 500 } : undefined))
    await deliveredAt('2026-11-23T08:30:00Z')
    assert.equal(viewed(), 0)
    office.teams.fails(() => undefined)
    await deliveredAt('2026-11-23T08:40:00Z')
    assert.equal(viewed(), 1)
  })
})
