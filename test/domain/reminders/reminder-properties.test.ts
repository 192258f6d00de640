import assert from 'node:assert/strict'
import fc from 'fast-check'
import { digestOf } from '../../../domain/reminders/digest.ts'
import { overdueOf } from '../../../domain/reminders/overdue.ts'
import { keyOf, nameOf, type Reminder } from '../../../domain/reminders/reminder.ts'
import { type Office, type ReminderRound, reminderRound } from '../../../domain/reminders/reminder-round.ts'
import { managersReminders, remindersDue } from '../../../domain/reminders/reminders-due.ts'
import { factsNeeded, stillTrue } from '../../../domain/reminders/still-true.ts'
import { addOverdue, type LongestOverdue, nothingOverdue } from '../../../domain/reminders/to-managers.ts'
import { type AnyOffice, anyOffice } from '../../support/any-office.ts'
import { day } from '../../support/days.ts'
import { asLondon, london, officeOf, rules } from '../../support/reminders.ts'

type Swept = { round: ReminderRound; longest: LongestOverdue; due: Reminder[] }
function sweep({ on, office, facts }: AnyOffice, turned: Office = officeOf(office)): Swept {
  const round = reminderRound(london(`${on} 06:00`), turned, rules)
  const longest = nothingOverdue()
  for (const one of facts) addOverdue(longest, one, round)
  const personal = facts.flatMap((one) => remindersDue(one, round))
  return { round, longest, due: [...personal, ...managersReminders(longest, office.people, round)] }
}
const always = (holds: (one: AnyOffice) => void, numRuns = 150) => fc.assert(fc.property(anyOffice, holds), { numRuns })

describe('Whoever is away, covers, has booked or is late, on whatever day,', () => {
  it('a reminder is due in the hours of a working day, to somebody who is there, and once', () => {
    always((one) => {
      const { round, due } = sweep(one)
      if (!round.isWorkingDay) assert.deepEqual(due, [])
      assert.equal(new Set(due.map(keyOf)).size, due.length)
      for (const { to, dueAt } of due) {
        assert.ok(round.isThere(to))
        const [on = '', time = ''] = asLondon(dueAt).split(' ')
        assert.ok(on === one.on && time >= '08:00' && time < '18:00', `${on} ${time}`)
      }
    })
  })

  it('no window is reminded of that was met, is waived or has a session booked in it', () => {
    always((one) => {
      const { round, due } = sweep(one)
      for (const { thing } of due) {
        if (thing.what !== 'window-closing') continue
        const facts = one.facts.find(({ person }) => person.staffCode === thing.person)
        assert.ok(facts)
        const standing = round.standingsOf(facts).find(({ kind }) => kind === thing.kind)
        assert.equal(standing?.open.window.from, thing.window)
        assert.match(standing.open.state, /^due/)
        const inWindow = facts.bookings.filter(
          ({ kinds, on }) =>
            kinds.includes(thing.kind) && on.toString() >= one.on && on.toString() <= standing.open.window.to,
        )
        assert.deepEqual(inWindow, [])
      }
    })
  })

  it('what the sweep found is still true a moment later, of the same facts', () => {
    always((one) => {
      const { due } = sweep(one)
      for (const reminder of due) {
        const { of, code } = factsNeeded(reminder.thing)
        const needed = one.facts.filter(({ person }) => {
          if (of === 'pdu') return person.pduCode === 'N03P1'
          return (of === 'staff' ? person.managerStaffCode : person.staffCode) === code
        })
        const round = reminderRound(reminder.dueAt, officeOf(one.office), rules)
        assert.deepEqual(stillTrue(reminder, needed, round), { decision: 'send' }, keyOf(reminder))
      }
    })
  })

  it('the order in which it is known makes no difference', () => {
    always((one) => {
      const known = officeOf(one.office)
      const turned = {
        ...known,
        people: new Map([...known.people].reverse()),
        absences: known.absences.toReversed(),
        covers: known.covers.toReversed(),
      }
      const facts = one.facts.toReversed().map((each) => ({
        ...each,
        sessions: each.sessions.toReversed(),
        bookings: each.bookings.toReversed(),
        actions: each.actions.toReversed(),
        reviews: each.reviews.toReversed(),
      }))
      const inShort = ({ due }: Swept) => due.map((each) => `${keyOf(each)} ${each.dueAt}`).sort()
      assert.deepEqual(inShort(sweep({ ...one, facts }, turned)), inShort(sweep(one)))
    })
  })

  it('everything overdue for two working days stands in exactly one digest of the day, or its manager is named as not told', () => {
    always((one) => {
      const { round, longest, due } = sweep(one)
      if (!round.isWorkingDay) return
      const rows = due
        .flatMap(({ to, thing }) =>
          thing.what === 'digest' ? digestOf(to, [thing.manager], one.facts, [], round).teams : [],
        )
        .flatMap(({ people }) =>
          people.flatMap(({ person, rows }) => rows.map((row) => `${person.staffCode} ${JSON.stringify(row)}`)),
        )
      const expected = one.facts.flatMap((each) => {
        const { staffCode, managerStaffCode } = each.person
        const told = managerStaffCode && round.standingFor(managerStaffCode)
        const late = overdueOf(each, 2, round)
        // The head of a PDU has no manager on the list; who covers for their own manager is told nothing about themself.
        if (told === undefined || told === staffCode) {
          if (late.length > 0 && told === undefined) assert.ok(longest.untold.has(managerStaffCode ?? staffCode))
          return []
        }
        return late.map((row) => `${staffCode} ${JSON.stringify(row)}`)
      })
      assert.deepEqual(rows.sort(), expected.sort())
    }, 300)
  })

  it('nobody is reminded of one window more often than there are steps, however many days are swept', () => {
    always((one) => {
      const keys = new Map<string, Set<string>>()
      for (let ahead = 0; ahead < 21; ahead++) {
        const on = day(one.on).add({ days: ahead }).toString()
        for (const reminder of sweep({ ...one, on }).due) {
          if (reminder.thing.what !== 'window-closing') continue
          const name = `${reminder.to} ${nameOf(reminder.thing)}`
          keys.set(name, (keys.get(name) ?? new Set()).add(keyOf(reminder)))
        }
      }
      for (const [name, steps] of keys) assert.ok(steps.size <= 2, name)
    }, 25)
  })
})
