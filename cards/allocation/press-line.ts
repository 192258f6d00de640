import { button } from '../button.ts'
import type { CardAction } from '../card-action.ts'
import type { CardElement } from '../card-with.ts'
import { typed, type Words } from '../typed.ts'

/** A line that is a button as a whole. Its title is what stands on it, so that whoever hears a card hears the same. */
export function pressLine(action: CardAction, ...words: Words[]): CardElement {
  const line = typed(...words)
  const title = (line.inlines ?? []).map((run) => (typeof run !== 'string' && 'text' in run ? run.text : '')).join('')
  return { type: 'Container', spacing: 'Small', selectAction: { ...button('', action), title }, items: [line] }
}
