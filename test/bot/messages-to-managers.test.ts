import assert from 'node:assert/strict'
import { cardInWords } from '../../cards/card-in-words.ts'
import type { Person } from '../../domain/staff.ts'
import { asPeople } from '../support/cases-in-chat.ts'
import { inTeams, type Office } from '../support/office.ts'
import { admin, aisha, gwen, priya, tom } from '../support/people.ts'
import { aRemindedOffice } from '../support/reminded-office.ts'

describe('The digest, the weekly message and the delivery report', () => {
  let office: Office
  const { ask, pressed, notesOf } = asPeople(() => office)
  before(async () => {
    office = await aRemindedOffice(tom)
  })
  after(() => office.close())
  const all = (person: Person) =>
    office.teams
      .seenBy(inTeams(person))
      .flatMap(({ card, summary }) => (card === undefined ? [] : [`[${summary}]\n${cardInWords(card)}`]))
      .join('\n')

  it('tell a line manager who and what is overdue, with a count and no name in the notification', () => {
    assert.match(all(priya), /\[10 things overdue, of 2 people\]\n# Overdue in your team\n/)
    assert.match(all(priya), /Aisha Khan\n▲ Observation, April to September 2026, 38 working days/)
  })

  it('tell a head of PDU how much, by line manager', () => {
    assert.match(all(gwen), /\[\d+ things long overdue in your PDU\]\n# Long overdue in your PDU\n/)
    assert.match(all(gwen), /Priya Nair\n▲ 10 things of 2 people, the longest for 38 working days\./)
    assert.doesNotMatch(all(gwen), /Aisha|Tom/)
  })

  it('can be asked for, and who was looked at can read that', async () => {
    const notes = await notesOf(async () => assert.match(await ask(priya, 'my digest'), /# Overdue in your team/))
    assert.deepEqual(
      notes,
      [aisha, tom].map(({ staffCode }) => `record.viewed ${priya.staffCode} ${staffCode} states`),
    )
    assert.match(await pressed(aisha, 'digest.show', {}), /Only line managers have a digest/)
    assert.match(
      await ask(priya, 'my digest'),
      /## Could not be reached\nTom Okafor: has not installed this assistant, since 23 Nov 2026/,
    )
  })

  it('show an administrator, and nobody else, how many messages arrived and whom none reaches', async () => {
    const said = await ask(admin, 'delivery report')
    assert.match(said, /# Delivery report\n.*\nDelivered: \d+\nNot installed: 1\n/)
    assert.match(said, /Tom Okafor \(N03A002\): has not installed this assistant, since 23 Nov 2026/)
    for (const person of [aisha, priya, gwen]) {
      assert.match(await ask(person, 'delivery report'), /Only an administrator can see the delivery report/)
      assert.match(await pressed(person, 'delivery.show', { page: '1' }), /Only an administrator/)
    }
    assert.match(await ask(admin, 'help'), /\ndelivery report\n/)
    assert.doesNotMatch(await ask(priya, 'help'), /delivery report\n/)
  })
})
