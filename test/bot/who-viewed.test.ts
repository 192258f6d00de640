import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import { cardInWords } from '../../cards/card-in-words.ts'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { admin, aisha, gwen, priya, tom } from '../support/people.ts'
import { talking } from '../support/talking.ts'

describe('Who has looked at my record', () => {
  let office: Office
  const { answerTo } = talking(() => office)
  beforeEach(async () => {
    office = await anOffice()
  })
  afterEach(() => office.close())
  const ask = 'who has looked at my record?'

  it('is nobody, when nobody has', async () => {
    assert.match(await answerTo(ask, inTeams(aisha)), /Nobody else has looked at your record in the last 12 months\./)
  })

  it('is each who did, with when and at what, and never oneself', async () => {
    await answerTo('what has Aisha had this year?')
    await answerTo('what has Aisha had this year?')
    await answerTo('what has Aisha had this year?', inTeams(gwen))
    await answerTo('my supervisions', inTeams(aisha))
    const said = await answerTo(ask, inTeams(aisha))
    assert.match(said, /Others looked at it 3 times/)
    assert.match(said, /Priya Nair, senior probation officer/)
    assert.match(said, /your sessions, with their notes: 2 times, last at 10:00/)
    assert.match(said, /Gwen Ellis, head of PDU/)
    assert.doesNotMatch(said, /Aisha/)
    assert.match(await answerTo(ask), /Nobody else has looked/)
  })

  it('is told of the days asked for', async () => {
    await answerTo('what has Aisha had this year?')
    const before = await answerTo('who looked at my record in October?', inTeams(aisha))
    assert.match(before, /Nobody else has looked at your record from 1 Oct 2026 to 31 Oct 2026/)
    assert.match(await answerTo('who looked at my record today?', inTeams(aisha)), /once/)
  })

  for (const [who, person] of [
    ['their line manager', priya],
    ['the head of their PDU', gwen],
    ['a colleague', tom],
    ['the administrator', admin],
  ] as const) {
    it(`is not told of somebody else’s to ${who}, and that they asked is written down`, async () => {
      const said = await answerTo('who has looked at Aisha’s record?', inTeams(person))
      assert.match(said, /shown only to the person it is about/)
      const entry = talking(() => office)
        .kept('audit_entry')
        .at(-1)
      assert.deepEqual(
        [entry?.event, entry?.actor, entry?.subject, entry?.detail],
        ['refused', person.staffCode, aisha.staffCode, 'who-viewed'],
      )
    })
  }

  it('comes in pages when there is much of it, with a button and with words', async () => {
    const day = (number: number) =>
      office.service().store.audit.append(
        [priya, gwen].map(({ staffCode }) => ({
          event: 'record.viewed' as const,
          at: Temporal.Instant.from(`2026-10-${String(number).padStart(2, '0')}T09:00:00Z`),
          actor: staffCode,
          subject: aisha.staffCode,
          detail: 'dates',
        })),
      )
    for (let number = 1; number <= 10; number += 1) await day(number)
    const first = await answerTo(ask, inTeams(aisha))
    assert.match(first, /Page 1 of 3\..*10 October/s)
    assert.match(await answerTo(`${ask.slice(0, -1)}, page 3`, inTeams(aisha)), /Page 3 of 3\..*1 October/s)
    const card = office.teams
      .seenBy(inTeams(aisha))
      .find((message) => message.card && cardInWords(message.card).includes('Page 1'))
    assert.ok(card)
    await office.teams.press(inTeams(aisha), card, 'Older')
    const next = office.teams.lastCard(inTeams(aisha))?.card
    assert.match(next ? cardInWords(next) : '', /Page 2 of 3\./)
  })
})
