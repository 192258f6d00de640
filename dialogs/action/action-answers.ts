import { Temporal } from 'temporal-polyfill'
import type { ActionItem } from '../../cards/action/action-form-card.ts'
import { readActionForm, readActionOptions } from '../../cards/action/action-input.ts'
import type { StepName } from '../../domain/action.ts'
import { ActionId } from '../../domain/ids.ts'
import type { Pending } from '../pending.ts'
import type { Desk, Presses, Reply, TakeUp, Turn } from '../turn.ts'
import { yesOrNo } from '../understand/booking-words.ts'
import { dayIn } from '../understand/when.ts'
import { addActions, newAction, proposeActions } from './add-action.ts'
import { saysDone } from './only-action.ts'
import { showAction, showOptions } from './show-actions.ts'
import { stepAction, stepInWords } from './step-action.ts'

type Asked<What extends Pending['asks']> = Extract<Pending, { asks: What }>

/** The buttons of actions. */
export const actionPresses: Presses<
  | 'action.new'
  | 'action.add'
  | 'action.show'
  | 'action.confirm'
  | 'action.finish'
  | 'action.options'
  | 'action.back'
  | 'action.ask-more-time'
  | 'action.agree-more-time'
  | 'action.refuse-more-time'
  | 'action.hand-on'
  | 'action.withdraw'
> = {
  'action.new': ({ session }, _data, turn, desk) => newAction(session, turn, desk),
  'action.add': ({ action, more = '', session }, data, turn, desk) => {
    const others = more.split(' ').flatMap((id) => ActionId.safeParse(id).data ?? [])
    const { items, problems } = readActionForm(data, [...new Set([action, ...others])])
    return addActions(items, problems, session, turn, desk)
  },
  'action.show': ({ action }, _data, turn, desk) => showAction(action, turn, desk),
  'action.confirm': steps('confirm'),
  'action.finish': steps('finish'),
  'action.options': ({ action }, _data, turn, desk) => showOptions(action, turn, desk),
  'action.back': ({ action }, _data, turn, desk) => showAction(action, turn, desk),
  'action.ask-more-time': stepsWithInputs('ask-more-time'),
  'action.agree-more-time': steps('agree-more-time'),
  'action.refuse-more-time': steps('refuse-more-time'),
  'action.hand-on': stepsWithInputs('hand-on'),
  'action.withdraw': steps('withdraw'),
}

function steps(does: StepName) {
  return ({ action }: { action: ActionId }, _data: unknown, turn: Turn, desk: Desk): Promise<Reply> =>
    stepAction(action, does, {}, turn, desk)
}

function stepsWithInputs(does: StepName) {
  return ({ action }: { action: ActionId }, data: Record<string, unknown>, turn: Turn, desk: Desk): Promise<Reply> => {
    const { said, problems } = readActionOptions(data)
    return stepAction(action, does, { ...said, problems }, turn, desk)
  }
}

/** The next message after the form of new actions: yes, no, or another day. */
export const answerAction: TakeUp<Asked<'action'>> = async ({ items, session }, words, reading, turn, desk) => {
  const known = items.map(
    ({ due, ...item }): ActionItem => ({
      ...(item as ActionItem),
      ...(due === undefined ? {} : { due: Temporal.PlainDate.from(due) }),
    }),
  )
  const says = /^\W*(?:please\s+)?(?:save|add|record)(?:\s+(?:it|them|this|that))?\W*$/i.test(words)
    ? 'yes'
    : yesOrNo(words)
  if (says === 'yes') return addActions(known, [], session, turn, desk)
  if (says === 'no' || reading.intent === 'cancel') return { message: { text: 'Nothing was kept.' } }
  const [only, ...more] = known
  const day =
    reading.intent === 'none' && words.trim().split(/\s+/).length <= 6 ? dayIn(words, turn.today, 'future') : undefined
  if (only === undefined || more.length > 0 || day === undefined || !('day' in day)) return undefined
  const from = session === undefined ? undefined : await desk.supervisions.byId(session)
  return proposeActions([{ ...only, due: Temporal.PlainDate.from(day.day) }], [], turn, desk, from)
}

/** The next message after the one open action of somebody was shown: that it is done, or that they will do it. */
export const answerShownAction: TakeUp<Asked<'action-shown'>> = async ({ action: id }, words, _reading, turn, desk) => {
  if (saysDone(words)) return stepAction(id, 'finish', {}, turn, desk, turn.activityKey)
  if (yesOrNo(words) !== 'yes') return undefined
  const action = await desk.actions.byId(id)
  if (action?.state === 'asked') return stepAction(id, 'confirm', {}, turn, desk, turn.activityKey)
  return { message: { text: 'Is it done? Then say “done”.' }, pending: { asks: 'action-shown', action: id } }
}

/** “Done” after nothing was asked: the one open action of this person is shown, and the next “done” is its end; of several it is asked which. */
export async function doneWithWhat(words: string, turn: Turn, desk: Desk): Promise<Reply | undefined> {
  if (!saysDone(words)) return undefined
  const [only, ...more] = await desk.actions.openOf([turn.person.staffCode])
  if (only === undefined) return undefined
  return more.length === 0 ? showAction(only.id, turn, desk) : stepInWords({ does: 'finish', words: '' }, turn, desk)
}

/** The next message after several actions fitted a step: a word or two more of the right one. */
export const answerWhichAction: TakeUp<Asked<'action-which'>> = async (pending, words, reading, turn, desk) => {
  if (reading.intent === 'cancel') return { message: { text: 'Nothing was changed.' } }
  if (reading.intent !== 'none' || words.trim().split(/\s+/).length > 8) return undefined
  const { does, due, reason, to } = pending
  return stepInWords(
    {
      does,
      words,
      ...(due === undefined ? {} : { due: Temporal.PlainDate.from(due) }),
      ...(reason === undefined ? {} : { reason }),
      ...(to === undefined ? {} : { to }),
    },
    turn,
    desk,
  )
}
