import assert from 'node:assert/strict'
import type { Person } from '../../domain/staff.ts'
import type { Office } from './office.ts'
import { teamChat } from './team-chat.ts'

/** What a line of a conversation does in the group chat, with what whoever did it alone gets; undefined where it is about something else. */
export async function stepInCompany(
  line: string,
  office: Office,
  personCalled: (name: string | undefined) => Person,
): Promise<{ answer?: string } | undefined> {
  const chat = teamChat(() => office)
  const gather = /^\(([\w, ]+) are in the group chat\)$/.exec(line)
  if (gather) {
    chat.gathers(...(gather[1] ?? '').split(/, | and /).map(personCalled))
    return {}
  }
  const says = /^(\w+) in the group chat: (.*)$/.exec(line)
  if (says) {
    await chat.says(personCalled(says[1]), says[2] ?? '')
    return {}
  }
  const presses = /^(\w+) presses “([^”]+)” in the group chat$/.exec(line)
  if (presses) {
    const title = presses[2] ?? ''
    const card = chat.seen().findLast((message) => JSON.stringify(message.card)?.includes(`"title":"${title}"`))
    assert.ok(card, `Nobody showed a button “${title}” in the group chat.`)
    return { answer: await chat.presses(personCalled(presses[1]), title, card) }
  }
  const looks = /^(\w+) looks at the group chat$/.exec(line)
  return looks ? { answer: await chat.looks(personCalled(looks[1])) } : undefined
}
