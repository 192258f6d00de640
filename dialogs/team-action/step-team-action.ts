import { closedInWords, confirmedInWords } from '../../cards/team-action/team-action-words.ts'
import type { TeamActionId } from '../../domain/ids.ts'
import { type CannotConfirm, cannotConfirm, type TeamAction } from '../../domain/team-action.ts'
import { mayConfirmTeamAction } from '../../domain/team-action-rights.ts'
import { viewerOf } from '../action/action-people.ts'
import { myTeam } from '../my-team.ts'
import { type Desk, noteOf, type Reply, refuse, type Turn } from '../turn.ts'
import { bestFit } from '../understand/action-words.ts'
import { type TeamStepSaid, teamStepIn } from '../understand/team-action-words.ts'
import { openHere, whichTeamAction } from './show-team-actions.ts'
import { mayClose, noSuchTeamAction, teamActionFor, teamActionForAll, teamActionHere } from './team-action-shown.ts'

const notAsked = 'Only those who were asked can confirm this, each for themself. Nothing was changed.'
const notTheirsToClose =
  'Only whoever asked for a team action, or their line manager, can close it. Nothing was changed.'

/**
 * Keeps that whoever speaks has done it. What cannot be kept is said with how it stands. In words, the answer in a group
 * chat or channel is a sentence that names nobody, because everybody reads it.
 */
export async function confirmTeamAction(
  id: TeamActionId,
  by: 'press' | 'words',
  turn: Turn,
  desk: Desk,
): Promise<Reply> {
  const me = turn.person.staffCode
  const action = await teamActionHere(id, turn, desk)
  if (action === undefined) return refuse(turn, 'team-action', noSuchTeamAction, { thing: id })
  if (!mayConfirmTeamAction(viewerOf(turn), action)) return refuse(turn, 'team-action-confirm', notAsked, { thing: id })
  const note = noteOf(turn, 'team-action.confirmed', { thing: id })
  const result = await desk.teamActions.confirm(id, me, turn.now, note)
  if (result === undefined) return refuse(turn, 'team-action', noSuchTeamAction, { thing: id })
  const { outcome, action: after } = result
  const confirmed = outcome === 'confirmed'
  const says = confirmed || outcome === 'already' ? undefined : await whyNot(outcome, after, turn, desk)
  const changes = confirmed ? { changes: id } : {}
  if (by === 'words' && !turn.personal) {
    const said = confirmed ? 'Noted.' : 'You have confirmed already.'
    return { message: { text: says ?? `${said} ${confirmedInWords(after)}.` }, ...changes }
  }
  return { message: await teamActionFor(turn, after, desk, says), ...(turn.personal ? { shows: id } : {}), ...changes }
}

async function whyNot(
  outcome: Exclude<CannotConfirm, 'already'>,
  action: TeamAction,
  turn: Turn,
  desk: Desk,
): Promise<string> {
  switch (outcome) {
    case 'closed':
      return `This was closed ${await whoClosed(action, turn, desk)}, before you confirmed. Nothing was changed.`
    case 'enough':
      return 'Somebody else has confirmed, and one is enough. Nothing was changed.'
    case 'not-yet':
      return 'It is not your turn yet: somebody named before you confirms first. Nothing was changed.'
    case 'not-asked':
      return notAsked
  }
}

/** Closes it for good. The record is then on the card: who confirmed and when, and who did not. */
export async function closeTeamAction(id: TeamActionId, by: 'press' | 'words', turn: Turn, desk: Desk): Promise<Reply> {
  const action = await teamActionHere(id, turn, desk)
  if (action === undefined) return refuse(turn, 'team-action', noSuchTeamAction, { thing: id })
  if (!(await mayClose(action, turn, desk))) {
    return refuse(turn, 'team-action-close', notTheirsToClose, { subject: action.askedBy, thing: id })
  }
  const note = noteOf(turn, 'team-action.closed', { subject: action.askedBy, thing: id })
  const result = await desk.teamActions.close(id, turn.person.staffCode, turn.now, note)
  if (result === undefined) return refuse(turn, 'team-action', noSuchTeamAction, { thing: id })
  const { outcome, action: after } = result
  // In words the record comes below as the newest card, so that nobody has to look for the old one.
  if (by === 'words' && !turn.personal) return { message: await teamActionForAll(after, desk), posts: id }
  const says =
    outcome === 'closed'
      ? undefined
      : `This was closed already ${await whoClosed(after, turn, desk)}. Nothing was changed.`
  return {
    message: await teamActionFor(turn, after, desk, says),
    ...(turn.personal ? { shows: id } : {}),
    ...(outcome === 'closed' ? { changes: id } : {}),
  }
}

