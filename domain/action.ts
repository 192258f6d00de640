import { Temporal } from 'temporal-polyfill'
import type { ActionId, SessionId, StaffCode } from './ids.ts'

/** The most characters that what is to be done, or a reason, may have. */
export const actionCharacters = 500

/** Where an action stands. `asked`: its owner has not said yet that they will do it. */
export type ActionState = 'asked' | 'confirmed' | 'done' | 'withdrawn'

/** What can happen to an action after it was asked for. */
export const stepNames = [
  'confirm',
  'finish',
  'ask-more-time',
  'agree-more-time',
  'refuse-more-time',
  'hand-on',
  'withdraw',
] as const
export type StepName = (typeof stepNames)[number]

/** One thing that happened to an action after it was asked for. */
export type ActionStep = { by: StaffCode; at: Temporal.Instant } & (
  | { does: 'confirm' }
  | { does: 'finish' }
  | { does: 'ask-more-time'; due: Temporal.PlainDate; reason: string }
  | { does: 'agree-more-time'; due: Temporal.PlainDate }
  | { does: 'refuse-more-time' }
  | { does: 'hand-on'; from: StaffCode; to: StaffCode }
  | { does: 'withdraw' }
)

/** Something one person is to do and another asked for. It always has exactly one owner, and keeps all that happened to it. */
export type Action = {
  id: ActionId
  owner: StaffCode
  askedBy: StaffCode
  askedAt: Temporal.Instant
  text: string
  due?: Temporal.PlainDate
  /** The supervision session it was agreed in. */
  from?: SessionId
  state: ActionState
  /** What its owner has asked for and nobody has answered yet. */
  moreTime?: { due: Temporal.PlainDate; reason: string }
  steps: readonly ActionStep[]
}

/** What is to be asked of somebody. */
export type NewAction = Pick<Action, 'id' | 'owner' | 'askedBy' | 'askedAt' | 'text' | 'due' | 'from'>

/** An action as it begins. What somebody takes on themself needs no confirming. */
export function begun(action: NewAction): Action {
  return { ...action, state: action.owner === action.askedBy ? 'confirmed' : 'asked', steps: [] }
}

/** Whether anything is still to be done. */
export function isOpen(action: Pick<Action, 'state'>): boolean {
  return action.state === 'asked' || action.state === 'confirmed'
}

/** Whether an action should have been done before today. */
export function isOverdue(action: Pick<Action, 'state' | 'due'>, today: Temporal.PlainDate): boolean {
  return isOpen(action) && action.due !== undefined && Temporal.PlainDate.compare(action.due, today) < 0
}

/**
 * Why a step cannot be taken as the action stands, or undefined when it can. Whether somebody may take it is for
 * `mayStep`.
 */
export function cannotStep(action: Action, step: ActionStep): 'over' | 'already' | 'nothing-asked' | undefined {
  if (!isOpen(action)) return 'over'
  switch (step.does) {
    case 'confirm':
      return action.state === 'confirmed' ? 'already' : undefined
    case 'agree-more-time':
    case 'refuse-more-time':
      return action.moreTime === undefined ? 'nothing-asked' : undefined
    case 'hand-on':
      return step.to === action.owner ? 'already' : undefined
    case 'finish':
    case 'ask-more-time':
    case 'withdraw':
      return undefined
  }
}

/**
 * The action after a step. More time for what somebody asked of themself is theirs at once; of anybody else it is a
 * question to the asker. Who takes an action over gets it as asked.
 * @throws {Error} when the step cannot be taken: ask `cannotStep` first.
 */
export function afterStep(action: Action, step: ActionStep): Action {
  if (cannotStep(action, step) !== undefined) throw new Error('An action cannot take this step as it stands.')
  const { moreTime: asked, ...rest } = action
  const next = { ...rest, steps: [...action.steps, step] }
  const stillAsked = asked === undefined ? {} : { moreTime: asked }
  switch (step.does) {
    case 'confirm':
      return { ...next, ...stillAsked, state: 'confirmed' }
    case 'finish':
      return { ...next, state: 'done' }
    case 'withdraw':
      return { ...next, state: 'withdrawn' }
    case 'ask-more-time':
      return action.owner === action.askedBy
        ? { ...next, due: step.due }
        : { ...next, state: 'confirmed', moreTime: { due: step.due, reason: step.reason } }
    case 'agree-more-time':
      return { ...next, due: step.due }
    case 'refuse-more-time':
      return next
    case 'hand-on':
      return { ...next, owner: step.to, state: step.to === action.askedBy ? 'confirmed' : 'asked' }
  }
}

/** Those who are told of a step: whoever owns the action and whoever asked for it, but not who took the step. */
export function toldOf(action: Pick<Action, 'owner' | 'askedBy'>, by: StaffCode): StaffCode[] {
  return [...new Set([action.owner, action.askedBy])].filter((person) => person !== by)
}

/** Overdue first, then by the day they are due, then those without a day; the one asked for first comes first. */
export function mostPressingFirst(actions: readonly Action[]): Action[] {
  return [...actions].sort((a, b) => {
    if (a.due !== undefined && b.due !== undefined && !a.due.equals(b.due)) {
      return Temporal.PlainDate.compare(a.due, b.due)
    }
    if ((a.due === undefined) !== (b.due === undefined)) return a.due === undefined ? 1 : -1
    return Temporal.Instant.compare(a.askedAt, b.askedAt) || (a.id < b.id ? -1 : 1)
  })
}
