import type { IExecuteAction } from '@microsoft/teams.cards'
import { Temporal } from 'temporal-polyfill'
import type { Action } from '../domain/action.ts'
import type { Booking } from '../domain/booking.ts'
import type { SupervisionDraft } from '../domain/draft.ts'
import type { AllocationDraftId, BookingId, Crn } from '../domain/ids.ts'
import { firstNameOf } from '../domain/staff.ts'
import type { RecordedSession } from '../domain/supervision.ts'
import type { SupervisionPolicy } from '../domain/supervision-kind.ts'
import type { TeamAction } from '../domain/team-action.ts'
import { dueInWords } from './action/action-words.ts'
import { button } from './button.ts'
import type { CardMessage } from './card.ts'
import { type CardElement, cardWith } from './card-with.ts'
import { heading, remark, sentence, subheading } from './lines.ts'
import { beginning, typed, type Words } from './typed.ts'
import { durationInWords, kindsAsHeading, shortDay } from './words.ts'

export type WaitingView = {
  /** Sessions this person is asked to agree to. */
  toSign: readonly { session: RecordedSession; loggerName: string }[]
  /** Supervisions this person began to write down. */
  drafts: readonly { draft: SupervisionDraft; otherName?: string }[]
  /** Sessions this person logged, in which the other asked for a change. */
  toCorrect: readonly { session: RecordedSession; otherName: string }[]
  /** Booked sessions that have passed, and nobody has said what became of them. */
  passed: readonly { booking: Booking; otherName: string }[]
  /** Actions this person was asked to take on. */
  toConfirm: readonly { action: Action; askerName: string }[]
  /** Team actions that this person can confirm now. */
  toConfirmTogether?: readonly { action: TeamAction; askerName: string }[]
  /** Actions for which somebody asked this person for more time. */
  moreTime: readonly { action: Action; ownerName: string; until: Temporal.PlainDate }[]
  /** Reflective sessions of this person of which they have not said whether they were reflective. */
  toReflect: readonly { session: RecordedSession; otherName: string }[]
  /** Allocations this person began to decide; without the case where it could not be found out whether they may see it. */
  allocations?: readonly { id: AllocationDraftId; crn?: Crn; toName: string }[]
  /** A session this person began to book. */
  bookingDraft?: { id: BookingId; otherName?: string | undefined }
  policy: SupervisionPolicy
}

/** With many sorts of things waiting, fewer of each: together they must fit on one card. */
const mostOfEach = (sorts: number) => (sorts > 3 ? 4 : 8)
const mostActionWords = 120

