import type { IExecuteAction } from '@microsoft/teams.cards'
import type { Temporal } from 'temporal-polyfill'
import { type Action, actionCharacters, isOpen } from '../../domain/action.ts'
import type { StaffCode } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { type CardElement, cardWith, fittingCard } from '../card-with.ts'
import { heading, note, problemList, remark, row, sentence, subheading } from '../lines.ts'
import { peopleOffered } from '../people-offered.ts'
import { beginning, typed } from '../typed.ts'
import { dayInWords, momentInWords } from '../words.ts'
import { actionStanding, stepInWords } from './action-words.ts'

export type ActionView = {
  action: Action
  /** Names of everybody in it; somebody missing goes by their staff code. */
  names: ReadonlyMap<StaffCode, string>
  viewer: StaffCode
  /** Whether the reader may say yes or no to more time. */
  mayAnswer: boolean
  today: Temporal.PlainDate
  /** Right after it was added: whether its owner was told. */
  added?: 'told' | 'not reached yet'
  problems?: readonly string[]
  /** Shows the inputs for more time and for handing on, with those it can be handed to and what was typed already. */
  options?: { people: readonly Pick<Person, 'staffCode' | 'name'>[]; due?: string; reason?: string }
}

const mostSteps = 8

/** One action, for whoever reads it and wherever it stands: asked, to be done, more time wanted, over. */
export function actionCard(view: ActionView): CardMessage {
  const { action, problems = [] } = view
  const card = fittingCard(actionCharacters, (most) =>
    cardWith(
      [
        heading(titleOf(view)),
        ...note('What is to be done', action.text, most),
        ...facts(view),
        ...wanted(view, most),
        ...history(view, most),
        ...(view.options === undefined ? [] : inputs(view.options, view.today)),
        ...problemList(problems),
        ...(view.options === undefined ? [hint(view)] : []),
      ],
      view.options === undefined ? buttonsOf(view) : optionButtons(action),
    ),
  )
  return { card, summary: summaryOf(view) }
}

const isOwner = ({ action, viewer }: ActionView) => action.owner === viewer
const nameOf =
  ({ names, viewer }: ActionView) =>
  (code: StaffCode) =>
    code === viewer ? 'You' : (names.get(code) ?? code)

/**
 * Whether the reader is told why somebody needed more time: that person themself, who asked for the action, and whoever may
 * answer for its owner. An earlier owner's reason is not for the next one, nor for the next one's manager.
 */
function readsReasonOf(by: StaffCode, { action, viewer, mayAnswer }: ActionView): boolean {
  return viewer === by || viewer === action.askedBy || (mayAnswer && by === action.owner)
}

function titleOf({ action, added, viewer }: ActionView): string {
  if (added !== undefined) return 'Action added'
  if (action.state === 'done') return '✓ Action done'
  if (action.state === 'withdrawn') return '■ Action no longer needed'
  if (action.moreTime !== undefined) return 'More time asked for'
  if (action.owner === viewer && action.state === 'asked') return 'An action for you'
  const last = action.steps.at(-1)?.does
  if (last === 'confirm') return 'Action taken on'
  if (last === 'agree-more-time') return 'More time agreed'
  if (last === 'refuse-more-time') return 'No more time'
  return last === 'hand-on' ? 'Action handed on' : 'Action'
}

function summaryOf(view: ActionView): string {
  if (view.action.state === 'done') return 'An action is done'
  if (view.action.state === 'withdrawn') return 'An action is no longer needed'
  if (view.action.moreTime !== undefined) return 'More time is asked for an action'
  return isOwner(view) ? 'An action for you' : 'An action'
}

function facts(view: ActionView): CardElement[] {
  const { action, added, today, names } = view
  const called = nameOf(view)
  return [
    row('Who', { strong: called(action.owner) }),
    row('Asked by', called(action.askedBy), `, ${momentInWords(action.askedAt)}`),
    row('By when', action.due === undefined ? 'No day given' : dayInWords(action.due)),
    row('Stands', actionStanding(action, today)),
    ...(action.from === undefined ? [] : [row('From', 'A supervision session')]),
    ...(added === undefined || action.owner === action.askedBy
      ? []
      : [
          typed(
            names.get(action.owner) ?? action.owner,
            added === 'told' ? ' has been told.' : ' could not be reached in Teams yet, and is told later.',
          ),
        ]),
  ]
}

