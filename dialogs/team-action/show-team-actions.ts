import { teamActionsCard } from '../../cards/team-action/team-actions-card.ts'
import type { TeamActionId } from '../../domain/ids.ts'
import { type TeamAction, whoseTurn } from '../../domain/team-action.ts'
import { type Desk, type Reply, refuse, type Turn } from '../turn.ts'
import { noSuchTeamAction, teamActionFor, teamActionForAll, teamActionHere } from './team-action-shown.ts'

/** The open team actions of the chat this is said in; in a personal chat, those asked of this person or by them. */
export async function showTeamActions(turn: Turn, desk: Desk): Promise<Reply> {
  return { message: listOf(await openHere(turn, desk), turn) }
}

/** Those that are not closed and may be spoken of where this turn happens. */
export async function openHere({ company, person }: Turn, desk: Desk): Promise<TeamAction[]> {
  return company === undefined ? desk.teamActions.openOf(person.staffCode) : desk.teamActions.openIn(company.chat)
}

/** Several that fit what was said, to choose from. */
export function whichTeamAction(actions: readonly TeamAction[], turn: Turn): Reply {
  return { message: listOf(actions, turn, 'Several fit that. Say a word or two more, or open the right one.') }
}

function listOf(actions: readonly TeamAction[], { company, person }: Turn, which?: string) {
  return teamActionsCard({
    actions,
    ...(company === undefined ? { where: 'personal', viewer: person.staffCode } : { where: 'company' }),
    ...(which === undefined ? {} : { which }),
  })
}

/** Team actions that this person can confirm now: what waits for them. */
export async function teamActionsToConfirm(turn: Turn, desk: Desk): Promise<TeamAction[]> {
  const open = await desk.teamActions.openOf(turn.person.staffCode)
  return open.filter((action) => whoseTurn(action).includes(turn.person.staffCode))
}

/** Shows one: in its chat as the card for everybody, which takes the place of an older copy; else to this person alone. */
export async function showTeamAction(id: TeamActionId, turn: Turn, desk: Desk): Promise<Reply> {
  const action = await teamActionHere(id, turn, desk)
  if (action === undefined) return refuse(turn, 'team-action', noSuchTeamAction, { thing: id })
  return turn.personal
    ? { message: await teamActionFor(turn, action, desk), shows: id }
    : { message: await teamActionForAll(action, desk), posts: id }
}

/** The card as whoever looks at it sees it now. It causes nothing, not even an entry in the trail. */
export async function refreshTeamAction(id: TeamActionId, turn: Turn, desk: Desk): Promise<Reply> {
  const action = await teamActionHere(id, turn, desk)
  return { message: action === undefined ? { text: noSuchTeamAction } : await teamActionFor(turn, action, desk) }
}
