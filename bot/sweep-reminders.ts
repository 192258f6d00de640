import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { ReminderFactsDesk } from '../dialogs/reminders/reminder-facts-of.ts'
import { reminderRules } from '../dialogs/reminders/round-now.ts'
import type { Desk } from '../dialogs/turn.ts'
import type { StaffCode } from '../domain/ids.ts'
import type { StateStore } from '../domain/ports.ts'
import { localMoment } from '../domain/reminders/local-moment.ts'
import type { Outbox } from '../domain/reminders/outbox.ts'
import { entryOf } from '../domain/reminders/reminder.ts'
import { type ReminderRound, reminderRound } from '../domain/reminders/reminder-round.ts'
import { managersReminders, remindersDue } from '../domain/reminders/reminders-due.ts'
import { addOverdue, nothingOverdue } from '../domain/reminders/to-managers.ts'
import type { Person } from '../domain/staff.ts'
import { StateConflict } from '../store/state-store.ts'
import type { Clock } from './clock.ts'
import type { RoundJob } from './daily-round.ts'
import { factsInPages, wholeOffice } from './facts-in-pages.ts'

type Parts = {
  desk: ReminderFactsDesk & Pick<Desk, 'staff' | 'reminderPreferences'>
  outbox: Pick<Outbox, 'enqueue'>
  state: Pick<StateStore, 'read' | 'write' | 'keepFirst'>
  clock: Clock
  /** Who this instance is: of several, one sweeps at a time. */
  owner: string
}

const from = '06:00'
/** What the last sweep is kept under. */
const key = 'reminders/sweep'
/** For so long nobody else sweeps after this instance was last heard of; it says so again when half of it has passed. */
const leaseSeconds = 60
/** When it began, where none was finished that counts. */
const never = '1970-01-01T00:00:00Z'

/** When the last sweep began, who has it in hand, and until when; one that was finished is in nobody's hand. */
const Swept = z.object({ begunAt: z.string(), owner: z.string().optional(), until: z.string().optional() })
type Swept = z.infer<typeof Swept>

export type ReminderSweep = {
  /** What is due today, every working day from six: begun again by another instance, or after a restart, until it was finished. */
  job: RoundJob
  /** What is due now, whatever was found earlier today: what changed while nothing ran is not waited for. */
  now(): Promise<void>
  /** Looks again at those who answer to these people, and at themselves: somebody is away now, or back, or covered for. */
  again(people: readonly StaffCode[]): Promise<void>
  /** Ends what is under way at the next page of people. */
  stop(): void
}

/**
 * Goes through everybody and puts into the outbox what they, their line managers and heads of PDU are to be reminded of today.
 * What is there already is left alone, so a sweep can break off anywhere and be begun again. What was missed while the
 * service did not run is found on the next day on which it is still true.
 */
