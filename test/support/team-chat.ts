import assert from 'node:assert/strict'
import type { Card } from '../../cards/card.ts'
import { cardInWords } from '../../cards/card-in-words.ts'
import type { Person } from '../../domain/staff.ts'
import { pressedWith } from './card-buttons.ts'
import type { SeenMessage } from './fake-teams.ts'
import { inTeams, type Office } from './office.ts'
import { whatIsKept } from './what-is-kept.ts'

export type CompanyKind = 'groupChat' | 'channel'

type Answer = { type: string; value: unknown }

/** Talking and pressing in a group chat or channel of an office. */
export function teamChat(office: () => Office, kind: () => CompanyKind = () => 'groupChat') {
  const seen = () => office().teams.seenInCompany(kind())
  const here = () => office().teams.inCompany(kind())
  const words = (card: unknown) => cardInWords(card as Card)
  const newest = () => {
    const message = seen().findLast(({ card }) => card !== undefined)
    assert.ok(message?.card)
    return message as SeenMessage & { card: Card }
  }

  /** A press as the client sends it. */
  const pressing = (person: Person, title: string, { id, card }: SeenMessage, trigger = 'manual') => {
    const { verb, data } = title === 'Refresh' ? refreshOf(card) : pressedWith(card, title, {})
    const activity = office().teams.pressActivity(inTeams(person), verb, data, id)
    return { ...activity, ...here(), value: { action: { type: 'Action.Execute', verb, data }, trigger } }
  }
  const send = async (activity: object): Promise<string> => {
    const { status, body } = await office().teams.post(activity)
    assert.equal(status, 200)
    await office().service().idle()
    const { type, value } = body as Answer
    return type.endsWith('card.adaptive') ? words(value) : String(value)
  }

  return {
    seen,
    newest,
    pressing,
    send,
    words,
    gathers: (...people: Person[]) => office().teams.gathers(kind(), people.map(inTeams)),
    /** Says something; gives what was added to the chat, in words. */
    async says(person: Person, text: string, rest: object = {}): Promise<string> {
      const before = seen().length
      const activity = office().teams.activity(inTeams(person), { type: 'message', text, ...here(), ...rest })
      assert.equal((await office().teams.post(activity)).status, 200)
      await office().service().idle()
      const [message, ...more] = seen().slice(before)
      assert.deepEqual(more, [])
      return message?.card === undefined ? (message?.text ?? '') : words(message.card)
    },
    /** Presses a button of a message, the newest card of the chat by itself; gives what whoever pressed gets. */
    presses: (person: Person, title: string, message: SeenMessage = newest()) => send(pressing(person, title, message)),
    /** What somebody's client shows them when it refreshes the card by itself. */
    looks: (person: Person, message: SeenMessage = newest()) => send(pressing(person, 'Refresh', message, 'automatic')),
    /** The card that everybody sees now. */
    forAll: () => words(newest().card),
    kept: (table: string) => whatIsKept(office().dataDir)[table] ?? [],
    /** Those who have confirmed, by staff code. */
    confirmed: () =>
      (whatIsKept(office().dataDir).team_action_person ?? [])
        .filter((row) => row.confirmed_at !== null)
        .map((row) => row.person),
    noted: (event: string) =>
      (whatIsKept(office().dataDir).audit_entry ?? []).filter((row) => row.event === event).map((row) => row.actor),
  }
}

/** What a client that refreshes a card by itself sends, and for whom it does. */
export function refreshOf(card: Card | undefined): { verb: string; data: Record<string, unknown>; userIds: string[] } {
  assert.ok(card?.refresh, 'The card has nothing to refresh.')
  const { action, userIds } = card.refresh as unknown as {
    action: { verb: string; data: Record<string, unknown> }
    userIds: string[]
  }
  return { ...action, userIds }
}
