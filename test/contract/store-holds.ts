import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import { afterStep, begun } from '../../domain/action.ts'
import { AbsenceId, ActionId, CoverId } from '../../domain/ids.ts'
import { aPerson, aSession, at, guid, manager, note, practitioner, sessionId } from '../support/records.ts'
import type { Current } from './store-contract.ts'
import { hold, night, nightOf } from './store-retention.ts'

const noted = note('draft.opened')

export function holdsContract(now: () => Current): void {
  describe('a hold', () => {
    const staff = (...people: Record<string, unknown>[]) =>
      now().store.staff.put(
        people.map((fields) => aPerson(fields)),
        note('staff.imported'),
      )

    it('keeps an action, an absence, a cover and a session for whoever on hold is named in any part of it', async () => {
      const { store } = now()
      const [other, third] = ['N03A003', 'N03A004'].map((staffCode) => aPerson({ staffCode }).staffCode)
      assert.ok(other && third)
      await staff(
        ...[practitioner, manager].map((staffCode) => ({ staffCode, endedOn: '2015-01-01' })),
        ...[other, third].map((staffCode) => ({ staffCode })),
      )
      let action = begun({
        id: ActionId.parse(guid(1)),
        owner: practitioner,
        askedBy: manager,
        askedAt: at(0),
        text: 'Ring the court',
      })
      await store.actions.add([{ action, note: noted, notices: [] }])
      for (const [from, to] of [
        [practitioner, third],
        [third, manager],
      ] as const) {
        action = afterStep(action, { does: 'hand-on', by: from, at: at(1), from, to })
        await store.actions.step(action, { notes: [noted], notices: [] })
      }
      const days = { from: Temporal.PlainDate.from('2014-01-01'), to: Temporal.PlainDate.from('2014-01-09') }
      const absence = { id: AbsenceId.parse(guid(2)), person: practitioner, reason: 'leave' as const, ...days }
      const cover = { id: CoverId.parse(guid(3)), manager, by: other, ...days }
      const byManager = { by: manager, at: at(0), notes: [noted], notices: [] }
      await store.absences.record({ absence }, byManager)
      await store.absences.record({ cover }, byManager)
      assert.ok(await store.absences.end({ absence: absence.id, cover: cover.id }, { ...byManager, by: third }))
      await store.supervisions.record(aSession(4), noted)
      await store.supervisions.withdraw({ session: sessionId(4), by: third, at: at(2) }, note('session.withdrawn'))
      assert.ok(await store.holds.put(...hold(third)))
      const kept = async () => [
        (await store.actions.byId(action.id)) !== undefined,
        (await store.absences.byId(absence.id)) !== undefined,
        (await store.absences.coverById(cover.id)) !== undefined,
        (await store.supervisions.byId(sessionId(4))) !== undefined,
      ]
      await nightOf(store, night)
      assert.deepEqual(await kept(), [true, true, true, true])
      await store.holds.release(third, note('hold.released', { subject: third }))
      await nightOf(store, night.add({ hours: 24 }))
      assert.deepEqual(await kept(), [false, false, false, false])
    })
  })
}
