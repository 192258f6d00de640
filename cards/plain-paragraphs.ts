import { shown } from './typed.ts'

/** What begins a tag or a mention, and what makes a link of the brackets before it. */
const begins = /<(?=[/!?\p{L}])|\](?=[(:[])/gu

/**
 * Words of anybody's as a message of its own, a paragraph for each line. Text is sent as plain, and not every client of Teams
 * keeps to that: so nothing in it becomes a link, a tag or a mention, or turns the rest of a line around.
 */
export function plainParagraphs(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => shown(line).replace(begins, '$&\u2060'))
    .join('\n\n')
}
