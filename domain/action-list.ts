import type { Action } from './action.ts'
import type { AuditNote } from './audit.ts'
import type { ActionId, StaffCode } from './ids.ts'
import type { Notice } from './ports.ts'

/** A new action with its audit note and the notices it causes. */
export type AskedAction = { action: Action; note: AuditNote; notices: readonly Notice[] }

/** What goes with a step: the audit notes, the notices it causes, and the message that caused it, to be remembered as answered. */
export type StepWrite = { notes: readonly AuditNote[]; notices: readonly Notice[]; activityKey?: string | undefined }

/** Actions and everything that happened to them. Nothing is edited: each step is kept. */
export type Actions = {
  /**
   * Keeps new actions as one transaction: all of them or none. One whose id is there already changes nothing, and comes back as
   * the action that is there. In the order given.
   */
  add(asked: readonly AskedAction[]): Promise<{ outcome: 'added' | 'already'; action: Action }[]>
  /**
   * Keeps the last step of an action, and ends the notices about it that still wait: the new ones say it all.
   *  - `conflict`: somebody else took a step since it was read; nothing was kept.
   */
  step(action: Action, write: StepWrite): Promise<'kept' | 'conflict'>
  byId(id: ActionId): Promise<Action | undefined>
  /** What these people are to do and have not done, the most pressing first. */
  openOf(owners: readonly StaffCode[]): Promise<Action[]>
  /** What this person asked of others and is not done yet, the most pressing first. */
  openAskedBy(person: StaffCode): Promise<Action[]>
  /** Everything this person ever owned or asked for, newest first. */
  concerning(person: StaffCode): Promise<Action[]>
}