export function sweepReminders(parts: Parts): ReminderSweep {
  const { desk, outbox, state, clock, owner } = parts

  let running = false
  let stopped = false

  /** Takes the sweep in hand; gives what says that it goes on, and whether it may. */
  async function takeOver(since: Temporal.Instant): Promise<'done' | 'busy' | (() => Promise<boolean>)> {
    await state.keepFirst(key, { begunAt: never })
    const stored = (await state.read([key]))[key]
    const last = Swept.safeParse(stored).data
    const now = clock.now()
    if (last !== undefined && isOthers(last, now)) return 'busy'
    if (last !== undefined && last.until === undefined && isBetween(last.begunAt, since, now)) return 'done'
    const begunAt = now.toString()
    const say = async (eTag: string | undefined): Promise<boolean> => {
      const until = clock.now().add({ seconds: leaseSeconds }).toString()
      return state.write({ [key]: { begunAt, owner, until, ...(eTag && { eTag }) } }).then(() => true, isConflict)
    }
    if (!(await say(stored?.eTag))) return 'busy'
    let saidAt = now
    return async () => {
      if (isBefore(clock.now(), saidAt.add({ seconds: leaseSeconds / 2 }))) return true
      saidAt = clock.now()
      const held = (await state.read([key]))[key]
      return Swept.safeParse(held).data?.owner === owner && (await say(held?.eTag))
    }
  }

  const isOthers = (last: Swept, now: Temporal.Instant) =>
    last.owner !== owner && last.until !== undefined && isBetween(last.until, now, now.add({ seconds: leaseSeconds }))

  async function sweep(since: Temporal.Instant): Promise<'done' | 'more'> {
    const today = clock.today()
    if (!desk.workingDays.isWorkingDay(today)) return 'done'
    if (running || stopped) return 'more'
    running = true
    try {
      const mayGoOn = await takeOver(since)
      if (typeof mayGoOn === 'string') return mayGoOn === 'done' ? 'done' : 'more'
      const begunAt = clock.now().toString()
      const everyone = await desk.staff.everyone()
      const isFinished = await lookAt(everyone, await roundWith(everyone, today), mayGoOn)
      if (isFinished) await state.write({ [key]: { begunAt, eTag: '*' } })
      else if (stopped) await state.write({ [key]: { begunAt: never, eTag: '*' } })
      return isFinished ? 'done' : 'more'
    } finally {
      running = false
    }
  }

  async function roundWith(everyone: readonly Person[], today: Temporal.PlainDate): Promise<ReminderRound> {
    return reminderRound(clock.now(), await wholeOffice(everyone, today, desk), reminderRules(desk))
  }

  /** Puts in what is due because of these people; `false` when it broke off. */
  async function lookAt(
    people: readonly Person[],
    round: ReminderRound,
    mayGoOn: () => Promise<boolean>,
  ): Promise<boolean> {
    const longest = nothingOverdue()
    const { day } = round
    const here = people.filter((person) => round.isInPost(person.staffCode))
    for await (const page of factsInPages(here, round.today, desk)) {
      for (const facts of page) addOverdue(longest, facts, round)
      const due = page.flatMap((facts) => remindersDue(facts, round))
      if (due.length > 0) await outbox.enqueue(due.map(entryOf), clock.now())
      if (stopped || !(await mayGoOn()) || clock.today().toString() !== day) return false
    }
    const toManagers = managersReminders(longest, round.office.people.values(), round)
    await outbox.enqueue(toManagers.map(entryOf), clock.now())
    return true
  }

  return {
    job: {
      name: 'reminders',
      days: 'working',
      from: Temporal.PlainTime.from(from),
      until: Temporal.PlainTime.from(desk.reminderPolicy.sends.until),
      run: ({ today }) => sweep(localMoment(today, from)),
    },
    async now() {
      await sweep(clock.now())
    },
    async again(people) {
      const today = clock.today()
      if (!desk.workingDays.isWorkingDay(today)) return
      const everyone = await desk.staff.everyone()
      await lookAt(concernedBy(people, everyone), await roundWith(everyone, today), async () => true)
    },
    stop() {
      stopped = true
    },
  }
}

/** Those of whom somebody else may hear now: the people themselves, their staff, and for a head everybody in the PDU. */
function concernedBy(people: readonly StaffCode[], everyone: readonly Person[]): Person[] {
  const codes = new Set(people)
  const pdus = new Set(
    everyone.flatMap(({ staffCode, grade, pduCode }) =>
      codes.has(staffCode) && grade === 'HoPDU' && pduCode !== undefined ? [pduCode] : [],
    ),
  )
  return everyone.filter(
    ({ staffCode, managerStaffCode, pduCode }) =>
      codes.has(staffCode) ||
      (managerStaffCode !== undefined && codes.has(managerStaffCode)) ||
      (pduCode !== undefined && pdus.has(pduCode)),
  )
}

/** Somebody else has written it meanwhile, and so has the sweep. */
function isConflict(error: unknown): false {
  if (error instanceof StateConflict) return false
  throw error
}

/** Whether a moment that is kept lies between two others, both included: one that the clock was moved back over does not. */
function isBetween(kept: string, from: Temporal.Instant, to: Temporal.Instant): boolean {
  const at = Temporal.Instant.from(kept)
  return !isBefore(at, from) && !isBefore(to, at)
}

const isBefore = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) < 0
