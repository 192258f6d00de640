const notLetters = /[^\p{L}\p{N}]+/gu

/** A text as it is compared: letters and digits, with one space between words. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(notLetters, ' ').trim()
}

/** So many words in a row that stand in the draft in the same order are taken from it. */
const wordsInARow = 4

/**
 * How many characters of a text are a person's own: what is left when every sentence that stands in the draft already,
 * however it is spaced, every run of words that does, and every sentence said before in the same text, is taken away.
 */
export function ownCharacters(text: string, draft: string): number {
  return ownText(text, draft).length
}

/** How many different words a person's own part of a text has, as `ownCharacters` finds it. */
export function ownDifferentWords(text: string, draft: string): number {
  const own = ownText(text, draft)
  return own === '' ? 0 : new Set(own.split(' ')).size
}

function ownText(text: string, draft: string): string {
  const drafted = ` ${plain(draft)} `
  const sentences = text.split(/[.!?;\n]+/).map(plain)
  const own = new Set(sentences.filter((sentence) => sentence !== '' && !drafted.includes(` ${sentence} `)))
  return [...own]
    .map((sentence) => ownWords(sentence, drafted))
    .filter((words) => words !== '')
    .join(' ')
}

function ownWords(sentence: string, drafted: string): string {
  const words = sentence.split(' ')
  const isTaken = words.map(() => false)
  for (let at = 0; at + wordsInARow <= words.length; at++) {
    if (drafted.includes(` ${words.slice(at, at + wordsInARow).join(' ')} `)) isTaken.fill(true, at, at + wordsInARow)
  }
  return words.filter((_, at) => !isTaken[at]).join(' ')
}

/** An address with its protocol, markdown, a host with a path behind it, or a host that ends as those of this country do. */
const link =
  /(?:[a-z][a-z\d+.-]*:)?\/\/\S|\bwww\.\S|\]\([^)]*\)|(?<![\w@.-])(?:[a-z\d-]+\.)+[a-z]{2,}\/\S|(?<![\w@.-])(?:[a-z\d-]+\.)+(?:uk|com|org|net|gov|eu)\b(?!@)/i

/** Whether a text holds a link: an oversight entry must hold none. An email address is no link. */
export function hasLink(text: string): boolean {
  return link.test(text.replace(/[\w.+-]+@[\w.-]+/g, ''))
}
