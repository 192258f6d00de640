import type { IExecuteAction } from '@microsoft/teams.cards'
import { Temporal } from 'temporal-polyfill'
import type { SupervisionDraft } from '../domain/draft.ts'
import { firstNameOf } from '../domain/staff.ts'
import type { RecordedSession } from '../domain/supervision.ts'
import type { SupervisionPolicy } from '../domain/supervision-kind.ts'
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
  policy: SupervisionPolicy
}

const mostOfEach = 8

/** Everything that waits for its reader, each with the button that takes it up. */
export function waitingCard(view: WaitingView): CardMessage {
  const { toSign, drafts, toCorrect, policy } = view
  const summary = 'What is waiting for you'
  if (toSign.length + drafts.length + toCorrect.length === 0) {
    return {
      card: cardWith([heading('Waiting for you'), sentence('Nothing is waiting for you. You are up to date.')]),
      summary,
    }
  }
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

function section<T>(title: string, things: readonly T[], itemOf: (thing: T) => Item): CardElement[] {
  if (things.length === 0) return []
  const left = things.length - mostOfEach
  return [
    subheading(`${title} (${things.length})`),
    ...things.slice(0, mostOfEach).map((thing, index): CardElement => {
      const { words, more, action } = itemOf(thing)
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
