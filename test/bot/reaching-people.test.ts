import assert from 'node:assert/strict'
import { setImmediate } from 'node:timers/promises'
import { cardInWords } from '../../cards/card-in-words.ts'
import type { Call, Fault, TeamsUser } from '../support/fake-teams.ts'
import { freePort } from '../support/free-port.ts'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { aisha, priya, tom } from '../support/people.ts'
import { answerOf, aReviewCard, titlesOn, wholeSentence } from '../support/sessions-in-chat.ts'
import { whatIsKept } from '../support/what-is-kept.ts'

const manager = inTeams(priya)
const practitioner = inTeams(aisha)
const short = { send: 400, reach: 200, withinPress: 120, finish: 2000 }

const refusal = (status: number, code: string, headers?: Record<string, string>): Fault => ({
  status,
  body: { error: { code, message: 'No.' } },
  headers,
})

/** What happens to calls about one person's chat, be it known or to be opened. */
function towards(office: Office, user: TeamsUser, fault: Fault): (call: Call) => Fault | undefined {
  const chat = office.teams.activity(user, {}).conversation as { id: string }
  return (call) => {
    const opens = call.kind === 'open chat' && JSON.stringify(call.body).includes(user.entraObjectId)
    return opens || call.path.includes(encodeURIComponent(chat.id)) ? fault : undefined
  }
}

async function outcomeKept(office: Office): Promise<unknown> {
  await office.service().idle()
  return whatIsKept(office.dataDir).notice?.map(({ state, attempts, last_outcome }) => [state, attempts, last_outcome])
}

const cardsToSign = (office: Office, user: TeamsUser) =>
  office.teams.seenBy(user).filter((message) => titlesOn(message.card).includes('I agree'))

describe('Asking the other person', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice({ deadlines: short })
  })
  afterEach(() => office.close())

  /** Aisha has written before; her chat then fails; Priya saves a session with her. Gives what the logger's card says. */
  async function saveWhile(fault: Fault): Promise<string> {
    const { teams } = office
    await teams.say(manager, 'hello')
    await teams.say(practitioner, 'hello')
    const review = await aReviewCard(office)
    teams.fails(towards(office, practitioner, fault))
    teams.calls.length = 0
    const { card } = answerOf(await teams.press(manager, review, 'Save'))
    assert.ok(card)
    return cardInWords(card)
  }

  const faults: [string, Fault, string][] = [
    ['403, not installed', refusal(403, 'BotNotInConversationRoster'), 'not-installed'],
    ['403, blocked', refusal(403, 'ConversationBlockedByUser'), 'blocked'],
    [
      '403, blocked, in the older words',
      { status: 403, body: { errorCode: 209, message: '{"subCode":"MessageWritesBlocked"}' } },
      'blocked',
    ],
    ['403 alone', { status: 403 }, 'not-installed'],
    ['404', refusal(404, 'ConversationNotFound'), 'not-installed'],
    ['412', refusal(412, 'PreconditionFailed'), 'failed'],
    ['413', refusal(413, 'MessageSizeTooBig'), 'too-big'],
    ['429 and when to come back', refusal(429, 'Throttled', { 'retry-after': '1' }), 'throttled'],
    ['429', refusal(429, 'Throttled'), 'throttled'],
    ['500', refusal(500, 'ServiceError'), 'failed'],
    ['502', refusal(502, 'BadGateway'), 'unknown'],
    ['503', refusal(503, 'ServiceUnavailable'), 'failed'],
    ['504', refusal(504, 'GatewayTimeout'), 'unknown'],
    ['a broken connection', 'reset', 'unknown'],
    ['no answer', 'hang', 'unknown'],
  ]
  for (const [what, fault, outcome] of faults) {
    it(`${what}: the session is saved once, tried once, the logger is told, and the person gets it when they write`, async () => {
      const { teams } = office
      assert.match(
        await saveWhile(fault),
        /I could not reach Aisha Khan in Teams yet\. The session is saved and waits for them/,
      )
      assert.deepEqual(await outcomeKept(office), [['waiting', 1, outcome]])
      assert.equal(teams.triedTowards(practitioner).length, 1)
      assert.equal(whatIsKept(office.dataDir).session?.length, 1)

      teams.fails(() => undefined)
      await teams.say(practitioner, 'hello')
      assert.deepEqual(await outcomeKept(office), [['delivered', 2, 'delivered']])
      assert.equal(cardsToSign(office, practitioner).length, 1)

      await teams.say(practitioner, 'hello')
      await office.service().idle()
      assert.equal(cardsToSign(office, practitioner).length, 1)
    })
  }

  it('the person also gets it when they install, or at the next start of the service', async () => {
    const { teams } = office
    await saveWhile(refusal(404, 'ConversationNotFound'))
    await teams.say(inTeams(tom), 'hello')
    teams.fails(towards(office, inTeams(tom), refusal(503, 'ServiceUnavailable')))
    await teams.press(manager, await aReviewCard(office, priya, wholeSentence('Tom')), 'Save')
    teams.fails(() => undefined)
    await teams.install(practitioner)
    await office.service().idle()
    assert.equal(cardsToSign(office, practitioner).length, 1)
    assert.equal(cardsToSign(office, inTeams(tom)).length, 0)
    await office.restart()
    await office.service().idle()
    assert.equal(cardsToSign(office, inTeams(tom)).length, 1)
    assert.equal(cardsToSign(office, practitioner).length, 1)
  })

  it('the person can sign from “what is waiting for me?” even though the card never came', async () => {
    const { teams } = office
    await saveWhile('reset')
    // Their own messages get through, the card that was sent by itself did not.
    teams.fails((call) => (JSON.stringify(call.body).includes('A supervision session to check') ? 'reset' : undefined))
    await teams.say(practitioner, 'what is waiting for me?')
    assert.match(
      cardInWords(teams.last(practitioner)?.card ?? { type: 'AdaptiveCard', version: '1.5', body: [] }),
      /To check and agree \(1\)/,
    )
    // They have seen that something waits, not what it says: that is shown first, and signed after.
    const { supervisions } = office.service().store
    teams.fails(() => undefined)
    await teams.say(practitioner, 'agree')
    assert.equal((await supervisions.toSign(aisha.staffCode)).length, 1)
    await teams.say(practitioner, 'agree')
    assert.equal((await supervisions.toSign(aisha.staffCode)).length, 0)
  })

  it('a connection that is refused: the logger is told, and the person gets it when they write from another address', async () => {
    const { teams } = office
    const serviceUrl = `http://127.0.0.1:${await freePort()}/`
    await teams.post(teams.activity(practitioner, { type: 'messageReaction', serviceUrl }))
    await teams.post(teams.activity(practitioner, { type: 'installationUpdate', action: 'add', serviceUrl }))
    const { card } = answerOf(await teams.press(manager, await aReviewCard(office), 'Save'))
    assert.match(card ? cardInWords(card) : '', /could not reach Aisha Khan/)
    assert.deepEqual(await outcomeKept(office), [['waiting', 1, 'failed']])
    await teams.say(practitioner, 'hello')
    assert.deepEqual(await outcomeKept(office), [['delivered', 2, 'delivered']])
  })

  it('somebody nobody has heard of yet: nothing is lost when their chat cannot be opened', async () => {
    const { teams } = office
    const review = await aReviewCard(office)
    teams.fails(towards(office, practitioner, refusal(403, 'BotNotInConversationRoster')))
    const { card } = answerOf(await teams.press(manager, review, 'Save'))
    assert.match(card ? cardInWords(card) : '', /could not reach Aisha Khan/)
    teams.fails(() => undefined)
    await teams.install(practitioner)
    await office.service().idle()
    assert.equal(cardsToSign(office, practitioner).length, 1)
  })

  it('a signature reaches the logger later when they cannot be reached now', async () => {
    const { teams } = office
    await saveWhile({ when: Promise.resolve() })
    await office.service().idle()
    const [card] = cardsToSign(office, practitioner)
    assert.ok(card)
    teams.fails(towards(office, manager, refusal(503, 'ServiceUnavailable')))
    const { card: signed } = answerOf(await teams.press(practitioner, card, 'I agree'))
    assert.match(signed ? cardInWords(signed) : '', /You agreed/)
    teams.fails(() => undefined)
    await teams.say(manager, 'hello')
    await office.service().idle()
    assert.ok(teams.seenBy(manager).some((message) => message.summary === 'A session you logged was agreed'))
  })

  it('an answer that Teams took but did not confirm is not sent again at once', async () => {
    const { teams } = office
    await saveWhile({ status: 502, taken: true })
    await office.service().idle()
    assert.equal(cardsToSign(office, practitioner).length, 1)
    assert.equal(teams.triedTowards(practitioner).length, 1)
  })

  it('a notice is taken once, also when the person writes while the service is taking it to them after its start', async () => {
    const { teams } = office
    await saveWhile('reset')
    await office.service().idle()
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const isNotice = (call: Call) => call.body.summary === 'A supervision session to check'
    teams.fails((call) => (isNotice(call) ? { when: held } : undefined))
    teams.calls.length = 0
    await office.restart()
    while (!teams.calls.some(isNotice)) await setImmediate()
    await teams.say(practitioner, 'hello')
    release()
    await office.service().idle()
    assert.equal(cardsToSign(office, practitioner).length, 1)
  })
})

