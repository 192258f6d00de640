import assert from 'node:assert/strict'
import { cardInWords } from '../../cards/card-in-words.ts'
import type { Person } from '../../domain/staff.ts'
import { hidden } from '../support/allocating-in-chat.ts'
import { asPeople } from '../support/cases-in-chat.ts'
import { inTeams, type Office } from '../support/office.ts'
import { admin, aisha, priya, ruth, tom } from '../support/people.ts'
import { aRemindedOffice, deliverAll } from '../support/reminded-office.ts'
import { answerOf } from '../support/sessions-in-chat.ts'

describe('Reminders in chat', () => {
  let office: Office
  const { ask, pressed, notesOf, kept } = asPeople(() => office)

  /** The newest card of somebody as it stands at this moment. */
  const lastOf = (person: Person) => structuredClone(office.teams.lastCard(inTeams(person)))
  const shown = (person: Person) => {
    const card = lastOf(person)?.card
    return card === undefined ? '' : cardInWords(card)
  }
  /** Presses a button of a card that somebody had, whatever came since. */
  async function presses(person: Person, card = lastOf(person), title: string, typed: Record<string, string> = {}) {
    assert.ok(card)
    const { says, card: answer } = answerOf(await office.teams.press(inTeams(person), card, title, typed))
    await office.service().idle()
    return answer === undefined ? (says ?? '') : cardInWords(answer)
  }
  const preferences = (person: Person) =>
    kept('reminder_preferences').find((row) => row.person === person.staffCode)?.body as string | undefined

  beforeEach(async () => {
    office = await aRemindedOffice()
  })
  afterEach(() => office.close())

  it('say what is due by when and why they came, and book or log it on the card', async () => {
    assert.match(
      shown(aisha),
      /^# A reminder\nTo book: Monthly session\nBy Monday 30 November 2026: 7 days left\.\nYou are told because this is your own supervision\.\n\(Book\) \(Already held: log it\)/,
    )
    const card = lastOf(aisha)
    assert.equal(card?.summary, 'A reminder for you')
    assert.equal(await presses(aisha, card, 'Book'), 'Shown below.')
    assert.match(shown(aisha), /# Book a session/)
    await presses(aisha, card, 'Already held: log it')
    assert.match(
      shown(aisha),
      /# Log a supervision session\n(?:.*\n)*\[With: Priya Nair\]\n\[Kind \(one or more\): Monthly\]/,
    )
    assert.match(shown(priya), /Monthly session, Aisha Khan\n.*\nYou are told because you are the line manager\./)
  })

  it('are put off once, however often it is pressed, and come again on their day', async () => {
    const card = lastOf(aisha)
    const first = await presses(aisha, card, 'Put it off', { until: 'three-days' })
    assert.match(
      first,
      /^# Put off\nTo book: Monthly session\nI remind you again on Thursday 26 November 2026 at 09:00/,
    )
    assert.equal(await presses(aisha, card, 'Put it off', { until: 'three-days' }), first)
    const waiting = () =>
      kept('outbox').filter(({ to_code, state }) => to_code === aisha.staffCode && state === 'waiting')
    assert.deepEqual(
      waiting().map(({ due_at }) => String(due_at).slice(0, 16)),
      ['2026-11-26T09:00'],
    )
    await office.restart('2026-11-26T09:00:00Z')
    const before = office.teams.seenBy(inTeams(aisha)).length
    await deliverAll(office)
    assert.equal(office.teams.seenBy(inTeams(aisha)).length, before + 1)
    assert.match(shown(aisha), /# A reminder\nTo book: Monthly session\nBy Monday 30 November 2026: 4 days left/)
  })

  it('can be put off in words, to a day or to a time of today', async () => {
    assert.match(await ask(aisha, 'remind me tomorrow'), /I remind you again on Tuesday 24 November 2026 at 09:00/)
    assert.match(await ask(tom, 'remind me at 14:00 instead'), /on Monday 23 November 2026 at 14:00/)
    assert.match(await ask(tom, 'remind me at 9 instead'), /on Tuesday 24 November 2026 at 09:00/)
    assert.match(await ask(tom, 'remind me at 23:00'), /sent from 08:00 to 18:00/)
    assert.match(await ask(priya, 'remind me tomorrow'), /several reminders.*Press “Not now”/)
    assert.match(await ask(admin, 'remind me tomorrow'), /not reminded you of anything lately/)
  })

  it('of several people have the ways to be put off behind a button, and are answered one by one', async () => {
    const card = lastOf(priya)
    assert.equal(await presses(priya, card, 'Not now'), 'Shown below.')
    assert.match(shown(priya), /## Later\n\[Remind me again: Tomorrow, or the next working day\]/)
    assert.match(await presses(priya, lastOf(priya), 'Put it off', { until: 'next-week' }), /Monday 30 November 2026/)
  })

  it('of a window are left out with a reason, which the line manager is told', async () => {
    const card = lastOf(aisha)
    assert.match(await presses(aisha, card, 'Not this window'), /⚠ Please check:\nPlease say why\./)
    const notes = await notesOf(async () => {
      const said = await presses(aisha, card, 'Not this window', { reason: 'On secondment until **March**' })
      assert.match(
        said,
        /# Not this window\n.*\n.*\nWhy: On secondment until \*\*March\*\*\nYour line manager has been told\./,
      )
    })
    assert.deepEqual(notes, [`reminders.changed ${aisha.staffCode}  window-left-out`])
    assert.match(
      shown(priya),
      /# Not this window\nWho: Aisha Khan\nWhat: Monthly session\nLast day: Monday 30 November 2026\nWhy\nOn secondment/,
    )
    assert.equal(lastOf(priya)?.summary, 'Somebody leaves a window out')
    assert.match(await ask(aisha, 'what will you remind me of?'), /1 window for which you want none/)
  })

  it('of a window keep a case in the reason from a line manager who may not see it', async () => {
    await presses(aisha, lastOf(aisha), 'Not this window', { reason: `Busy with ${hidden} until Friday` })
    assert.match(shown(priya), /Why\nBusy with access is restricted until Friday/)
  })

  it('of a window of somebody else are not left out beside one’s own', async () => {
    const named = (of: Person) => {
      const row = kept('outbox').find(({ key }) =>
        String(key).startsWith(`${priya.staffCode}/window-closing/${of.staffCode}`),
      )
      const { step, ...ids } = JSON.parse(String(row?.about ?? '{}'))
      return row === undefined ? [] : [[step, { what: 'window-closing', ...ids }]]
    }
    const both = [...named(priya), ...named(tom)]
    assert.equal(both.length, 2)
    const says = await pressed(priya, 'reminder.not-this-window', {
      reminders: JSON.stringify(both),
      reason: 'no time',
    })
    assert.match(says, /Only the person whose supervision it is/)
    assert.equal(preferences(priya), undefined)
  })

  it('of a window can be left out in words, and only by the person whose supervision it is', async () => {
    assert.match(await ask(tom, 'not this window'), /Please say why/)
    assert.match(await ask(tom, 'not this window: on a course'), /# Not this window\n.*\n.*\nWhy: on a course/)
    const [row] = kept('outbox').filter(({ key }) =>
      String(key).startsWith(`${priya.staffCode}/window-closing/${tom.staffCode}`),
    )
    const { step, ...ids } = JSON.parse(String(row?.about))
    const reminders = JSON.stringify([[step, { what: 'window-closing', ...ids }]])
    assert.match(
      await pressed(priya, 'reminder.not-this-window', { reminders, reason: 'no' }),
      /Only the person whose supervision it is/,
    )
  })

  it('are nobody’s business but of whom they were sent to', async () => {
    const [row] = kept('outbox').filter(({ to_code }) => to_code === aisha.staffCode)
    const { step, ...ids } = JSON.parse(String(row?.about))
    const reminders = JSON.stringify([[step, { what: 'window-closing', ...ids }]])
    for (const verb of ['reminder.options', 'reminder.snooze', 'reminder.not-this-window']) {
      for (const person of [tom, ruth, admin]) {
        const notes = await notesOf(async () => {
          const says = await pressed(person, verb, { reminders, until: 'tomorrow', reason: 'no' })
          assert.match(says, /I find no such reminder/)
        })
        assert.deepEqual(notes, [`refused ${person.staffCode}  reminder`])
      }
    }
    assert.deepEqual([tom, ruth, admin, aisha].map(preferences), [undefined, undefined, undefined, undefined])
    assert.match(
      await pressed(aisha, 'reminder.snooze', { reminders: '[]', until: 'tomorrow' }),
      /do not know that button/,
    )
  })

  it('can only be read once there is nothing left to do', async () => {
    const card = lastOf(aisha)
    await ask(aisha, 'book a monthly with Priya on Thursday at 2')
    await ask(aisha, 'yes')
    const said = await presses(aisha, card, 'Put it off', { until: 'tomorrow' })
    assert.equal(said, '# Nothing left to do\nMonthly session\nIt is booked.\n\n(My reminders)')
    assert.equal(preferences(aisha), undefined)
  })

  it('that are older name the newer one, and can only be read', async () => {
    const card = lastOf(aisha)
    await office.restart('2026-11-27T09:00:00Z')
    await deliverAll(office)
    assert.match(shown(aisha), /3 days left/)
    assert.match(
      await presses(aisha, card, 'Put it off', { until: 'tomorrow' }),
      /^# An older reminder\nMonthly session\nA newer one came on Friday 27 November 2026 at 09:00\. It is further down/,
    )
  })

  it('can be paused and go on again, and say so', async () => {
    assert.match(await ask(aisha, 'pause my reminders until 30 November'), /paused until Monday 30 November 2026/)
    assert.match(await ask(aisha, 'my reminders'), /They are paused until Monday 30 November 2026/)
    assert.match(await ask(aisha, 'pause my reminders until 30 March'), /28 days at most/)
    assert.match(await ask(aisha, 'pause my reminders'), /Until when\?/)
    assert.match(await ask(aisha, 'carry on reminding me'), /I remind you again from now on/)
    assert.match(await ask(aisha, 'carry on reminding me'), /were not paused/)
  })

  it('of a kind can be stopped and begun again, where the policy lets people', async () => {
    const card = lastOf(aisha)
    assert.match(
      await presses(aisha, card, 'Stop these'),
      /# Stopped\nYou get no more reminders of supervision that is not booked yet/,
    )
    assert.match(String(preferences(aisha)), /"stopped":\["window-closing"\]/)
    assert.match(await ask(aisha, 'what will you remind me of?'), /Stopped: supervision that is not booked yet\./)
    await presses(aisha, lastOf(aisha), 'Begin again: supervision to book')
    assert.match(String(preferences(aisha)), /"stopped":\[\]/)
    assert.match(await ask(aisha, 'stop reminding me of actions that are due'), /cannot be stopped: whoever asked/)
    assert.match(await ask(aisha, 'stop reminding me'), /Which ones\? You can stop those of/)
  })

  it('of one’s own making are not kept: an action is offered', async () => {
    assert.match(await ask(aisha, 'remind me on Thursday to log my monthly'), /say “action for me: /)
  })
})
