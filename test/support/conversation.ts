import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { Temporal } from 'temporal-polyfill'
import { bringInSample } from '../../bot/bring-in-sample.ts'
import { clockOf } from '../../bot/clock.ts'
import { offersInTeams } from '../../bot/hand-over.ts'
import { cardInWords } from '../../cards/card-in-words.ts'
import type { Person } from '../../domain/staff.ts'
import { world } from './cases-in-chat.ts'
import { stepInCompany } from './conversation-in-company.ts'
import type { SeenMessage } from './fake-teams.ts'
import { consentFor } from './file-consents.ts'
import { anOffice, inTeams, type Office } from './office.ts'
import { officePeople } from './people.ts'

/**
 * A whole conversation kept as a text that a person can read. Lines at the margin are what people do; indented lines are
 * what they get. Played again, it has to come out the same, to the letter.
 *
 *     Priya: reflective with Aisha on Friday, 45 mins
 *     Priya presses “Save” with answer.learned = Ask sooner; minutes = 50
 *     Priya presses “Save” again
 *     (the service is stopped and started)
 *     (Aisha installs the assistant)
 *     Aisha allows the file
 *     (Priya, Aisha and Tom are in the group chat)
 *     Priya in the group chat: everyone to read the policy
 *     Tom presses “I have done it” in the group chat
 *     Tom looks at the group chat
 *
 * A text that begins with “# In the sample world.” is about its people and cases.
 */
export async function playConversation(file: string): Promise<void> {
  const text = readFileSync(file, 'utf8')
  const people = text.startsWith(sampleLine) ? world.people : officePeople
  const office = await anOffice({
    people,
    giveFiles: (config, state, mint) => offersInTeams({ state, mint, now: config.clock }),
  })
  try {
    if (people === world.people)
      await bringInSample(
        office.service().store,
        clockOf(() => now),
      )
    const played = await play(text, office, people)
    if (process.env.UPDATE_GOLDEN !== undefined) writeFileSync(file, played)
    else assert.equal(played, text)
  } finally {
    await office.close()
  }
}

/** The first line of a conversation among the people of the sample world, with what they have held. */
const sampleLine = '# In the sample world.'
const now = Temporal.Instant.from('2026-11-22T10:00:00Z')

async function play(text: string, office: Office, people: readonly Person[]): Promise<string> {
  const lines: string[] = []
  const seen = new Map<string, string>()
  for (const line of text.split('\n')) {
    if (line.startsWith('  ') || (line === '' && lines.at(-1) === '')) continue
    lines.push(line)
    if (line === '' || line.startsWith('#')) continue
    const answer = await step(line, office, people)
    if (answer !== undefined) lines.push(...indented(`→ ${answer}`))
    await settled(office)
    for (const person of people) {
      const name = firstName(person)
      lines.push(
        ...newIn(office.teams.seenBy(inTeams(person)), `${name} gets:`, `${name} sees a card change to:`, seen),
      )
    }
    const inChat = office.teams.seenInCompany('groupChat')
    lines.push(...newIn(inChat, 'The group chat gets:', 'A card in the group chat changes to:', seen))
  }
  return lines.join('\n')
}

async function step(line: string, office: Office, people: readonly Person[]): Promise<string | undefined> {
  const { teams } = office
  if (line === '(the service is stopped and started)') return void (await office.restart())
  const inCompany = await stepInCompany(line, office, (name) => personCalled(name, people))
  if (inCompany !== undefined) return inCompany.answer
  const installs = /^\((\w+) installs the assistant\)$/.exec(line)
  if (installs) return void (await teams.install(inTeams(personCalled(installs[1], people))))
  const says = /^(\w+): (.*)$/.exec(line)
  if (says) return void (await teams.say(inTeams(personCalled(says[1], people)), says[2] ?? ''))
  const presses = /^(\w+) presses “([^”]+)”(?: with (.*))?$/.exec(line)
  if (presses) {
    const user = inTeams(personCalled(presses[1], people))
    const title = presses[2] ?? ''
    const card = teams
      .seenBy(user)
      .findLast((message) => message.card && JSON.stringify(message.card).includes(`"title":"${title}"`))
    assert.ok(card, `Nobody showed ${presses[1]} a button “${title}”.`)
    const typed = Object.fromEntries(
      (presses[3] ?? '')
        .split('; ')
        .filter(Boolean)
        .map((pair) => pair.split(' = ')),
    )
    const { status, body } = await teams.press(user, card, title, typed)
    assert.equal(status, 200)
    const { type, value } = body as { type: string; value: unknown }
    return type.endsWith('message') ? String(value) : undefined
  }
  const answersFile = /^(\w+) (allows|declines) the file$/.exec(line)
  if (answersFile) {
    const user = inTeams(personCalled(answersFile[1], people))
    const offer = teams.seenBy(user).findLast(({ file }) => file?.contentType.endsWith('consent'))
    assert.ok(offer, `Nobody offered ${answersFile[1]} a file.`)
    const { body } = await teams.post(
      consentFor(teams, user, offer, answersFile[2] === 'allows' ? 'accept' : 'decline'),
    )
    return String((body as { value: unknown }).value)
  }
  throw new Error(`I do not know what to do with the line “${line}”.`)
}

/** What happens after an answer, such as changing older cards, is waited for by its effect: the log of calls grows no more. */
async function settled(office: Office): Promise<void> {
  await office.service().idle()
}

function newIn(messages: readonly SeenMessage[], gets: string, changes: string, seen: Map<string, string>): string[] {
  const lines: string[] = []
  for (const message of messages) {
    const now = inWords(message)
    const before = seen.get(message.id)
    if (before === now) continue
    seen.set(message.id, now)
    lines.push(...indented(before === undefined ? gets : changes), ...indented(now, '    | '))
  }
  return lines
}

function inWords(message: SeenMessage): string {
  if (message.file !== undefined) return `[${message.summary}]\n(file ${message.file.name})`
  return message.card === undefined ? (message.text ?? '') : `[${message.summary}]\n${cardInWords(message.card)}`
}

function indented(text: string, by = '  '): string[] {
  return text.split('\n').map((line) => `${by}${line}`.trimEnd())
}

const firstName = (person: Person) => person.name.split(' ')[0] ?? ''

function personCalled(name: string | undefined, people: readonly Person[]): Person {
  const person = people.find((candidate) => firstName(candidate) === name)
  assert.ok(person, `Nobody in the office is called ${name}.`)
  return person
}
