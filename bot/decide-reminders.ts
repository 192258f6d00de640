import type { Temporal } from 'temporal-polyfill'
import { messageOfReminders } from '../dialogs/reminders/message-of-reminders.ts'
import { roundNow } from '../dialogs/reminders/round-now.ts'
import type { TellingDesk } from '../dialogs/telling.ts'
import type { AuditTrail, Delivery, Messenger } from '../domain/ports.ts'
import { asMessages } from '../domain/reminders/one-message.ts'
import type { Claimed } from '../domain/reminders/outbox.ts'
import { keyOf, type Reminder, type ReminderThing, reminderOf } from '../domain/reminders/reminder.ts'
import type { ReminderFacts } from '../domain/reminders/reminder-facts.ts'
import type { ReminderRound } from '../domain/reminders/reminder-round.ts'
import type { SendingPolicy } from '../domain/reminders/sending-policy.ts'
import { factsNeeded, type StillTrue, stillTrue } from '../domain/reminders/still-true.ts'
import type { Person } from '../domain/staff.ts'
import type { Decide, Decision } from './deliver-one.ts'
import { factsOfFew } from './facts-of-few.ts'

type Parts = {
  desk: TellingDesk
  messenger: Pick<Messenger, 'sendTo'>
  audit: Pick<AuditTrail, 'append'>
  sending: Pick<SendingPolicy, 'togetherMinutes'>
  /** When somebody last said something in a dialog that waits for them. */
  midDialogSince: (person: Person) => Promise<Temporal.Instant | undefined>
}

/** In minutes: an entry that this version of the service knows nothing of is left to another. */
const otherVersionsAfter = 10

/** One reminder with the key of its entry, and what was decided about it. */
type Decided = { key: string; reminder: Reminder; still: StillTrue }

/**
 * Decides about reminders to one person just before they are sent, by the rules of the sweep and with the facts of now: send,
 * drop and why, later and when. What is sent together is one message, made of what still holds as it is made.
 */
export function decideReminders(parts: Parts): Decide {
  const { desk, sending } = parts
  return async (person, due, now) => {
    const known = due.flatMap(reminderIn)
    const keys = due.map(({ key }) => key).filter((key) => !known.some((one) => one.key === key))
    const unknown: Decision[] =
      keys.length === 0
        ? []
        : [{ does: 'later', keys, at: now.add({ minutes: otherVersionsAfter }), why: 'not-known-here' }]
    if (known.length === 0) return unknown

    const facts = await freshFacts(
      known.map(({ reminder }) => reminder.thing),
      now,
      desk,
    )
    const round = await roundOf(person, facts, now, desk)
    const since = await parts.midDialogSince(person)
    const judge = (reminder: Reminder) => stillTrue(reminder, facts.about(reminder.thing), round, since)
    const decided = known.map((one): Decided => ({ ...one, still: judge(one.reminder) }))
    const soon = now.add({ minutes: sending.togetherMinutes })
    const sent = joined(decided, soon, ({ reminder }) => judge({ ...reminder, dueAt: now }))
    return [...unknown, ...sent.flatMap(notSent), ...(await messages(person, sent, facts, round, parts))]
  }
}

function reminderIn(entry: Claimed): { key: string; reminder: Reminder }[] {
  try {
    return [{ key: entry.key, reminder: reminderOf(entry) }]
  } catch {
    return []
  }
}

/** What falls due within minutes goes out with what is sent now, where it belongs on the same card. */
function joined(
  decided: readonly Decided[],
  soon: Temporal.Instant,
  judgeNow: (one: Decided) => StillTrue,
): readonly Decided[] {
  const isPersonal = ({ reminder }: Decided) => 'person' in reminder.thing
  if (!decided.some((one) => isPersonal(one) && one.still.decision === 'send')) return decided
  return decided.map((one) => {
    const { still } = one
    const waits = still.decision === 'later' && still.why === 'not-yet' && still.at.until(soon).sign >= 0
    return waits && isPersonal(one) ? { ...one, still: judgeNow(one) } : one
  })
}

