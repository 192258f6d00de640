import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import { cardInWords } from '../../cards/card-in-words.ts'
import type { SessionId } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import type { Session } from '../../domain/supervision.ts'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { aisha, omar, priya, tom } from '../support/people.ts'
import { aSession, note, sessionId } from '../support/records.ts'
import { answerOf, aSessionToSign, titlesOn } from '../support/sessions-in-chat.ts'
import { talking } from '../support/talking.ts'

describe('Withdrawing a session in chat', () => {
  let office: Office
  const { answerTo, kept, shownCard } = talking(() => office)
  beforeEach(async () => {
    office = await anOffice()
    for (const person of [aisha, tom]) await office.teams.say(inTeams(person), 'hello')
  })
  afterEach(() => office.close())

  const press = async (person: Person, verb: string, data: Record<string, unknown>) => {
    const { says, card } = answerOf(await office.teams.post(office.teams.pressActivity(inTeams(person), verb, data)))
    return says ?? (card === undefined ? '' : cardInWords(card))
  }
  const withdrawals = () => kept('amendment').filter(({ kind }) => kind === 'withdrawal')

  /** A session that Priya logged some days ago. */
  async function logged(number: number, rest: Partial<Session> = {}): Promise<SessionId> {
    const session = aSession(number, {
      practitioner: aisha.staffCode,
      supervisor: priya.staffCode,
      loggedBy: priya.staffCode,
      loggedAt: Temporal.Instant.from('2026-11-20T15:00:00Z'),
      ...rest,
    })
    await office.service().store.supervisions.record(session, note('session.recorded'))
    return session.id
  }

  it('needs a reason after the day it was logged, in words and on a card', async () => {
    const session = await logged(1)
    assert.match(await answerTo('withdraw the session with Aisha on 18 November'), /\[Why: \]/)
    assert.match(await answerTo('yes'), /please say why it is withdrawn\. Nothing was changed/)
    assert.match(await press(priya, 'session.withdraw-now', { session, reason: '  ' }), /please say why/)
    assert.match(await press(priya, 'session.withdraw-now', { session, reason: 'x'.repeat(1001) }), /1,?001 characters/)
    assert.deepEqual(withdrawals(), [])
    await answerTo('withdraw the session with Aisha on 18 November')
    assert.match(await answerTo('yes, because it was somebody else'), /✕ Withdrawn[\s\S]*it was somebody else/)
    assert.deepEqual(
      withdrawals().map(({ reason, by_code }) => [reason, by_code]),
      [['it was somebody else', priya.staffCode]],
    )
  })

  it('leaves no reason and no name in the audit trail', async () => {
    await logged(1)
    await answerTo('withdraw the session with Aisha on 18 November because Aisha was away')
    await answerTo('yes')
    const entries = kept('audit_entry')
    assert.ok(entries.some(({ event, subject }) => event === 'session.withdrawn' && subject === aisha.staffCode))
    assert.doesNotMatch(JSON.stringify(entries), /away|Aisha/)
  })

  it('is for its logger alone, whatever a press claims', async () => {
    const session = await logged(1)
    for (const person of [aisha, omar, tom]) {
      for (const verb of ['session.withdraw', 'session.withdraw-now', 'session.keep']) {
        const answer = await press(person, verb, { session, reason: 'Because' })
        assert.match(answer, /Only the person who logged a session can withdraw it/)
        assert.doesNotMatch(answer, /Aisha|Priya|18 November/)
      }
    }
    assert.deepEqual(withdrawals(), [])
    assert.match(await answerTo('withdraw the session with Priya on 18 November', inTeams(aisha)), /found no session/)
  })

  it('happens once, however often it is pressed, and the other is told once', async () => {
    const session = await logged(1)
    const answers = [1, 2, 3].map(() => press(priya, 'session.withdraw-now', { session, reason: 'Logged twice' }))
    for (const answer of await Promise.all(answers)) assert.match(answer, /✕ Withdrawn/)
    await office.service().idle()
    assert.equal(withdrawals().length, 1)
    const told = office.teams
      .seenBy(inTeams(aisha))
      .filter(({ summary }) => summary === 'A supervision session was withdrawn')
    assert.equal(told.length, 1)
  })

  it('ends what waits: an older card to sign it signs nothing and shows that it was withdrawn', async () => {
    const { id } = await aSessionToSign(office)
    await answerTo('I logged that by mistake, remove it')
    await answerTo('yes')
    await office.service().idle()
    assert.match(await press(aisha, 'session.agree', { session: id }), /✕ Withdrawn/)
    assert.deepEqual(kept('sign_off'), [])
    assert.match(await press(aisha, 'session.reflect', { session: id, reflective: 'yes' }), /✕ Withdrawn/)
    assert.deepEqual(kept('reflection'), [])
  })

  it('keeps a correction that was begun from being saved', async () => {
    const { id } = await aSessionToSign(office)
    await press(priya, 'session.correct', { session: id })
    const form = shownCard()
    await press(priya, 'session.withdraw-now', { session: id })
    const { says } = answerOf(await office.teams.press(inTeams(priya), form, 'Save', { minutes: '30' }))
    assert.match(says ?? '', /withdrawn already, so nothing was recorded/)
    assert.equal(kept('session').length, 1)
    assert.match(await press(priya, 'session.correct', { session: id }), /was withdrawn, so it cannot be corrected/)
  })

  it('of several that fit asks which, with a button for each', async () => {
    await logged(1)
    await logged(2, { heldOn: Temporal.PlainDate.from('2026-11-12') })
    const answer = await answerTo('withdraw the session with Aisha')
    assert.match(answer, /# Which session\?/)
    assert.deepEqual(titlesOn(shownCard().card), ['Withdraw 18 Nov 2026', 'Withdraw 12 Nov 2026'])
    const { card } = answerOf(await office.teams.press(inTeams(priya), shownCard(), 'Withdraw 12 Nov 2026'))
    assert.match(card ? cardInWords(card) : '', /Withdraw this session\?[\s\S]*12 November 2026/)
    assert.deepEqual(withdrawals(), [])
  })

  it('goes away again with another question, and is not done by a later “yes”', async () => {
    await logged(1)
    await answerTo('withdraw the session with Aisha on 18 November because it was logged twice')
    await answerTo('what is RCAT?')
    await answerTo('yes')
    assert.deepEqual(withdrawals(), [])
  })

  it('leaves both readable, and the line manager too', async () => {
    const session = await logged(1)
    await press(priya, 'session.withdraw-now', { session, reason: 'Logged twice' })
    for (const person of [aisha, priya]) {
      await press(person, 'session.show', { session })
      assert.match(
        cardInWords(office.teams.lastCard(inTeams(person))?.card ?? assert.fail()),
        /✕ Withdrawn[\s\S]*A breach/,
      )
    }
    assert.equal((await office.service().store.supervisions.byId(sessionId(1)))?.withdrawn?.reason, 'Logged twice')
    assert.match(await answerTo('what has Aisha had this year?'), /None counts yet[\s\S]*✕ Withdrawn/)
  })

  for (const [way, choose] of [
    ['a button', undefined],
    ['its day', 'the one on 18 November'],
    ['its place', 'the first one'],
  ] as const) {
    it(`keeps the reason that was typed with the request when ${way} says which of several it is`, async () => {
      const session = await logged(1, { loggedAt: Temporal.Instant.from('2026-10-20T15:00:00Z') })
      await logged(2, {
        heldOn: Temporal.PlainDate.from('2026-11-17'),
        loggedAt: Temporal.Instant.from('2026-10-20T15:00:00Z'),
      })
      assert.match(await answerTo('withdraw the session with Aisha, wrong person'), /Which session\?/)
      if (choose === undefined) await press(priya, 'session.withdraw', { session })
      else assert.match(await answerTo(choose), /wrong person/)
      if (choose !== undefined) {
        await answerTo('yes')
        assert.deepEqual(
          withdrawals().map(({ reason }) => reason),
          ['wrong person'],
        )
      } else assert.match(JSON.stringify(await press(priya, 'session.withdraw-now', { session, reason: '' })), /./)
    })
  }
})
