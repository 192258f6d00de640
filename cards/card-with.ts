import type { IExecuteAction, IOpenUrlAction } from '@microsoft/teams.cards'
import type { Card } from './card.ts'

/** Anything that can stand in a card's body. */
export type CardElement = Card['body'][number]

/** A button of ours, or a link that looks like one. */
export type Button = IExecuteAction | IOpenUrlAction

/** The most bytes a card may have as JSON. Teams refuses messages of about 100 KB; older pages of its documentation say 40 KB and less. */
export const cardBudget = 25_000

/** A card of a body and its buttons. Buttons that do not fit beside each other stand in rows below the body. */
export function cardWith(body: readonly CardElement[], buttons: readonly Button[] = []): Card {
  const [first = [], ...more] = rowsOf(buttons)
  const card: Card = { type: 'AdaptiveCard', version: '1.5', body: [...body] }
  if (more.length === 0) return first.length === 0 ? card : { ...card, actions: first }
  card.body.push(...buttonRows(buttons, 'Medium'))
  return card
}

/** Buttons in the middle of a card, in rows that fit its width; none for no buttons. */
export function buttonRows(buttons: readonly Button[], spacing: 'Small' | 'Medium' = 'Small'): CardElement[] {
  return rowsOf(buttons).map(
    (actions, index): CardElement => ({ type: 'ActionSet', spacing: index === 0 ? spacing : 'Small', actions }),
  )
}

/** The width inside a card of 345 px, and what a button takes beside its letters, in pixels of the Teams look. */
const lineWidth = 313
const buttonWidth = (button: Button) => 8 * (button.title ?? '').length + 26
const gap = 8

/** Not every client wraps buttons: those that would run over the edge of a narrow card go into the next row. */
function rowsOf(buttons: readonly Button[]): Button[][] {
  const rows: Button[][] = []
  let used = 0
  for (const button of buttons) {
    const row = rows.at(-1)
    used += gap + buttonWidth(button)
    if (row !== undefined && used <= lineWidth) row.push(button)
    else {
      rows.push([button])
      used = buttonWidth(button)
    }
  }
  return rows
}

/** Size of a card as it travels, in bytes of UTF-8 JSON. */
export function cardBytes(card: Card): number {
  return Buffer.byteLength(JSON.stringify(card))
}

const shorter = [3000, 2000, 1500, 1000, 600, 300, 100, 40]

/** The card with as much of its texts as the budget allows: `build` gets the most characters that each text may have. */
export function fittingCard(longest: number, build: (mostCharacters: number) => Card): Card {
  let card = build(longest)
  for (const most of shorter) {
    if (cardBytes(card) <= cardBudget) break
    if (most < longest) card = build(most)
  }
  return card
}
