import assert from 'node:assert/strict'
import type { Person } from '../../domain/staff.ts'
import type { SeenMessage } from '../support/fake-teams.ts'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { aisha, gwen, officePeople, priya, tom } from '../support/people.ts'
import { wordsOf } from '../support/bookings-in-chat.ts'

describe('x', () => {
  it('y', async () => {
    const office = await anOffice({ now: '2026-11-23T06:00:00Z' })
    for (const p of officePeople) await office.teams.say(inTeams(p), 'hello')
    office.service().sweep()
    await office.service().idle()
    for (const p of officePeople) console.log(p.name, (await office.service().store.outbox.ofPerson(p.staffCode, 50)).map(({key, dueAt, state}) => `${key} ${dueAt} ${state}`))
    await office.restart('2026-11-23T08:30:00Z')
    await office.service().deliver()
    console.log(wordsOf(office.teams.last(inTeams(priya))))
    await office.restart('2026-11-23T09:00:00Z')
    await office.service().deliver()
    for (const p of officePeople) console.log(p.name, wordsOf(office.teams.last(inTeams(p))).slice(0, 300), (await office.service().store.outbox.ofPerson(p.staffCode, 50)).map(({key, outcome, why}) => `${key} ${outcome} ${why}`))
    console.log(office.log().slice(-2000))
    await office.close()
  })
})
