import { isInPost, type Person } from '../domain/staff.ts'
import { myManagers, myPdu, myTeam } from './my-team.ts'
import type { Desk, Turn } from './turn.ts'
import { nameKey } from './understand/names.ts'
import { slipsBetween } from './understand/near-miss.ts'

const mostOffered = 3

/**
 * People near the speaker (those they manage, whoever manages them, their PDU) whose name is most like words that fit
 * nobody, at most three: up to two slips in a word of five letters or more, one in a shorter one. It is for asking
 * “did you mean”; nothing is decided by it.
 */
export async function peopleLike(words: string, turn: Turn, desk: Pick<Desk, 'staff'>): Promise<Person[]> {
  const typed = partsOf(words)
  if (typed.length === 0 || typed.length > 4) return []
  const lists = await Promise.all([myTeam(turn, desk), myManagers(turn, desk), myPdu(turn, desk)])
  const near = new Map(lists.flat().map((person) => [person.staffCode, person]))
  near.delete(turn.person.staffCode)
  const scored = [...near.values()]
    .filter((person) => isInPost(person, turn.today.toString()))
    .flatMap((person) => {
      const slips = slipsIn(typed, partsOf(person.name))
      return slips === undefined ? [] : [{ person, slips }]
    })
  const least = Math.min(...scored.map(({ slips }) => slips))
  const likest = scored.filter(({ slips }) => slips === least).map(({ person }) => person)
  return likest.length > mostOffered ? [] : likest
}

function partsOf(name: string): string[] {
  return name
    .split(/[\s,-]+/)
    .map(nameKey)
    .filter((part) => part.length > 1)
}

/** How many slips make these words parts of a name, each another one; undefined where they are too many. */
function slipsIn(typed: readonly string[], parts: readonly string[]): number | undefined {
  let sum = 0
  const left = [...parts]
  for (const word of typed) {
    const most = word.length < 3 ? 0 : word.length < 5 ? 1 : 2
    const slips = left.map((part) => slipsBetween(word, part, most) ?? Number.POSITIVE_INFINITY)
    const best = Math.min(...slips)
    if (!Number.isFinite(best)) return undefined
    sum += best
    left.splice(slips.indexOf(best), 1)
  }
  return sum
}
