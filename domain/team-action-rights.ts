import type { Cover } from './absence.ts'
import { mayAsk } from './action-rights.ts'
import type { StaffCode } from './ids.ts'
import { manages } from './rights.ts'
import { isInPost, type Person } from './staff.ts'
import type { TeamAction } from './team-action.ts'

type Viewer = { person: Person; today: string; covers: readonly Cover[] }

/**
 * Whether somebody may close a team action: whoever asked for it, and their line manager or who covers for that one. `asker`
 * is whoever asked as the staff list has them.
 */
export function mayCloseTeamAction(
  { person, today, covers }: Viewer,
  action: Pick<TeamAction, 'askedBy'>,
  asker: Person | undefined,
): boolean {
  if (!isInPost(person, today)) return false
  return action.askedBy === person.staffCode || (asker !== undefined && manages(person, asker, covers))
}

/** Whether somebody may confirm a team action at all: they were asked, and are still in post. `cannotConfirm` says whether now. */
export function mayConfirmTeamAction({ person, today }: Pick<Viewer, 'person' | 'today'>, action: TeamAction): boolean {
  return isInPost(person, today) && wasAsked(action, person.staffCode)
}

/** Whether somebody may see who is left: those who were asked, and whoever may close it. */
export function maySeeWhoIsLeft(viewer: Viewer, action: TeamAction, asker: Person | undefined): boolean {
  return mayConfirmTeamAction(viewer, action) || mayCloseTeamAction(viewer, action, asker)
}

/** Whether a team action may be asked of somebody by name: members of the chat, and anybody the asker may ask privately. */
export function mayNameInTeamAction(viewer: Viewer, named: Person, members: readonly StaffCode[]): boolean {
  if (!isInPost(named, viewer.today)) return false
  return members.includes(named.staffCode) || mayAsk(viewer, named)
}

function wasAsked({ people }: TeamAction, code: StaffCode): boolean {
  return people.some(({ person }) => person === code)
}
