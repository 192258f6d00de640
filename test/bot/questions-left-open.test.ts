import assert from 'node:assert/strict'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { book } from '../support/bookings-in-chat.ts'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { aisha } from '../support/people.ts'
import { aSessionToSign, wholeSentence } from '../support/sessions-in-chat.ts'
import { talking } from '../support/talking.ts'

describe('A question that was left open', () => {
  let office: Office
  const { answerTo, kept } = talking(() => office)
  beforeEach(async () => {
    office = await anOffice()
  })
  afterEach(() => office.close())

  const requests = [
    'ok, reflective with Tom yesterday 45 mins',
    'ok what is RCAT?',
    'do it for Tom instead',
    'stop, who is off today?',
    'since when has Tom been off?',
    'cancel the session with Tom',
    'my team',
  ]

  for (const request of requests) {
    it(`whether to withdraw a session: “${request}” does not withdraw it`, async () => {
      await aSessionToSign(office)
      assert.match(await answerTo('withdraw the session with Aisha on Friday'), /Withdraw/)
      await answerTo(request)
      assert.deepEqual(kept('amendment'), [])
    })

    it(`whether to cancel a booking: “${request}” does not cancel it`, async () => {
      await book(office, 'book a monthly with Aisha on Thursday at 2')
      assert.match(await answerTo('cancel the session with Aisha on Thursday'), /Cancel/)
      await answerTo(request)
      assert.deepEqual(
        kept('booking').map(({ state }) => state),
        ['booked'],
      )
    })
  }

  for (const request of [
    'no, book a reflective with Priya on Thursday at 2',
    'No. I am off sick tomorrow',
    'no, what is due?',
  ]) {
    it(`whether it was reflective: “${request}” is not a no`, async () => {
      await aSessionToSign(office, aisha, wholeSentence())
      await answerTo('agree', inTeams(aisha))
      await answerTo(request, inTeams(aisha))
      assert.deepEqual(kept('reflection'), [])
    })
  }

  for (const request of [
    'who is off tomorrow?',
    'my supervisions in October',
    'Aisha to finish the refresher by Friday',
    'I am on leave on Friday',
  ]) {
    it(`the days somebody is away: “${request}” does not change them`, async () => {
      const form = await answerTo('Tom is off sick until 3 December')
      assert.match(form, /Record time away/)
      assert.doesNotMatch(await answerTo(request), /Tom Okafor/)
    })
  }

  it('when to meet: an action for somebody is not another day to meet', async () => {
    await answerTo('book a reflective with Aisha on Thursday at 2')
    assert.match(await answerTo('Aisha to finish the safeguarding refresher by Friday'), /action/i)
    assert.deepEqual(kept('booking'), [])
  })

  it('is not what a message of the next day answers', async () => {
    await aSessionToSign(office)
    await answerTo('withdraw the session with Aisha on Friday')
    const records = new Sqlite(join(office.dataDir, 'assistant.db'))
    const { changes } = records.prepare("update state set body = replace(body, '2026-11-22', '2026-11-21')").run()
    records.close()
    assert.ok(changes > 0)
    await answerTo('yes')
    assert.deepEqual(kept('amendment'), [])
  })
})
