import assert from 'node:assert/strict'
import { cardInWords } from '../../cards/card-in-words.ts'
import type { Person } from '../../domain/staff.ts'
import type { SeenMessage } from './fake-teams.ts'
import { inTeams, type Office } from './office.ts'
import { priya } from './people.ts'
import { answerOf } from './sessions-in-chat.ts'
import { whatIsKept } from './what-is-kept.ts'

/** Talking to the service of an office, and what is kept of it. */
export function talking(office: () => Office) {
  const kept = (table: string) => whatIsKept(office().dataDir)[table] ?? []
  const drafts = () => kept('draft').map((row): Record<string, unknown> => JSON.parse(String(row.body)))
  return {
    /** What the one answer says, be it a sentence or a card. */
    async answerTo(text: string, user = inTeams(priya)): Promise<string> {
      const [message, ...more] = await office().teams.say(user, text)
      assert.deepEqual(more, [])
      assert.ok(message)
      if (message.card !== undefined) assert.ok(Buffer.byteLength(JSON.stringify(message.card)) <= 25_000)
      return message.card === undefined ? (message.text ?? '') : cardInWords(message.card)
    },
    /** What somebody is answered who sends a press, be it a sentence or a card. */
    async press(person: Person, verb: string, data: Record<string, unknown>): Promise<string> {
      const { teams, service } = office()
      const { says, card } = answerOf(await teams.post(teams.pressActivity(inTeams(person), verb, data)))
      await service().idle()
      return card === undefined ? (says ?? '') : cardInWords(card)
    },
    kept,
    drafts,
    /** The draft that was begun last. */
    openDraft: () => drafts().at(-1),
    /** The newest card in front of somebody. */
    shownCard(user = inTeams(priya)): SeenMessage {
      const card = office().teams.lastCard(user)
      assert.ok(card)
      return card
    },
  }
}
