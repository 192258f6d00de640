import type { Action } from '../domain/action.ts'
import { casesIn, withoutCasesIn, wordsIn } from '../domain/hidden-cases.ts'
import type { Crn, StaffCode } from '../domain/ids.ts'
import type { Desk } from './turn.ts'

/** A record as its reader may see it. `own`: whether the words in it are theirs, or were meant for them when they were written. */
export type Shown = <T>(record: T, own: boolean) => T

/**
 * Records that are about to be shown to a person, all at once: gives what takes every case number out of each that they may
 * not see. Where that cannot be found out, only somebody whose own words they are sees them. The case services are asked
 * once, and not at all where no case is named.
 */
export async function shownTo(viewer: StaffCode, records: unknown, desk: Pick<Desk, 'cases'>): Promise<Shown> {
  const { restricted, notAnswered } = await sightsOf(casesIn(wordsIn(records).join('\n')), viewer, desk)
  const fromOthers = [...restricted, ...notAnswered]
  return (record, own) => withoutCasesIn(record, own ? restricted : fromOthers)
}

/** Actions as their reader may see them. */
export async function actionsShown(
  actions: readonly Action[],
  viewer: StaffCode,
  desk: Pick<Desk, 'cases'>,
): Promise<<T extends Action>(action: T) => T> {
  const shown = await shownTo(viewer, actions, desk)
  return (action) => shown(action, isOwn(action, viewer))
}

/** Whoever an action was handed on to was not there when it was asked. */
function isOwn({ askedBy, owner, steps }: Action, viewer: StaffCode): boolean {
  const first = steps.find((step) => step.does === 'hand-on')
  return viewer === askedBy || viewer === (first?.from ?? owner)
}

/** Which of some cases a person may not see, and of which that could not be found out. */
export async function sightsOf(
  crns: readonly Crn[],
  viewer: StaffCode,
  desk: Pick<Desk, 'cases'>,
): Promise<{ restricted: Crn[]; notAnswered: Crn[] }> {
  if (crns.length === 0) return { restricted: [], notAnswered: [] }
  const sights = await desk.cases.sights(crns, { staffCode: viewer })
  return {
    restricted: crns.filter((_, index) => sights[index]?.sight === 'restricted'),
    notAnswered: crns.filter((_, index) => (sights[index]?.sight ?? 'unknown') === 'unknown'),
  }
}
