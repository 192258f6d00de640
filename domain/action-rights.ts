import type { Cover } from './absence.ts'
import type { Action, StepName } from './action.ts'
import type { StaffCode } from './ids.ts'
import { manages } from './rights.ts'
import { isInPost, type Person } from './staff.ts'

/** The two people of an action as the staff list has them; somebody it has lost is missing. */
export type ActionPeople = { owner?: Person | undefined; asker?: Person | undefined }

type Viewer = { person: Person; today: string; covers: readonly Cover[] }

/** Whether somebody may see an action: its owner, who asked for it, and whoever manages (or covers for the manager of) either. */
export function maySeeAction({ person, today, covers }: Viewer, action: Action, people: ActionPeople): boolean {
  if (!isInPost(person, today)) return false
  if (isEither(action, person.staffCode)) return true
  return [people.owner, people.asker].some((one) => one !== undefined && manages(person, one, covers))
}

/**
 * Whether somebody may take a step. What happens to the work is for its owner. Whether there is more time is for who asked,
 * or for the owner's line manager (or who covers for them), so that leave holds nothing up; never for the owner. Only who
 * asked may take it back.
 */
export function mayStep(
  { person, today, covers }: Viewer,
  step: StepName,
  action: Action,
  people: ActionPeople,
): boolean {
  if (!isInPost(person, today)) return false
  const isOwner = action.owner === person.staffCode
  switch (step) {
    case 'confirm':
    case 'finish':
    case 'ask-more-time':
    case 'hand-on':
      return isOwner
    case 'withdraw':
      return action.askedBy === person.staffCode
    case 'agree-more-time':
    case 'refuse-more-time':
      if (isOwner) return false
      return (
        action.askedBy === person.staffCode || (people.owner !== undefined && manages(person, people.owner, covers))
      )
  }
}

/**
 * Whether somebody may ask an action of a person: of themself, of staff they manage or cover for, of their own line manager
 * or who covers for them. The two people of a session may ask each other whatever came of it.
 */
export function mayAsk(
  { person, today, covers }: Viewer,
  owner: Person,
  session?: { practitioner: StaffCode; supervisor: StaffCode },
): boolean {
  if (!isInPost(person, today) || !isInPost(owner, today)) return false
  if (person.staffCode === owner.staffCode || manages(person, owner, covers) || manages(owner, person, covers)) {
    return true
  }
  const two: readonly StaffCode[] = session === undefined ? [] : [session.practitioner, session.supervisor]
  return two.includes(person.staffCode) && two.includes(owner.staffCode)
}

/** Whether an owner may hand an action on to a person: to whoever they may ask, to who asked for it, and within their team. */
export function mayHandOnTo(viewer: Viewer, to: Person, action: Action): boolean {
  const { person, today } = viewer
  if (!isInPost(to, today) || to.staffCode === person.staffCode) return false
  if (to.staffCode === action.askedBy || mayAsk(viewer, to)) return true
  const sameManager = person.managerStaffCode !== undefined && person.managerStaffCode === to.managerStaffCode
  const sameTeam = person.teamCode !== undefined && person.teamCode === to.teamCode
  return to.grade !== 'ADMIN' && (sameManager || sameTeam)
}

function isEither(action: Pick<Action, 'owner' | 'askedBy'>, code: StaffCode): boolean {
  return action.owner === code || action.askedBy === code
}
