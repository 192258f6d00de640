import { TeamActionId } from '../../domain/ids.ts'
import { movedOn, type Tell } from '../telling.ts'
import { teamActionFor } from './team-action-shown.ts'

/** A team action was asked of them by name, in a chat they are not in. */
export const tellOfTeamAction: Tell = async (notice, person, desk, today) => {
  const action = await desk.teamActions.byId(TeamActionId.parse(notice.about))
  if (action === undefined || action.closed !== undefined) return undefined
  const covers = await desk.absences.coversOn(today)
  return {
    message: await teamActionFor({ person, covers, personal: true, today }, action, desk),
    shows: action.id,
    changed: movedOn,
  }
}
