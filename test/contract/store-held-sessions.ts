import assert from 'node:assert/strict'
import { StaffCode } from '../../domain/ids.ts'
import { counts } from '../../domain/supervision.ts'
import { day } from '../support/days.ts'
import { aSession, aSignOff, manager, morning, note, practitioner, sessionId } from '../support/records.ts'
import type { Current } from './store-contract.ts'

const other = StaffCode.parse('N03A003')
const recorded = note('session.recorded')
const byPractitioner = { loggedBy: practitioner }

export function heldSessionsContract(now: () => Current): void {
  describe('what was held', () => {
    const of = async (people: StaffCode[] = [practitioner, other], from = '2026-04-01', to = '2027-03-31') =>
      (await now().store.heldSessions.of(people, day(from), day(to)))
        .map((session) => ({ ...session, kinds: session.kinds.toSorted() }))
        .sort((one, next) => (one.heldOn < next.heldOn ? -1 : 1))
    const record = (...given: Parameters<typeof aSession>) =>
      now().store.supervisions.record(aSession(...given), recorded)

    it('is told by practitioner, day and kinds, and nothing else', async () => {
      await record(1, { kinds: ['monthly', 'reflective'], heldOn: day('2026-11-18') })
      await record(2, { kinds: ['rcat'], heldOn: day('2026-11-19'), practitioner: other })
      assert.deepEqual(await of(), [
        { practitioner, kinds: ['monthly', 'reflective'], heldOn: '2026-11-18', counts: true },
        { practitioner: other, kinds: ['rcat'], heldOn: '2026-11-19', counts: true },
      ])
      assert.deepEqual(await of([]), [])
      assert.deepEqual(await of([manager]), [], 'who held it is not whose it is')
      assert.deepEqual((await of([other, other])).length, 1)
    })

    it('is told of the first and the last day, and of none outside', async () => {
      for (const [number, heldOn] of ['2026-03-31', '2026-04-01', '2027-03-31', '2027-04-01'].entries()) {
        await record(number, { heldOn: day(heldOn) })
      }
      assert.deepEqual(
        (await of()).map(({ heldOn }) => heldOn),
        ['2026-04-01', '2027-03-31'],
      )
    })

    it('counts as the rule says, and leaves out what was corrected or is to be changed', async () => {
      const { supervisions } = now().store
      const signed = note('session.signed')
      await record(1, { ...byPractitioner, heldOn: day('2026-05-01') })
      await record(2, { ...byPractitioner, heldOn: day('2026-05-02') })
      await supervisions.sign(aSignOff(2, { by: manager, outcome: 'agreed-with-comment' }), signed)
      await record(3, { ...byPractitioner, heldOn: day('2026-05-03') })
      await supervisions.sign(aSignOff(3, { by: manager, outcome: 'change-asked', words: 'The day' }), signed)
      await record(4, { heldOn: day('2026-05-04') })
      await supervisions.sign(aSignOff(4, { outcome: 'change-asked', words: 'The day' }), signed)
      await record(5, { heldOn: day('2026-05-05') })
      await record(6, { heldOn: day('2026-05-06'), corrects: sessionId(5) })
      await supervisions.bringIn([aSession(7, { ...byPractitioner, heldOn: day('2026-05-07') })])
      await record(8, { heldOn: day('2026-05-08') })
      await supervisions.withdraw({ session: sessionId(8), by: manager, at: morning }, note('session.withdrawn'))
      assert.deepEqual(
        (await of()).map((session) => [session.heldOn.slice(-1), session.counts]),
        [
          ['1', false],
          ['2', true],
          ['4', true],
          ['6', true],
          ['7', true],
        ],
      )
      const whole = await supervisions.of(practitioner, day('2026-04-01'), day('2027-03-31'))
      assert.deepEqual(
        (await of()).filter((session) => session.counts).map(({ heldOn }) => heldOn),
        whole
          .filter(counts)
          .map(({ heldOn }) => heldOn.toString())
          .sort(),
        'the same as counted one by one',
      )
    })

    it('is told of more people than are read at once', async () => {
      const codes = Array.from({ length: 95 }, (_, number) => StaffCode.parse(`N04A${String(number).padStart(3, '0')}`))
      await now().store.supervisions.bringIn(codes.map((code, number) => aSession(number, { practitioner: code })))
      assert.deepEqual(new Set((await of(codes)).map((session) => session.practitioner)), new Set(codes))
    })
  })
}
