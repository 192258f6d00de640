import type { ReminderPolicy } from '../domain/reminders/reminder-policy.ts'

/** Who is reminded of what, and when, by default. Unconfirmed: no published rule was found for any of it. */
export const defaultReminderPolicy: ReminderPolicy = {
  hours: { reminders: '09:00', digest: '08:30' },
  sends: { from: '08:00', until: '18:00' },
  daysLeft: {
    'window-closing': [14, 3],
    'action-due': [3, 0],
    'team-action-due': [3, 0],
    'touch-point': [3, 0],
  },
  sessionMinutesAhead: 30,
  digest: { workingDaysOverdue: 2, latest: '18:00' },
  weekly: { workingDaysOverdue: 10 },
  holdBack: { workingHours: 8, lookAgainMinutes: 10 },
  snoozes: ['tomorrow', 'three-days', 'next-week'],
  pauseDays: 28,
  mandatory: ['digest', 'weekly', 'action-due', 'team-action-due', 'touch-point', 'review-due'],
}
