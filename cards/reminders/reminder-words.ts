import { Temporal } from 'temporal-polyfill'
import type { Unreachable } from '../../domain/reminders/digest.ts'
import type { SnoozeChoice } from '../../domain/reminders/reminder-policy.ts'
import { dayInWords } from '../words.ts'

/** What a reminder can be put off to, as a choice. */
export const snoozeNames: Record<SnoozeChoice, string> = {
  tomorrow: 'Tomorrow, or the next working day',
  'three-days': 'In three days',
  'next-week': 'Next week',
}

/** A day and a time that are kept as text: "Monday 23 November 2026 at 09:00". */
export function untilInWords(until: string): string {
  const [day = '', time = ''] = until.split('T')
  return `${dayInWords(Temporal.PlainDate.from(day))} at ${time}`
}

/** "1 thing", "7 things". */
export function some(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`
}

/** Why no message reaches somebody, after their name. */
export const whyNotReached: Record<Unreachable['why'], string> = {
  'not-installed': 'has not installed this assistant',
  blocked: 'has blocked this assistant',
  failed: 'messages failed',
}
