/** Ways to look into a card as it travels, whatever depth a thing stands at. */
export type Part = Record<string, unknown> & { type?: unknown }

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every object in a card that has a type. */
export function partsOf(value: unknown): Part[] {
  if (Array.isArray(value)) return value.flatMap(partsOf)
  if (!isPart(value)) return []
  return [...(typeof value.type === 'string' ? [value] : []), ...Object.values(value).flatMap(partsOf)]
}

export const buttonsOf = (card: unknown): Part[] => partsOf(card).filter(({ type }) => type === 'Action.Execute')

export const inputsOf = (card: unknown): Part[] => partsOf(card).filter(({ type }) => String(type).startsWith('Input.'))

export const titlesOf = (card: unknown): string[] => buttonsOf(card).map(({ title }) => String(title))

/** Everything in a card that a client may read as markdown: text blocks, labels, error messages, choices that stand open. */
export function markdownOf(card: unknown): string[] {
  return partsOf(card).flatMap((part) => {
    if (part.type === 'TextBlock') return [String(part.text)]
    const own = [part.label, part.errorMessage].filter((text) => typeof text === 'string')
    const open = part.type === 'Input.ChoiceSet' && part.style !== 'compact' ? [JSON.stringify(part.choices)] : []
    return [...own, ...open]
  })
}
