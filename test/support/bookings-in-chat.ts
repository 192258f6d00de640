import assert from 'node:assert/strict'
import { cardInWords } from '../../cards/card-in-words.ts'
import { BookingId } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import { buttonsOf } from './card-buttons.ts'
import type { SeenMessage } from './fake-teams.ts'
import { inTeams, type Office } from './office.ts'
import { priya } from './people.ts'
import { whatIsKept } from './what-is-kept.ts'

/** The newest card in front of somebody. */
export function cardOf(office: Office, person: Person): SeenMessage {
  const card = office.teams.lastCard(inTeams(person))
  assert.ok(card)
  return card
}

export const wordsOf = (message: SeenMessage | undefined) =>
  message?.card === undefined ? (message?.text ?? '') : cardInWords(message.card)

/** The id that the buttons of a card about a booking carry. */
export function bookingOn(message: SeenMessage): BookingId {
  assert.ok(message.card)
  const ids = buttonsOf(message.card).map(({ data }) => data.booking)
  return BookingId.parse(ids.find((id) => id !== undefined))
}

/** Books in a sentence and a press; gives the receipt. */
export async function book(office: Office, sentence: string, by: Person = priya): Promise<SeenMessage> {
  await office.teams.say(inTeams(by), sentence)
  const { status } = await office.teams.press(inTeams(by), cardOf(office, by), 'Book it')
  assert.equal(status, 200)
  await office.service().idle()
  const receipt = cardOf(office, by)
  assert.match(wordsOf(receipt), /✓ Booked/)
  return receipt
}

export const keptBookings = (office: Office) => whatIsKept(office.dataDir).booking ?? []
