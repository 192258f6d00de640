import type { StaffCode } from '../../domain/ids.ts'
import type { TeamAction } from '../../domain/team-action.ts'
import { dueInWords } from '../action/action-words.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { type CardElement, cardWith } from '../card-with.ts'
import { heading, remark, sentence } from '../lines.ts'
import { beginning, typed } from '../typed.ts'
import { teamActionStandingInWords, yourPartInWords } from './team-action-words.ts'

export type TeamActionsView = {
  actions: readonly TeamAction[]
  where: 'company' | 'personal'
  /** Who reads it; in a chat everybody does. */
  viewer?: StaffCode
  /** What to ask when several fit what was said. */
  which?: string
}

const mostShown = 10

const words = {
  company: 'You can also say “done with” or “close”, and a word or two of it.',
  personal: 'You can also type “confirm the team action” or “close the team action”, and a word or two of it.',
}

/** The team actions that are not closed, the one asked first first: how many have confirmed, and by when. It names nobody. */
export function teamActionsCard({ actions, where, viewer, which }: TeamActionsView): CardMessage {
  const none = where === 'company' ? 'No team action is open here.' : 'No team action of yours is open.'
  const left = actions.length - mostShown
  return {
    card: cardWith([
      heading(which === undefined ? 'Team actions' : 'Which team action?'),
      ...(which === undefined ? [] : [sentence(which)]),
      ...(actions.length === 0 ? [sentence(none)] : []),
      ...actions.slice(0, mostShown).map(
        (action, index): CardElement => ({
          type: 'Container',
          spacing: index === 0 ? 'Small' : 'Medium',
          separator: index > 0,
          items: [
            typed(beginning(action.text, 120)),
            { ...typed(`${teamActionStandingInWords(action)}. ${dueInWords(action)}`), spacing: 'None' },
            ...(viewer !== undefined && action.people.some(({ person }) => person === viewer)
              ? [{ ...typed({ quiet: yourPartInWords(action, viewer) }), spacing: 'None' as const }]
              : []),
            {
              type: 'ActionSet',
              spacing: 'Small',
              actions: [button(`Show team action ${index + 1}`, { verb: 'team-action.show', teamAction: action.id })],
            },
          ],
        }),
      ),
      ...(left > 0 ? [remark(`${left} more. They move up as these are closed.`)] : []),
      ...(actions.length === 0 ? [] : [remark(words[where])]),
    ]),
    summary: which === undefined ? 'Team actions' : 'Several team actions fit that',
  }
}
