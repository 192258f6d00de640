import type { Temporal } from 'temporal-polyfill'
import {
  type Action,
  type ActionStep,
  actionCharacters,
  afterStep,
  cannotStep,
  type StepName,
  toldOf,
} from '../../domain/action.ts'
import { mayHandOnTo, mayStep } from '../../domain/action-rights.ts'
import { type ActionId, IsoDate, type StaffCode } from '../../domain/ids.ts'
import { problemsWithMoreTime } from '../../domain/more-time.ts'
import type { Notice } from '../../domain/ports.ts'
import { personMeant } from '../people-meant.ts'
import { actionsShown } from '../shown-to.ts'
import { type Desk, noteOf, type Reply, refuse, type Turn } from '../turn.ts'
import { bestFit, type StepSaid } from '../understand/action-words.ts'
import { moreTimeWanted, viewerOf } from './action-people.ts'
import { actionMessage, actionToSee, noSuchAction, showAction, showOptions, whichAction } from './show-actions.ts'

/** What goes with a step: the day and the reason of more time, whom it is handed on to. */
export type StepGiven = { due?: Temporal.PlainDate; reason?: string; to?: StaffCode; problems?: readonly string[] }

const notTheirs: Record<StepName, string> = {
  confirm: 'Only the person who is to do this can say that they will. Nothing was changed.',
  finish: 'Only the person who is to do this can say that it is done. Nothing was changed.',
  'ask-more-time': 'Only the person who is to do this can ask for more time. Nothing was changed.',
  'agree-more-time':
    'Only the person who asked for this, or the line manager, can agree to more time. Nothing was changed.',
  'refuse-more-time':
    'Only the person who asked for this, or the line manager, can say no to more time. Nothing was changed.',
  'hand-on': 'Only the person who is to do this can hand it on. Nothing was changed.',
  withdraw: 'Only the person who asked for this can say that it is no longer needed. Nothing was changed.',
}

/**
 * Takes a step of an action and tells the others. A step that cannot be taken as it stands changes nothing and shows how
 * it stands; where something is missing, the inputs are shown with what was given.
 */
export async function stepAction(
  id: ActionId,
  does: StepName,
  given: StepGiven,
  turn: Turn,
  desk: Desk,
  activityKey?: string,
): Promise<Reply> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const found = await actionToSee(id, turn, desk)
    if (found === undefined) return refuse(turn, 'action', noSuchAction, { thing: id })
    const { action, people } = found
    if (!mayStep(viewerOf(turn), does, action, people)) {
      return refuse(turn, `action-${does}`, notTheirs[does], { subject: action.owner, thing: id })
    }
    const step = await stepOf(does, action, given, turn, desk)
    if ('problems' in step) return showOptions(id, turn, desk, typedOf(given), step.problems)
    if (cannotStep(action, step) !== undefined) return showAction(id, turn, desk)
    const after = afterStep(action, step)
    const notices = toldOf(after, turn.person.staffCode).map(
      (to): Notice => ({ id: `action-step:${id}:${after.steps.length}:${to}`, to, about: id, what: 'action-step' }),
    )
    const note = noteOf(turn, 'action.step', { subject: action.owner, thing: id, detail: does })
    if ((await desk.actions.step(after, { notes: [note], notices, activityKey })) === 'conflict') continue
    await Promise.all(notices.map((notice) => desk.reach(notice)))
    return {
      message: await actionMessage(after, turn, desk),
      shows: id,
      ...(activityKey === undefined ? {} : { activityKept: true }),
    }
  }
  throw new Error('An action was changed by somebody else five times in a row.')
}

function typedOf({ due, reason }: StepGiven): { due?: string; reason?: string } {
  return { ...(due === undefined ? {} : { due: due.toString() }), ...(reason === undefined ? {} : { reason }) }
}