function wanted(view: ActionView, most: number): CardElement[] {
  const { moreTime, owner } = view.action
  if (moreTime === undefined) return []
  return [
    typed({ strong: nameOf(view)(owner) }, ` asked for time until ${dayInWords(moreTime.due)}.`),
    ...(readsReasonOf(owner, view) ? note('Reason', moreTime.reason, most) : []),
  ]
}

function history(view: ActionView, most: number): CardElement[] {
  const { steps: all, moreTime } = view.action
  // What waits to be answered stands above already.
  const steps = moreTime !== undefined && all.at(-1)?.does === 'ask-more-time' ? all.slice(0, -1) : all
  if (steps.length === 0) return []
  const left = steps.length - mostSteps
  return [
    subheading('What happened'),
    ...(left > 0 ? [remark(`${left} earlier ${left === 1 ? 'step is' : 'steps are'} kept and not shown here.`)] : []),
    ...steps.slice(-mostSteps).map((step): CardElement => {
      const words = stepInWords(step, nameOf(view), readsReasonOf(step.by, view))
      return {
        ...typed(...words.map((part) => (typeof part === 'string' ? beginning(part, Math.min(most, 200)) : part))),
        spacing: 'Small',
      }
    }),
  ]
}

function hint({ action, viewer, mayAnswer }: ActionView): CardElement {
  if (!isOpen(action)) return remark('To see what is still open, say “my actions”.')
  if (mayAnswer && action.moreTime !== undefined) {
    return remark('You can also type “agree to more time” or “no more time”, and a word or two of what is to be done.')
  }
  if (action.owner === viewer) {
    return remark('You can also type “done with” and a word or two of it, or “I need until Friday for” it, and why.')
  }
  return remark('To see what is still open, say “what did I ask for?”.')
}

function buttonsOf({ action, viewer, mayAnswer }: ActionView): IExecuteAction[] {
  const id = action.id
  if (!isOpen(action)) return []
  const owner = action.owner === viewer
  const answers = mayAnswer && action.moreTime !== undefined
  const isNew = owner && action.state === 'asked'
  return [
    ...(isNew ? [button('I will do it', { verb: 'action.confirm', action: id }, { primary: true })] : []),
    ...(owner ? [button('Done', { verb: 'action.finish', action: id }, { primary: !isNew })] : []),
    ...(owner ? [button('More time, or hand on', { verb: 'action.options', action: id })] : []),
    ...(answers
      ? [button('Agree to more time', { verb: 'action.agree-more-time', action: id }, { primary: true })]
      : []),
    ...(answers ? [button('No more time', { verb: 'action.refuse-more-time', action: id })] : []),
    ...(action.askedBy === viewer ? [button('No longer needed', { verb: 'action.withdraw', action: id })] : []),
  ]
}

function inputs({ people, due, reason }: NonNullable<ActionView['options']>, today: Temporal.PlainDate): CardElement[] {
  return [
    subheading('More time'),
    {
      type: 'Input.Date',
      id: 'due',
      label: 'Until when',
      min: today.toString(),
      max: today.add({ years: 2 }).toString(),
      errorMessage: 'Give a day that is still to come, not too far ahead.',
      ...(due === undefined ? {} : { value: due }),
    },
    {
      type: 'Input.Text',
      id: 'reason',
      label: 'Why',
      isMultiline: true,
      maxLength: actionCharacters,
      errorMessage: 'This is too long.',
      ...(reason === undefined ? {} : { value: reason.slice(0, actionCharacters) }),
    },
    subheading('Hand on'),
    {
      type: 'Input.ChoiceSet',
      id: 'to',
      label: 'To whom',
      style: 'compact',
      errorMessage: 'Choose a person.',
      placeholder: 'Choose a person',
      choices: peopleOffered({}, people),
    },
    sentence('They are asked whether they will do it. Whoever asked you is told.', { spacing: 'Small' }),
  ]
}

function optionButtons({ id }: Action): IExecuteAction[] {
  return [
    button('Ask for more time', { verb: 'action.ask-more-time', action: id }, { primary: true }),
    button('Hand on', { verb: 'action.hand-on', action: id }),
    button('Back', { verb: 'action.back', action: id }, { withoutInputs: true }),
  ]
}
