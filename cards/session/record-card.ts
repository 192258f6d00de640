import type { StaffCode } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import { counts, type RecordedSession, type Standing, signerOf, standingOf, stands } from '../../domain/supervision.ts'
import type { SupervisionPolicy } from '../../domain/supervision-kind.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { type CardElement, cardWith } from '../card-with.ts'
import { heading, remark, sentence } from '../lines.ts'
import { typed } from '../typed.ts'
import { durationInWords, kindsAsHeading, listInWords, shortDay, standingInWords } from '../words.ts'

export type RecordView = {
  subject: Pick<Person, 'staffCode' | 'name'>
  /** Whether the reader is the subject. */
  own: boolean
  /** "2026/27" or "1 June to 22 November 2026". */
  period: string
  /** Newest first. */
  sessions: readonly RecordedSession[]
  names: ReadonlyMap<StaffCode, string>
  sight: 'full' | 'dates'
  policy: SupervisionPolicy
  /** How many sessions of the period come after the first twelve, which are listed; `sessions` may leave those out. */
  more: number
}

const mostSessions = 12
const mostButtons = 3
const shapes: Record<Standing, string> = {
  waiting: '●',
  agreed: '✓',
  'agreed-with-comment': '✓',
  'change-asked': '▲',
  corrected: '■',
  withdrawn: '✕',
  imported: '○',
}

/** What supervision somebody has had: the number of each kind that counts, then the sessions, newest first. */
export function recordCard(view: RecordView): CardMessage {
  const { subject, own, period, sessions, more } = view
  const listed = sessions.slice(0, mostSessions)
  const left = Math.max(more, sessions.length - listed.length)
  const whose = own ? typed({ strong: `You, ${period}` }) : typed({ strong: subject.name }, `, ${period}`)
  const summary = own ? 'Your supervision record' : 'A supervision record'
  const looked = own ? [] : [remark('It is written down that you looked.')]
  if (listed.length === 0) return { card: cardWith([...emptyRecord(view), ...looked], emptyActions(own)), summary }
  return {
    card: cardWith([
      heading(own ? 'Your supervision' : 'Supervision record'),
      whose,
      ...totals(view),
      ...listed.flatMap((session, index) => entry(view, session, index < mostButtons)),
      ...(left === 0
        ? []
        : [
            remark(
              `${left} older ${left === 1 ? 'one is' : 'ones are'} not shown. To see more, name a month, like “in May”.`,
            ),
          ]),
      ...looked,
    ]),
    summary,
  }
}

function emptyRecord({ own, subject, period }: RecordView): CardElement[] {
  return [
    heading(own ? 'Your supervision' : 'Supervision record'),
    own
      ? typed(`Nothing is recorded for you in ${period}.`)
      : typed('Nothing is recorded for ', { strong: subject.name }, ` in ${period}.`),
    sentence(
      own
        ? 'If you have had a session, you can log it yourself: type “reflective on Friday, 45 mins”.'
        : 'Ask for another year, or for a name in full if you meant somebody else.',
    ),
  ]
}

function emptyActions(own: boolean) {
  return own ? [button('Log a session', { verb: 'suggestion.try', what: 'log' })] : []
}

function totals({ sessions, policy, more }: RecordView): CardElement[] {
  const counting = sessions.filter(counts)
  const perKind = policy.kinds
    .map((kind) => ({ name: kind.name, count: counting.filter((session) => session.kinds.includes(kind.id)).length }))
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${name} ${count}`)
  const pending = sessions.filter((session) => !counts(session) && stands(session)).length
  const standings = new Set(sessions.slice(0, mostSessions).map(standingOf))
  const legend = [
    ...(standings.has('agreed') || standings.has('agreed-with-comment') ? ['✓ agreed'] : []),
    ...(standings.has('waiting') ? ['● waiting'] : []),
    ...(standings.has('change-asked') ? ['▲ change asked for'] : []),
    ...(standings.has('corrected') ? ['■ corrected'] : []),
    ...(standings.has('withdrawn') ? ['✕ withdrawn'] : []),
    ...(standings.has('imported') ? ['○ from earlier records'] : []),
  ]
  const allGiven = sessions.length >= more + Math.min(sessions.length, mostSessions)
  const of = allGiven ? '' : `Of the newest ${sessions.length}: `
  return [
    sentence(`${of}${perKind.length === 0 ? 'None counts yet' : perKind.join(', ')}.`, { spacing: 'Small' }),
    ...(pending === 0 ? [] : [sentence(`${pending} more will count once agreed.`, { spacing: 'Small' })]),
    remark(listInWords(legend)),
  ]
}

function entry({ names, sight, policy }: RecordView, session: RecordedSession, withButton: boolean): CardElement[] {
  const day = shortDay(session.heldOn)
  const signer = names.get(signerOf(session)) ?? 'the other person'
  const items: CardElement[] = [typed({ strong: day }, ` ${kindsAsHeading(policy, session.kinds)}`)]
  const standing = `${shapes[standingOf(session)]} ${standingInWords(session, signer)}`
  const supervisor = names.get(session.supervisor) ?? 'somebody not on the staff list'
  const about = sight === 'full' ? [`${durationInWords(session.minutes)} with `, supervisor, '. '] : []
  items.push({ ...typed(...about, standing), spacing: 'None' })
  if (sight === 'full' && withButton) {
    const show = button(`Show ${day}`, { verb: 'session.show', session: session.id })
    items.push({ type: 'ActionSet', spacing: 'Small', actions: [show] })
  }
  return [{ type: 'Container', separator: true, spacing: 'Medium', items }]
}
