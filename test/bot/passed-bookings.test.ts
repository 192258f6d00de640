import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import { cardInWords } from '../../cards/card-in-words.ts'
import type { Booking } from '../../domain/booking.ts'
import type { Person } from '../../domain/staff.ts'
import { aBooking } from '../support/bookings.ts'
import { bookingOn, cardOf, keptBookings, wordsOf } from '../support/bookings-in-chat.ts'
import { day } from '../support/days.ts'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { aisha, omar, priya, tom } from '../support/people.ts'
import { answerOf } from '../support/sessions-in-chat.ts'
import { talking } from '../support/talking.ts'
import { whatIsKept } from '../support/what-is-kept.ts'

describe('A booked session whose day has passed', () => {
  let office: Office
  const { answerTo } = talking(() => office)
  const friday = (number: number, fields: Partial<Booking> = {}) =>
    aBooking(number, {
      practitioner: aisha.staffCode,
      supervisor: priya.staffCode,
      bookedBy: priya.staffCode,
      on: day('2026-11-20'),
      minutes: 45,
      ...fields,
    })

  /** The sessions were booked, their day passed, and the manager was asked. */
  async function asked(...bookings: Booking[]): Promise<void> {
    const { store } = office.service()
    await store.bookings.bringIn(bookings)
    await store.bookings.ask(bookings, priya.staffCode, Temporal.Instant.from('2026-11-22T09:30:00Z'))
    await office.teams.say(inTeams(priya), 'hello')
    await office.service().idle()
  }
  const states = () => keptBookings(office).map(({ state }) => state)

  beforeEach(async () => {
    office = await anOffice()
    await office.teams.say(inTeams(aisha), 'hello')
    await office.service().idle()
  })
  afterEach(() => office.close())

  it('is asked about on a card; “It was held” opens the log filled in, and saving it settles the booking', async () => {
    await asked(friday(1))
    const card = cardOf(office, priya)
    assert.match(wordsOf(card), /Was this session held\?[\s\S]*Aisha Khan[\s\S]*Friday 20 November 2026/)
    await office.teams.press(inTeams(priya), card, 'It was held')
    await office.service().idle()
    const form = cardOf(office, priya)
    assert.match(wordsOf(form), /Log a supervision session[\s\S]*Aisha Khan[\s\S]*Reflective[\s\S]*2026-11-20[\s\S]*45/)
    // Pressed again, the same log is taken up, not another one begun.
    await office.teams.press(inTeams(priya), card, 'It was held')
    assert.equal(whatIsKept(office.dataDir).draft?.length, 1)
    assert.deepEqual(states(), ['booked'])
    await office.teams.say(inTeams(priya), 'theme: boundaries. learned: ask sooner. change: a plan for each visit')
    await office.teams.say(inTeams(priya), 'save')
    assert.deepEqual(states(), ['held'])
  })

  it('that did not happen needs a reason, which the other person can read', async () => {
    await asked(friday(1))
    const first = answerOf(await office.teams.press(inTeams(priya), cardOf(office, priya), 'It did not happen'))
    await office.service().idle()
    assert.match(first.card ? cardInWords(first.card) : '', /Please say in a few words why/)
    assert.deepEqual(states(), ['booked'])
    await office.teams.press(inTeams(priya), cardOf(office, priya), 'It did not happen', {
      words: 'A hearing ran late',
    })
    await office.service().idle()
    assert.deepEqual(states(), ['did-not-happen'])
    assert.match(wordsOf(cardOf(office, aisha)), /Did not happen[\s\S]*Priya Nair said so[\s\S]*A hearing ran late/)
  })

  it('is moved to another day on a card', async () => {
    await asked(friday(1))
    await office.teams.press(inTeams(priya), cardOf(office, priya), 'It was moved')
    await office.service().idle()
    const form = cardOf(office, priya)
    assert.match(wordsOf(form), /Move a session[\s\S]*Before: Friday 20 November 2026/)
    await office.teams.press(inTeams(priya), form, 'Move it', { on: '2026-11-26' })
    assert.deepEqual(states(), ['moved', 'booked'])
  })

  const said: [string, RegExp, string[]][] = [
    ['it was held', /Log a supervision session/, ['booked']],
    ['it did not happen because the hearing ran late', /Did not happen[\s\S]*the hearing ran late/, ['did-not-happen']],
    ['the reflective with Aisha on Friday was cancelled', /few words why/, ['booked']],
    ['it was moved to Thursday at 3', /Move this session\?[\s\S]*Thursday 26 November/, ['booked']],
    ['the session with Aisha on Monday did not happen', /did not understand/, ['booked']],
  ]
  for (const [text, answer, becomes] of said) {
    it(`“${text}” is understood without a card`, async () => {
      await asked(friday(1))
      assert.match(await answerTo(text), answer)
      assert.deepEqual(states(), becomes)
    })
  }

  it('did not happen in two messages: the reason is asked, and taken', async () => {
    await asked(friday(1))
    assert.match(await answerTo('it didn’t happen'), /few words why/)
    assert.match(await answerTo('She was in court all day'), /Did not happen[\s\S]*She was in court all day/)
    assert.deepEqual(states(), ['did-not-happen'])
  })

  for (const reason of [
    'Aisha was off sick',
    'I logged it for the wrong person',
    'she had to finish a report by noon',
  ]) {
    it(`takes “${reason}” for the reason, though by itself it would be another request`, async () => {
      await asked(friday(1))
      await answerTo('it did not happen')
      assert.match(await answerTo(reason), /Did not happen/)
      assert.equal(keptBookings(office)[0]?.reason, reason)
    })
  }

  it('does not take another request for the reason', async () => {
    await asked(friday(1))
    await answerTo('it did not happen')
    assert.match(await answerTo('what is RCAT?'), /RCAT/)
    assert.deepEqual(
      keptBookings(office).map(({ state }) => state),
      ['booked'],
    )
  })

  it('is asked about with the others of the same person on one card, each with buttons of its own', async () => {
    const ninth = { at: Temporal.PlainTime.from('09:00') }
    await asked(friday(1), friday(2, { practitioner: tom.staffCode, ...ninth }))
    const cards = office.teams.seenBy(inTeams(priya)).filter((message) => wordsOf(message).includes('held?'))
    const [card, ...more] = cards
    assert.ok(card)
    assert.equal(more.length, 0)
    assert.match(wordsOf(card), /Were these sessions held\?[\s\S]*with Aisha Khan[\s\S]*with Tom Okafor/)
    await office.teams.press(inTeams(priya), card, 'Held 20 Nov 2026, Tom')
    assert.match(wordsOf(cardOf(office, priya)), /Log a supervision session[\s\S]*Tom Okafor/)
    await office.teams.press(inTeams(priya), card, 'Not held 20 Nov 2026, Aisha')
    const one = cardOf(office, priya)
    assert.match(wordsOf(one), /Was this session held\?[\s\S]*Aisha Khan/)
    await office.teams.press(inTeams(priya), one, 'It did not happen', { words: 'A hearing ran late' })
    await office.service().idle()
    assert.deepEqual(states().sort(), ['booked', 'did-not-happen'])
    await office.restart()
    await office.teams.say(inTeams(priya), 'hello')
    await office.service().idle()
    assert.deepEqual(await office.service().store.notices.undelivered(priya.staffCode), [])
    const again = office.teams.seenBy(inTeams(priya)).filter((message) => wordsOf(message).includes('Were these'))
    assert.equal(again.length, 1)
  })

  it('of two, the one meant has to be named', async () => {
    await asked(friday(1), friday(2, { practitioner: tom.staffCode, at: Temporal.PlainTime.from('09:00') }))
    assert.match(await answerTo('it was held'), /2 booked sessions have passed/)
    assert.match(await answerTo('the session with Tom was held'), /Log a supervision session[\s\S]*Tom Okafor/)
  })

  it('says nothing to somebody who has none, and in the middle of a note is part of the note', async () => {
    assert.match(await answerTo('it was held'), /did not understand/)
    await asked(friday(1))
    await answerTo('reflective with Aisha on Thursday, 45 mins, theme: boundaries')
    await answerTo('it did not happen because she was tired')
    assert.deepEqual(states(), ['booked'])
  })

  it('asked about but logged before the card could be brought, is not asked about', async () => {
    const { store } = office.service()
    await store.bookings.bringIn([friday(1)])
    await store.bookings.ask([friday(1)], priya.staffCode, Temporal.Instant.from('2026-11-22T09:30:00Z'))
    await store.bookings.close(
      friday(1).id,
      { state: 'cancelled', by: aisha.staffCode },
      {
        event: 'booking.cancelled',
        at: Temporal.Instant.from('2026-11-22T09:31:00Z'),
        actor: aisha.staffCode,
      },
    )
    await office.teams.say(inTeams(priya), 'hello')
    await office.service().idle()
    assert.doesNotMatch(office.teams.seenBy(inTeams(priya)).map(wordsOf).join('\n'), /Was this session held/)
    assert.match(wordsOf(cardOf(office, priya)), /Cancelled/)
  })

  it('is asked about by the running service on the next working day, once, also after a restart', async () => {
    await office.close()
    office = await anOffice({ now: '2026-11-23T09:45:00Z' })
    await office.teams.say(inTeams(priya), 'hello')
    await office.service().store.bookings.bringIn([friday(1)])
    const questions = () =>
      office.teams.seenBy(inTeams(priya)).filter((message) => wordsOf(message).includes('Was this session held?'))
        .length
    assert.equal(questions(), 0)
    for (let time = 0; time < 2; time++) {
      await office.service().goRound()
      await office.restart()
      await office.service().goRound()
      await office.service().idle()
    }
    assert.equal(questions(), 1)
  })

  it('is answered by its two people and nobody else', async () => {
    await asked(friday(1))
    const booking = bookingOn(cardOf(office, priya))
    const press = async (person: Person) =>
      answerOf(
        await office.teams.post(
          office.teams.pressActivity(inTeams(person), 'booking.did-not-happen', {
            booking,
            words: 'A hearing ran late',
          }),
        ),
      )
    for (const person of [tom, omar]) assert.match((await press(person)).says ?? '', /cannot find/)
    assert.deepEqual(states(), ['booked'])
    assert.ok((await press(aisha)).card)
    assert.deepEqual(states(), ['did-not-happen'])
  })
})
