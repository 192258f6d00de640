import assert from 'node:assert/strict'
import { at, manager, note, practitioner, sessionId } from '../support/records.ts'
import type { Current } from './store-contract.ts'

const someoneElse = { actor: manager, subject: practitioner }

export function viewsContract(now: () => Current): void {
  describe('who looked at a record', () => {
    it('is everybody else who did in that time, both ends included, newest first', async () => {
      const { audit, views } = now().store
      await audit.append([
        note('record.viewed', { ...someoneElse, at: at(0) }),
        note('record.viewed', { ...someoneElse, at: at(1), detail: 'full' }),
        note('record.viewed', { ...someoneElse, at: at(2), thing: sessionId(1) }),
        note('record.viewed', { ...someoneElse, at: at(3) }),
        note('record.viewed', { actor: practitioner, subject: practitioner, at: at(1) }),
        note('record.viewed', { actor: practitioner, subject: manager, at: at(1) }),
        note('session.signed', { ...someoneElse, at: at(1) }),
      ])
      const found = await views.of(practitioner, at(1), at(2), 10)
      assert.deepEqual(
        found.views.map(({ by, at, what }) => [by, at.toString(), what]),
        [
          [manager, at(2).toString(), undefined],
          [manager, at(1).toString(), 'full'],
        ],
      )
      assert.equal(found.more, false)
    })

    it('comes in part when there is more than was asked for', async () => {
      const { audit, views } = now().store
      await audit.append([1, 2, 3].map((minutes) => note('record.viewed', { ...someoneElse, at: at(minutes) })))
      const { views: some, more } = await views.of(practitioner, at(0), at(9), 2)
      assert.deepEqual([some.map(({ at }) => at.toString()), more], [[at(3).toString(), at(2).toString()], true])
      assert.equal((await views.of(practitioner, at(0), at(9), 3)).more, false)
    })
  })

  describe('holds', () => {
    const put = note('hold.put', { subject: practitioner })
    const released = note('hold.released', { subject: practitioner })

    it('are put once and released once, each with its entry', async () => {
      const { holds, audit } = now().store
      assert.equal(await holds.of(practitioner), undefined)
      assert.equal(await holds.put({ person: practitioner, at: at(1), by: manager }, put), true)
      assert.equal(await holds.put({ person: practitioner, at: at(2) }, put), false)
      const held = await holds.of(practitioner)
      assert.deepEqual([held?.at.toString(), held?.by], [at(1).toString(), manager])
      assert.equal(await holds.release(practitioner, released), true)
      assert.equal(await holds.release(practitioner, released), false)
      assert.equal(await holds.of(practitioner), undefined)
      assert.deepEqual(await audit.verify(), { entries: 2 })
    })
  })
}
