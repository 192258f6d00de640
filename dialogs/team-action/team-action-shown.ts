import type { Temporal } from 'temporal-polyfill'
import { teamActionCard } from '../../cards/team-action/team-action-card.ts'
import type { StaffCode, TeamActionId } from '../../domain/ids.ts'
import type { Message } from '../../domain/ports.ts'
import type { TeamAction } from '../../domain/team-action.ts'
import { mayCloseTeamAction, mayConfirmTeamAction, maySeeWhoIsLeft } from '../../domain/team-action-rights.ts'
import { viewerOf } from '../action/action-people.ts'
import type { Desk, Turn } from '../turn.ts'

export const noSuchTeamAction = 'I cannot find that team action here. It may have been asked in another chat.'

/** The card of a team action that everybody in its chat sees. */
export async function teamActionForAll(action: TeamAction, desk: Pick<Desk, 'staff'>): Promise<Message> {
  return teamActionCard({ action, names: await namesIn(action, desk), where: 'company' })
}

type Reader = Pick<Turn, 'person' | 'covers' | 'personal'> & { today: Temporal.PlainDate }

/** The card of a team action for one person: their own state, and who is left where they may know. */
export async function teamActionFor(
  reader: Reader,
  action: TeamAction,
  desk: Pick<Desk, 'staff'>,
  says?: string,
): Promise<Message> {
  const viewer = viewerOf(reader)
  const asker = await desk.staff.byStaffCode(action.askedBy)
  return teamActionCard({
    action,
    names: await namesIn(action, desk),
    where: reader.personal ? 'personal' : 'company',
    viewer: {
      code: reader.person.staffCode,
      mayClose: mayCloseTeamAction(viewer, action, asker),
      seesWhoIsLeft: maySeeWhoIsLeft(viewer, action, asker),
    },
    ...(says === undefined ? {} : { says }),
  })
}

/**
 * A team action that may be spoken of where this turn happens: in a group chat or channel those that were asked there, in a
 * personal chat those that were asked of this person or that they may close.
 */
export async function teamActionHere(id: TeamActionId, turn: Turn, desk: Desk): Promise<TeamAction | undefined> {
  const action = await desk.teamActions.byId(id)
  if (action === undefined) return undefined
  if (!turn.personal) return action.chat === turn.company?.chat ? action : undefined
  return mayConfirmTeamAction(viewerOf(turn), action) || (await mayClose(action, turn, desk)) ? action : undefined
}

/** Whether this person may close a team action. */
export async function mayClose(action: TeamAction, turn: Turn, desk: Pick<Desk, 'staff'>): Promise<boolean> {
  return mayCloseTeamAction(viewerOf(turn), action, await desk.staff.byStaffCode(action.askedBy))
}

async function namesIn(
  { askedBy, people, closed }: TeamAction,
  desk: Pick<Desk, 'staff'>,
): Promise<ReadonlyMap<StaffCode, string>> {
  const codes = [askedBy, ...people.map(({ person }) => person), ...(closed === undefined ? [] : [closed.by])]
  const found = await desk.staff.byStaffCodes([...new Set(codes)])
  return new Map(found.map(({ staffCode, name }) => [staffCode, name]))
}
