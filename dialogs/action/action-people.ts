import type { Action } from '../../domain/action.ts'
import { type ActionPeople, mayStep } from '../../domain/action-rights.ts'
import type { StaffCode } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import { myTeam } from '../my-team.ts'
import type { Desk, Turn } from '../turn.ts'

/** Who somebody is for the rules of actions. */
export function viewerOf({ person, today, covers }: Pick<Turn, 'person' | 'today' | 'covers'>) {
  return { person, today: today.toString(), covers }
}

/** The two people of an action, as the staff list has them. */
export async function peopleOf(action: Action, desk: Pick<Desk, 'staff'>): Promise<ActionPeople> {
  const found = await desk.staff.byStaffCodes([action.owner, action.askedBy])
  const one = (code: StaffCode) => found.find((person) => person.staffCode === code)
  return { owner: one(action.owner), asker: one(action.askedBy) }
}

/** Actions whose owner waits for this person to say yes or no to more time. */
export async function moreTimeWanted(turn: Turn, desk: Desk): Promise<Action[]> {
  const team: Person[] = await myTeam(turn, desk)
  const lists = await Promise.all([
    desk.actions.openAskedBy(turn.person.staffCode),
    desk.actions.openOf(team.map(({ staffCode }) => staffCode)),
  ])
  const wanting = [...new Map(lists.flat().map((action) => [action.id, action])).values()].filter(
    ({ moreTime }) => moreTime !== undefined,
  )
  const may = await Promise.all(
    wanting.map(async (action) => mayStep(viewerOf(turn), 'agree-more-time', action, await peopleOf(action, desk))),
  )
  return wanting.filter((_, index) => may[index])
}
