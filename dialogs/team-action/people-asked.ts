import { EntraObjectId, type StaffCode } from '../../domain/ids.ts'
import { isInPost, type Person } from '../../domain/staff.ts'
import { mostInTeamAction, type TeamActionPerson } from '../../domain/team-action.ts'
import { mayNameInTeamAction } from '../../domain/team-action-rights.ts'
import { viewerOf } from '../action/action-people.ts'
import type { Company, Desk, Turn } from '../turn.ts'
import type { NamedSaid, TeamActionSaid } from '../understand/team-action-words.ts'

type Member = { person: Person; userId: string }

/** Whom a team action is asked of, or the sentence that says why nobody can be. */
export type PeopleAsked = { people: TeamActionPerson[] } | { says: string }

/**
 * Whom a team action is asked of: everybody of the staff list who is in the chat at this moment, or those named. Somebody
 * the staff list does not know, or who is not in post, is not counted.
 */
export async function peopleAsked(
  of: TeamActionSaid['of'],
  company: Company,
  turn: Turn,
  desk: Desk,
): Promise<PeopleAsked> {
  const members = await membersOf(company, turn, desk)
  if (of === 'members') {
    if (members === undefined) {
      return { says: 'I could not read who is in this chat, so I have kept nothing. Try again, or name the people.' }
    }
    if (members.length === 0) return { says: 'I know nobody in this chat, so there is nobody to ask.' }
    return members.length > mostInTeamAction ? { says: tooMany } : { people: members.map(asMember) }
  }
  const known = members ?? []
  const people = new Map<StaffCode, TeamActionPerson>()
  for (const said of of) {
    const found = whoIs(said, known, turn)
    if ('says' in found) return found
    const { staffCode } = found.person
    const member = known.find(({ person }) => person.staffCode === staffCode)
    const speaker = staffCode === turn.person.staffCode
    people.set(
      staffCode,
      member === undefined
        ? { person: staffCode, inChat: speaker, ...(speaker ? { userId: company.userId } : {}) }
        : asMember(member),
    )
  }
  return people.size > mostInTeamAction ? { says: tooMany } : { people: [...people.values()] }
}

const tooMany = `That is more people than one team action can be asked of: ${mostInTeamAction} is the most. Please name some of them.`

const asMember = ({ person, userId }: Member): TeamActionPerson => ({ person: person.staffCode, inChat: true, userId })

/** By name, so that the order says nothing. Undefined where it could not be read who is there. */
async function membersOf(company: Company, turn: Turn, desk: Desk): Promise<Member[] | undefined> {
  const inChat = await company.members()
  if (inChat === undefined) return undefined
  const found = await Promise.all(
    inChat.map(async ({ userId, entraObjectId }): Promise<Member[]> => {
      const id = EntraObjectId.safeParse(entraObjectId)
      const person = id.success ? await desk.staff.byEntraId(id.data) : undefined
      return person !== undefined && isInPost(person, turn.today.toString()) ? [{ person, userId }] : []
    }),
  )
  const each = new Map(found.flat().map((member) => [member.person.staffCode, member]))
  return [...each.values()].sort((a, b) => (a.person.name < b.person.name ? -1 : 1))
}

/** The one person that a name means here. What is said of it names nobody: everybody in the chat reads it. */
function whoIs(said: NamedSaid, members: readonly Member[], turn: Turn): { person: Person } | { says: string } {
  if (said === 'me') return { person: turn.person }
  const codes = members.map(({ person }) => person.staffCode)
  const here = said.filter(({ staffCode }) => codes.includes(staffCode))
  const may = here.length > 0 ? here : said.filter((person) => mayNameInTeamAction(viewerOf(turn), person, codes))
  const [only, ...more] = may
  if (only !== undefined && more.length === 0) return { person: only }
  if (only !== undefined) return { says: 'Several people have a name you gave. Please give first name and surname.' }
  return {
    says: 'By name you can ask members of this chat, people you manage and your line manager. Somebody you named is none of these, so I have kept nothing.',
  }
}
