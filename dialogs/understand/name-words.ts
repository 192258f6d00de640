import { ordinaryNames, smallWords } from './ordinary-words.ts'

/** A word that may be part of a name, with what its place and its spelling say of it. */
export type NameWord = {
  text: string
  at: number
  end: number
  owner: boolean
  capital: boolean
  startsSentence: boolean
  /** It stands where a person must be meant. */
  anchored: boolean
}

const anchors = /(?:^|[^\p{L}])(?:with|w\/|for|has|had|did|does|is|between|to|saw|met|about)\s+$/iu
const unmarkedOwner = /[^s]s$/i
const startOfSentence = /(?:^|[.!?:\n])\s*$/

/**
 * The words of a plain text as names are looked for in them, without the mark of an owner. `isName` says whether a word is part
 * of somebody's name as it is spelled there.
 */
export function nameWords(text: string, isName: (word: string) => boolean): NameWord[] {
  // Text all in capitals, or all in small letters, says nothing by them.
  const capitalsTell = /[a-z]/.test(text) || hasSmallLetters(text)
  const words: NameWord[] = []
  for (const match of text.matchAll(/\p{L}[\p{L}\p{M}]*(?:['-](?=\p{L})[\p{L}\p{M}]+)*/gu)) {
    const end = match.index + match[0].length
    const owned = match[0].includes("'") ? /(?:'s|(?<=s)')$/i.exec(match[0]) : null
    const owner = owned !== null || (text[end] === "'" && /^'(?!\p{L})/u.test(text.slice(end)) && /s$/i.test(match[0]))
    const bare = owned === null ? match[0] : match[0].slice(0, owned.index)
    const owns = owner || isOwnerWithoutMark(bare, isName)
    const name = owns && !owner ? bare.slice(0, -1) : bare
    if (name === '') continue
    const before = text.slice(Math.max(0, match.index - 12), match.index)
    words.push({
      text: name,
      at: match.index,
      end,
      owner: owns,
      capital: capitalsTell && /^\p{Lu}/u.test(name),
      startsSentence: startOfSentence.test(before),
      anchored: anchors.test(before) || (owns && /^\p{L}{2}/u.test(name)),
    })
  }
  return words
}

function hasSmallLetters(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '')
  return letters !== letters.toUpperCase()
}

/** "Aishas record": an owner typed without the apostrophe. */
function isOwnerWithoutMark(word: string, isName: (word: string) => boolean): boolean {
  if (!unmarkedOwner.test(word)) return false
  const name = word.slice(0, -1)
  const isOwner = name.length >= 3 && isName(name) && !isName(word)
  return isOwner && !ordinaryNames.has(name.toLowerCase()) && !smallWords.has(name.toLowerCase())
}
