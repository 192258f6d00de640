import { askTeam } from './team-action/ask-team.ts'
import { showTeamActions } from './team-action/show-team-actions.ts'
import { stepTeamActionInWords } from './team-action/step-team-action.ts'
import type { Desk, Reply, Turn } from './turn.ts'
import { teamActionIn, teamStepIn } from './understand/team-action-words.ts'
import type { Intent, Reading } from './understand/understand.ts'

type Request = { text: string; reading: Reading }

const row = {
  part: 'Actions and time away' as const,
  mayUse: () => true,
  inCompany: 'only' as const,
}

/** What can be said about team actions in a group chat or channel: rows of the menu. */
export const teamActionsInCompany = [
  {
    ...row,
    intent: 'add-action' as const,
    words: () =>
      'everyone to finish the refresher by Friday, anyone to cover the desk, or: Tom, then Megan to sign the rota',
    does: 'Ask something of several people here. Everybody gets one card, and each confirms for themself.',
    run: ({ text, reading }: Request, turn: Turn, desk: Desk): Promise<Reply> => askTeam(text, reading, turn, desk),
  },
  {
    ...row,
    intent: 'complete-action' as const,
    words: () => 'done, done with the refresher, or: close it',
    does: 'Confirm what you were asked here, or close what you asked for.',
    run: ({ text }: Request, turn: Turn, desk: Desk): Promise<Reply> => stepTeamActionInWords(text, turn, desk),
  },
  {
    ...row,
    intent: 'show-actions' as const,
    words: () => 'show our team actions',
    does: 'See the team actions that are open here, and how many have confirmed.',
    run: (_request: Request, turn: Turn, desk: Desk): Promise<Reply> => showTeamActions(turn, desk),
  },
]

/**
 * What a message means where several people are. "Everyone to …" is a team action whatever else is in it, "done" can mean
 * nothing else there, and what waits for one person is shown to nobody.
 */
export function intentInCompany(text: string, { intent }: Reading, { today }: Turn, names: NamesOnly): Intent {
  const said = teamActionIn(text, { today, names })
  if (said?.of === 'members' && !small.includes(intent)) return 'add-action'
  if (intent === 'show-actions' && !aboutEverybody.test(text)) return 'none'
  if (intent !== 'none') return intent
  if (said !== undefined) return 'add-action'
  return teamStepIn(text) === undefined ? 'none' : 'complete-action'
}

const small: readonly Intent[] = ['help', 'define-term', 'greet', 'thank']
const aboutEverybody = /\b(?:team|our|we|here|this\s+(?:chat|channel|group))\b/i

type NamesOnly = Awaited<ReturnType<Desk['names']>>
