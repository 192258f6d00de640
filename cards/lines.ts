import type { IColumnSet, IContainer, ITextBlock } from '@microsoft/teams.cards'
import type { CardElement } from './card-with.ts'
import { beginning, typed, type Words } from './typed.ts'
import { countInWords } from './words.ts'

/** The heading of a card. Like every text block it may hold markdown, so only fixed words go in. */
export function heading(text: string): ITextBlock {
  return { type: 'TextBlock', text, style: 'heading', size: 'Large', weight: 'Bolder', wrap: true }
}

/** The heading of a part of a card. Fixed words only. */
export function subheading(text: string): ITextBlock {
  return { type: 'TextBlock', text, style: 'heading', size: 'Medium', weight: 'Bolder', wrap: true, spacing: 'Large' }
}

/** A fixed sentence, without a name or anything typed. */
export function sentence(text: string, options: Pick<ITextBlock, 'isSubtle' | 'spacing'> = {}): ITextBlock {
  return { type: 'TextBlock', text, wrap: true, ...options }
}

/** A small remark at the end. */
export function remark(text: string): ITextBlock {
  return { ...sentence(text, { isSubtle: true, spacing: 'Medium' }), size: 'Small' }
}

/** A fact with its label beside it; the label is fixed, the words may be anybody's. */
export function row(label: string, ...words: Words[]): IColumnSet {
  return twoColumns('92px', label, words)
}

/** The same for a label of several words. */
export function wideRow(label: string, ...words: Words[]): IColumnSet {
  return twoColumns('148px', label, words)
}

function twoColumns(width: `${number}px`, label: string, words: Words[]): IColumnSet {
  return {
    type: 'ColumnSet',
    spacing: 'Small',
    columns: [
      { type: 'Column', width, items: [typed({ quiet: label })] },
      { type: 'Column', width: 'stretch', items: [typed(...words)] },
    ],
  }
}

const mostParagraphs = 12

/** Typed text under its label, a line for each line of it; of a longer text the beginning, with how much is kept. */
export function note(label: string, text: string, mostCharacters: number): CardElement[] {
  const lines = beginning(text, mostCharacters)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const paragraphs = [...lines.slice(0, mostParagraphs - 1)]
  if (lines.length >= mostParagraphs) paragraphs.push(lines.slice(mostParagraphs - 1).join(' '))
  return [
    { type: 'TextBlock', text: label, isSubtle: true, wrap: true, spacing: 'Medium' },
    ...paragraphs.map((line, index): CardElement => ({ ...typed(line), spacing: index === 0 ? 'None' : 'Small' })),
    ...(text.length > mostCharacters
      ? [remark(`Shortened here. All ${countInWords(text.length)} characters are kept.`)]
      : []),
  ]
}

/** What only the two people of a session read, standing apart. */
export function privatePart(items: readonly CardElement[]): CardElement[] {
  if (items.length === 0) return []
  const part: IContainer = {
    type: 'Container',
    style: 'emphasis',
    spacing: 'Medium',
    items: [{ ...subheading('Private to the two of you'), spacing: 'None' }, ...items],
  }
  return [part]
}

/** What stands in the way, at the top of a card: with a sign and in words, not by colour alone. */
export function problemList(sentences: readonly string[]): CardElement[] {
  if (sentences.length === 0) return []
  return [
    {
      type: 'Container',
      style: 'emphasis',
      items: [
        { type: 'TextBlock', text: '⚠ Please check:', weight: 'Bolder', wrap: true },
        ...sentences.map((says): CardElement => ({ ...typed(says), spacing: 'Small' })),
      ],
    },
  ]
}
