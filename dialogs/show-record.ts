import { Temporal } from 'temporal-polyfill'
import { recordCard } from '../cards/record-card.ts'
import { sessionCard } from '../cards/session-card.ts'
import { shortDay } from '../cards/words.ts'
import type { SessionId } from '../domain/ids.ts'
import { sightOfRecord } from '../domain/rights.ts'
import type { Person } from '../domain/staff.ts'
import { tookPart } from '../domain/supervision.ts'
import { supervisionYearOf, yearInWords } from '../domain/supervision-year.ts'
import { correctSession } from './log-supervision.ts'
import { type Desk, noteOf, type Reply, readNotes, refuse, type Turn } from './turn.ts'
import { pairOfSession } from './two-people.ts'

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
  const sessions = await desk.supervisions.of(subject.staffCode, from, to)
  const shown = sessions.slice(0, mostOnACard)
  const people = await desk.staff.byStaffCodes([
    ...new Set(shown.flatMap((session) => [session.supervisor, session.practitioner])),
  ])
  const own = subject.staffCode === turn.person.staffCode
  const wholeYear = supervisionYearOf(from)
  const message = recordCard({
    subject,
    own,
    period:
      wholeYear.from.equals(from) && wholeYear.to.equals(to)
        ? yearInWords(wholeYear)
        : `${shortDay(from)} to ${shortDay(to)}`,
    sessions,
    names: new Map(people.map((person) => [person.staffCode, person.name])),
    sight,
    policy: desk.policy,
    more: sessions.length - shown.length,
  })
  const notes = own ? [] : [noteOf(turn, 'record.viewed', { subject: subject.staffCode, detail: sight })]
  return { message, notes }
}

/** One session, to somebody who took part in it or may see the practitioner's record in full. */
export async function showSession(id: SessionId, turn: Turn, desk: Desk): Promise<Reply> {
  const session = await desk.supervisions.byId(id)
  const subject = session && (await desk.staff.byStaffCode(session.practitioner))
  if (session === undefined) return refuse(turn, 'session', notFound, { thing: id })
  const own = tookPart(session, turn.person.staffCode)
  if (
    !own &&
    (subject === undefined || sightOfRecord(turn.person, subject, turn.today.toString(), turn.covers) !== 'full')
  ) {
    return refuse(turn, 'session', notFound, { thing: id })
  }
  const pair = await pairOfSession(session, desk)
  const message = sessionCard({ session, ...pair, viewer: turn.person.staffCode, sight: 'full', policy: desk.policy })
  const notes = readNotes(turn, session)
  return { message, notes, shows: session.id }
}

/** Takes up the correction of one of the asker's own entries, found by the other person and the day. */
export async function correctByWords(
  subject: Person | undefined,
  heldOn: string | undefined,
  turn: Turn,
  desk: Desk,
): Promise<Reply> {
  const year = supervisionYearOf(turn.today)
  const from = year.from.subtract({ years: 1 })
  const whose = subject === undefined || subject.staffCode === turn.person.managerStaffCode ? turn.person : subject
  const sessions = (await desk.supervisions.of(whose.staffCode, from, turn.today)).filter(
    (session) =>
      session.loggedBy === turn.person.staffCode &&
      session.correctedBy === undefined &&
      (heldOn === undefined || session.heldOn.toString() === heldOn),
  )
  const [only] = sessions
  if (sessions.length === 1 && only !== undefined) return correctSession(only, turn, desk)
  if (sessions.length > 1) {
    return {
      message: {
        text: 'You logged several like that. Say the day too, for example “correct the session with” the name “on 12 November”.',
      },
    }
  }
  return {
    message: {
      text: 'I found no session like that among the ones you logged. Say “my supervisions”, or “what has” and a name, to see them.',
    },
  }
}
