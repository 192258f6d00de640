import { type ActionView, actionCard } from '../../cards/action/action-card.ts'
import { actionsCard } from '../../cards/action/actions-card.ts'
import type { Action } from '../../domain/action.ts'
import { type ActionPeople, mayHandOnTo, maySeeAction, mayStep } from '../../domain/action-rights.ts'
import type { ActionId, StaffCode } from '../../domain/ids.ts'
import type { Message } from '../../domain/ports.ts'
import { manages } from '../../domain/rights.ts'
import { isInPost, type Person } from '../../domain/staff.ts'
import { myManagers, myTeam } from '../my-team.ts'
import { meantOf } from '../people-meant.ts'
import { actionsShown } from '../shown-to.ts'
import { showTeamActions } from '../team-action/show-team-actions.ts'
import { type Desk, noteOf, type Reply, refuse, type Turn } from '../turn.ts'
import { aboutTeamActions } from '../understand/team-action-words.ts'
import type { Reading } from '../understand/understand.ts'
import { whatWaits } from '../waiting.ts'
import { peopleOf, viewerOf } from './action-people.ts'
import { onlyShown } from './only-action.ts'

export const noSuchAction = 'I cannot find that action among the ones you may see.'

async function namesIn(actions: readonly Action[], desk: Pick<Desk, 'staff'>): Promise<Map<StaffCode, string>> {
  const codes = actions.flatMap(({ owner, askedBy, steps }) => [
    owner,
    askedBy,
    ...steps.flatMap((step) => [step.by, ...(step.does === 'hand-on' ? [step.from, step.to] : [])]),
  ])
  const people = await desk.staff.byStaffCodes([...new Set(codes)])
  return new Map(people.map((person) => [person.staffCode, person.name]))
}

/** An action as its reader sees it. */
export async function actionMessage(
  action: Action,
  viewer: Pick<Turn, 'person' | 'today' | 'covers'>,
  desk: Pick<Desk, 'staff' | 'cases'>,
  more: Pick<ActionView, 'added' | 'problems' | 'options'> = {},
): Promise<Message> {
  const shown = await actionsShown([action], viewer.person.staffCode, desk)
  return actionCard({
    action: shown(action),
    names: await namesIn([action], desk),
    viewer: viewer.person.staffCode,
    mayAnswer: mayStep(viewerOf(viewer), 'agree-more-time', action, await peopleOf(action, desk)),
    today: viewer.today,
    ...more,
  })
}

/** An action that this person may see, with its people. */
export async function actionToSee(
  id: ActionId,
  turn: Turn,
  desk: Desk,
): Promise<{ action: Action; people: ActionPeople } | undefined> {
  const action = await desk.actions.byId(id)
  if (action === undefined) return undefined
  const people = await peopleOf(action, desk)
  return maySeeAction(viewerOf(turn), action, people) ? { action, people } : undefined
}

/** One action, to somebody who may see it. */
export async function showAction(id: ActionId, turn: Turn, desk: Desk): Promise<Reply> {
  const found = await actionToSee(id, turn, desk)
  if (found === undefined) return refuse(turn, 'action', noSuchAction, { thing: id })
  const mine = await desk.actions.openOf([turn.person.staffCode])
  const isOnly = mine.every((action) => action.id === id)
  return {
    message: await actionMessage(found.action, turn, desk),
    shows: id,
    notes: lookedAt(found.action, turn),
    ...(isOnly ? onlyShown(mine, turn) : {}),
  }
}

/** What the audit trail keeps of somebody having been shown an action: nothing for its own two people. */
function lookedAt({ id, owner, askedBy }: Action, turn: Turn) {
  const me = turn.person.staffCode
  if (me === owner || me === askedBy) return []
  return [noteOf(turn, 'record.viewed', { subject: owner, thing: id, detail: 'action' })]
}

/** The inputs for more time and for handing on, with what was typed already. */
export async function showOptions(
  id: ActionId,
  turn: Turn,
  desk: Desk,
  typed: { due?: string; reason?: string } = {},
  problems: readonly string[] = [],
): Promise<Reply> {
  const found = await actionToSee(id, turn, desk)
  if (found === undefined) return refuse(turn, 'action', noSuchAction, { thing: id })
  const { action, people } = found
  if (!mayStep(viewerOf(turn), 'hand-on', action, people)) return showAction(id, turn, desk)
  const options = { people: await mayTakeOver(action, turn, desk), ...typed }
  return { message: await actionMessage(action, turn, desk, { options, problems }), shows: id }
}

