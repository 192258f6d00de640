import type { Temporal } from 'temporal-polyfill'
import type { Person } from '../../domain/staff.ts'
import { type KindId, kindOf, type SupervisionPolicy } from '../../domain/supervision-kind.ts'
import { stateNow } from '../../domain/team-states.ts'
import type { KindStanding, WindowState } from '../../domain/window-state.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { type CardElement, cardWith } from '../card-with.ts'
import { heading, remark, sentence, subheading } from '../lines.ts'
import { typed } from '../typed.ts'
import {
  daysLeftInWords,
  shortDayOf,
  stateNames,
  stateShapes,
  statesInOrder,
  waiverInWords,
  windowInWords,
  windowsInWords,
} from './state-words.ts'

export type DueView = {
  subject: Pick<Person, 'staffCode' | 'name'>
  /** Whether the reader is the subject. */
  own: boolean
  today: Temporal.PlainDate
  standings: readonly KindStanding[]
  /** The one kind that was asked about; without it all are shown. */
  kind?: KindId
  /** Somebody with the sight of dates is not told on how many days a person was away. */
  sight: 'full' | 'dates'
  policy: SupervisionPolicy
  /** Kinds that the reader may log, and may book, with this person. */
  mayLog: readonly KindId[]
  mayBook: readonly KindId[]
}

/** What is due for one person: each kind with its state, its window and its last day, the most pressing first. */
export function dueCard(view: DueView): CardMessage {
  const { subject, own, standings, kind } = view
  const one = standings.find((standing) => standing.kind === kind)
  const shown = one === undefined ? inOrder(standings) : [one]
  const name = kindOf(view.policy, shown[0]?.kind ?? 'monthly').inWords.replace(/^an? /, '')
  return {
    card: cardWith(
      [
        heading(one === undefined ? 'What is due' : `Next ${name}`),
        own ? typed({ strong: 'You' }) : typed({ strong: subject.name }),
        ...shown.map((standing, index) => ofKind(standing, view, one !== undefined, index > 0)),
        ...(one === undefined ? [] : windowsSoFar(one, view)),
        ...(own ? [] : [remark('It is written down that you looked.')]),
      ],
      buttonsOf(view, one ?? shown[0]),
    ),
    summary: own ? 'Your supervision: what is due' : 'Supervision: what is due',
  }
}

function inOrder(standings: readonly KindStanding[]): KindStanding[] {
  const place = (standing: KindStanding) => statesInOrder.indexOf(stateNow(standing))
  return [...standings].sort((one, other) => place(one) - place(other))
}

/** One kind: its shape and word, then what there is to know of its windows, a line each. */
function ofKind(standing: KindStanding, view: DueView, one: boolean, separator: boolean): CardElement {
  const { kind, closed, open, next } = standing
  const state = stateNow(standing)
  const overdue = closed.find((window) => window.state === 'overdue')
  const missed = closed.filter((window) => window.state === 'missed')
  const lines = [
    ...(overdue === undefined ? [] : overdueInWords(overdue, view)),
    ...openInWords(open, view).map((line, index) => (overdue !== undefined && index === 0 ? `Now: ${line}` : line)),
    ...(open.state === 'met' || open.state === 'waived' ? [nextInWords(next)] : []),
    ...(missed.length === 0 || one ? [] : [`✕ Missed: ${windowsInWords(missed.map(({ window }) => window))}.`]),
  ]
  return {
    type: 'Container',
    spacing: 'Medium',
    separator,
    items: [
      typed({ strong: `${stateShapes[state]} ${kindOf(view.policy, kind).name}: ${stateNames[state]}` }),
      ...lines.map((line): CardElement => sentence(line, { spacing: 'None' })),
    ],
  }
}

function overdueInWords(overdue: WindowState, view: DueView): string[] {
  const booked =
    'bookedOn' in overdue && overdue.bookedOn !== undefined ? ` Booked for ${shortDayOf(overdue.bookedOn)}.` : ''
  return [
    `${windowInWords(overdue.window)} closed on ${shortDayOf(overdue.window.to)} without one.${booked}`,
    ...waitingInWords(overdue, view),
  ]
}

function openInWords(open: WindowState, view: DueView): string[] {
  const window = windowInWords(open.window)
  const by = `by ${shortDayOf(open.window.to)}`
  switch (open.state) {
    case 'met':
      return [`${window}: met on ${shortDayOf(open.heldOn)}.`]
    case 'waived': {
      const booked = open.bookedOn === undefined ? '' : ` One is booked for ${shortDayOf(open.bookedOn)}.`
      return [`${window}: waived, ${waiverInWords(open.waiver, view.sight === 'full')}.${booked}`]
    }
    case 'booked':
      return [`Booked for ${shortDayOf(open.bookedOn)}. ${window}, ${by}.`, ...waitingInWords(open, view)]
    default:
      return [`${window}, ${by}: ${daysLeftInWords(view.today, open.window.to)}.`, ...waitingInWords(open, view)]
  }
}

function nextInWords({ window, bookedOn, waiver }: KindStanding['next']): string {
  const booked = bookedOn === undefined ? '' : `, booked for ${shortDayOf(bookedOn)}`
  return `Next: ${windowInWords(window)}${waiver === undefined ? booked : ', waived as things stand'}.`
}

/** Why something that was held is not met yet. */
function waitingInWords(state: WindowState, { own, mayLog }: DueView): string[] {
  if (!('toConfirm' in state) || state.toConfirm === undefined) return []
  const who = own ? 'your line manager' : mayLog.length > 0 ? 'you' : 'the line manager'
  return [`A session on ${shortDayOf(state.toConfirm)} counts once ${who} ${who === 'you' ? 'have' : 'has'} agreed.`]
}

/** Every window of a kind that is looked at, oldest first. */
function windowsSoFar({ closed }: KindStanding, view: DueView): CardElement[] {
  if (closed.length === 0) return []
  const inShort = (state: WindowState) => {
    if (state.state === 'met') return `met on ${shortDayOf(state.heldOn)}`
    if (state.state === 'waived') return `waived, ${waiverInWords(state.waiver, view.sight === 'full')}`
    return stateNames[state.state]
  }
  return [
    subheading('Before'),
    ...closed.map((state) =>
      sentence(`${stateShapes[state.state]} ${windowInWords(state.window)}: ${inShort(state)}`, { spacing: 'Small' }),
    ),
  ]
}

/** The natural next steps: log it, book it, look back. Those that this reader may not take are not offered. */
function buttonsOf({ subject, standings, kind, mayLog, mayBook }: DueView, first: KindStanding | undefined) {
  const person = subject.staffCode
  const pressing = first !== undefined && ['overdue', 'due-soon', 'due'].includes(stateNow(first))
  const ask = kind === undefined ? {} : { kind }
  const logs = kind === undefined ? mayLog.length > 0 : mayLog.includes(kind)
  return [
    ...(logs
      ? [
          button(
            kind === undefined ? 'Log a session' : 'Log it',
            { verb: 'supervision.begin', person, ...ask },
            { primary: pressing },
          ),
        ]
      : []),
    ...((kind === undefined ? mayBook.length > 0 : mayBook.includes(kind))
      ? [button(kind === undefined ? 'Book a session' : 'Book it', { verb: 'booking.begin', person, ...ask })]
      : []),
    ...(kind !== undefined && standings.length > 1 ? [button('All kinds', { verb: 'states.show', person })] : []),
    button('What was held', { verb: 'record.show', person }),
  ]
}
