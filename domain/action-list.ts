import type { Action } from './action.ts'
import type { AuditNote } from './audit.ts'
import type { ActionId, StaffCode } from './ids.ts'
import type { Notice } from './ports.ts'

/** What goes with a write: the audit notes, the notices it causes, and the message that caused it, to be remembered as answered. */
export type ActionWrite = { notes: readonly AuditNote[]; notices: readonly Notice[]; activityKey?: string | undefined }

/** Actions and everything that happened to them. Nothing is edited: each step is kept. */
export type Actions = {
  /** Keeps a new action. The same id again changes nothing and gives the action that is there. */
  add(action: Action, write: ActionWrite): Promise<{ outcome: 'added' | 'already'; action: Action }>
  /**
   * Keeps the last step of an action, and ends the notices about it that still wait: the new ones say it all.
   *  - `conflict`: somebody else took a step since it was read; nothing was kept.
   */
  step(action: Action, write: ActionWrite): Promise<'kept' | 'conflict'>
  byId(id: ActionId): Promise<Action | undefined>
  /** What these people are to do and have not done, the most pressing first. */
  openOf(owners: readonly StaffCode[]): Promise<Action[]>
  /** What this person asked of others and is not done yet, the most pressing first. */
  openAskedBy(person: StaffCode): Promise<Action[]>
  /** Everything this person ever owned or asked for, newest first. */
  concerning(person: StaffCode): Promise<Action[]>
}
