import { Temporal } from 'temporal-polyfill'
import { recordCard } from '../../cards/session/record-card.ts'
import { shortDay } from '../../cards/words.ts'
import type { SessionId } from '../../domain/ids.ts'
import { qualityPart, sightOfRecord } from '../../domain/rights.ts'
import type { Person } from '../../domain/staff.ts'
import { tookPart } from '../../domain/supervision.ts'
import { supervisionYearOf, yearInWords } from '../../domain/supervision-year.ts'
import { type Desk, noteOf, type Reply, readNotes, refuse, type Turn } from '../turn.ts'
import { askedOn, sessionShown } from './session-shown.ts'

const mostOnACard = 12
const notFound = 'I cannot find that session among the ones you may see.'

/** What somebody has had in a period, by default this supervision year, as far as the asker may see it. */
export async function showRecord(
  subject: Person,
  period: { from?: string; to?: string },
  turn: Turn,
  desk: Desk,
): Promise<Reply> {
  const sight = sightOfRecord(turn.person, subject, turn.today.toString(), turn.covers)
  if (sight === 'nothing') {
    return refuse(
      turn,
      'record',
      'You can see your own record and those of people you manage, so I cannot show you that one.',
      { subject: subject.staffCode },
    )
  }
  const year = supervisionYearOf(turn.today)
  const from = period.from === undefined ? year.from : Temporal.PlainDate.from(period.from)
  const to =
    period.to === undefined ? (period.from === undefined ? year.to : turn.today) : Temporal.PlainDate.from(period.to)
  const every = await desk.supervisions.of(subject.staffCode, from, to)
  const sessions =
    sight === 'quality'
      ? every.flatMap((session) =>
          tookPart(session, turn.person.staffCode) ? session : (qualityPart(session, desk.policy) ?? []),
        )
      : every
  const shown = sessions.slice(0, mostOnACard)
  const people = await desk.staff.byStaffCodes([
    ...new Set(shown.flatMap((session) => [session.supervisor, session.practitioner])),
  ])
  const own = subject.staffCode === turn.person.staffCode
  const wholeYear = from.equals(year.from) ? year : supervisionYearOf(from)
  const message = recordCard({
    subject,
    own,
    period:
      wholeYear.from.equals(from) && wholeYear.to.equals(to)
        ? yearInWords(wholeYear)
        : `${shortDay(from)} to ${shortDay(to)}`,
    sessions,
    names: new Map(people.map((person) => [person.staffCode, person.name])),
    sight: sight === 'quality' ? 'full' : sight,
    policy: desk.policy,
    more: sessions.length - shown.length,
  })
  const notes = own ? [] : [noteOf(turn, 'record.viewed', { subject: subject.staffCode, detail: sight })]
  return { message, notes }
}

/**
 * One session, to somebody who took part in it or may see the practitioner's record in full. A quality officer sees what
 * belongs to the kinds that quality officers log.
 */
export async function showSession(id: SessionId, turn: Turn, desk: Desk): Promise<Reply> {
  const session = await desk.supervisions.byId(id)
  const subject = session && (await desk.staff.byStaffCode(session.practitioner))
  if (session === undefined) return refuse(turn, 'session', notFound, { thing: id })
  const today = turn.today.toString()
  const sight = tookPart(session, turn.person.staffCode)
    ? 'full'
    : subject && sightOfRecord(turn.person, subject, today, turn.covers)
  const seen = sight === 'quality' ? qualityPart(session, desk.policy) : sight === 'full' ? session : undefined
  if (seen === undefined) return refuse(turn, 'session', notFound, { thing: id })
  const message = await sessionShown(seen, turn.person.staffCode, desk)
  return { message, notes: readNotes(turn, session), shows: session.id, ...askedOn(session, turn.person.staffCode) }
}
