import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import { aSession, aSignOff, at, manager, note, plain, practitioner, sessionId } from '../support/records.ts'
import type { Current } from './store-contract.ts'

const recorded = note('session.recorded')
const signed = note('session.signed')
const withdrew = note('session.withdrawn')
const reflected = note('session.reflected')
const day = (text: string) => Temporal.PlainDate.from(text)

export function endingsContract(now: () => Current): void {
  const withdrawal = (number: number, reason?: string) => ({
    session: sessionId(number),
    by: manager,
    at: at(60),
    ...(reason === undefined ? {} : { reason }),
  })

  describe('withdrawing a session', () => {
    it('ends it for both, keeps the reason, tells the other person, and asks nobody to sign any more', async () => {
      const { supervisions } = now().store
      await supervisions.record(aSession(1), recorded)
      const answer = await supervisions.withdraw(withdrawal(1, 'Logged twice'), withdrew)
      const withdrawn = { by: manager, at: at(60), reason: 'Logged twice' }
      const notice = {
        id: `was-withdrawn:${sessionId(1)}`,
        to: practitioner,
        about: sessionId(1),
        what: 'was-withdrawn',
      }
      assert.deepEqual(plain(answer), plain({ outcome: 'withdrawn', session: { ...aSession(1), withdrawn }, notice }))
      const { supervisions: again } = await now().reopen()
      assert.deepEqual(plain(await again.byId(sessionId(1))), plain({ ...aSession(1), withdrawn }))
      assert.deepEqual(await again.toSign(practitioner), [])
      assert.deepEqual(
        (await now().store.notices.undelivered()).map(({ what }) => what),
        ['was-withdrawn'],
      )
    })

    it('happens once, and afterwards the session is neither signed nor corrected', async () => {
      const { supervisions, audit } = now().store
      await supervisions.record(aSession(1), recorded)
      await supervisions.withdraw(withdrawal(1), withdrew)
      assert.equal((await supervisions.withdraw(withdrawal(1, 'again'), withdrew)).outcome, 'already')
      const signature = await supervisions.sign(aSignOff(1), signed)
      assert.equal(signature.outcome, 'corrected')
      assert.deepEqual(plain(signature.session.withdrawn), plain({ by: manager, at: at(60) }))
      const correction = await supervisions.record(aSession(2, { corrects: sessionId(1) }), recorded)
      assert.equal(correction.outcome, 'corrected-already')
      assert.equal(await supervisions.byId(sessionId(2)), undefined)
      assert.deepEqual(await audit.verify(), { entries: 2 })
    })

    it('is refused for one that was corrected, and leaves out a change that was asked for', async () => {
      const { supervisions } = now().store
      await supervisions.record(aSession(1), recorded)
      await supervisions.record(aSession(2, { corrects: sessionId(1) }), recorded)
      assert.equal((await supervisions.withdraw(withdrawal(1), withdrew)).outcome, 'already')
      await supervisions.sign(aSignOff(2, { outcome: 'change-asked', words: 'Thursday' }), signed)
      assert.equal((await supervisions.toCorrect(manager)).length, 1)
      await supervisions.withdraw(withdrawal(2), withdrew)
      assert.deepEqual(await supervisions.toCorrect(manager), [])
    })

    it('has one effect when twenty do it at once, while a correction comes between', async () => {
      const { store, records } = now()
      const other = records.severalWriters ? await records.open() : store
      await store.supervisions.record(aSession(1), recorded)
      const withdrawals = Array.from({ length: 20 }, (_, number) =>
        (number % 2 === 0 ? store : other).supervisions.withdraw(withdrawal(1, `${number}`), withdrew),
      )
      const correction = other.supervisions.record(aSession(2, { corrects: sessionId(1) }), recorded)
      const outcomes = (await Promise.all(withdrawals)).map(({ outcome }) => outcome)
      const { outcome } = await correction
      const kept = outcomes.filter((one) => one === 'withdrawn').length
      assert.equal(kept, outcome === 'recorded' ? 0 : 1)
      assert.deepEqual(await store.audit.verify(), { entries: 2 })
      if (other !== store) await other.close()
    })
  })

  describe('what a practitioner says of a reflective session', () => {
    const partly = { rating: 'partly' as const, line: 'Mostly about targets' }

    it('is kept with their signature', async () => {
      const { supervisions } = now().store
      await supervisions.record(aSession(1), recorded)
      const answer = await supervisions.sign(aSignOff(1, { reflection: partly }), signed)
      const expected = { ...aSession(1), signOff: aSignOff(1), reflection: partly }
      assert.deepEqual(plain(answer.session), plain(expected))
      assert.deepEqual(plain(await supervisions.byId(sessionId(1))), plain(expected))
    })

    it('is kept with the session where they logged it', async () => {
      const { supervisions } = now().store
      const session = aSession(1, { loggedBy: practitioner, reflection: { rating: 'no' } })
      await supervisions.record(session, recorded)
      assert.deepEqual(plain(await supervisions.byId(sessionId(1))), plain(session))
    })

    it('is said once, also apart from signing', async () => {
      const { supervisions, audit } = now().store
      await supervisions.record(aSession(1), recorded)
      const say = (rating: 'yes' | 'no') =>
        supervisions.reflect(sessionId(1), { by: practitioner, reflection: { rating }, at: at(5) }, reflected)
      assert.deepEqual([await say('yes'), await say('no')], ['said', 'already'])
      assert.deepEqual((await supervisions.byId(sessionId(1)))?.reflection, { rating: 'yes' })
      assert.deepEqual(await audit.verify(), { entries: 2 })
    })

    it('is counted for sessions that count, of the people and days asked for', async () => {
      const { supervisions } = now().store
      const reflective = { kinds: ['reflective' as const] }
      await supervisions.record(aSession(1, reflective), recorded)
      await supervisions.sign(aSignOff(1, { reflection: partly }), signed)
      await supervisions.record(aSession(2, { ...reflective, heldOn: day('2026-11-17') }), recorded)
      await supervisions.record(aSession(3, { kinds: ['monthly'] }), recorded)
      await supervisions.record(aSession(4, { ...reflective, heldOn: day('2026-03-31') }), recorded)
      await supervisions.record(aSession(5, { ...reflective, loggedBy: practitioner }), recorded)
      await supervisions.record(aSession(6, reflective), recorded)
      await supervisions.withdraw(withdrawal(6), withdrew)
      await supervisions.record(
        aSession(7, { ...reflective, practitioner: manager, supervisor: practitioner }),
        recorded,
      )
      const found = await supervisions.reflections([practitioner], day('2026-04-01'), day('2027-03-31'))
      assert.deepEqual(
        plain(found),
        plain([
          { session: sessionId(2), practitioner, heldOn: '2026-11-17' },
          {
            session: sessionId(1),
            practitioner,
            heldOn: '2026-11-18',
            reflection: partly,
            saidAt: aSignOff(1).signedAt,
          },
        ]),
      )
      assert.deepEqual(await supervisions.reflections([], day('2026-04-01'), day('2027-03-31')), [])
    })
  })

  it('gives the sessions somebody logged that still stand, the last one first', async () => {
    const { supervisions } = now().store
    await supervisions.bringIn([aSession(9)])
    for (const number of [1, 2, 3, 4]) await supervisions.record(aSession(number, { loggedAt: at(number) }), recorded)
    await supervisions.record(aSession(5, { loggedAt: at(5), loggedBy: practitioner }), recorded)
    await supervisions.withdraw(withdrawal(3), withdrew)
    await supervisions.record(aSession(6, { loggedAt: at(6), corrects: sessionId(2) }), recorded)
    const logged = await supervisions.loggedBy(manager)
    assert.deepEqual(
      logged.map(({ id }) => id),
      [6, 4, 1].map(sessionId),
    )
    assert.deepEqual(await supervisions.loggedBy(sessionId(1) as never), [])
  })
}
