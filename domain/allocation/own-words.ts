const notLetters = /[^\p{L}\p{N}]+/gu

/** A text as it is compared: letters and digits, with one space between words. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(notLetters, ' ').trim()
}

/**
 * How many characters of a text are a person's own: what is left when every sentence that stands in the draft already,
 * however it is spaced, and every sentence said before in the same text, is taken away.
 */
export function ownCharacters(text: string, draft: string): number {
  const drafted = ` ${plain(draft)} `
  const sentences = text.split(/[.!?;\n]+/).map(plain)
  const own = new Set(sentences.filter((sentence) => sentence !== '' && !drafted.includes(` ${sentence} `)))
  return [...own].join(' ').length
}

const link =
  /(?:[a-z][a-z\d+.-]*:\/\/|\bwww\.)\S|(?<![\w@.-])(?:[a-z\d-]+\.)+(?:uk|com|org|net|gov|eu|io|info|co|app|dev|ly|me)\b(?!@)/i

/** Whether a text holds a link: an oversight entry must hold none. An email address is no link. */
export function hasLink(text: string): boolean {
  return link.test(text.replace(/[\w.+-]+@[\w.-]+/g, ''))
}
