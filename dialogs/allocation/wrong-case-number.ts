import type { Reply } from '../turn.ts'

const nearly = /^(?:(?:case|crn|number|it is|can you show me|show me)\s+)*([a-z])[\s-]?(\d{2,5}|\d{7,9})\W*$/i

/** What is wrong with a message that is nothing but the number of a case and has too few digits, or too many. */
export function wrongCaseNumber(words: string): Reply | undefined {
  const [, letter, digits] = nearly.exec(words.trim()) ?? []
  if (letter === undefined || digits === undefined) return undefined
  const number = `${letter.toUpperCase()}${digits}`
  return {
    message: {
      text: `${number} is no case number: it has ${digits.length} digits. A case number is one letter and six digits, like X320741.`,
    },
  }
}
