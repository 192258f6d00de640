import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import { CardAction } from '../../cards/card-action.ts'
import { cardInWords } from '../../cards/card-in-words.ts'
import { type BookingId, CoverId } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import { book, bookingOn, cardOf, keptBookings, wordsOf } from '../support/bookings-in-chat.ts'
import { day } from '../support/days.ts'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { admin, aisha, gwen, omar, priya, ruth, tom } from '../support/people.ts'
import { answerOf } from '../support/sessions-in-chat.ts'
import { whatIsKept } from '../support/what-is-kept.ts'

const verbs = CardAction.options.map((option) => option.shape.verb.value).filter((verb) => verb.startsWith('booking.'))

describe('Booking in Teams', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
    await office.teams.say(inTeams(aisha), 'hello')
    await office.service().idle()
  })
  afterEach(() => office.close())

  const press = (person: Person, verb: string, data: Record<string, unknown>) =>
    office.teams.post(office.teams.pressActivity(inTeams(person), verb, data))
  const events = () => (whatIsKept(office.dataDir).audit_entry ?? []).map(({ event }) => event)

  it('books once and tells the other once, however often the button is pressed or brought', async () => {
    const { teams } = office
    await teams.say(inTeams(priya), 'book a reflective with Aisha on Thursday at 2')
    const card = cardOf(office, priya)
    const pressed = teams.pressFor(inTeams(priya), card, 'Book it')
    const later = [1, 2, 3].map(() => teams.pressFor(inTeams(priya), card, 'Book it'))
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => teams.postForText(pressed)))
    const again = await Promise.all(later.map((press) => teams.postForText(press)))
    await office.service().idle()
    assert.equal(new Set([...answers, ...again].map(({ status, text }) => `${status} ${text}`)).size, 1)
    assert.equal(keptBookings(office).length, 1)
    assert.equal((whatIsKept(office.dataDir).notice ?? []).length, 1)
    assert.equal(events().filter((event) => event === 'booking.made').length, 1)
    assert.match(wordsOf(cardOf(office, aisha)), /Priya Nair booked it/)
  })

  it('a message that is brought twice opens one card, and “book it” brought twice books once', async () => {
    const { teams } = office
    const user = inTeams(priya)
    const wish = teams.activity(user, { type: 'message', text: 'book a monthly with Aisha on Friday at 10' })
    const yes = teams.activity(user, { type: 'message', text: 'book it' })
    for (const message of [wish, wish, yes, yes]) await teams.post(message)
    await office.service().idle()
    assert.equal(keptBookings(office).length, 1)
    assert.equal(whatIsKept(office.dataDir).booking_draft?.length, 1)
  })

  it('two people who take the same hour of one manager at once: one gets it, the other is offered another day', async () => {
    const { teams } = office
    for (const person of [aisha, tom]) await teams.say(inTeams(person), 'book my monthly on Thursday at 2')
    const presses = [aisha, tom].map((person) => teams.pressFor(inTeams(person), cardOf(office, person), 'Book it'))
    const answers = (await Promise.all(presses.map((one) => teams.post(one)))).map(answerOf)
    await office.service().idle()
    assert.equal(keptBookings(office).length, 1)
    const words = answers.map(({ card }) => (card ? cardInWords(card) : '')).sort()
    assert.match(words.join('\n'), /✓ Booked/)
    assert.match(words.join('\n'), /Priya has another session booked then/)
    assert.doesNotMatch(words.find((text) => text.includes('no good')) ?? '', /Aisha|Tom|monthly with/)
  })

  it('the button of a day that was offered books nothing once something else is wished', async () => {
    const { teams } = office
    await teams.say(inTeams(priya), 'book a monthly with Aisha on Saturday at 2')
    const offer = structuredClone(cardOf(office, priya))
    await teams.say(inTeams(priya), 'Thursday at 3')
    const { card } = answerOf(await teams.press(inTeams(priya), offer, 'Book Mon 30 Nov 2026 at 14:00'))
    assert.match(card ? cardInWords(card) : '', /Book this session\?[\s\S]*Thursday 26 November 2026/)
    assert.deepEqual(keptBookings(office), [])
  })

  it('a booking that was moved is not changed by what is pressed on an older card: that shows how it stands', async () => {
    const { teams } = office
    const receipt = structuredClone(await book(office, 'book a reflective with Aisha on Thursday at 2'))
    await teams.say(inTeams(aisha), 'move my session with Priya to Friday at 3')
    await teams.say(inTeams(aisha), 'yes')
    await office.service().idle()
    for (const verb of ['booking.cancel', 'booking.did-not-happen', 'booking.held'] as const) {
      const { card, says } = answerOf(await press(priya, verb, { booking: bookingOn(receipt) }))
      assert.match(
        `${says ?? ''}${card ? cardInWords(card) : ''}`,
        /Friday 27 November|further down|below|still to come/,
      )
    }
    assert.deepEqual(
      keptBookings(office).map(({ state, on_day }) => [state, on_day]),
      [
        ['moved', '2026-11-26'],
        ['booked', '2026-11-27'],
      ],
    )
  })

  it('is moved by half an hour over itself, and not over another', async () => {
    await book(office, 'book a reflective with Aisha on Thursday at 2')
    await book(office, 'book a monthly with Tom on Thursday at 4')
    const { teams } = office
    await teams.say(inTeams(priya), 'move my session with Aisha to 14:30')
    assert.match(wordsOf(cardOf(office, priya)), /Move this session\?[\s\S]*14:30 to 15:30/)
    await teams.say(inTeams(priya), '3:30')
    assert.match(
      wordsOf(cardOf(office, priya)),
      /no good[\s\S]*You have another session booked then, from 16:00 to 17:00/,
    )
    await teams.say(inTeams(priya), '14:30')
    await teams.say(inTeams(priya), 'move it')
    assert.deepEqual(
      keptBookings(office).map(({ state, at_time }) => [state, at_time]),
      [
        ['moved', '14:00'],
        ['booked', '16:00'],
        ['booked', '14:30'],
      ],
    )
  })

  it('is looked after by whoever covers for the manager, which is written down; both of the two are told', async () => {
    const booking = bookingOn(await book(office, 'book a reflective with Aisha on Thursday at 2'))
    const cover = {
      id: CoverId.parse('00000000-0000-4000-8000-000000000001'),
      manager: priya.staffCode,
      by: ruth.staffCode,
      from: day('2026-11-20'),
      to: day('2026-11-27'),
    }
    const at = Temporal.Instant.from('2026-11-22T09:00:00Z')
    await office.service().store.absences.record({ cover }, { by: priya.staffCode, at, notes: [], notices: [] })
    const { card } = answerOf(await press(ruth, 'booking.cannot', { booking }))
    assert.match(card ? cardInWords(card) : '', /Supervised: Aisha Khan\nBy: Priya Nair/)
    assert.doesNotMatch(JSON.stringify(card), /OpenUrl/)
    assert.equal(events().at(-1), 'record.viewed')
    await press(ruth, 'booking.cancel', { booking, words: 'Priya is ill' })
    await office.service().idle()
    for (const person of [aisha, priya]) assert.match(wordsOf(cardOf(office, person)), /Ruth Abel cancelled it/)
  })

  it('cancelled by both at once: one cancels, both see it cancelled, and each is told at most once', async () => {
    const receipt = await book(office, 'book a reflective with Aisha on Thursday at 2')
    const booking = bookingOn(receipt)
    const answers = await Promise.all([priya, aisha].map((person) => press(person, 'booking.cancel', { booking })))
    await office.service().idle()
    for (const answer of answers) {
      const { card } = answerOf(answer)
      assert.match(card ? cardInWords(card) : '', /Cancelled/)
    }
    assert.equal(events().filter((event) => event === 'booking.cancelled').length, 1)
  })

  describe('somebody else’s', () => {
    let booking: BookingId
    let draft: BookingId
    beforeEach(async () => {
      booking = bookingOn(await book(office, 'book a reflective with Aisha on Thursday at 2'))
      await office.teams.say(inTeams(priya), 'book a monthly with Tom on Friday at 10')
      draft = bookingOn(cardOf(office, priya))
      for (const person of [tom, omar, ruth, admin, gwen]) await office.teams.say(inTeams(person), 'hello')
      await office.service().idle()
    })

    for (const verb of verbs) {
      it(`“${verb}” is refused to everybody it is not for, shows nothing and changes nothing`, async () => {
        const target = /save|take|edit|drop/.test(verb) ? draft : booking
        const facts = () => JSON.stringify([keptBookings(office), whatIsKept(office.dataDir).booking_draft])
        const before = facts()
        for (const person of [tom, omar, ruth, admin, gwen]) {
          const { says = '', card } = answerOf(
            await press(person, verb, { booking: target, words: 'forged words here' }),
          )
          assert.ok(says.length > 20, `${person.name}: ${JSON.stringify(card)}`)
          assert.doesNotMatch(says, /Aisha|Priya|Tom|reflective|Thursday/)
          assert.equal(events().at(-1), 'refused')
        }
        assert.equal(facts(), before)
      })

      it(`“${verb}” is refused for ids of every wrong shape, and for what does not exist`, async () => {
        const unknown = '00000000-0000-4000-8000-000000000000'
        for (const id of [undefined, null, '', 7, 'x', [booking], { booking }, `${booking}\n`, unknown]) {
          const { says = '' } = answerOf(await press(tom, verb, { booking: id }))
          assert.ok(says.length > 20)
        }
        assert.equal(keptBookings(office).length, 1)
      })
    }

    it('nothing of it is shown in company', async () => {
      const { teams } = office
      for (const text of ['what is booked?', 'cancel my session', 'book a monthly with Aisha on Friday at 9']) {
        await teams.post(teams.activity(inTeams(priya), { type: 'message', text, ...teams.inCompany('groupChat') }))
        assert.match(teams.seenInCompany('groupChat').at(-1)?.text ?? '', /personal chat/)
      }
    })

    it('what is booked is shown to the manager and to nobody who has no business there', async () => {
      const { teams } = office
      await teams.say(inTeams(priya), 'what is booked for Aisha?')
      assert.match(wordsOf(teams.last(inTeams(priya))), /Thu 26 Nov 2026|Thursday 26 November/)
      for (const person of [tom, omar, ruth]) {
        await teams.say(inTeams(person), 'what is booked for Aisha?')
        assert.doesNotMatch(wordsOf(teams.last(inTeams(person))), /26 Nov/)
      }
    })
  })

  const forms: [string, Record<string, unknown>, RegExp][] = [
    ['a day that is none', { on: '2026-02-30' }, /could not read the day/],
    ['a day in words', { on: 'Thursday' }, /could not read the day/],
    ['a day that is an object', { on: { year: 2026 } }, /could not read the day/],
    ['a day that has passed', { on: '2026-11-20' }, /has passed/],
    ['a day too far ahead', { on: '2028-01-04' }, /too far ahead/],
    ['a time that is none', { at: '25:00' }, /could not read the time/],
    ['a time in words', { at: 'two' }, /could not read the time/],
    ['too many minutes', { minutes: '481' }, /5 to 480/],
    ['minutes that are none', { minutes: 'an hour' }, /could not read how long/],
    ['past midnight', { at: '23:30' }, /past midnight/],
    ['a kind there is none of', { kinds: 'monthly,riot' }, /could not read the kind/],
    ['a person one does not manage', { other: omar.staffCode }, /somebody you manage/],
    ['oneself', { other: priya.staffCode }, /two people/],
    ['somebody who is not there', { other: 'N99X999' }, /somebody you manage/],
  ]
  for (const [what, input, says] of forms) {
    it(`a form with ${what} comes back with what to do, and books nothing`, async () => {
      await office.teams.say(inTeams(priya), 'book a monthly with Aisha on Thursday at 2')
      const booking = bookingOn(cardOf(office, priya))
      const { card } = answerOf(await press(priya, 'booking.save', { booking, ...input }))
      assert.match(card ? cardInWords(card) : '', says)
      assert.ok(Buffer.byteLength(JSON.stringify(card)) <= 25_000)
      assert.deepEqual(keptBookings(office), [])
    })
  }
})
