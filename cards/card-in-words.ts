import type { Card } from './card.ts'
import type { CardElement } from './card-with.ts'

/**
 * A card as plain text in reading order, for a terminal and for comparing: a heading after "#", a line each for what is
 * said, an input as `[Label: value]`, a button as `(Title)`. Nothing in it depends on the runtime or its settings.
 */
export function cardInWords(card: Card): string {
  const lines = card.body.flatMap(elementInWords)
  const buttons = buttonsInWords(card.actions)
  return [...lines, ...(buttons === '' ? [] : ['', buttons])]
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function elementInWords(element: CardElement): string[] {
  switch (element.type) {
    case 'TextBlock':
      return element.style === 'heading'
        ? ['', `${element.size === 'Large' ? '#' : '##'} ${element.text}`]
        : [element.text]
    case 'RichTextBlock':
      return [
        (element.inlines ?? []).map((run) => (typeof run === 'string' ? run : 'text' in run ? run.text : '')).join(''),
      ]
    case 'ColumnSet':
      return [(element.columns ?? []).map((column) => column.items.flatMap(elementInWords).join(' ')).join(': ')]
    case 'Container':
      return [...(element.separator === true ? [''] : []), ...element.items.flatMap(elementInWords)]
    case 'Table':
      return (element.rows ?? []).map((row) =>
        (row.cells ?? []).map((cell) => cell.items.flatMap(elementInWords).join(', ')).join(' | '),
      )
    case 'ActionSet':
      return [buttonsInWords(element.actions)]
    case 'Input.ChoiceSet': {
      const chosen = (element.value ?? '').split(',')
      const titles = element.choices.filter(({ value }) => chosen.includes(value ?? '')).map(({ title }) => title ?? '')
      const offered = titles.length > 0 ? titles.join(', ') : `choose from ${element.choices.length}`
      return [`[${element.label ?? ''}: ${offered}]`]
    }
    case 'Input.Text':
    case 'Input.Date':
    case 'Input.Time':
    case 'Input.Number':
      return [`[${element.label ?? ''}: ${element.value ?? ''}]`]
    case 'Input.Toggle':
      return [`[${element.label ?? ''}: ${element.title ?? ''}, ${element.value === 'true' ? 'on' : 'off'}]`]
    default:
      return [`(${element.type})`]
  }
}

function buttonsInWords(actions: Card['actions']): string {
  return (actions ?? []).map((action) => `(${action.title ?? ''})`).join(' ')
}