async function whoClosed(action: TeamAction, turn: Turn, desk: Desk): Promise<string> {
  const person = action.closed && (await desk.staff.byStaffCode(action.closed.by))
  return closedInWords(
    action,
    (code) => (code === turn.person.staffCode ? 'you' : (person?.name ?? code)),
    !turn.personal,
  )
}

/** "Done", "I have done the refresher", "close it": the open team action that the words fit best. */
export async function stepTeamActionInWords(text: string, turn: Turn, desk: Desk): Promise<Reply> {
  const said = teamStepIn(text)
  if (said === undefined) return { message: { text: howToStep } }
  const open = said.does === 'close' ? await openToClose(turn, desk) : await openHere(turn, desk)
  const can =
    said.does === 'confirm' ? open.filter((action) => canConfirm(action, turn)) : await closable(open, turn, desk)
  const [only, ...more] = bestFit(said.words, can, ({ text }) => text)
  if (only !== undefined && more.length > 0) return whichTeamAction([only, ...more], turn)
  if (only !== undefined) {
    return said.does === 'confirm'
      ? confirmTeamAction(only.id, 'words', turn, desk)
      : closeTeamAction(only.id, 'words', turn, desk)
  }
  if (can.length > 0) return whichTeamAction(can, turn)
  return (await tooLate(said, turn, desk)) ?? noneFits(said, open, turn)
}

const howToStep =
  'Say “done” for a team action that you have done, or “close it” for one that you asked for, with a word or two of it.'

const canConfirm = (action: TeamAction, { person }: Turn) => cannotConfirm(action, person.staffCode) === undefined

/** In a personal chat a line manager closes what their people asked for, too. */
async function openToClose(turn: Turn, desk: Desk): Promise<TeamAction[]> {
  const here = await openHere(turn, desk)
  if (!turn.personal) return here
  const team = await myTeam(turn, desk)
  const theirs = await Promise.all(team.map(({ staffCode }) => desk.teamActions.openOf(staffCode)))
  const askedByTeam = theirs.flat().filter(({ askedBy }) => team.some(({ staffCode }) => staffCode === askedBy))
  return [...new Map([...here, ...askedByTeam].map((action) => [action.id, action])).values()]
}

async function closable(open: readonly TeamAction[], turn: Turn, desk: Desk): Promise<TeamAction[]> {
  const may = await Promise.all(open.map((action) => mayClose(action, turn, desk)))
  return open.filter((_, index) => may[index])
}

/** "Done" where the last one here was closed before they said so. */
async function tooLate({ does, words }: TeamStepSaid, turn: Turn, desk: Desk): Promise<Reply | undefined> {
  const last = turn.company === undefined ? undefined : await desk.teamActions.lastClosedIn(turn.company.chat)
  if (does === 'close' || last === undefined || bestFit(words, [last], ({ text }) => text).length === 0)
    return undefined
  if (cannotConfirm(last, turn.person.staffCode) !== 'closed') return undefined
  return { message: { text: await whyNot('closed', last, turn, desk) } }
}

/** Nothing that they could do: why, where one thing alone can have been meant. */
function noneFits({ does, words }: TeamStepSaid, open: readonly TeamAction[], turn: Turn): Reply {
  const here = turn.personal ? 'of yours' : 'here'
  const [only, ...more] = bestFit(words, open, ({ text }) => text)
  if (only === undefined) return { message: { text: `No team action ${here} is open.` } }
  if (does === 'close') return refuse(turn, 'team-action-close', notTheirsToClose)
  const why = more.length === 0 ? cannotConfirm(only, turn.person.staffCode) : undefined
  if (why === 'already') return { message: { text: `You have confirmed already. ${confirmedInWords(only)}.` } }
  return {
    message: {
      text:
        why === 'not-yet'
          ? 'It is not your turn yet: somebody named before you confirms first.'
          : `No team action ${here} waits for you to confirm.`,
    },
  }
}
