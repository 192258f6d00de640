import type { Person } from '../domain/staff.ts'
import { myManagers, myTeam } from './my-team.ts'
import type { Desk, Turn } from './turn.ts'

/** One person, or the sentence that says why it is not one: a name that several have, in the order offered, or nobody. */
export type Meant = { person: Person } | { says: string; among?: readonly Person[] }

/** Whom a few words mean ("Ruth", "Priya's team"), those near the speaker before others. `asked`: nothing but a name was to be said. */
export async function personMeant(words: string, turn: Turn, desk: Desk, asked = true): Promise<Meant | undefined> {
  if (words.trim() === '') return undefined
  const [team, managers, names] = await Promise.all([myTeam(turn, desk), myManagers(turn, desk), desk.names()])
  const closeTo = [...team, ...managers].map((person) => person.staffCode)
  const { people, unknownName } = names.find(words, { closeTo, asked })
  return meantOf(people, unknownName)
}

const mostOffered = 6

/** The one of several people of a name whom `may` allows, if there is one; else who they are, to choose from. */
export function meantOf(
  people: readonly Person[],
  unknownName?: string,
  may: (person: Person) => boolean = () => true,
): Meant | undefined {
  const permitted = people.filter(may)
  const [only, ...more] = permitted.length > 0 ? permitted : people
  if (only !== undefined && more.length === 0) return { person: only }
  if (only === undefined) {
    return unknownName === undefined
      ? undefined
      : {
          says: `I do not know “${unknownName.slice(0, 60)}” on the staff list. Please give the first name and surname.`,
        }
  }
  const among = [only, ...more].slice(0, mostOffered)
  const names = among.map((person) => `${person.name} (${person.teamCode ?? person.staffCode})`)
  const list = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names)
  return { says: `Who do you mean: ${list}? Please give the first name and surname, or the staff code.`, among }
}
