import { Temporal } from 'temporal-polyfill'
import { byDayAndPerson, type View } from '../../domain/views.ts'
import type { CardMessage } from '../card.ts'
import { aisha, hostile, longName, priya, rightToLeft } from '../example-world.ts'
import { keptCard } from './kept-card.ts'
import { type ViewsView, viewsCard } from './views-card.ts'

const lookers = [priya, hostile, longName, rightToLeft]
const people = new Map(lookers.map((person) => [person.staffCode, person]))

const at = (text: string) => Temporal.Instant.from(text)
const some: View[] = [
  { by: priya.staffCode, at: at('2026-11-20T14:05:00Z'), what: 'full' },
  { by: priya.staffCode, at: at('2026-11-20T09:30:00Z'), what: 'full' },
  { by: hostile.staffCode, at: at('2026-11-20T08:00:00Z'), what: 'dates' },
  { by: priya.staffCode, at: at('2026-10-24T23:30:00Z') },
]
const many: View[] = Array.from({ length: 8 }, (_, index) => ({
  by: [...lookers, aisha][index % 5]?.staffCode ?? priya.staffCode,
  at: at('2026-11-20T09:00:00Z').subtract({ hours: 30 * index }),
  what: ['full', 'dates', 'draw', 'bookings'][index % 4] ?? 'full',
}))

const views = (list: readonly View[], view: Partial<ViewsView> = {}): CardMessage =>
  viewsCard({
    groups: byDayAndPerson(list),
    people,
    period: undefined,
    page: 1,
    pages: 1,
    total: list.length,
    more: false,
    keptMonths: 12,
    ...view,
  })

const sorts = [
  ['Your entry on the staff list', 1, 'while you are on the staff list', 'you and the administrator'],
  [
    'Your supervision sessions',
    24,
    'for 6 years after you leave',
    'you and your line manager, or whoever covers for them',
  ],
  ['Sessions you began to write down', 2, 'for 90 days after you last touched it', 'you'],
  ['Actions', 0, 'for 6 years after you leave', 'whoever owns the action and whoever asked for it'],
  ['Absences', 0, 'for 6 years after you leave', 'you and your line manager'],
  ['Who looked at your record', 1204, 'for 12 months', 'you'],
] as const
const kept = sorts.map(([title, count, keptFor, seenBy]) => ({ title, count, kept: keptFor, seenBy }))

export const mineExamples: { name: string; message: CardMessage }[] = [
  { name: 'views-some', message: views(some) },
  { name: 'views-none', message: views([]) },
  {
    name: 'views-of-days',
    message: views(some.slice(0, 1), {
      period: { from: Temporal.PlainDate.from('2026-11-01'), to: Temporal.PlainDate.from('2026-11-22') },
    }),
  },
  { name: 'views-in-pages', message: views(many, { page: 2, pages: 3, total: 4000, more: true }) },
  { name: 'kept', message: keptCard({ sorts: kept }) },
  { name: 'kept-on-hold', message: keptCard({ sorts: kept, heldSince: at('2026-11-20T09:00:00Z') }) },
]
