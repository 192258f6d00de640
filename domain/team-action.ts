import type { Temporal } from 'temporal-polyfill'
import type { StaffCode, TeamActionId } from './ids.ts'

/** The most people that one team action may be asked of. */
export const mostInTeamAction = 250

/** Who has to confirm: each of them, any one of them, or one after the other in the order they were named. */
export const teamActionWays = ['everyone', 'anyone', 'in-order'] as const
export type TeamActionWay = (typeof teamActionWays)[number]

/** Somebody a team action was asked of, as it was at that moment. */
export type TeamActionPerson = {
  person: StaffCode
  /** Whether they were a member of the chat. Somebody who was not is named to nobody there. */
  inChat: boolean
  /** The channel's own id of them, for showing them their own state. */
  userId?: string
  confirmedAt?: Temporal.Instant
}

/**
 * Something that several people are to do, asked in a group chat or channel. Each confirms for themself, and whoever asked
 * (or their line manager) closes it. Nothing else ever happens to it.
 */
export type TeamAction = {
  id: TeamActionId
  way: TeamActionWay
  text: string
  due?: Temporal.PlainDate
  askedBy: StaffCode
  askedAt: Temporal.Instant
  /** The channel's own id of whoever asked. */
  askedByUserId?: string
  /** The group chat or the channel; of a channel never one of its threads. */
  chat: string
  /** Each once, at least one; `in-order` in that order. */
  people: readonly TeamActionPerson[]
  closed?: { by: StaffCode; at: Temporal.Instant }
}

/** `complete`: nobody is left, and it waits only to be closed. */
export type TeamActionStanding = 'open' | 'complete' | 'closed'

/** Where a team action stands. */
export function teamActionStanding(action: TeamAction): TeamActionStanding {
  if (action.closed !== undefined) return 'closed'
  return leftToConfirm(action).length === 0 ? 'complete' : 'open'
}

/**
 * Those from whom a confirmation is still wanted, in the order they were asked: nobody once it is closed, or once one has
 * confirmed where one is enough. In order, all who are left are among them; `whoseTurn` has the one who can do something.
 */
export function leftToConfirm(action: TeamAction): StaffCode[] {
  if (action.closed !== undefined) return []
  const left = action.people.filter(({ confirmedAt }) => confirmedAt === undefined)
  if (action.way === 'anyone' && left.length < action.people.length) return []
  return left.map(({ person }) => person)
}

/** Those who can confirm now, and so whom a reminder helps: of those left, in order only the first. */
export function whoseTurn(action: TeamAction): StaffCode[] {
  const left = leftToConfirm(action)
  return action.way === 'in-order' ? left.slice(0, 1) : left
}

/** How many have confirmed, and how many confirmations it takes. */
export function confirmationsOf({ way, people }: Pick<TeamAction, 'way' | 'people'>): { made: number; needed: number } {
  const made = people.filter(({ confirmedAt }) => confirmedAt !== undefined).length
  return { made, needed: way === 'anyone' ? 1 : people.length }
}

/** Why somebody cannot confirm. `enough`: one was enough, and it was somebody else. `not-yet`: somebody named before them has not confirmed. */
export type CannotConfirm = 'not-asked' | 'already' | 'closed' | 'enough' | 'not-yet'

/**
 * Why this person cannot confirm as the action stands, or undefined when they can. Only who was asked may; nobody confirms
 * for somebody else, because who confirms is who spoke. Whoever did before hears that, also after it was closed.
 */
export function cannotConfirm(action: TeamAction, person: StaffCode): CannotConfirm | undefined {
  const mine = action.people.find((one) => one.person === person)
  if (mine === undefined) return 'not-asked'
  if (mine.confirmedAt !== undefined) return 'already'
  if (action.closed !== undefined) return 'closed'
  if (!leftToConfirm(action).includes(person)) return 'enough'
  return whoseTurn(action).includes(person) ? undefined : 'not-yet'
}

/**
 * The action after somebody confirmed for themself.
 * @throws {Error} when they cannot: ask `cannotConfirm` first.
 */
export function afterConfirm(action: TeamAction, person: StaffCode, at: Temporal.Instant): TeamAction {
  if (cannotConfirm(action, person) !== undefined) throw new Error('This person cannot confirm the team action.')
  return {
    ...action,
    people: action.people.map((one) => (one.person === person ? { ...one, confirmedAt: at } : one)),
  }
}

/**
 * The action after it was closed. Who may close it is for `mayCloseTeamAction`.
 * @throws {Error} when it is closed already.
 */
export function afterClose(action: TeamAction, by: StaffCode, at: Temporal.Instant): TeamAction {
  if (action.closed !== undefined) throw new Error('The team action is closed already.')
  return { ...action, closed: { by, at } }
}
