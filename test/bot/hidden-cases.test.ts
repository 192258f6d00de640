import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { sampleWorld } from '../../backend/sample/sample-world.ts'
import type { Card } from '../../cards/card.ts'
import { cardInWords } from '../../cards/card-in-words.ts'
import { Crn, IsoDate } from '../../domain/ids.ts'
import { draftCorrecting } from '../../domain/session-from-draft.ts'
import type { Person } from '../../domain/staff.ts'
import { aBooking } from '../support/bookings.ts'
import { day } from '../support/days.ts'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { aDraft, aSession, at, draftId, note, sessionId } from '../support/records.ts'
import { answerOf } from '../support/sessions-in-chat.ts'
import { talking } from '../support/talking.ts'

const world = sampleWorld(day('2026-11-22'))
const [priya, aisha, tom] = ['Priya Nair', 'Aisha Khan', 'Tom Okafor'].map((name) =>
  world.people.find((person) => person.name === name),
) as [Person, Person, Person]
/** Aisha alone may see it. */
const crn = 'X569009'
const hidden = /X\s?569009/i
const guid = (number: number) => `00000000-0000-4000-8000-0000000000e${number}`

describe('A case that only Aisha may see', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice({ people: world.people })
    for (const person of [priya, aisha, tom]) await office.teams.say(inTeams(person), 'hello')
  })
  afterEach(() => office.close())

  const { answerTo, kept } = talking(() => office)
  const say = (person: Person, text: string) => answerTo(text, inTeams(person))
  const press = async (person: Person, verb: string, data: Record<string, unknown>) => {
    const { says, card } = answerOf(await office.teams.post(office.teams.pressActivity(inTeams(person), verb, data)))
    await office.service().idle()
    if (card !== undefined) return cardInWords(card)
    return says === 'Shown below.' ? cardInWords(office.teams.lastCard(inTeams(person))?.card as Card) : (says ?? '')
  }
  /** Everything that went out to somebody, also what was changed since. */
  const sentTo = (person: Person) => {
    const chats = office.teams.seenBy(inTeams(person)).map(({ conversationId }) => encodeURIComponent(conversationId))
    const sent = office.teams.calls.filter(({ path }) => chats.some((chat) => path.includes(chat)))
    assert.ok(sent.length > 1)
    return JSON.stringify(sent.map(({ body }) => body))
  }
  const copyOf = async (person: Person, words: string) => {
    const file = /in the file (\S+) on this machine/.exec(await say(person, words))?.[1] ?? ''
    return readFileSync(file, 'utf8')
  }
  const session = (number: number, of: Person, rest: object) =>
    office.service().store.supervisions.record(
      aSession(number, {
        practitioner: of.staffCode,
        supervisor: priya.staffCode,
        loggedBy: priya.staffCode,
        crns: [],
        ...rest,
      }),
      note(),
    )

  it('is in no action that Priya or Tom are shown, in its words or a reason', async () => {
    await press(aisha, 'action.add', { action: guid(1), owner: priya.staffCode, text: `Ring the court about\n${crn}` })
    await press(priya, 'action.add', { action: guid(2), owner: aisha.staffCode, text: 'Finish the refresher' })
    const more = { action: guid(2), due: '2026-12-10', reason: `x 569009 has a hearing, ${crn.toLowerCase()}` }
    assert.match(await press(aisha, 'action.ask-more-time', more), hidden)
    const shown = [
      await say(priya, 'my actions'),
      await say(priya, 'what is waiting for me?'),
      await say(priya, 'what actions does Aisha Khan have?'),
      await press(priya, 'action.show', { action: guid(1) }),
      await press(priya, 'action.options', { action: guid(1) }),
      await press(priya, 'action.show', { action: guid(2) }),
      await press(priya, 'action.agree-more-time', { action: guid(2) }),
      await say(priya, `done with ${crn}`),
      await press(priya, 'action.confirm', { action: guid(1) }),
    ]
    await press(aisha, 'action.hand-on', { action: guid(2), to: tom.staffCode })
    await press(aisha, 'action.add', { action: guid(3), owner: aisha.staffCode, text: `Visit ${crn}` })
    await press(aisha, 'action.hand-on', { action: guid(3), to: tom.staffCode })
    shown.push(await say(tom, 'my actions'), await press(tom, 'action.show', { action: guid(2) }))
    shown.push(await press(tom, 'action.show', { action: guid(3) }))
    for (const answer of shown) assert.doesNotMatch(answer, hidden)
    assert.match(shown[0] ?? '', /access is restricted/)
    assert.match(shown[3] ?? '', /access is restricted/)
    assert.match(shown[5] ?? '', /access is restricted/)
    assert.match(shown.at(-1) ?? '', /access is restricted/)
    for (const person of [priya, tom]) assert.doesNotMatch(sentTo(person), hidden)
    assert.match(await press(aisha, 'action.show', { action: guid(1) }), hidden)
    for (const words of ['give me a copy', 'give me a copy as data']) {
      assert.doesNotMatch(await copyOf(priya, words), hidden)
      assert.match(await copyOf(priya, words), /access is restricted/)
      assert.doesNotMatch(await copyOf(tom, words), hidden)
      assert.match(await copyOf(aisha, words), hidden)
    }
    assert.match(JSON.stringify(kept('action')), hidden, 'what is kept stays as it was written')
  })

  it('is in no reason of a booking or of a draw that Priya is shown', async () => {
    const booking = aBooking(1, {
      practitioner: aisha.staffCode,
      supervisor: priya.staffCode,
      bookedBy: priya.staffCode,
      on: day('2026-11-26'),
    })
    await office.service().store.bookings.bringIn([booking])
    assert.match(await press(aisha, 'booking.cancel', { booking: booking.id, words: `Court for ${crn}` }), hidden)
    assert.match(await press(priya, 'booking.show', { booking: booking.id }), /Court for access is restricted/)
    await say(priya, 'draw a case for Aisha Khan’s RCAT')
    const [draw] = kept('case_draw')
    const again = await press(priya, 'draw.again', { draw: draw?.id, words: `I know it from ${crn}` })
    assert.match(again, /I know it from access is restricted/)
    assert.match(await press(priya, 'draw.show-fair', { draw: kept('case_draw').at(-1)?.id }), /Case/)
    assert.doesNotMatch(sentTo(priya), hidden)
    const last = kept('case_draw').find(({ because }) => because !== null)
    assert.match(await press(aisha, 'draw.show-fair', { draw: last?.id }), hidden)
  })

  it('is on no form that Priya is given: not as an objective, and not to correct', async () => {
    const answers = { 'objective-1': `Finish the plan of ${crn}`, 'objective-2': 'Lead a briefing' }
    await session(1, aisha, { kinds: ['performance'], answers, privateAnswers: {} })
    const corrected = await press(priya, 'session.correct', { session: sessionId(1) })
    assert.match(corrected, /so you cannot correct it/)
    assert.deepEqual(kept('draft'), [])
    await say(priya, 'performance with Aisha Khan on Friday')
    const draft = String(kept('draft').at(-1)?.body)
    assert.match(draft, /Lead a briefing/)
    assert.doesNotMatch(draft, /569009|restricted/)
    assert.doesNotMatch(sentTo(priya), hidden)
  })

  it('is on no card of a correction that Priya began while she could still see it, and the correction is not saved', async () => {
    await session(1, aisha, {
      crns: [crn],
      answers: { theme: `Boundaries with ${crn}`, learned: 'Ask', change: 'A plan' },
    })
    const recorded = await office.service().store.supervisions.byId(sessionId(1))
    assert.ok(recorded)
    const draft = draftCorrecting(recorded, draftId(5))
    await office.service().store.drafts.open(draft, at(0), note('draft.opened'))
    const answers = [
      await press(priya, 'supervision.resume', { draft: draft.id }),
      await say(priya, 'change the minutes to 50'),
      await say(priya, 'show me the form'),
      await press(priya, 'supervision.edit', { draft: draft.id }),
      await press(priya, 'supervision.save', { draft: draft.id, minutes: 'long' }),
      await press(priya, 'supervision.save', { draft: draft.id }),
    ]
    for (const answer of answers) assert.match(answer, /cannot correct it/)
    assert.doesNotMatch(sentTo(priya), hidden)
    assert.equal(kept('session').length, 1)
  })

  it('is on no card of a session that Priya began to log, and stays in what she wrote of it', async () => {
    const theme = `Boundaries with ${crn}`
    const draft = aDraft(6, {
      by: priya.staffCode,
      other: aisha.staffCode,
      kinds: ['reflective'],
      heldOn: IsoDate.parse('2026-11-20'),
      minutes: 45,
      crns: [Crn.parse(crn)],
      answers: { theme, learned: 'Ask sooner', change: 'A plan' },
    })
    await office.service().store.drafts.open(draft, at(0), note('draft.opened'))
    const form = await press(priya, 'supervision.resume', { draft: draft.id })
    assert.match(form, /Boundaries with access is restricted/)
    assert.match(await say(priya, 'change the minutes to 50'), /Boundaries with access is restricted/)
    const other = { 'answer.learned': 'Ask at once', 'answer.change': 'A plan' }
    assert.match(await press(priya, 'supervision.save', { draft: draft.id, ...other, minutes: '4' }), /A session lasts/)
    await press(priya, 'supervision.save', { draft: draft.id, ...other })
    const [row] = kept('session')
    assert.deepEqual(JSON.parse(String(row?.answers)), { theme, learned: 'Ask at once', change: 'A plan' })
    assert.deepEqual(JSON.parse(String(row?.crns)), [crn])
    assert.doesNotMatch(sentTo(priya), hidden)
  })

  it('is in no copy of Tom’s record: not in notes, a line, or a list', async () => {
    await session(1, tom, {
      crns: [crn],
      answers: { theme: `First line\n${crn}` },
      privateAnswers: { wellbeing: crn },
      reflection: { rating: 'yes', line: `Because of ${crn}` },
    })
    const draft = aDraft(3, { by: tom.staffCode, answers: { theme: `First line\n${crn}` }, crns: [Crn.parse(crn)] })
    await office.service().store.drafts.open(draft, at(0), note('draft.opened'))
    await session(2, aisha, { crns: [crn], answers: { theme: `First line\n${crn}` } })
    for (const words of ['give me a copy', 'give me a copy as data']) {
      const toms = await copyOf(tom, words)
      assert.doesNotMatch(toms, hidden)
      assert.match(toms, /First line/)
      assert.match(await copyOf(aisha, words), hidden)
    }
  })
})
