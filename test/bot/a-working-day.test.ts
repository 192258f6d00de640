import assert from 'node:assert/strict'
import type { Person } from '../../domain/staff.ts'
import { cardOf, wordsOf } from '../support/bookings-in-chat.ts'
import { day } from '../support/days.ts'
import { anOffice, inTeams } from '../support/office.ts'
import { aisha, officePeople, priya, tom } from '../support/people.ts'
import { aSession, sessionId } from '../support/records.ts'
import { titlesOn } from '../support/sessions-in-chat.ts'
import { teamChat } from '../support/team-chat.ts'

describe('A working day', () => {
  it('brings the digest, the reminder that leads to a booking, and what a team has left to confirm, each once over restarts', async () => {
    const office = await anOffice({ now: '2026-12-14T10:00:00Z' })
    const chat = teamChat(() => office)
    const at = async (now: string) => {
      await office.restart(now)
      office.service().sweep()
      await office.service().idle()
    }
    const heads = (person: Person) =>
      office.teams.seenBy(inTeams(person)).map((message) => wordsOf(message).split('\n')[0] ?? '')
    const count = (person: Person, head: string) => heads(person).filter((one) => one === head).length
    try {
      for (const person of officePeople) await office.teams.install(inTeams(person))
      const session = { practitioner: aisha.staffCode, supervisor: priya.staffCode, loggedBy: priya.staffCode }
      await office.service().store.supervisions.bringIn([
        aSession(1, {
          ...{ ...session, id: sessionId(1), heldOn: day('2026-12-01') },
          kinds: ['monthly', 'performance', 'rcat'],
        }),
      ])

      chat.gathers(priya, aisha, tom)
      for (const what of ['finish the refresher', 'read the new policy', 'sign the rota']) {
        await chat.says(priya, `Tom and Aisha to ${what} by 17 December`)
        await chat.presses(aisha, 'I have done it')
        if (what !== 'sign the rota') await chat.presses(tom, 'I have done it')
      }
      assert.match(chat.forAll(), /1 of 2 have confirmed/)

      await at('2026-12-17T08:30:00Z')
      await at('2026-12-17T08:31:00Z')
      assert.equal(count(priya, '# Overdue in your team'), 1)
      assert.deepEqual(titlesOn(cardOf(office, priya).card), ['Tom Okafor', 'Book', 'Aisha Khan', 'Book'])

      await at('2026-12-17T09:00:00Z')
      assert.match(wordsOf(cardOf(office, aisha)), /# A reminder\nTo book: Reflective session\n.*14 days left/)
      assert.match(wordsOf(cardOf(office, tom)), /Team action\nSign the rota\n.*today is the last day/i)
      await office.teams.press(inTeams(tom), cardOf(office, tom), 'I have done it')
      await office.service().idle()
      assert.match(chat.forAll(), /✓ Team action complete/)

      await office.teams.press(inTeams(aisha), cardOf(office, aisha), 'Book')
      await office.teams.say(inTeams(aisha), 'Monday at 2')
      await office.teams.press(inTeams(aisha), cardOf(office, aisha), 'Book it')
      await office.service().idle()
      await at('2026-12-17T09:01:00Z')
      const reminded = count(aisha, '# A reminder')
      await at('2026-12-18T09:00:00Z')
      assert.equal(count(aisha, '# A reminder'), reminded)
      assert.equal(count(tom, '# Reminders') + count(tom, '# A reminder'), 1)
      assert.equal(count(priya, '# Overdue in your team'), 2, 'one for each day')
    } finally {
      await office.close()
    }
  })
})
