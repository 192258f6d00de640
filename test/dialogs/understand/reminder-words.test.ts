import assert from 'node:assert/strict'
import { reminderWish } from '../../../dialogs/understand/reminder-words.ts'
import { day } from '../../support/days.ts'

/** Sunday. */
const today = day('2026-11-22')

/** What is wanted, in a few words. */
function wish(text: string): string {
  const found = reminderWish(text, today)
  return Object.values(found)
    .map((value) => (typeof value === 'object' && 'at' in value ? `at ${value.at}` : String(value)))
    .join(' ')
}

describe('What a message wants of reminders', () => {
  const table: [text: string, wants: string][] = [
    ['what will you remind me of?', 'list'],
    ['What are you going to remind me about', 'list'],
    ['my reminders', 'list'],
    ['show my reminders', 'list'],
    ['remind me tomorrow', 'put-off tomorrow'],
    ['Remind me again tomorrow please', 'put-off tomorrow'],
    ['remind me later', 'put-off tomorrow'],
    ['snooze', 'put-off tomorrow'],
    ['remind me in three days', 'put-off three-days'],
    ['snooze it for 3 days', 'put-off three-days'],
    ['remind me next week', 'put-off next-week'],
    ['remind me at 9 instead', 'put-off at 09:00'],
    ['remind me at 14:00 instead', 'put-off at 14:00'],
    ['remind me at half past two', 'put-off at 14:30'],
    ['remind me on 3 December', 'put-off-to-other'],
    ['remind me on Thursday to log my monthly', 'own'],
    ['I need to log my RCAT at some point', 'own'],
    ['pause my reminders until Monday', 'pause 2026-11-23'],
    ['pause my reminders for two weeks', 'pause 2026-12-06'],
    ['pause my reminders', 'pause'],
    ['carry on reminding me', 'carry-on'],
    ['resume my reminders', 'carry-on'],
    ['carry on reminding me of booked sessions on their day', 'carry-on session-today'],
    ['remind me again of supervision that is not booked yet', 'carry-on window-closing'],
    ['stop reminding me', 'stop'],
    ['turn off reminders', 'stop'],
    ['don’t remind me of actions', 'stop action-due'],
    ['stop reminding me of supervision that is not booked yet', 'stop window-closing'],
    ['stop reminding me of booked sessions on their day', 'stop session-today'],
    ['stop reminding me of team actions that are due', 'stop team-action-due'],
    ['stop reminding me of overdue reviews of cases', 'stop review-due'],
    ['stop reminding me of the first discussion of a case', 'stop touch-point'],
    ['stop reminding me of what is overdue in a team', 'stop digest'],
    ['not this window: on secondment until March', 'not-this-window on secondment until March'],
    ['Not this quarter, because I am on a course', 'not-this-window I am on a course'],
    ['not this window', 'not-this-window '],
    ['delivery report', 'delivery-report'],
    ['my digest', 'digest'],
  ]
  for (const [text, wants] of table) {
    it(`“${text}”: ${wants}`, () => assert.equal(wish(text), wants))
  }
})
