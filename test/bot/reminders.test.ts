import assert from 'node:assert/strict'
import { cardInWords } from '../../cards/card-in-words.ts'
import type { Person } from '../../domain/staff.ts'
import type { KindId } from '../../domain/supervision-kind.ts'
import { book, wordsOf } from '../support/bookings-in-chat.ts'
import { day } from '../support/days.ts'
import type { SeenMessage } from '../support/fake-teams.ts'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { aisha, officePeople, priya, ruth, tom } from '../support/people.ts'
import { aSession, sessionId } from '../support/records.ts'
import { answerOf, titlesOn } from '../support/sessions-in-chat.ts'

describe('Reminders', () => {
  let office: Office
  const seen = new Map<string, number>()

  /** The service runs from this moment on: everybody who is due something by then gets it. */
  async function at(now: string): Promise<void> {
    await office.restart(now)
    office.service().sweep()
    await office.service().idle()
  }
  /** What somebody got since it was looked at last. */
  function newTo(person: Person): SeenMessage[] {
    const all = office.teams.seenBy(inTeams(person))
    const before = seen.get(person.staffCode) ?? 0
    seen.set(person.staffCode, all.length)
    return all.slice(before)
  }
  const newWords = (person: Person) => newTo(person).map(wordsOf)
  const forgetAll = () => officePeople.forEach(newTo)
  async function anOfficeAt(now: string): Promise<void> {
    office = await anOffice({ now })
    for (const person of officePeople) await office.teams.install(inTeams(person))
    forgetAll()
  }
  const held = (number: number, heldOn: string, ...kinds: KindId[]) =>
    aSession(number, {
      ...{ id: sessionId(number), practitioner: aisha.staffCode, supervisor: priya.staffCode },
      ...{ loggedBy: priya.staffCode, heldOn: day(heldOn), kinds },
    })

  beforeEach(() => seen.clear())
  afterEach(() => office.close())

  it('bring a line manager one digest at half past eight, with a button for each person, and nothing before or again', async () => {
    await anOfficeAt('2026-11-23T05:00:00Z')
    await at('2026-11-23T06:00:00Z')
    await at('2026-11-23T08:29:00Z')
    assert.deepEqual(newWords(priya), [])
    await at('2026-11-23T08:30:00Z')
    const [digest, ...more] = newTo(priya)
    assert.deepEqual(more, [])
    assert.match(wordsOf(digest), /# Overdue in your team[\s\S]*Aisha Khan\n▲[\s\S]*Tom Okafor\n▲/)
    assert.deepEqual(titlesOn(digest?.card), ['Aisha Khan', 'Book', 'Tom Okafor', 'Book'])
    await at('2026-11-23T08:45:00Z')
    assert.deepEqual(newWords(priya), [])
    await office.teams.say(inTeams(aisha), 'who has looked at my record?')
    assert.match(newWords(aisha).join('\n'), /Priya Nair/)
  })

  it('tell both once, in good time, of a reflective session, on its day of the booking, and never again', async () => {
    await anOfficeAt('2026-12-16T10:00:00Z')
    const { supervisions } = office.service().store
    await supervisions.bringIn([held(1, '2026-12-01', 'monthly', 'performance', 'rcat')])
    await at('2026-12-17T09:00:00Z')
    const [first] = newWords(aisha)
    assert.match(first ?? '', /To book: Reflective session\nBy Thursday 31 December 2026: 14 days left/)
    assert.equal(newWords(priya).filter((words) => /Reflective session, Aisha Khan/.test(words)).length, 1)
    await at('2026-12-18T09:00:00Z')
    assert.deepEqual(newWords(aisha), [])
    await book(office, 'book a reflective with Aisha on Monday at 2')
    forgetAll()
    await at('2026-12-21T09:00:00Z')
    assert.match(newWords(aisha).join('\n'), /Today: Reflective session[\s\S]*Priya Nair/)
    assert.match(newWords(priya).join('\n'), /Today: Reflective session[\s\S]*Aisha Khan/)
    await office.service().store.supervisions.bringIn([held(2, '2026-12-21', 'reflective')])
    await at('2026-12-29T09:00:00Z')
    assert.deepEqual(newWords(aisha), [])
    assert.equal(newWords(priya).filter((words) => /Aisha Khan/.test(words) && /To book/.test(words)).length, 0)
  })

  it('make up for what was missed with the latest that is still true, after five days down', async () => {
    await anOfficeAt('2026-11-23T05:00:00Z')
    await at('2026-11-23T06:00:00Z')
    await at('2026-11-30T10:00:00Z')
    const words = newWords(priya)
    assert.equal(words.filter((one) => /# Overdue in your team\nMonday 30 November 2026/.test(one)).length, 1)
    assert.equal(words.length, 2)
    assert.deepEqual(
      newWords(aisha).map((one) => /today is the last day|\d+ days? left/.exec(one)?.[0]),
      ['today is the last day'],
    )
    const kept = await office.service().store.outbox.ofPerson(priya.staffCode, 100)
    const stale = kept.filter(({ dueAt }) => dueAt.toString() < '2026-11-24')
    assert.deepEqual([...new Set(stale.map(({ outcome, why }) => `${outcome} ${why}`))].sort(), [
      'dropped another-step',
      'dropped not-today',
    ])
    assert.match(
      await (await fetch(`${office.service().url}/metrics`)).text(),
      /reminders_total{outcome="dropped",why="not-today"} \d/,
    )
  })

  it('wait for the next working day where it is late, or a weekend', async () => {
    await anOfficeAt('2026-11-27T05:00:00Z')
    for (const quiet of [
      '2026-11-27T18:00:00Z',
      '2026-11-28T10:00:00Z',
      '2026-11-29T10:00:00Z',
      '2026-11-30T07:59:00Z',
    ])
      await at(quiet)
    for (const person of officePeople) assert.deepEqual(newWords(person), [])
    await at('2026-11-30T08:30:00Z')
    assert.match(newWords(priya).join('\n'), /# Overdue in your team\nMonday 30 November 2026/)
  })

  it('go to whoever covers, when a line manager says in the morning that they are away', async () => {
    await anOfficeAt('2026-11-23T05:00:00Z')
    await at('2026-11-23T06:00:00Z')
    await office.teams.say(inTeams(priya), 'I am on leave from today to Friday, Ruth covers')
    await office.teams.press(inTeams(priya), office.teams.lastCard(inTeams(priya)) as SeenMessage, 'Save')
    await office.service().idle()
    forgetAll()
    await office.restart('2026-11-23T08:30:00Z')
    await office.service().deliver()
    assert.deepEqual(newWords(priya), [])
    assert.match(newWords(ruth).join('\n'), /You cover for Priya Nair\.\nAisha Khan/)
  })

  it('leave somebody alone in the middle of a dialog, and come when it is over', async () => {
    await anOfficeAt('2026-11-23T05:00:00Z')
    await at('2026-11-23T08:25:00Z')
    await office.teams.say(inTeams(priya), 'reflective with Aisha on Friday')
    forgetAll()
    await at('2026-11-23T08:30:00Z')
    assert.deepEqual(newWords(priya), [])
    await office.teams.say(inTeams(priya), 'cancel')
    forgetAll()
    await at('2026-11-23T08:41:00Z')
    assert.match(newWords(priya).join('\n'), /# Overdue in your team/)
  })

  it('that are put off come once more on their day, and a pause ends by itself', async () => {
    await anOfficeAt('2026-11-23T05:00:00Z')
    await at('2026-11-23T09:00:00Z')
    const [card] = newTo(aisha)
    assert.ok(card)
    await office.teams.press(inTeams(aisha), card, 'Put it off', { until: 'tomorrow' })
    await office.teams.say(inTeams(tom), 'pause my reminders until Thursday')
    forgetAll()
    await at('2026-11-24T09:00:00Z')
    assert.match(newWords(aisha).join('\n'), /To book: Monthly session[\s\S]*6 days left/)
    await at('2026-11-25T09:00:00Z')
    assert.deepEqual([...newWords(aisha), ...newWords(tom)], [])
    await at('2026-11-27T09:00:00Z')
    assert.equal(newWords(aisha).length, 1)
    assert.match(newWords(tom).join('\n'), /To book: Monthly session[\s\S]*3 days left/)
  })

  it('of a window that is left out end for whoever said so, and the line manager reads why', async () => {
    await anOfficeAt('2026-11-23T05:00:00Z')
    await at('2026-11-23T09:00:00Z')
    const [card] = newTo(aisha)
    assert.ok(card)
    newTo(priya)
    await office.teams.press(inTeams(aisha), card, 'Not this window', { reason: 'On secondment' })
    await office.service().idle()
    assert.match(newWords(priya).join('\n'), /Not this window[\s\S]*Aisha Khan[\s\S]*On secondment/)
    forgetAll()
    await at('2026-11-27T09:00:00Z')
    assert.deepEqual(newWords(aisha), [])
    assert.match(newWords(priya).join('\n'), /To book: Monthly session, Aisha Khan/)
  })

  it('of somebody who is played in practice come into the chat of who plays them, and can be answered there', async () => {
    office = await anOffice({ now: '2026-11-23T05:00:00Z' })
    await office.teams.install(inTeams(priya))
    await at('2026-11-23T09:00:00Z')
    await office.teams.say(inTeams(priya), 'act as Aisha Khan')
    newTo(priya)
    await office.service().deliver()
    const [card, ...more] = newTo(priya)
    assert.ok(card)
    assert.equal(more.length, 0)
    assert.match(wordsOf(card), /To book: Monthly session\n[\s\S]*this is your own supervision/)
    const pressed = answerOf(await office.teams.press(inTeams(priya), card, 'Put it off', { until: 'tomorrow' }))
    assert.match(pressed.card ? cardInWords(pressed.card) : '', /Put off[\s\S]*Tuesday 24 November 2026 at 09:00/)
  })
})
