import assert from 'node:assert/strict'
import { cardInWords } from '../../cards/card-in-words.ts'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { aisha, priya } from '../support/people.ts'
import { answerOf, aReviewCard, aSessionToSign, wholeSentence } from '../support/sessions-in-chat.ts'
import { whatIsKept } from '../support/what-is-kept.ts'

const manager = inTeams(priya)
const practitioner = inTeams(aisha)

describe('The same thing again', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
  })
  afterEach(() => office.close())

  const kept = (table: string) => whatIsKept(office.dataDir)[table] ?? []
  const saying = (text: string) => office.teams.activity(manager, { type: 'message', text })
  const settled = () => office.service().idle()

  for (const restarted of [false, true]) {
    const when = restarted ? ', also after a restart' : ''

    it(`a message brought twice is taken with 200 and nothing is sent again${when}`, async () => {
      const { teams } = office
      const message = saying('reflective with Aisha on Friday, 45 mins')
      assert.deepEqual(await teams.post(message), { status: 200, body: undefined })
      await settled()
      const calls = teams.calls.length
      const before = whatIsKept(office.dataDir)
      if (restarted) await office.restart()
      assert.deepEqual(await teams.post(message), { status: 200, body: undefined })
      await settled()
      assert.equal(teams.calls.length, calls)
      assert.deepEqual(whatIsKept(office.dataDir), before)
    })

    it(`a press brought twice gets the first answer, byte for byte, and has one effect${when}`, async () => {
      const { teams } = office
      const press = teams.pressFor(manager, await aReviewCard(office), 'Save')
      const first = await teams.postForText(press)
      await settled()
      const calls = teams.calls.length
      const before = whatIsKept(office.dataDir)
      if (restarted) await office.restart()
      assert.deepEqual(await teams.postForText(press), first)
      await settled()
      assert.equal(teams.calls.length, calls)
      assert.deepEqual(whatIsKept(office.dataDir), before)
      assert.match(first.text, /Recorded/)
    })

    it(`a button pressed again, on an older copy and with other inputs, gets the first answer${when}`, async () => {
      const { teams } = office
      await teams.say(manager, 'reflective with Aisha on Friday, 45 mins, theme: boundaries. learned: ask sooner')
      const form = teams.lastCard(manager)
      assert.ok(form)
      const older = structuredClone(form)
      const first = await teams.postForText(
        teams.pressFor(manager, form, 'Save', { 'answer.change': 'A plan for each visit' }),
      )
      await settled()
      if (restarted) await office.restart()
      const others = { 'answer.change': 'Something else entirely', minutes: '60', heldOn: '2026-11-02' }
      assert.deepEqual(await teams.postForText(teams.pressFor(manager, older, 'Save', others)), first)
      await settled()
      const [session, ...more] = kept('session')
      assert.deepEqual([more.length, session?.minutes, session?.held_on], [0, 45, '2026-11-20'])
      assert.doesNotMatch(JSON.stringify(kept('draft')), /entirely/)
    })

    it(`“I agree”, and then “Ask for a change” on another copy: the first stands and is shown${when}`, async () => {
      const { teams } = office
      const { id, card } = await aSessionToSign(office)
      const copy = structuredClone(card)
      const agreed = await teams.press(practitioner, card, 'I agree')
      await settled()
      if (restarted) await office.restart()
      const calls = teams.calls.length
      const second = answerOf(
        await teams.press(practitioner, copy, 'Ask for a change', { words: 'It was on Thursday, not Friday' }),
      )
      await settled()
      assert.deepEqual(second, answerOf(agreed))
      assert.match(second.card ? cardInWords(second.card) : '', /You agreed/)
      assert.equal((await office.service().store.supervisions.byId(id))?.signOff?.outcome, 'agreed')
      assert.equal(kept('sign_off').length, 1)
      // The card in front of the signer may be put right again, but the logger is not told twice.
      assert.deepEqual(
        teams.calls.slice(calls).filter((call) => call.kind !== 'update'),
        [],
      )
    })
  }

  it('twenty copies of a message at once open one draft and send one card', async () => {
    const message = saying(wholeSentence())
    const answers = await Promise.all(Array.from({ length: 20 }, () => office.teams.post(message)))
    assert.deepEqual(new Set(answers.map((answer) => answer.status)), new Set([200]))
    await settled()
    assert.equal(office.teams.triedTowards(manager).length, 1)
    assert.equal(kept('draft').length, 1)
  })

  it('twenty copies of a press at once record one session, ask once, and all get the same answer', async () => {
    const { teams } = office
    await teams.say(practitioner, 'hello')
    const asked = teams.triedTowards(practitioner).length
    const press = teams.pressFor(manager, await aReviewCard(office), 'Save')
    const answers = await Promise.all(Array.from({ length: 20 }, () => teams.postForText(press)))
    await settled()
    assert.deepEqual(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size, 1)
    assert.equal(kept('session').length, 1)
    assert.equal(kept('notice').length, 1)
    assert.equal(teams.triedTowards(practitioner).length - asked, 1)
    assert.deepEqual(
      kept('audit_entry').map((entry) => entry.event),
      ['staff.imported', 'draft.opened', 'session.recorded'],
    )
  })

  it('twenty presses of one button, each by itself, sign once and tell the logger once', async () => {
    const { teams } = office
    const { card } = await aSessionToSign(office)
    const told = teams.triedTowards(manager).length
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => teams.postForText(teams.pressFor(practitioner, card, 'I agree'))),
    )
    await settled()
    assert.equal(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size, 1)
    assert.equal(kept('sign_off').length, 1)
    assert.equal(teams.triedTowards(manager).length - told, 1)
  })

  it('two devices that save one draft at once with different inputs record one of them, and both see that one', async () => {
    const { teams } = office
    await teams.say(manager, 'reflective with Aisha on Friday, theme: boundaries. learned: ask sooner')
    const form = teams.lastCard(manager)
    assert.ok(form)
    const devices = ['30', '60'].map((minutes) =>
      teams.pressFor(manager, form, 'Save', { minutes, 'answer.change': `A plan of ${minutes} minutes` }),
    )
    const [one, other] = await Promise.all(devices.map((press) => teams.postForText(press)))
    await settled()
    assert.equal(one?.text, other?.text)
    const [session, ...more] = kept('session')
    assert.equal(more.length, 0)
    assert.match(JSON.stringify(session?.answers), new RegExp(`A plan of ${session?.minutes} minutes`))
  })

  it('a save with something missing is no effect: the same button works once the rest is there', async () => {
    const { teams } = office
    await teams.say(manager, 'reflective with Aisha on Friday, 45 mins, theme: boundaries. learned: ask sooner')
    const form = teams.lastCard(manager)
    assert.ok(form)
    await teams.press(manager, form, 'Save')
    assert.deepEqual(kept('session'), [])
    const { card } = answerOf(await teams.press(manager, form, 'Save', { 'answer.change': 'A plan for each visit' }))
    assert.match(card ? cardInWords(card) : '', /Recorded/)
    assert.equal(kept('session').length, 1)
  })

  it('cancel and then save on an older copy records nothing', async () => {
    const { teams } = office
    const review = await aReviewCard(office)
    const copy = structuredClone(review)
    await teams.press(manager, review, 'Cancel')
    const { card } = answerOf(await teams.press(manager, copy, 'Save'))
    assert.match(card ? cardInWords(card) : '', /cancelled/i)
    assert.deepEqual(kept('session'), [])
  })

  it('save and then cancel on an older copy leaves the session and shows it', async () => {
    const { teams } = office
    const review = await aReviewCard(office)
    const copy = structuredClone(review)
    await teams.press(manager, review, 'Save')
    const { card } = answerOf(await teams.press(manager, copy, 'Cancel'))
    assert.match(card ? cardInWords(card) : '', /Aisha Khan has been asked to agree|waiting|Recorded/i)
    assert.equal(kept('session').length, 1)
  })

  it('an agreement that arrives after the correction signs nothing, and says that it was corrected', async () => {
    const { teams } = office
    const { id, card, saved } = await aSessionToSign(office)
    const late = teams.pressFor(practitioner, structuredClone(card), 'I agree')
    const receipt = { ...card, id: 'receipt', card: answerOf(saved).card }
    const correct = await teams.post(teams.pressFor(manager, receipt, 'Correct it'))
    assert.equal(correct.status, 200)
    const form = teams.lastCard(manager)
    assert.ok(form)
    await teams.press(manager, form, 'Save', { minutes: '50' })
    const answer = answerOf(await teams.post(late))
    assert.match(answer.card ? cardInWords(answer.card) : '', /correct/i)
    assert.equal((await office.service().store.supervisions.byId(id))?.signOff, undefined)
    assert.equal(kept('sign_off').length, 0)
  })

  it('“act as” brought twice is answered once', async () => {
    const message = saying('act as Aisha Khan')
    await office.teams.post(message)
    await office.teams.post(message)
    assert.equal(office.teams.triedTowards(manager).length, 1)
  })

  it('a press that shows a card below shows it once however often it is brought', async () => {
    const { teams } = office
    const press = teams.pressActivity(manager, 'suggestion.try', { what: 'help' })
    const answers = await Promise.all(Array.from({ length: 5 }, () => teams.postForText(press)))
    assert.equal(new Set(answers.map(({ text }) => text)).size, 1)
    assert.equal(teams.triedTowards(manager).length, 1)
  })
})
