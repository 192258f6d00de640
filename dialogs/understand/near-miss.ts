const longestWord = 40

/**
 * Finds words of a fixed list that differ from a given one by a single slip: a letter missing, too many, wrong, or two
 * neighbours swapped. The list is indexed once by what is left when one letter is taken out, so that a look-up costs the
 * same for a hundred words and for twenty thousand.
 */
export function nearMisses(words: Iterable<string>): (typed: string) => string[] {
  const byRemainder = new Map<string, string[]>()
  let longest = 0
  for (const word of new Set(words)) {
    longest = Math.max(longest, word.length)
    for (const remainder of remainders(word)) {
      const known = byRemainder.get(remainder)
      if (known === undefined) byRemainder.set(remainder, [word])
      else known.push(word)
    }
  }
  return (typed) => {
    if (typed.length > longestWord || typed.length > longest + 1) return []
    const found: string[] = []
    const compare = (remainder: string) => {
      const words = byRemainder.get(remainder)
      if (words === undefined) return
      for (const word of words) if (isOneSlipApart(typed, word) && !found.includes(word)) found.push(word)
    }
    compare(typed)
    for (let at = 0; at < typed.length; at++) compare(without(typed, at))
    return found
  }
}

function remainders(word: string): Set<string> {
  const all = new Set([word])
  for (let at = 0; at < word.length; at++) all.add(without(word, at))
  return all
}

function without(word: string, at: number): string {
  return word.slice(0, at) + word.slice(at + 1)
}

/**
 * By how many slips two words differ, up to `most`: letters missing, too many, wrong, or two neighbours swapped. Undefined
 * where it is more. For a few words: its time grows with the product of their lengths.
 */
export function slipsBetween(a: string, b: string, most: number): number | undefined {
  if (Math.abs(a.length - b.length) > most || a.length > longestWord) return undefined
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const wrong = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + wrong)
      const areSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (areSwapped) least = Math.min(least, (before[j - 2] ?? 0) + 1)
      row.push(least)
    }
    before = last
    last = row
  }
  const slips = last[b.length] ?? 0
  return slips <= most ? slips : undefined
}

/** Whether two words are the same but for one slip; a word is not a slip of itself. */
export function isOneSlipApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let same = 0
  while (same < a.length && same < b.length && a[same] === b[same]) same++
  const restOfA = a.slice(same)
  const restOfB = b.slice(same)
  if (restOfA.slice(1) === restOfB.slice(1)) return true
  if (restOfA.slice(1) === restOfB || restOfA === restOfB.slice(1)) return true
  return restOfA[0] === restOfB[1] && restOfA[1] === restOfB[0] && restOfA.slice(2) === restOfB.slice(2)
}
