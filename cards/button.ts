import type { IExecuteAction, IOpenUrlAction } from '@microsoft/teams.cards'
import type { CardAction } from './card-action.ts'
import { beginning, shown } from './typed.ts'

/**
 * A button that says an action: its verb and ids, nothing else. Titles are shown as they are, so a name may stand in one.
 *
 * `primary` marks the one thing a card is for. `withoutInputs` lets the button work while a required input is still
 * empty, and sends none of them.
 */
export function button(
  title: string,
  action: CardAction,
  options: { primary?: boolean; withoutInputs?: boolean } = {},
): IExecuteAction {
  const { verb, ...data } = action
  return {
    type: 'Action.Execute',
    title: beginning(shown(title), 60),
    verb,
    data,
    ...(options.primary === true ? { style: 'positive' } : {}),
    ...(options.withoutInputs === true ? { associatedInputs: 'none' } : {}),
  }
}

/** A link that opens in a browser or in Teams. The address is shown to nobody, and holds no more than its reader may know. */
export function link(title: string, url: string): IOpenUrlAction {
  return { type: 'Action.OpenUrl', title, url }
}
