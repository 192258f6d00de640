import type { Person } from '../../domain/staff.ts'
import type { Desk, Reply, Turn } from '../turn.ts'
import { plainText } from '../understand/plain-text.ts'
import type { Reading } from '../understand/understand.ts'
import { find } from './find-practitioner.ts'
import { casesNamed, mayBeGivenCases, mayNotWeigh } from './who-and-which.ts'

/**
 * "Can Aisha and Tom take X320741?", "compare Aisha and Tom for X320741": those who are named, ranked. Undefined where fewer
 * than two people whom whoever asks may give cases are named, each clearly, or no case.
 */
export async function comparePeople(
  text: string,
  reading: Reading,
  turn: Turn,
  desk: Desk,
): Promise<Reply | undefined> {
  const crns = casesNamed(reading)
  if (crns.length === 0 || mayNotWeigh(turn) !== undefined) return undefined
  const closeTo = (await mayBeGivenCases(turn, desk)).map(({ staffCode }) => staffCode)
  const named = (await desk.names()).mentions(plainText(text), { closeTo })
  const people: Person[] = []
  for (const { people: meant } of named) {
    const [only, ...more] = meant
    if (only === undefined || more.length > 0 || !closeTo.includes(only.staffCode)) return undefined
    if (!people.some(({ staffCode }) => staffCode === only.staffCode)) people.push(only)
  }
  return people.length < 2 ? undefined : find(crns, people, turn, desk)
}
