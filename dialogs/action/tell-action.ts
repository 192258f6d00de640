import { ActionId } from '../../domain/ids.ts'
import { movedOn, type Tell } from '../telling.ts'
import { actionMessage } from './show-actions.ts'

/** An action was asked of them, or somebody else took a step of it. */
export const tellOfAction: Tell = async (notice, person, desk, today) => {
  const action = await desk.actions.byId(ActionId.parse(notice.about))
  if (action === undefined || (action.owner !== person.staffCode && action.askedBy !== person.staffCode))
    return undefined
  const covers = await desk.absences.coversOn(today)
  return { message: await actionMessage(action, { person, today, covers }, desk), shows: action.id, changed: movedOn }
}
