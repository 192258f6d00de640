import { Temporal } from 'temporal-polyfill'
import type { Pending } from '../dialogs/pending.ts'
import { Place } from '../dialogs/turn.ts'
import type { Conversations, Drafts, StateStore } from '../domain/ports.ts'
import type { Person } from '../domain/staff.ts'
import { placeKey } from './turn-of.ts'

/** What may be gone on about after an answer, but does not wait for anything. */
const asksNothing: readonly Pending['asks'][] = ['action-shown', 'case-shown', 'was-reflective']

type Parts = {
  conversations: Pick<Conversations, 'find'>
  state: Pick<StateStore, 'read'>
  drafts: Pick<Drafts, 'touchedAt'>
}

/**
 * When somebody last said something in a dialog of their personal chat that waits for them: a session being written down, or
 * a question of today. Undefined when there is none.
 */
export async function midDialogSince(
  person: Person,
  today: Temporal.PlainDate,
  { conversations, state, drafts }: Parts,
): Promise<Temporal.Instant | undefined> {
  const chat = person.entraObjectId && (await conversations.find(person.entraObjectId))
  if (chat === undefined) return undefined
  const key = placeKey(chat.tenantId, chat.conversationId, person.staffCode)
  const place = Place.safeParse((await state.read([key]))[key]).data
  const { draft, pending, askedOn, askedAt } = place ?? {}
  const waits = pending !== undefined && askedOn === today.toString() && !asksNothing.includes(pending.asks)
  const said = [
    ...(draft === undefined ? [] : [await drafts.touchedAt(draft)]),
    ...(waits && askedAt !== undefined ? [Temporal.Instant.from(askedAt)] : []),
  ].flatMap((at) => at ?? [])
  return said.toSorted(Temporal.Instant.compare).at(-1)
}
