import assert from 'node:assert/strict'
import type { Card } from '../../cards/card.ts'
import { SessionId } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import { buttonsOf } from './card-buttons.ts'
import type { HttpResult, SeenMessage } from './fake-teams.ts'
import { inTeams, type Office } from './office.ts'
import { aisha, priya } from './people.ts'

/** All that a reflective session needs, in one sentence; what was learned is what a test looks for. */
export const wholeSentence = (name = 'Aisha', learned = 'ask sooner') =>
  `reflective with ${name} on Friday, 45 mins, theme: boundaries at home. learned: ${learned}. change: a plan for each visit`

/** The card that shows a whole session, ready to save. */
export async function aReviewCard(
  office: Office,
  logger: Person = priya,
  sentence = wholeSentence(),
): Promise<SeenMessage> {
  await office.teams.say(inTeams(logger), sentence)
  const card = office.teams.lastCard(inTeams(logger))
  assert.ok(card && titlesOn(card.card).includes('Save'))
  return card
}

/** A session that was logged, and the card that asks the other person to agree. */
export async function aSessionToSign(office: Office, signer: Person = aisha, sentence = wholeSentence()) {
  const { teams } = office
  await teams.say(inTeams(signer), 'hello')
  const review = await aReviewCard(office, priya, sentence)
  const saved = await teams.press(inTeams(priya), review, 'Save')
  await office.service().idle()
  const card = teams.lastCard(inTeams(signer))
  assert.ok(card && titlesOn(card.card).includes('I agree'))
  return { id: SessionId.parse(idsOn(card.card)[0]), review, card, saved }
}

export function titlesOn(card: Card | undefined): string[] {
  return card === undefined ? [] : buttonsOf(card).map((button) => button.title)
}

/** The ids of sessions and drafts that the buttons of a card carry. */
export function idsOn(card: Card | undefined): string[] {
  if (card === undefined) return []
  return buttonsOf(card).flatMap(({ data }) => [data.session, data.draft].filter((id) => typeof id === 'string'))
}

/** What an invoke was answered with: a sentence, or a card. Fails for anything else. */
export function answerOf({ status, body }: HttpResult): { says?: string; card?: Card } {
  assert.equal(status, 200)
  assert.ok(
    typeof body === 'object' && body !== null && 'statusCode' in body && 'type' in body && 'value' in body,
    'An invoke got an empty answer.',
  )
  const { statusCode, type, value } = body
  assert.equal(statusCode, 200)
  if (type === 'application/vnd.microsoft.activity.message') {
    assert.ok(typeof value === 'string' && value.length > 0)
    return { says: value }
  }
  assert.equal(type, 'application/vnd.microsoft.card.adaptive')
  return { card: value as Card }
}
