import assert from 'node:assert/strict'
import { outboxKey } from '../../domain/reminders/outbox.ts'
import { noPreferences, type ReminderPreferences } from '../../domain/reminders/reminder-preferences.ts'
import { aisha, tom } from '../support/people.ts'
import { morning, note } from '../support/records.ts'
import type { Current } from './store-contract.ts'

const stopped: ReminderPreferences = { ...noPreferences, stopped: ['window-closing'] }

export function reminderPreferencesContract(now: () => Current): void {
  const write = { at: morning, note: { ...note('reminders.changed'), actor: aisha.staffCode } }
  const kept = () => now().store.reminderPreferences

  describe('what people said about their reminders', () => {
    it('is nothing, at version 0, until they have said something', async () => {
      assert.deepEqual(await kept().of(aisha.staffCode), { preferences: noPreferences, version: 0 })
      assert.equal((await kept().ofThese([aisha.staffCode])).size, 0)
    })

    it('is what they said last, and nobody else’s', async () => {
      assert.equal(await kept().keep(aisha.staffCode, noPreferences, 0, write), 'kept')
      assert.equal(await kept().keep(aisha.staffCode, stopped, 1, write), 'kept')
      assert.deepEqual(await kept().of(aisha.staffCode), { preferences: stopped, version: 2 })
      assert.deepEqual([...(await kept().ofThese([tom.staffCode, aisha.staffCode]))], [[aisha.staffCode, stopped]])
    })

    it('lets only one of two that were read at the same version be kept, with what goes with it', async () => {
      const entry = {
        key: outboxKey(aisha.staffCode, 'window-closing', 'w', '14'),
        to: aisha.staffCode,
        what: 'window-closing' as const,
        about: {},
        dueAt: morning,
      }
      const outcomes = await Promise.all(
        [stopped, noPreferences].map((said, index) =>
          kept().keep(aisha.staffCode, said, 0, {
            ...write,
            entries: [{ ...entry, key: outboxKey(aisha.staffCode, 'window-closing', `w${index}`, '14') }],
          }),
        ),
      )
      assert.deepEqual([...outcomes].sort(), ['conflict', 'kept'])
      assert.equal(await kept().keep(aisha.staffCode, noPreferences, 0, write), 'conflict')
      assert.equal((await kept().of(aisha.staffCode)).version, 1)
      assert.equal((await now().store.outbox.ofPerson(aisha.staffCode, 10)).length, 1)
      assert.equal((await now().store.audit.verify()).entries, 1)
    })

    it('is read back after the store was closed and opened', async () => {
      await kept().keep(aisha.staffCode, stopped, 0, write)
      const store = await now().reopen()
      assert.deepEqual((await store.reminderPreferences.of(aisha.staffCode)).preferences, stopped)
    })
  })
}
