import type { Presses } from '../turn.ts'
import { refreshTeamAction, showTeamAction } from './show-team-actions.ts'
import { closeTeamAction, confirmTeamAction } from './step-team-action.ts'

/** The buttons of team actions: the only ones that work in a group chat or channel. */
export const teamActionPresses: Presses<
  'team-action.confirm' | 'team-action.close' | 'team-action.show' | 'team-action.refresh'
> = {
  'team-action.confirm': async ({ teamAction, from }, _data, turn, desk) => {
    const reply = await confirmTeamAction(teamAction, 'press', turn, desk)
    return from === 'list' ? { ...reply, below: true } : reply
  },
  'team-action.close': ({ teamAction }, _data, turn, desk) => closeTeamAction(teamAction, 'press', turn, desk),
  'team-action.show': ({ teamAction }, _data, turn, desk) => showTeamAction(teamAction, turn, desk),
  'team-action.refresh': ({ teamAction }, _data, turn, desk) => refreshTeamAction(teamAction, turn, desk),
}