/** Everything that waits for its reader, each with the button that takes it up. */
export function waitingCard(view: WaitingView): CardMessage {
  const {
    toSign,
    drafts,
    toCorrect,
    passed,
    toConfirm,
    toConfirmTogether = [],
    moreTime,
    toReflect,
    bookingDraft,
    allocations = [],
    policy,
  } = view
  const toBook = bookingDraft === undefined ? [] : [bookingDraft]
  const summary = 'What is waiting for you'
  const sorts = [
    toSign,
    drafts,
    toCorrect,
    passed,
    toConfirm,
    toConfirmTogether,
    moreTime,
    toReflect,
    toBook,
    allocations,
  ].filter((things) => things.length > 0).length
  if (sorts === 0) {
    return {
      card: cardWith([heading('Waiting for you'), sentence('Nothing is waiting for you. You are up to date.')]),
      summary,
    }
  }
  const section = sectionOf(mostOfEach(sorts))
  return {
    card: cardWith([
      heading('Waiting for you'),
      ...section('To check and agree', toSign, ({ session, loggerName }) => ({
        words: [{ strong: shortDay(session.heldOn) }, ` ${kindsAsHeading(policy, session.kinds)}`],
        more: [`${durationInWords(session.minutes)}, logged by `, loggerName],
        action: button(`Check ${shortDay(session.heldOn)}`, { verb: 'session.show', session: session.id }),
      })),
      ...section('To correct', toCorrect, ({ session, otherName }) => ({
        words: [{ strong: shortDay(session.heldOn) }, ` ${kindsAsHeading(policy, session.kinds)}`],
        more: [otherName, ' asked for a change'],
        action: button(`Correct ${shortDay(session.heldOn)}`, { verb: 'session.correct', session: session.id }),
      })),
      ...section('Booked, and the day has passed', passed, ({ booking, otherName }) => ({
        words: [{ strong: shortDay(booking.on) }, ` ${kindsAsHeading(policy, booking.kinds)}`],
        more: ['With ', otherName, '. Was it held?'],
        action: button(`Say what happened on ${shortDay(booking.on)}`, { verb: 'booking.show', booking: booking.id }),
      })),
      ...section('Actions you were asked to take on', toConfirm, ({ action, askerName }, index) => ({
        words: [beginning(action.text, mostActionWords)],
        more: ['Asked by ', askerName, `. ${dueInWords(action)}`],
        action: button(`Answer action ${index + 1}`, { verb: 'action.show', action: action.id }),
      })),
      ...section('Team actions to confirm', toConfirmTogether, ({ action, askerName }, index) => ({
        words: [beginning(action.text, mostActionWords)],
        more: ['Asked by ', askerName, `. ${dueInWords(action)}`],
        action: button(`Confirm that I have done ${index + 1}`, {
          verb: 'team-action.confirm',
          teamAction: action.id,
          from: 'list',
        }),
      })),
      ...section('Asked for more time', moreTime, ({ action, ownerName, until }, index) => ({
        words: [beginning(action.text, mostActionWords)],
        more: [ownerName, ` asks for time until ${shortDay(until)}`],
        action: button(`Answer request ${index + 1}`, { verb: 'action.show', action: action.id }),
      })),
      ...section('Was it reflective?', toReflect, ({ session, otherName }) => ({
        words: [{ strong: shortDay(session.heldOn) }, ` ${kindsAsHeading(policy, session.kinds)}`],
        more: ['With ', otherName, '. You may say whether it was reflective.'],
        action: button(`Say so of ${shortDay(session.heldOn)}`, { verb: 'session.show', session: session.id }),
      })),
      ...section('Begun and not booked', toBook, ({ id, otherName }) => ({
        words: ['A session to be booked'],
        more: otherName === undefined ? ['With nobody named yet'] : ['With ', otherName],
        action: button('Carry on booking', { verb: 'booking.edit', booking: id }),
      })),
      ...section('Allocations begun and not decided', allocations, ({ id, crn, toName }, index) => ({
        words: crn === undefined ? ['A case that could not be checked now'] : [{ strong: crn }],
        more: ['For ', beginning(toName, 60)],
        action: button(`Carry on with ${crn ?? `allocation ${index + 1}`}`, {
          verb: 'allocation.resume',
          allocation: id,
        }),
      })),
      ...section('Begun and not saved', drafts, ({ draft, otherName }) => ({
        words: draftInWords(draft, policy),
        more: otherName === undefined ? ['With nobody named yet'] : ['With ', otherName],
        action: button(carryOnTitle(draft, otherName), {
          verb: 'supervision.resume',
          draft: draft.id,
        }),
      })),
    ]),
    summary,
  }
}

/** "Carry on with Tom, 19 Nov 2026": two drafts of one day can be told apart. */
function carryOnTitle(draft: SupervisionDraft, otherName: string | undefined): string {
  const day = draft.heldOn === undefined ? [] : [dayOf(draft.heldOn)]
  const name = otherName === undefined ? [] : [beginning(firstNameOf({ name: otherName }), 20)]
  return ['Carry on', ...(name.length + day.length > 0 ? ['with', [...name, ...day].join(', ')] : [])].join(' ')
}

type Item = { words: Words[]; more: Words[]; action: IExecuteAction }

/** A section with so many things at most, each with what it is and the button that takes it up. */
const sectionOf =
  (most: number) =>
  <T>(title: string, things: readonly T[], itemOf: (thing: T, index: number) => Item): CardElement[] => {
    if (things.length === 0) return []
    const left = things.length - most
    return [
      subheading(`${title} (${things.length})`),
      ...things.slice(0, most).map((thing, index): CardElement => {
        const { words, more, action } = itemOf(thing, index)
        return {
          type: 'Container',
          spacing: index === 0 ? 'Small' : 'Medium',
          separator: index > 0,
          items: [
            typed(...words),
            { ...typed(...more), spacing: 'None' },
            { type: 'ActionSet', spacing: 'Small', actions: [action] },
          ],
        }
      }),
      ...(left > 0 ? [remark(`${left} more. They move up as you finish these.`)] : []),
    ]
  }

function draftInWords(draft: SupervisionDraft, policy: SupervisionPolicy): Words[] {
  const kinds = draft.kinds.length === 0 ? 'Supervision session' : kindsAsHeading(policy, draft.kinds)
  return draft.heldOn === undefined ? [kinds] : [{ strong: dayOf(draft.heldOn) }, ` ${kinds}`]
}

function dayOf(heldOn: string): string {
  return shortDay(Temporal.PlainDate.from(heldOn))
}
