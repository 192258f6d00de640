import type { Temporal } from 'temporal-polyfill'
import type { StaffCode, ThingId } from '../ids.ts'
import type { MessagePlace } from '../ports.ts'
import type { ReminderWhat } from './reminder-what.ts'

/** What an entry is to bring: a reminder, or a notice that could not be delivered at once. */
export type OutboxWhat = ReminderWhat | 'notice'

/** Something that is to reach one person. What it says is decided when it is sent, so it holds ids and no text. */
export type OutboxEntry = {
  /** From `outboxKey`: the same key is sent once, however often it is put in. */
  key: string
  to: StaffCode
  what: OutboxWhat
  /** Ids only: never a name, a text or a case fact. */
  about: Readonly<Record<string, string>>
  /** Not before this moment. */
  dueAt: Temporal.Instant
}

/** How often an entry was tried. */
export type Tries = {
  /**
   * Times it was tried to send it, the one that is coming included while it is in hand. Neither a postponement counts, nor a
   * call that was throttled, nor an instance that ended before it began to send.
   */
  attempts: number
  /** Times it may have been delivered without anybody knowing: no answer, or an instance that ended while sending. */
  unknowns: number
}

/** An entry that one instance has to itself until its lease ends. */
export type Claimed = OutboxEntry & Tries

/** What became of an entry that was taken in hand. A failure without `again` ends it; out of reach, it waits for the person. */
export type Settled =
  | { outcome: 'delivered'; place?: MessagePlace }
  | { outcome: 'dropped'; why: string }
  | { outcome: 'later'; at: Temporal.Instant; why: string }
  | { outcome: 'failed' | 'throttled' | 'unknown' | 'too-big'; again?: Temporal.Instant }
  | { outcome: 'not-installed' | 'blocked' }

/** How an entry stands: `unreachable` waits for a sign of life of the person, `ended` came to its last outcome. */
export type OutboxState = 'waiting' | 'unreachable' | 'ended'

/** An entry as it is kept. */
export type Kept = OutboxEntry &
  Tries & {
    state: OutboxState
    /** The last thing that became of it; absent while nothing has. */
    outcome?: Settled['outcome'] | 'cancelled'
    why?: string
    touchedAt: Temporal.Instant
    /** Where its card stands. */
    place?: MessagePlace
  }

/** How many entries of a person came to an outcome, and when one last did. */
export type OutcomeCount = {
  to: StaffCode
  state: OutboxState
  outcome: Settled['outcome'] | 'cancelled'
  count: number
  lastAt: Temporal.Instant
}

/** What one instance asks for. Nobody else gets the same rows, or others of the same people, while its lease holds. */
export type ClaimAsked = {
  owner: string
  now: Temporal.Instant
  leaseSeconds: number
  /** So many that are due; with them come those of the same people that fall due within `togetherMinutes`. */
  most: number
  togetherMinutes: number
  /** Somebody whose last message was begun less than this ago waits, so that two instances together keep the limits of a chat. */
  pauseSeconds: number
}

/** What is to reach people: kept until it has, or until it is known why not. */
export type Outbox = {
  /** Gives how many were added: a key that is there already is left alone, whatever became of it. */
  enqueue(entries: readonly OutboxEntry[], at: Temporal.Instant): Promise<number>
  /** Takes in hand what is due, what was due first coming first. A lease that has ended is taken over. */
  claim(asked: ClaimAsked): Promise<Claimed[]>
  /**
   * Says that entries are being sent from now on, and renews the lease. False when one of them is no longer the owner's, or
   * was cancelled: then nothing is changed and nothing may be sent.
   */
  begin(keys: readonly string[], owner: string, now: Temporal.Instant, leaseSeconds: number): Promise<boolean>
  /** Keeps what became of entries that share one message, and the card they left. False when one is no longer the owner's; the others are kept. */
  settle(
    keys: readonly string[],
    owner: string,
    settled: Settled,
    at: Temporal.Instant,
    shows?: ThingId,
  ): Promise<boolean>
  /** Ends what has not been begun of a person, by the beginning of its key; gives how many. */
  cancel(to: StaffCode, keyBegins: string, at: Temporal.Instant): Promise<number>
  /** Somebody gave a sign of life: what waited for that is due now. Gives how many. */
  returned(to: StaffCode, at: Temporal.Instant): Promise<number>
  /** Everything of a person that is kept, what was touched last first; so many at most. */
  ofPerson(to: StaffCode, most: number): Promise<Kept[]>
  /** Outcomes by person since a moment, in the order of staff codes; one page, to go on after its last. */
  report(since: Temporal.Instant, most: number, after?: OutcomeCount): Promise<OutcomeCount[]>
}

/**
 * The key of one step towards one person about one thing: the same four give the same key, any others another one. With an
 * empty step it is what the keys of all steps begin with.
 */
export function outboxKey(person: StaffCode, what: OutboxWhat, window: string, step: string): string {
  return [person, what, window, step].map(encodeURIComponent).join('/')
}
