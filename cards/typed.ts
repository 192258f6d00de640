import type { IRichTextBlock, ITextRun } from '@microsoft/teams.cards'

/** Words of a line: as they are, strong, or quiet. */
export type Words = string | { strong: string } | { quiet: string }

/**
 * A line that may hold a person's name or something somebody typed. It is the only way those reach a card: runs of a rich
 * text block are shown letter by letter, so markdown, HTML, a mention or a link in them stays text.
 */
export function typed(...words: Words[]): IRichTextBlock {
  return { type: 'RichTextBlock', inlines: words.map(run) }
}

function run(words: Words): ITextRun {
  if (typeof words === 'string') return { type: 'TextRun', text: shown(words) }
  if ('strong' in words) return { type: 'TextRun', text: shown(words.strong), weight: 'Bolder' }
  return { type: 'TextRun', text: shown(words.quiet), isSubtle: true }
}

const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
/** Letters, signs and shapes of which none does anything: most texts are nothing else. */
const harmless = /^[ -z|}~\u00a0-\u024f\u2010-\u2027\u2030-\u205e\u25a0-\u27bf]*$/
const directionOverrides = /[\u202a-\u202e\u2066-\u2069]/g

/**
 * Typed words made safe to stand in a sentence: no control characters, no overrides that turn the rest of the line
 * around, right-to-left words kept to themselves, and no `{{DATE(...)}}`, which a card would work out.
 */
export function shown(text: string): string {
  if (harmless.test(text)) return text
  const plain = text
    .toWellFormed()
    .replace(directionOverrides, '')
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\{(?=\{)/g, '{\u2060')
  return rightToLeft.test(plain) ? `\u2068${plain}\u2069` : plain
}

/** The beginning of a text, cut between two letters and if possible between two words, with "…" when anything was left off. */
export function beginning(text: string, most: number): string {
  if (text.length <= most) return text
  let end = 0
  for (const { index, segment } of new Intl.Segmenter('en-GB').segment(text.slice(0, most + 50))) {
    if (index + segment.length > most) break
    end = index + segment.length
  }
  const lastSpace = text.lastIndexOf(' ', end)
  return `${text.slice(0, lastSpace > end * 0.8 ? lastSpace : end).trimEnd()}…`
}
