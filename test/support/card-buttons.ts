import type { Card } from '../../cards/card.ts'
import { textsIn } from './nothing-personal.ts'

/** The inputs of a card with the values they stand at, as a client sends them along with a press. */
function inputsOf(card: Card): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  walk(card, (element) => {
    const { type, id, value } = element
    if (typeof type === 'string' && type.startsWith('Input.') && typeof id === 'string' && value !== undefined)
      values[id] = value
  })
  return values
}

/** Every button of a card. */
export function buttonsOf(
  card: Card,
): { title: string; verb: string; data: Record<string, unknown>; associatedInputs?: string }[] {
  const buttons: ReturnType<typeof buttonsOf> = []
  walk(card, (element) => {
    if (element.type === 'Action.Execute') buttons.push(element as unknown as (typeof buttons)[number])
  })
  return buttons
}

/** What a client sends when a button is pressed: its verb, its data, and what stands in the inputs of the card. */
export function pressedWith(
  card: Card | undefined,
  title: string,
  typed: Record<string, unknown>,
): { verb: string; data: Record<string, unknown> } {
  if (card === undefined) throw new Error('That message has no card.')
  const button = buttonsOf(card).find((candidate) => candidate.title === title)
  if (button === undefined) throw new Error(`There is no button “${title}” on the card.`)
  const inputs = button.associatedInputs === 'none' ? {} : { ...inputsOf(card), ...typed }
  return { verb: button.verb, data: { ...button.data, ...inputs } }
}

/** What was typed into a card: texts beside the verb and the ids, which are not a person's words. */
export function typedInto(value: unknown): string[] {
  const { action } = (value ?? {}) as { action?: { data?: unknown } }
  if (typeof action?.data !== 'object' || action.data === null) return []
  return Object.entries(action.data).flatMap(([key, input]) =>
    /^(answer\.|words$|text(\.\d)?$|reasoning$|support$|discrimination$|sensitive$)/.test(key) ? textsIn(input) : [],
  )
}

function walk(value: unknown, see: (element: Record<string, unknown>) => void): void {
  if (Array.isArray(value)) for (const item of value) walk(item, see)
  else if (typeof value === 'object' && value !== null) {
    see(value as Record<string, unknown>)
    for (const item of Object.values(value)) walk(item, see)
  }
}
