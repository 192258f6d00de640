import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import {
  aDraft,
  aSession,
  aSignOff,
  at,
  draftId,
  manager,
  morning,
  note,
  plain,
  practitioner,
  sessionId,
} from '../support/records.ts'
import type { Current } from './store-contract.ts'

const recorded = note('session.recorded')
const signed = note('session.signed')
const corrected = note('session.corrected')
const byPractitioner = { loggedBy: practitioner }

export function supervisionsContract(now: () => Current): void {
  const ids = (sessions: { id: string }[]) => sessions.map(({ id }) => id)

  describe('recording a session', () => {
    it('gives it back as it was, its kinds in their order, also after the store was closed and opened again', async () => {
      const session = aSession(1, { loggedAt: Temporal.Instant.from('2026-11-20T09:00:00.123456789Z') })
      const answer = await now().store.supervisions.record(session, recorded)
      assert.deepEqual(
        plain(answer),
        plain({
          outcome: 'recorded',
          session,
          notice: { id: `please-sign:${session.id}`, to: practitioner, about: session.id, what: 'please-sign' },
        }),
      )
      const { supervisions } = await now().reopen()
      assert.deepEqual(plain(await supervisions.byId(session.id)), plain(session))
      assert.equal(await supervisions.byId(sessionId(99)), undefined)
    })

    it('closes the draft it came from and asks the other person to sign', async () => {
      const { supervisions, drafts, notices } = now().store
      await drafts.open(aDraft(1), morning, note('draft.opened'))
      await drafts.open(aDraft(2), morning, note('draft.opened'))
      await supervisions.record(aSession(1, byPractitioner), recorded)
      assert.equal((await drafts.read(draftId(1)))?.state, 'recorded')
      assert.equal((await drafts.read(draftId(2)))?.state, 'open')
      assert.deepEqual(
        (await notices.undelivered()).map(({ to, what }) => [to, what]),
        [[manager, 'please-sign']],
      )
    })

    it('does nothing the second time and gives what was recorded first', async () => {
      const { supervisions, notices, audit } = now().store
      await supervisions.record(aSession(1), recorded)
      const again = await supervisions.record(aSession(1, { minutes: 60, kinds: ['monthly'] }), recorded)
      assert.deepEqual(plain(again), plain({ outcome: 'already', session: aSession(1) }))
      assert.equal((await notices.undelivered()).length, 1)
      assert.deepEqual(await audit.verify(), { entries: 1 })
    })

    it('has one effect when twenty record the same session at once', async () => {
      const { store, records } = now()
      const other = records.severalWriters ? await records.open() : store
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, number) =>
          (number % 2 === 0 ? store : other).supervisions.record(aSession(1), recorded),
        ),
      )
      assert.deepEqual(outcomes.map(({ outcome }) => outcome).sort(), [...Array(19).fill('already'), 'recorded'])
      for (const { session } of outcomes) assert.deepEqual(plain(session), plain(aSession(1)))
      assert.equal((await store.notices.undelivered()).length, 1)
      assert.deepEqual(await store.audit.verify(), { entries: 1 })
      if (other !== store) await other.close()
    })
  })

  describe('correcting a session', () => {
    it('lets both sessions point at each other and ends what was to be said about the first', async () => {
      const { supervisions, notices } = now().store
      await supervisions.record(aSession(1), recorded)
      const correction = aSession(2, { corrects: sessionId(1), minutes: 60, loggedAt: at(5) })
      assert.equal((await supervisions.record(correction, corrected)).outcome, 'recorded')
      assert.deepEqual(
        plain(await supervisions.byId(sessionId(1))),
        plain({ ...aSession(1), correctedBy: sessionId(2) }),
      )
      assert.deepEqual(plain(await supervisions.byId(sessionId(2))), plain(correction))
      assert.deepEqual(
        (await notices.undelivered()).map(({ about }) => about),
        [sessionId(2)],
      )
      assert.deepEqual(ids(await supervisions.toSign(practitioner)), [sessionId(2)])
      assert.equal((await supervisions.record(correction, corrected)).outcome, 'already')
    })

    it('is refused when another correction was first, and nothing is recorded', async () => {
      const { supervisions, audit } = now().store
      await supervisions.record(aSession(1), recorded)
      await supervisions.record(aSession(2, { corrects: sessionId(1) }), corrected)
      const late = await supervisions.record(aSession(3, { corrects: sessionId(1) }), corrected)
      assert.deepEqual(
        plain(late),
        plain({
          outcome: 'corrected-already',
          session: { ...aSession(1), correctedBy: sessionId(2) },
        }),
      )
      assert.equal(await supervisions.byId(sessionId(3)), undefined)
      assert.deepEqual(await audit.verify(), { entries: 2 })
    })

    it('happens once when twenty correct the same session at once', async () => {
      const { store, records } = now()
      const other = records.severalWriters ? await records.open() : store
      await store.supervisions.record(aSession(1), recorded)
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, number) => {
          const correction = aSession(100 + number, { corrects: sessionId(1) })
          return (number % 2 === 0 ? store : other).supervisions.record(correction, corrected)
        }),
      )
      assert.deepEqual(outcomes.map(({ outcome }) => outcome).sort(), [
        ...Array(19).fill('corrected-already'),
        'recorded',
      ])
      assert.deepEqual(await store.audit.verify(), { entries: 2 })
      if (other !== store) await other.close()
    })

    it('of a session that does not exist is an error and leaves nothing', async () => {
      const { supervisions, audit } = now().store
      await assert.rejects(supervisions.record(aSession(2, { corrects: sessionId(1) }), corrected))
      assert.equal(await supervisions.byId(sessionId(2)), undefined)
      assert.deepEqual(await audit.verify(), { entries: 0 })
    })
  })

  describe('signing a session', () => {
    it('keeps what was said, tells the logger, and no longer asks the signer', async () => {
      const { supervisions, notices } = now().store
      await supervisions.record(aSession(1), recorded)
      const signOff = aSignOff(1, { outcome: 'agreed-with-comment', words: 'Thank you' })
      const answer = await supervisions.sign(signOff, signed)
      const notice = { id: `was-signed:${sessionId(1)}`, to: manager, about: sessionId(1), what: 'was-signed' }
      assert.deepEqual(plain(answer), plain({ outcome: 'signed', session: { ...aSession(1), signOff }, notice }))
      assert.deepEqual(plain(await supervisions.byId(sessionId(1))), plain({ ...aSession(1), signOff }))
      assert.deepEqual(await supervisions.toSign(practitioner), [])
      assert.deepEqual(await notices.undelivered(), [notice])
    })

    it('changes nothing the second time and gives the first answer', async () => {
      const { supervisions, audit } = now().store
      await supervisions.record(aSession(1), recorded)
      await supervisions.sign(aSignOff(1), signed)
      const again = await supervisions.sign(aSignOff(1, { outcome: 'change-asked', words: 'No' }), signed)
      assert.deepEqual(plain(again), plain({ outcome: 'already', session: { ...aSession(1), signOff: aSignOff(1) } }))
      assert.deepEqual(await audit.verify(), { entries: 2 })
    })

    it('is refused when the session has been corrected, and of one that does not exist is an error', async () => {
      const { supervisions } = now().store
      await supervisions.record(aSession(1), recorded)
      await supervisions.record(aSession(2, { corrects: sessionId(1) }), corrected)
      const answer = await supervisions.sign(aSignOff(1), signed)
      assert.deepEqual(
        plain(answer),
        plain({ outcome: 'corrected', session: { ...aSession(1), correctedBy: sessionId(2) } }),
      )
      await assert.rejects(supervisions.sign(aSignOff(99), signed))
    })

    it('has one effect when twenty sign at once, while a correction comes between', async () => {
      const { store, records } = now()
      const other = records.severalWriters ? await records.open() : store
      await store.supervisions.record(aSession(1), recorded)
      const signatures = Array.from({ length: 20 }, (_, number) =>
        (number % 2 === 0 ? store : other).supervisions.sign(aSignOff(1, { words: `${number}` }), signed),
      )
      const correction = other.supervisions.record(aSession(2, { corrects: sessionId(1) }), corrected)
      const outcomes = (await Promise.all(signatures)).map(({ outcome }) => outcome)
      await correction
      const kept = outcomes.filter((outcome) => outcome === 'signed').length
      const session = await store.supervisions.byId(sessionId(1))
      assert.equal(kept, session?.signOff === undefined ? 0 : 1)
      assert.ok(kept === 1 || outcomes.every((outcome) => outcome === 'corrected'))
      assert.deepEqual(await store.audit.verify(), { entries: 2 + kept })
      if (other !== store) await other.close()
    })
  })
}