/** Everybody an action can be handed on to, the speaker's own people first. */
async function mayTakeOver(action: Action, turn: Turn, desk: Desk): Promise<Person[]> {
  const { person, today } = turn
  const lists = await Promise.all([
    desk.staff.byStaffCodes([action.askedBy]),
    myTeam(turn, desk),
    myManagers(turn, desk),
    person.managerStaffCode === undefined ? [] : desk.staff.managedBy(person.managerStaffCode),
  ])
  const may = (to: Person) => isInPost(to, today.toString()) && mayHandOnTo(viewerOf(turn), to, action)
  return [...new Map(lists.flat().map((to) => [to.staffCode, to])).values()].filter(may).slice(0, 60)
}

/** What is asked about actions: what waits, one's own, what was asked of somebody, what somebody has still to do. */
export async function actionsInWords(text: string, reading: Reading, turn: Turn, desk: Desk): Promise<Reply> {
  if (aboutTeamActions(text)) return showTeamActions(turn, desk)
  const asksOthers = /\b(?:did|have|has)\s+(?:i|we)\s+(?:ask|asked|give|gave|given|set|agree|agreed)\b/i.test(text)
  const aboutActions = /\b(?:actions?|tasks?|to[\s-]?dos?)\b/i.test(text)
  const aboutSigning = /\b(?:sign|agree|confirm|approve)\b/i.test(text) && !asksOthers
  const may = (person: Person) => manages(turn.person, person, turn.covers)
  const meant = aboutSigning ? undefined : meantOf(reading.people, reading.unknownName, may)
  if (meant !== undefined && 'says' in meant) return { message: { text: meant.says } }
  if (meant !== undefined && meant.person.staffCode !== turn.person.staffCode) {
    return actionsOf(meant.person, asksOthers, turn, desk)
  }
  return asksOthers || aboutActions ? myActions(turn, desk) : whatWaits(turn, desk)
}

/** What this person is to do, and what they asked of others. */
export async function myActions(turn: Turn, desk: Desk): Promise<Reply> {
  const me = turn.person.staffCode
  const [mine, asked] = await Promise.all([desk.actions.openOf([me]), desk.actions.openAskedBy(me)])
  const shown = await actionsShown([...mine, ...asked], me, desk)
  const message = actionsCard({
    lists: [
      { title: 'For you to do', actions: mine.map(shown), none: 'You have no open action.' },
      { title: 'You asked of others', actions: asked.map(shown), none: 'Nothing that you asked for is open.' },
    ],
    names: await namesIn([...mine, ...asked], desk),
    viewer: me,
    today: turn.today,
  })
  // With more time to agree to in the list, “yes” could mean that.
  const isMine = asked.every(({ moreTime }) => moreTime === undefined)
  return { message, ...(isMine ? onlyShown(mine, turn) : {}) }
}

/** What somebody else is to do: everything to whoever manages them, what they asked for themself to everybody else. */
async function actionsOf(person: Person, askedAlone: boolean, turn: Turn, desk: Desk): Promise<Reply> {
  const me = turn.person.staffCode
  const managed = manages(turn.person, person, turn.covers)
  const asked = (await desk.actions.openAskedBy(me)).filter((action) => action.owner === person.staffCode)
  const whole = managed && !askedAlone
  const actions = whole ? await desk.actions.openOf([person.staffCode]) : asked
  const shown = await actionsShown(actions, me, desk)
  const message = actionsCard({
    person: person.name,
    lists: [
      {
        title: whole ? 'To do' : 'You asked for',
        actions: actions.map(shown),
        none: whole ? 'They have no open action.' : 'Nothing that you asked of them is open.',
      },
    ],
    names: await namesIn(actions, desk),
    viewer: me,
    today: turn.today,
    looked: whole,
  })
  const notes = whole ? [noteOf(turn, 'record.viewed', { subject: person.staffCode, detail: 'actions' })] : []
  return { message, notes }
}

/** Several actions that fit what was said, to choose from. */
export async function whichAction(actions: readonly Action[], asks: string, turn: Turn, desk: Desk): Promise<Reply> {
  const shown = await actionsShown(actions, turn.person.staffCode, desk)
  const message = actionsCard({
    lists: [{ title: '', actions: actions.map(shown), none: '' }],
    names: await namesIn(actions, desk),
    viewer: turn.person.staffCode,
    today: turn.today,
    which: asks,
  })
  return { message, notes: actions.flatMap((action) => lookedAt(action, turn)) }
}
