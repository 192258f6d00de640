import type { Temporal } from 'temporal-polyfill'
import type { Action } from '../../domain/action.ts'
import type { StaffCode } from '../../domain/ids.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { type CardElement, cardWith } from '../card-with.ts'
import { heading, remark, sentence, subheading } from '../lines.ts'
import { beginning, typed, type Words } from '../typed.ts'
import { actionStanding, dueInWords } from './action-words.ts'

/** A list under its own heading: what the reader is to do, what they asked of others, what somebody else is to do. */
export type ActionList = { title: string; actions: readonly Action[]; none: string }

export type ActionsView = {
  /** Whose actions they are, when they are not the reader's. */
  person?: string
  lists: readonly ActionList[]
  names: ReadonlyMap<StaffCode, string>
  viewer: StaffCode
  today: Temporal.PlainDate
  /** Whether it is written down that the reader looked. */
  looked?: boolean
  /** What to ask when several actions fit what was said. */
  which?: string
}

const mostOfEach = 8

/** Actions that are still open, the most pressing first, each with the button that takes it up. */
export function actionsCard(view: ActionsView): CardMessage {
  const { person, lists, which } = view
  return {
    card: cardWith([
      heading(which !== undefined ? 'Which action?' : 'Actions'),
      ...(person === undefined ? [] : [typed({ strong: person })]),
      ...(which === undefined ? [] : [sentence(which)]),
      ...lists.flatMap((list) => section(view, list)),
      ...(view.looked === true ? [remark('It is written down that you looked.')] : []),
    ]),
    summary: which === undefined ? 'Actions' : 'Several actions fit that',
  }
}

function section(view: ActionsView, { title, actions, none }: ActionList): CardElement[] {
  const left = actions.length - mostOfEach
  return [
    ...(title === '' ? [] : [subheading(actions.length === 0 ? title : `${title} (${actions.length})`)]),
    ...(actions.length === 0 ? [sentence(none)] : []),
    ...actions.slice(0, mostOfEach).map((action, index) => entry(view, action, index)),
    ...(left > 0 ? [remark(`${left} more. They move up as these are done.`)] : []),
  ]
}

function entry({ names, viewer, today }: ActionsView, action: Action, index: number): CardElement {
  const called = (code: StaffCode) => names.get(code) ?? code
  const who: Words[] =
    action.owner !== viewer
      ? [', ', called(action.owner)]
      : action.askedBy === viewer
        ? []
        : [', asked by ', called(action.askedBy)]
  const short = beginning(action.text.replaceAll(/\s+/g, ' '), 30)
  return {
    type: 'Container',
    spacing: index === 0 ? 'Small' : 'Medium',
    separator: index > 0,
    items: [
      typed({ strong: beginning(action.text.replaceAll(/\s+/g, ' '), 140) }),
      { ...typed(`${actionStanding(action, today)}. ${dueInWords(action)}`, ...who), spacing: 'None' },
      {
        type: 'ActionSet',
        spacing: 'Small',
        actions: [button(`Open: ${short}`, { verb: 'action.show', action: action.id })],
      },
    ],
  }
}
