import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import { aSession, aSignOff, at, manager, note, plain, practitioner, sessionId } from '../support/records.ts'
import type { Current } from './store-contract.ts'

const recorded = note('session.recorded')
const signed = note('session.signed')
const corrected = note('session.corrected')
const days = (from: string, to: string) => [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)] as const
const byPractitioner = { loggedBy: practitioner }
const ids = (sessions: { id: string }[]) => sessions.map(({ id }) => id)

export function pastSessionsContract(now: () => Current): void {
  describe('looking sessions up', () => {
    it('gives a practitioner’s sessions of the days asked for, both included, newest first', async () => {
      const { supervisions } = now().store
      const held = ['2026-04-01', '2026-03-31', '2026-11-18', '2027-03-31', '2027-04-01']
      for (const [number, day] of held.entries()) {
        await supervisions.record(aSession(number, { heldOn: Temporal.PlainDate.from(day) }), recorded)
      }
      await supervisions.record(aSession(9, { practitioner: manager, supervisor: practitioner }), recorded)
      const found = await supervisions.of(practitioner, ...days('2026-04-01', '2027-03-31'))
      assert.deepEqual(
        found.map((session) => session.heldOn.toString()),
        ['2027-03-31', '2026-11-18', '2026-04-01'],
      )
    })

    it('gives sessions of one day by when they were logged, latest first, to the nanosecond', async () => {
      const { supervisions } = now().store
      const logged = ['2026-11-20T09:00:00Z', '2026-11-20T09:00:00.5Z', '2026-11-20T09:00:00.000000001Z']
      for (const [number, at] of logged.entries()) {
        await supervisions.record(aSession(number, { loggedAt: Temporal.Instant.from(at) }), recorded)
      }
      const found = await supervisions.of(practitioner, ...days('2026-11-18', '2026-11-18'))
      assert.deepEqual(ids(found), [sessionId(1), sessionId(2), sessionId(0)])
    })

    it('gives what waits for a person to sign, and what they have to correct, oldest first', async () => {
      const { supervisions } = now().store
      await supervisions.record(aSession(1, { loggedAt: at(3) }), recorded)
      await supervisions.record(aSession(2, { loggedAt: at(1) }), recorded)
      await supervisions.record(aSession(3, { ...byPractitioner, loggedAt: at(2) }), recorded)
      assert.deepEqual(ids(await supervisions.toSign(practitioner)), [sessionId(2), sessionId(1)])
      assert.deepEqual(ids(await supervisions.toSign(manager)), [sessionId(3)])
      for (const number of [1, 2])
        await supervisions.sign(aSignOff(number, { outcome: 'change-asked', words: 'Date' }), signed)
      assert.deepEqual(ids(await supervisions.toCorrect(manager)), [sessionId(2), sessionId(1)])
      assert.deepEqual(await supervisions.toCorrect(practitioner), [])
      await supervisions.record(aSession(4, { corrects: sessionId(2) }), corrected)
      assert.deepEqual(ids(await supervisions.toCorrect(manager)), [sessionId(1)])
    })
  })

  describe('bringing past sessions in', () => {
    it('adds those not known yet, and asks nobody to sign them', async () => {
      const { supervisions, notices } = now().store
      await supervisions.record(aSession(1), recorded)
      const past = [1, 2, 3, 3].map((number) =>
        aSession(number, { answers: {}, privateAnswers: {}, kinds: ['monthly'] }),
      )
      assert.deepEqual(await supervisions.bringIn(past), { added: 2 })
      assert.deepEqual(await supervisions.bringIn(past), { added: 0 })
      assert.deepEqual(plain(await supervisions.byId(sessionId(1))), plain(aSession(1)))
      assert.deepEqual(plain(await supervisions.byId(sessionId(3))), plain({ ...past[2], imported: true }))
      assert.deepEqual(ids(await supervisions.toSign(practitioner)), [sessionId(1)])
      assert.equal((await notices.undelivered()).length, 1)
    })

    it('keeps none of them when one corrects a session that nobody knows', async () => {
      const { supervisions } = now().store
      await assert.rejects(supervisions.bringIn([aSession(1), aSession(2, { corrects: sessionId(99) })]))
      assert.equal(await supervisions.byId(sessionId(1)), undefined)
    })

    it('keeps what a past session corrected', async () => {
      const { supervisions } = now().store
      await supervisions.bringIn([aSession(1), aSession(2, { corrects: sessionId(1) })])
      assert.equal((await supervisions.byId(sessionId(1)))?.correctedBy, sessionId(2))
      assert.equal((await supervisions.byId(sessionId(2)))?.corrects, sessionId(1))
    })

    it('takes a thousand at once, and none', async () => {
      const { supervisions } = now().store
      const many = Array.from({ length: 1_100 }, (_, number) => aSession(number))
      assert.deepEqual(await supervisions.bringIn(many), { added: 1_100 })
      assert.deepEqual(await supervisions.bringIn([]), { added: 0 })
    })
  })

  describe('notices', () => {
    it('wait until they are delivered, whatever else became of them', async () => {
      const { supervisions, notices } = now().store
      await supervisions.record(aSession(1), recorded)
      const id = `please-sign:${sessionId(1)}`
      for (const outcome of ['not-installed', 'throttled', 'unknown'] as const) {
        await notices.settle([id], outcome, at(1))
        assert.deepEqual(
          (await notices.undelivered(practitioner)).map((notice) => notice.id),
          [id],
        )
      }
      await notices.settle([id, 'nothing'], 'delivered', at(2))
      await notices.settle([id], 'failed', at(3))
      assert.deepEqual(await notices.undelivered(), [])
    })

    it('are given oldest first, of one person or of all', async () => {
      const { supervisions, notices } = now().store
      await supervisions.record(aSession(1, { loggedAt: at(2) }), recorded)
      await supervisions.record(aSession(2, { ...byPractitioner, loggedAt: at(1) }), recorded)
      assert.deepEqual(
        (await notices.undelivered()).map(({ about }) => about),
        [sessionId(2), sessionId(1)],
      )
      assert.deepEqual(
        (await notices.undelivered(practitioner)).map(({ about }) => about),
        [sessionId(1)],
      )
    })
  })
}
