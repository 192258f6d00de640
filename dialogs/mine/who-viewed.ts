import { Temporal } from 'temporal-polyfill'
import { viewsCard } from '../../cards/mine/views-card.ts'
import { limitsAt } from '../../domain/retention.ts'
import { byDayAndPerson } from '../../domain/views.ts'
import { type Desk, type Reply, refuse, type Turn } from '../turn.ts'
import type { Reading } from '../understand/understand.ts'
import { somebodyElse } from './whose.ts'

/** Looks of one person on one day stand together; so many such groups are on a card. */
const groupsOnACard = 8
/** Looks that are read at most. They are kept for a year, and few people are looked at more often. */
const mostLooks = 4000

/** Asked in words who looked at one's own record, in a period or a page further. Nobody is told it of somebody else's. */
export async function whoViewedInWords(text: string, reading: Reading, turn: Turn, desk: Desk): Promise<Reply> {
  const other = somebodyElse(reading, turn)
  if (other !== undefined) {
    return refuse(
      turn,
      'who-viewed',
      'Who has looked at a record is shown only to the person it is about. For your own, say “who has looked at my record?”.',
      other.staffCode === undefined ? {} : { subject: other.staffCode },
    )
  }
  const page = Number(/\bpage (\d{1,3})\b/i.exec(text)?.[1] ?? 1)
  const { from, to } = reading.entities
  return whoViewed({ from, to, page }, turn, desk)
}

/** Who looked at the record of whoever asks, newest first; a page counts from 1. */
export async function whoViewed(
  asked: { from?: string | undefined; to?: string | undefined; page: number },
  turn: Turn,
  desk: Pick<Desk, 'views' | 'staff' | 'periods'>,
): Promise<Reply> {
  const from =
    asked.from === undefined ? limitsAt(turn.now, desk.periods).views : startOf(Temporal.PlainDate.from(asked.from))
  const last = asked.to === undefined ? turn.today : Temporal.PlainDate.from(asked.to)
  const to = startOf(last.add({ days: 1 })).subtract({ nanoseconds: 1 })
  const { views, more } = await desk.views.of(turn.person.staffCode, from, to, mostLooks)
  const groups = byDayAndPerson(views)
  const pages = Math.max(1, Math.ceil(groups.length / groupsOnACard))
  const page = Math.min(Math.max(1, asked.page), pages)
  const shown = groups.slice((page - 1) * groupsOnACard, page * groupsOnACard)
  const people = await desk.staff.byStaffCodes([...new Set(shown.map(({ by }) => by))])
  const message = viewsCard({
    groups: shown,
    people: new Map(people.map((person) => [person.staffCode, person])),
    period: asked.from === undefined ? undefined : { from: Temporal.PlainDate.from(asked.from), to: last },
    page,
    pages,
    total: views.length,
    more,
    keptMonths: desk.periods.viewMonths,
  })
  return { message }
}

function startOf(day: Temporal.PlainDate): Temporal.Instant {
  return day.toZonedDateTime('Europe/London').toInstant()
}