describe('A channel that says nothing', () => {
  it('does not hold the answer to a press longer than about three seconds, and the turn ends', async () => {
    const office = await anOffice()
    try {
      const { teams } = office
      await teams.say(practitioner, 'hello')
      await teams.say(inTeams(tom), 'hello')
      const review = await aReviewCard(office)
      const others = await aReviewCard(office, priya, wholeSentence('Tom'))
      teams.fails(() => 'hang')
      const started = performance.now()
      // Two presses of one chat wait one after the other; a press in another chat does not wait for them.
      const [saved, help] = await Promise.all([
        teams.press(manager, review, 'Save').then((answer) => ({ answer, after: performance.now() - started })),
        teams
          .post(teams.pressActivity(practitioner, 'suggestion.try', { what: 'help' }))
          .then((answer) => ({ answer, after: performance.now() - started })),
      ])
      assert.match(JSON.stringify(answerOf(saved.answer).card), /could not reach/)
      assert.match(answerOf(help.answer).says ?? '', /could not send you the answer.*reference \w{6}/)
      assert.ok(saved.after < 3300, `The press was answered after ${saved.after} ms.`)
      assert.ok(help.after < 3300, `The press was answered after ${help.after} ms.`)
      teams.fails(() => undefined)
      assert.match(JSON.stringify(answerOf(await teams.press(manager, others, 'Save')).card), /has been asked to agree/)
    } finally {
      await office.close()
    }
  }).timeout(12_000)

  it('does not hold a message for ever: the turn ends, and the next message is answered', async () => {
    const office = await anOffice({ deadlines: short })
    try {
      const { teams } = office
      teams.fails(() => 'hang')
      const started = performance.now()
      assert.equal((await teams.post(teams.activity(manager, { type: 'message', text: 'hello' }))).status, 200)
      assert.ok(performance.now() - started < 1500)
      teams.fails(() => undefined)
      assert.equal((await teams.say(manager, 'hello')).length, 1)
    } finally {
      await office.close()
    }
  })
})