/** The step with everything it needs, or what is wrong with what was given. */
async function stepOf(
  does: StepName,
  action: Action,
  { due, reason, to, problems = [] }: StepGiven,
  turn: Turn,
  desk: Desk,
): Promise<ActionStep | { problems: readonly string[] }> {
  const who = { by: turn.person.staffCode, at: turn.now }
  switch (does) {
    case 'confirm':
    case 'finish':
    case 'refuse-more-time':
    case 'withdraw':
      return { ...who, does }
    case 'agree-more-time':
      return { ...who, does, due: action.moreTime?.due ?? turn.today }
    case 'ask-more-time': {
      const wrong = [...problems, ...problemsWithMoreTime(action, { due, reason }, turn.today)]
      if (wrong.length > 0 || due === undefined || reason === undefined) return { problems: wrong }
      return { ...who, does, due, reason }
    }
    case 'hand-on': {
      const person = to === undefined ? undefined : await desk.staff.byStaffCode(to)
      if (problems.length > 0) return { problems }
      if (person === undefined) return { problems: ['Please choose to whom you hand it on.'] }
      if (!mayHandOnTo(viewerOf(turn), person, action)) {
        return {
          problems: [
            'You can hand it on within your team, to people you manage, to your line manager or back to whoever asked. Please choose one of them.',
          ],
        }
      }
      return { ...who, does, from: action.owner, to: person.staffCode }
    }
  }
}

/** A step in words, of the action that the words fit best. Where several fit, they are shown to choose from. */
export async function stepInWords(said: StepSaid, turn: Turn, desk: Desk): Promise<Reply> {
  const open = await mayTake(said.does, turn, desk)
  // What is hidden from them is not found by its number either.
  const candidates = open.map(await actionsShown(open, turn.person.staffCode, desk))
  if (candidates.length === 0) return { message: { text: none[said.does] } }
  const people = await desk.staff.byStaffCodes(candidates.map(({ owner }) => owner))
  const nameOf = (code: StaffCode) => people.find((person) => person.staffCode === code)?.name ?? ''
  const best = bestFit(said.words, candidates, (action) => `${action.text} ${nameOf(action.owner)}`)
  const [only, ...more] = best
  const { due, reason } = said
  const given = { ...(due === undefined ? {} : { due }), ...(reason === undefined ? {} : { reason }) }
  if (only === undefined || more.length > 0) {
    const asks =
      only === undefined
        ? 'No open action has those words. These are open:'
        : 'Several actions fit that. Say a word or two more, or open the right one.'
    const reply = await whichAction(only === undefined ? candidates : best, asks, turn, desk)
    return {
      ...reply,
      pending: {
        asks: 'action-which',
        does: said.does,
        ...(due === undefined ? {} : { due: IsoDate.parse(due.toString()) }),
        ...(reason === undefined ? {} : { reason: reason.slice(0, actionCharacters) }),
        ...(said.to === undefined ? {} : { to: said.to.slice(0, 100) }),
      },
    }
  }
  if (said.does !== 'hand-on') return stepAction(only.id, said.does, given, turn, desk, turn.activityKey)
  const meant = await personMeant(said.to ?? '', turn, desk)
  if (meant === undefined || 'says' in meant) {
    return showOptions(only.id, turn, desk, {}, [meant?.says ?? 'Please choose to whom you hand it on.'])
  }
  return stepAction(only.id, 'hand-on', { to: meant.person.staffCode }, turn, desk, turn.activityKey)
}

const none: Record<StepName, string> = {
  confirm: 'No action is waiting for you to confirm.',
  finish: 'You have no open action. Say “my actions” to see what you asked of others.',
  'ask-more-time': 'You have no open action, so there is nothing to ask more time for.',
  'hand-on': 'You have no open action to hand on.',
  'agree-more-time': 'Nobody is asking you for more time.',
  'refuse-more-time': 'Nobody is asking you for more time.',
  withdraw: 'You have asked for nothing that is still open.',
}

/** The open actions of which this person may take a step as they stand. */
async function mayTake(does: StepName, turn: Turn, desk: Desk): Promise<Action[]> {
  const me = turn.person.staffCode
  switch (does) {
    case 'confirm':
      return (await desk.actions.openOf([me])).filter(({ state }) => state === 'asked')
    case 'finish':
    case 'ask-more-time':
    case 'hand-on':
      return desk.actions.openOf([me])
    case 'withdraw':
      return [
        ...(await desk.actions.openAskedBy(me)),
        ...(await desk.actions.openOf([me])).filter(({ askedBy }) => askedBy === me),
      ]
    case 'agree-more-time':
    case 'refuse-more-time':
      return moreTimeWanted(turn, desk)
  }
}
