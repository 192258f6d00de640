import { nameOf, type Reminder } from './reminder.ts'

/** Things of different sorts do not share a card: what is overdue in teams, the weekly counts, and everything else. */
function sortOf({ thing: { what } }: Reminder): 'digest' | 'weekly' | 'others' {
  return what === 'digest' || what === 'weekly' ? what : 'others'
}

/**
 * Reminders to one person that go out together, as the messages they become: digests of several teams are one, the
 * weekly one stands alone, and all others are one, the most pressing sort first.
 */
export function asMessages(reminders: readonly Reminder[]): Reminder[][] {
  const sorts = new Map<string, Reminder[]>()
  for (const reminder of inOrder(reminders)) {
    const sort = sortOf(reminder)
    sorts.set(sort, [...(sorts.get(sort) ?? []), reminder])
  }
  return [...sorts.values()]
}

const order: readonly Reminder['thing']['what'][] = [
  'digest',
  'weekly',
  'session-today',
  'review-due',
  'touch-point',
  'action-due',
  'team-action-due',
  'window-closing',
]

/** What is of today first, then what is overdue, then what is still to come; of those what is one's own; alike ones by name. */
function inOrder(reminders: readonly Reminder[]): Reminder[] {
  return [...reminders].sort(
    (one, other) =>
      order.indexOf(one.thing.what) - order.indexOf(other.thing.what) ||
      Number(isOwn(other)) - Number(isOwn(one)) ||
      (nameOf(one.thing) < nameOf(other.thing) ? -1 : 1),
  )
}

const isOwn = ({ to, thing }: Reminder) => 'person' in thing && thing.person === to
