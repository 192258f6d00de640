import { dueCard } from '../../cards/due/due-card.ts'
import { mayBookKind } from '../../domain/booking.ts'
import { mayLogKind, pairFor, sightOfRecord } from '../../domain/rights.ts'
import { gradeInWords, type Person } from '../../domain/staff.ts'
import { type KindId, kindOf } from '../../domain/supervision-kind.ts'
import type { KindStanding } from '../../domain/window-state.ts'
import { myManagers } from '../my-team.ts'
import { type Desk, noteOf, type Reply, refuse, type Turn } from '../turn.ts'
import { standingsOf } from './standings.ts'

/** What is due for one person, as far as the asker may see it. */
export async function showDue(subject: Person, kind: KindId | undefined, turn: Turn, desk: Desk): Promise<Reply> {
  const sight = sightOfRecord(turn.person, subject, turn.today.toString(), turn.covers)
  const code = subject.staffCode
  if (sight === 'nothing') {
    return refuse(
      turn,
      'states',
      'You can see what is due for you and for people you manage, so I cannot show you that one.',
      { subject: code },
    )
  }
  const own = code === turn.person.staffCode
  if (subject.endedOn !== undefined && subject.endedOn < turn.today.toString()) {
    return { message: { text: 'That person is no longer in post, so nothing is due.' } }
  }
  const [one] = await standingsOf([subject], turn.today, desk)
  const has = (standing: KindStanding) => kind === undefined || standing.kind === kind
  if (!one?.standings.some(has)) return { message: { text: notExpected(subject, kind, desk) } }
  const standings = one.standings.filter((standing) => sight !== 'quality' || isForQuality(standing.kind, desk))
  if (!standings.some(has)) {
    return refuse(
      turn,
      'states',
      'You can see the kinds of supervision that a quality officer logs, and not that one.',
      {
        subject: code,
      },
    )
  }
  const message = dueCard({
    subject,
    own,
    today: turn.today,
    standings,
    ...(kind === undefined ? {} : { kind }),
    sight: sight === 'full' ? 'full' : 'dates',
    policy: desk.policy,
    ...(await offered(subject, turn, desk)),
  })
  return { message, notes: own ? [] : [noteOf(turn, 'record.viewed', { subject: code, detail: 'states' })] }
}

const isForQuality = (kind: KindId, { policy }: Desk) => kindOf(policy, kind).loggedBy.includes('qdo')

function notExpected({ grade }: Person, kind: KindId | undefined, { policy }: Desk): string {
  const what = kind === undefined ? 'Supervision' : kindOf(policy, kind).name
  return `${what} is not expected of ${withArticle(gradeInWords(grade))}, so nothing is due.`
}

const withArticle = (words: string) => (/^[aeiou]/.test(words) ? `an ${words}` : `a ${words}`)

/** The kinds that this person may log, and may book, about somebody's supervision, be it their own. */
async function offered(subject: Person, turn: Turn, desk: Desk): Promise<{ mayLog: KindId[]; mayBook: KindId[] }> {
  const own = subject.staffCode === turn.person.staffCode
  const others = own ? await myManagers(turn, desk) : [subject]
  const pairs = others
    .flatMap((other) => pairFor(turn.person, other, turn.today.toString(), turn.covers) ?? [])
    .filter((pair) => pair.practitioner.staffCode === subject.staffCode)
  const kinds = desk.policy.kinds.map(({ id }) => id)
  return {
    mayLog: kinds.filter((id) => pairs.some((pair) => mayLogKind(desk.policy, pair, id))),
    mayBook: kinds.filter((id) => pairs.some((pair) => mayBookKind(desk.policy, pair, id))),
  }
}
