/** How much of a message is read. What comes after is left unread, and the reading says so. */
export const charactersRead = 2000

const fractions: Record<string, { after: string; alone: string }> = {
  '½': { after: '.5', alone: 'half' },
  '¼': { after: '.25', alone: 'a quarter' },
  '¾': { after: '.75', alone: 'three quarters' },
}

const webAddress = /\bhttps?:\/\/\S+/gi

/** Anything but printable ASCII without markup, with single spaces and plain line breaks. */
const mayNeedMore = /[^\n\x20-\x7e]|[<&`*\\_]| {2}/

/**
 * A message as plain characters, so that every reader sees the same text however it was typed or pasted: compatibility
 * forms folded (NFKC), web addresses, invisible characters and markup removed, typographic quotes and dashes made plain, spaces single.
 * Line breaks stay, and so does upper and lower case. At most `charactersRead` characters.
 */
export function plainText(text: string): string {
  const start = text.slice(0, charactersRead)
  const read = start.includes('://') ? start.replace(webAddress, ' ') : start
  if (!mayNeedMore.test(read)) return read.trim()
  return (
    read
      .replace(/(\d?)\s?([½¼¾])/g, (_, digit: string, sign: string) =>
        digit === '' ? ` ${fractions[sign]?.alone}` : `${digit}${fractions[sign]?.after}`,
      )
      .normalize('NFKC')
      .slice(0, charactersRead)
      // Zero-width and bidirectional controls, unpaired halves of characters, private and unassigned ones.
      .replace(/[\p{Cf}\p{Cs}\p{Co}\p{Cn}]|\u{FE0E}|\u{FE0F}/gu, '')
      .replace(/<\/?[a-z][^<>]{0,200}>/gi, ' ')
      .replace(/&nbsp;/gi, ' ')
      .replace(/&amp;/gi, '&')
      .replace(/[‘’‛′`´]/g, "'")
      .replace(/[“”„″]/g, '"')
      .replace(/[‐‑‒–—―−]/g, '-')
      .replace(/[*\\]|(?<![\p{L}\d])_+|_+(?![\p{L}\d])/gu, '')
      .replace(/\r\n?/g, '\n')
      .replace(/(?:[^\S\n]|[^\P{Cc}\n])+/gu, ' ')
      .trim()
  )
}
