import type { Temporal } from 'temporal-polyfill'
import type { StaffCode } from '../ids.ts'
import { judge, type Step, type WhyQuiet } from './ladder.ts'
import type { Reminder, ReminderThing } from './reminder.ts'
import type { ReminderFacts } from './reminder-facts.ts'
import { plainStep, stepAfter, wishOf } from './reminder-preferences.ts'
import type { ReminderRound } from './reminder-round.ts'
import { sendTime, type WhyLater } from './send-time.ts'
import { addOverdue, judgeForManager, nothingOverdue } from './to-managers.ts'

export type WhyDropped =
  | WhyQuiet
  /** Meanwhile it is somebody else's, or nobody's. */
  | 'not-theirs'
  /** A later step took its place, or it was put off to another time. */
  | 'another-step'
  | 'stopped'
  | 'not-this-window'
  | 'snoozed'
  | 'too-late'

/** What becomes of a reminder that was to be sent now. Every reason is a code, fit for a log. */
export type StillTrue =
  | { decision: 'send' }
  | { decision: 'drop'; why: WhyDropped }
  | { decision: 'later'; at: Temporal.Instant; why: WhyLater }

/** Whose facts are needed to decide about a reminder: those of one person, of all of a manager's staff, or of all of a head's PDU. */
export function factsNeeded(thing: ReminderThing): { of: 'person' | 'staff' | 'pdu'; code: StaffCode } {
  if (thing.what === 'digest') return { of: 'staff', code: thing.manager }
  if (thing.what === 'weekly') return { of: 'pdu', code: thing.head }
  return { of: 'person', code: thing.person }
}

/**
 * Decides again just before sending, by the rules of the sweep and with fresh facts: of everybody whom `factsNeeded` names.
 * `midDialogSince` is when the receiver last said something in a dialog that has not ended.
 */
export function stillTrue(
  { to, thing, step, dueAt }: Reminder,
  facts: readonly ReminderFacts[],
  round: ReminderRound,
  midDialogSince?: Temporal.Instant,
): StillTrue {
  const judged = judgeAgain(thing, facts, round)
  if ('quiet' in judged) return { decision: 'drop', why: judged.quiet }
  // Somebody away is asked about again when they are back; until then it may be for whoever covers.
  const isTheirs = round.isAway(to) || judged.to.includes(to)
  if (!isTheirs || !round.isInPost(to)) return { decision: 'drop', why: 'not-theirs' }
  const wished = wishOf(round.preferencesOf(to), thing, round.day, round.policy)
  switch (wished.wish) {
    case 'stopped':
    case 'not-this-window':
    case 'snoozed':
      return { decision: 'drop', why: wished.wish }
    case 'was-snoozed':
      if (step !== (wished.step === judged.step ? stepAfter(judged.step, wished.until) : judged.step))
        return { decision: 'drop', why: 'another-step' }
      break
    case 'none':
    case 'paused':
      // What had been put off before a pause still has the step of then.
      if (plainStep(step) !== judged.step) return { decision: 'drop', why: 'another-step' }
  }
  const time = sendTime(
    {
      wanted: dueAt,
      now: round.now,
      absences: round.office.absences.filter(({ person }) => person === to),
      ...(wished.wish === 'paused' ? { pausedUntil: wished.until } : {}),
      ...(midDialogSince === undefined ? {} : { midDialogSince }),
      ...(judged.until === undefined ? {} : { until: judged.until }),
    },
    round,
  )
  if (time.send === 'never') return { decision: 'drop', why: time.why }
  return time.send === 'now' ? { decision: 'send' } : { decision: 'later', at: time.at, why: time.why }
}

function judgeAgain(
  thing: ReminderThing,
  facts: readonly ReminderFacts[],
  round: ReminderRound,
): Step | { quiet: WhyQuiet } {
  if (thing.what === 'digest' || thing.what === 'weekly') {
    const longest = nothingOverdue()
    for (const one of facts) addOverdue(longest, one, round)
    return judgeForManager(thing, longest, round)
  }
  const own = facts.find(({ person }) => person.staffCode === thing.person)
  return own === undefined ? { quiet: 'not-in-post' } : judge(thing, own, round)
}
