import assert from 'node:assert/strict'
import type { ClaimAsked, Settled } from '../../domain/reminders/outbox.ts'
import { draftId, manager, morning, plain, practitioner } from '../support/records.ts'
import type { Current } from './store-contract.ts'
import { anEntry, asking, at, place, someone } from './store-outbox.ts'

export function outboxOutcomesContract(now: () => Current): void {
  const outbox = () => now().store.outbox
  const claimedKeys = async (asked: ClaimAsked) => (await outbox().claim(asked)).map(({ key }) => key)

  /** Takes an entry in hand, begins it, and settles it as told. */
  async function comesTo(settled: Settled, minutes: number, entry = anEntry('14 days')): Promise<void> {
    assert.deepEqual(await claimedKeys(asking('one', minutes)), [entry.key])
    assert.equal(await outbox().begin([entry.key], 'one', at(minutes), 60), true)
    assert.equal(await outbox().settle([entry.key], 'one', settled, at(minutes)), true)
  }

  describe('what became of an entry of the outbox', () => {
    const outcomes: [Settled, string, number | undefined, { attempts: number; unknowns: number }?][] = [
      [{ outcome: 'delivered', place }, 'ended', undefined],
      [{ outcome: 'delivered' }, 'ended', undefined],
      [{ outcome: 'dropped', why: 'booked' }, 'ended', undefined],
      [{ outcome: 'later', at: at(30), why: 'absent' }, 'waiting', 30, { attempts: 1, unknowns: 0 }],
      [{ outcome: 'failed', again: at(5) }, 'waiting', 5, { attempts: 2, unknowns: 0 }],
      [{ outcome: 'failed' }, 'ended', undefined],
      [{ outcome: 'too-big' }, 'ended', undefined],
      [{ outcome: 'throttled', again: at(5) }, 'waiting', 5, { attempts: 1, unknowns: 0 }],
      [{ outcome: 'unknown', again: at(5) }, 'waiting', 5, { attempts: 2, unknowns: 1 }],
      [{ outcome: 'unknown' }, 'ended', undefined],
      [{ outcome: 'not-installed' }, 'unreachable', undefined],
      [{ outcome: 'blocked' }, 'unreachable', undefined],
    ]
    for (const [settled, state, comesAgain, tries] of outcomes) {
      it(`keeps ${JSON.stringify({ ...settled, place: undefined })}: ${state}, and ${comesAgain === undefined ? 'does not come again' : 'comes again then and not before'}`, async () => {
        await outbox().enqueue([anEntry('14 days')], morning)
        await comesTo(settled, 1)
        const [kept] = await outbox().ofPerson(practitioner, 10)
        assert.deepEqual(
          [kept?.state, kept?.outcome, kept?.place],
          [state, settled.outcome, 'place' in settled ? settled.place : undefined],
        )
        assert.deepEqual(
          [kept?.why, kept?.touchedAt.toString()],
          ['why' in settled ? settled.why : undefined, at(1).toString()],
        )
        if (comesAgain === undefined) assert.deepEqual(await claimedKeys(asking('one', 9999)), [])
        else {
          assert.deepEqual(await claimedKeys(asking('one', comesAgain - 0.1)), [])
          const [again] = await outbox().claim(asking('one', comesAgain))
          assert.deepEqual({ attempts: again?.attempts, unknowns: again?.unknowns }, tries)
        }
      })
    }

    it('remembers the card that was left, with what it is about', async () => {
      await outbox().enqueue([anEntry('14 days')], morning)
      const [taken] = await outbox().claim(asking('one', 0))
      await outbox().settle([taken?.key ?? ''], 'one', { outcome: 'delivered', place }, at(1), draftId(1))
      assert.deepEqual(await now().store.shownCards.of(draftId(1), practitioner), [place])
    })

    it('tries nothing for somebody out of reach until they give a sign of life, be it new or old', async () => {
      const others = [anEntry('b', 30), anEntry('c', 0, { to: manager }), anEntry('e')]
      await outbox().enqueue([anEntry('a'), ...others], morning)
      await outbox().claim(asking('one', 0))
      await outbox().settle([anEntry('a').key], 'one', { outcome: 'not-installed' }, at(0))
      assert.equal(await outbox().begin([anEntry('e').key], 'one', at(0), 60), false, 'it is in the same hand')
      await outbox().enqueue([anEntry('d')], at(1))
      assert.deepEqual(await claimedKeys(asking('one', 40)), [anEntry('c', 0, { to: manager }).key])
      assert.equal(await outbox().returned(manager, at(41)), 0)
      assert.deepEqual(await claimedKeys(asking('one', 41)), [])
      assert.equal(await outbox().returned(practitioner, at(41)), 4)
      const steps = (await claimedKeys(asking('one', 41))).map((key) => key.split('/').at(-1))
      assert.deepEqual(steps, ['a', 'd', 'e', 'b'])
    })

    it('reports outcomes by person since a moment, a page at a time', async () => {
      const people = [1, 2, 3].map(someone)
      await outbox().enqueue(
        people.flatMap((to) => ['a', 'b', 'c'].map((step) => anEntry(step, 0, { to }))),
        morning,
      )
      await outbox().claim(asking('one', 0))
      for (const [index, to] of people.entries()) {
        const key = (step: string) => anEntry(step, 0, { to }).key
        await outbox().settle([key('a'), key('b')], 'one', { outcome: 'delivered', place }, at(index))
        await outbox().settle([key('c')], 'one', { outcome: 'failed' }, at(index + 1))
      }
      const line = (person: number, outcome: string, count: number, minutes: number) =>
        plain({ to: someone(person), state: 'ended', outcome, count, lastAt: at(minutes) })
      const all = [
        line(1, 'delivered', 2, 0),
        line(1, 'failed', 1, 1),
        line(2, 'delivered', 2, 1),
        line(2, 'failed', 1, 2),
        line(3, 'delivered', 2, 2),
        line(3, 'failed', 1, 3),
      ]
      assert.deepEqual(plain(await outbox().report(morning, 100)), all)
      assert.deepEqual(plain(await outbox().report(at(2), 100)), [all[3], all[4], all[5]])
      const first = await outbox().report(morning, 4)
      assert.deepEqual(plain(first), all.slice(0, 4))
      assert.deepEqual(plain(await outbox().report(morning, 4, first.at(-1))), all.slice(4))
    })
  })
}