function notSent({ key, still }: Decided): Decision[] {
  if (still.decision === 'send') return []
  return still.decision === 'drop'
    ? [{ does: 'drop', keys: [key], why: still.why }]
    : [{ does: 'later', keys: [key], at: still.at, why: still.why }]
}

async function messages(
  person: Person,
  decided: readonly Decided[],
  facts: FreshFacts,
  round: ReminderRound,
  { desk, messenger, audit }: Parts,
): Promise<Decision[]> {
  const toSend = decided.filter(({ still }) => still.decision === 'send').map(({ reminder }) => reminder)
  const keyedBy = new Map(decided.map(({ key, reminder }) => [keyOf(reminder), key]))
  const keysOf = (some: readonly Reminder[]) => some.flatMap((reminder) => keyedBy.get(keyOf(reminder)) ?? [])
  const decisions: Decision[] = []
  for (const together of asMessages(toSend)) {
    const theirs = together.flatMap(({ thing }) => facts.about(thing))
    const made = await messageOfReminders(person, together, [...new Set(theirs)], round, desk)
    const { message, shows, says, settled, notAnswered, notes } = made
    if (settled.length > 0) decisions.push({ does: 'drop', keys: keysOf(settled), why: 'done' })
    if (notAnswered.length > 0) {
      const at = round.now.add({ minutes: round.policy.holdBack.lookAgainMinutes })
      decisions.push({ does: 'later', keys: keysOf(notAnswered), at, why: 'not-answered' })
    }
    if (message === undefined || says.length === 0) continue
    decisions.push({
      does: 'deliver',
      keys: keysOf(says),
      ...(shows === undefined ? {} : { shows }),
      async deliver(before): Promise<Delivery> {
        const delivery = await messenger.sendTo(person, message, before)
        // That somebody was shown it is true once it was sent, also where nobody knows whether it arrived.
        if (delivery.outcome === 'delivered' || delivery.outcome === 'unknown') await audit.append(notes)
        return delivery
      },
    })
  }
  return decisions
}

/** Facts as they are now, by what they decide. */
type FreshFacts = { all: readonly ReminderFacts[]; about(thing: ReminderThing): readonly ReminderFacts[] }

async function freshFacts(
  things: readonly ReminderThing[],
  now: Temporal.Instant,
  desk: TellingDesk,
): Promise<FreshFacts> {
  const { staff } = desk
  const people = new Map<string, Person>()
  const named = new Map<string, readonly Person[]>()
  for (const thing of things) {
    const { of, code } = factsNeeded(thing)
    const name = `${of} ${code}`
    if (named.has(name)) continue
    const some = of === 'staff' ? await staff.managedBy(code) : await staff.byStaffCodes([code])
    const pdu = of === 'pdu' ? some[0]?.pduCode : undefined
    const found = of !== 'pdu' ? some : pdu === undefined ? [] : await staff.ofPdu(pdu)
    named.set(name, found)
    for (const person of found) people.set(person.staffCode, person)
  }
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate()
  const all = await factsOfFew([...people.values()], today, desk)
  const byCode = new Map(all.map((facts) => [facts.person.staffCode, facts]))
  return {
    all,
    about(thing) {
      const { of, code } = factsNeeded(thing)
      return (named.get(`${of} ${code}`) ?? []).flatMap(({ staffCode }) => byCode.get(staffCode) ?? [])
    },
  }
}

/** The round of now for the receiver, everybody the facts are of, and whoever holds their sessions. */
async function roundOf(
  to: Person,
  { all }: FreshFacts,
  now: Temporal.Instant,
  desk: TellingDesk,
): Promise<ReminderRound> {
  const holders = await desk.staff.byStaffCodes([
    ...new Set(all.flatMap(({ bookings }) => bookings.map(({ supervisor }) => supervisor))),
  ])
  const people = new Map([to, ...all.map(({ person }) => person), ...holders].map((one) => [one.staffCode, one]))
  return roundNow([...people.values()], now, desk)
}
