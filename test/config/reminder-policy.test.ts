import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../config/config.ts'
import { defaultReminderPolicy } from '../../config/reminders.ts'
import { ReminderPolicy } from '../../domain/reminders/reminder-policy.ts'
import { ReminderWhat, reminderInWords, whyNotStopped } from '../../domain/reminders/reminder-what.ts'

function remindersWith(pack: unknown): ReminderPolicy {
  const file = join(mkdtempSync(join(tmpdir(), 'policy-')), 'pack.json')
  writeFileSync(file, JSON.stringify({ reminders: pack }))
  return readConfig({ POLICY_FILE: file }).reminders
}

describe('The reminder policy', () => {
  it('is one that could be put in by a pack', () => {
    assert.deepEqual(ReminderPolicy.parse(defaultReminderPolicy), readConfig({}).reminders)
  })

  it('takes one value from a pack and leaves the others, and lists of days whole', () => {
    const { hours, daysLeft } = remindersWith({
      hours: { digest: '08:15' },
      daysLeft: { 'window-closing': [21, 7, 1] },
    })
    assert.deepEqual(hours, { reminders: '09:00', digest: '08:15' })
    assert.deepEqual(daysLeft, { ...defaultReminderPolicy.daysLeft, 'window-closing': [21, 7, 1] })
  })

  it('is explained kind by kind, with what can be stopped', () => {
    const page = readFileSync(new URL('../../docs/reminder-policy.md', import.meta.url), 'utf8')
    for (const what of ReminderWhat.options) {
      const row = page.split('\n').find((line) => line.startsWith(`| \`${what}\``)) ?? ''
      assert.ok(row.includes(reminderInWords(what)), what)
      assert.ok(row.endsWith(defaultReminderPolicy.mandatory.includes(what) ? '| no |' : '| yes |'), what)
    }
    assert.match(whyNotStopped('digest'), /^Reminders of what is overdue in a team cannot be stopped: .+\.$/)
  })

  const wrong: [what: unknown, says: string][] = [
    [{ hours: { digest: '8.30' } }, 'reminders.hours.digest:'],
    [{ hours: { reminders: '07:59' } }, 'reminders.hours.reminders: should be between sends.from and sends.until'],
    [{ hours: { reminders: '18:00' } }, 'reminders.hours.reminders: should be between sends.from and sends.until'],
    [{ sends: { until: '07:00' } }, 'reminders.sends.until: should be later than sends.from, which is 08:00'],
    [{ digest: { latest: '08:30' } }, 'reminders.digest.latest: should be later than hours.digest, 08:30'],
    [{ digest: { latest: '18:01' } }, 'reminders.digest.latest: should be later than hours.digest'],
    [{ digest: { workingDaysOverdue: 0 } }, 'reminders.digest.workingDaysOverdue:'],
    [
      { daysLeft: { 'window-closing': [3, 14] } },
      'reminders.daysLeft.window-closing: should be days left, the most first',
    ],
    [{ daysLeft: { 'action-due': [] } }, 'reminders.daysLeft.action-due:'],
    [{ daysLeft: { 'touch-point': [3, 3] } }, 'reminders.daysLeft.touch-point:'],
    [{ daysLeft: { coffee: [3] } }, 'reminders.daysLeft:'],
    [{ mandatory: ['coffee'] }, 'reminders.mandatory.0:'],
    [{ snoozes: ['for ever'] }, 'reminders.snoozes.0:'],
    [{ pauseDays: 0 }, 'reminders.pauseDays:'],
    [{ coffee: 1 }, 'reminders:'],
  ]
  for (const [pack, says] of wrong) {
    it(`is refused for ${JSON.stringify(pack)}, with the path`, () => {
      assert.throws(
        () => remindersWith(pack),
        (error: Error) => error.message.includes(`POLICY_FILE has a wrong value at ${says}`),
      )
    })
  }
})
