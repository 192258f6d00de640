import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { keyOf } from '../../../domain/reminders/reminder.ts'
import { reminderYear } from '../../support/reminder-year.ts'
import { asLondon } from '../../support/reminders.ts'

const file = new URL('../../golden/reminders/year.txt', import.meta.url)

describe('A year of reminders for a team of twelve', () => {
  const { text, sent } = reminderYear('2026-04-01', '2027-04-05')

  it('has nothing twice, nothing in quiet time and nothing for somebody away', () => {
    const keys = sent.flatMap(({ reminders }) => reminders.map(keyOf))
    assert.ok(keys.length > 1000)
    assert.equal(new Set(keys).size, keys.length)
    for (const { at, reminders, round } of sent) {
      const time = asLondon(at).slice(11)
      assert.ok(round.isWorkingDay && time >= '08:00' && time < '18:00', asLondon(at))
      for (const { to } of reminders) assert.ok(round.isThere(to))
    }
  })

  it('has one digest at most for each reader and day', () => {
    const digests = sent.flatMap(({ reminders: [first], round }) =>
      first?.thing.what === 'digest' ? `${first.to} ${round.day}` : [],
    )
    assert.equal(new Set(digests).size, digests.length)
  })

  it('is as it was last read over, message by message', () => {
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, text)
    assert.equal(text, readFileSync(file, 'utf8'))
  })
})
