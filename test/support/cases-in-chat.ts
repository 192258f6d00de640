import assert from 'node:assert/strict'
import { sampleWorld } from '../../backend/sample/sample-world.ts'
import type { Card } from '../../cards/card.ts'
import { cardInWords } from '../../cards/card-in-words.ts'
import type { Person } from '../../domain/staff.ts'
import { day } from './days.ts'
import { inTeams, type Office } from './office.ts'
import { answerOf } from './sessions-in-chat.ts'
import { talking } from './talking.ts'

/** The sample world on the day of most conversations, for talking about its cases. */
export const world = sampleWorld(day('2026-11-22'))

/** Somebody of the sample world. */
export function named(name: string): Person {
  const found = world.people.find((person) => person.name === name)
  assert.ok(found, `Nobody in the sample world is called ${name}.`)
  return found
}

/** The cases somebody holds. */
export const heldBy = (person: Person) => world.cases.filter((one) => one.managerStaffCode === person.staffCode)

/** Whether some people may not see a case. */
export const isLimited = (one: (typeof world.cases)[number]) =>
  one.excludedFrom.length > 0 || one.restrictedTo.length > 0

/** Asking and pressing as people of the sample world, and what is written down of it. */
export function asPeople(office: () => Office) {
  const { answerTo, kept } = talking(office)
  const ask = (person: Person, text: string) => answerTo(text, inTeams(person))
  const pressed = async (person: Person, verb: string, data: Record<string, string>) => {
    const answer = answerOf(await office().teams.post(office().teams.pressActivity(inTeams(person), verb, data)))
    await office().service().idle()
    if (answer.card !== undefined) return cardInWords(answer.card)
    if (answer.says !== 'Shown below.') return answer.says ?? ''
    return cardInWords(office().teams.lastCard(inTeams(person))?.card as Card)
  }
  const notesSince = (before: number) =>
    kept('audit_entry')
      .slice(before)
      .map(({ event, actor, subject, detail }) => [event, actor, subject, detail].join(' '))
  const notesOf = async (act: () => Promise<unknown>) => {
    const before = kept('audit_entry').length
    await act()
    return notesSince(before)
  }
  /** Everything that was ever sent to somebody, also what was changed since. */
  const sentTo = (person: Person) => {
    const chats = office()
      .teams.seenBy(inTeams(person))
      .map(({ conversationId }) => encodeURIComponent(conversationId))
    const sent = office().teams.calls.filter(({ path }) => chats.some((chat) => path.includes(chat)))
    assert.ok(sent.length > 0)
    return JSON.stringify(sent.map(({ body }) => body))
  }
  return { ask, pressed, notesOf, kept, sentTo }
}
