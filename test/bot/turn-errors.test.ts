import assert from 'node:assert/strict'
import { failures } from '../../domain/failure.ts'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { aisha, priya } from '../support/people.ts'
import { answerOf, aReviewCard, aSessionToSign } from '../support/sessions-in-chat.ts'
import { whatIsKept } from '../support/what-is-kept.ts'

const manager = inTeams(priya)
const practitioner = inTeams(aisha)
const confided = 'Aisha Khan confided this about X320741'

/** An error as a library makes it, with what somebody wrote in its message, also dressed up as a line of a stack. */
function anError(code?: string): Error {
  const error = new Error(`${confided}\n    at ${confided} (file:///${confided}:1:2)`)
  return code === undefined ? error : Object.assign(error, { code })
}

describe('A turn that fails', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
  })
  afterEach(() => office.close())

  /** Makes a port fail until told otherwise. */
  function breaks<Port extends object, Name extends keyof Port>(port: Port, name: Name, error: Error): () => void {
    const whole = port[name]
    Object.assign(port, { [name]: () => Promise.reject(error) })
    return () => void Object.assign(port, { [name]: whole })
  }
  const logged = () =>
    office
      .log()
      .split('\n')
      .filter(Boolean)
      .map((line): unknown => JSON.parse(line))

  /** The sentence of a failure, with a reference that the log has too, and nothing more of the person in the log. */
  function assertTold(sentence: string | undefined, code: keyof typeof failures): void {
    const { happened, todo } = failures[code]
    assert.ok(sentence)
    assert.ok(sentence.startsWith(`${happened} ${todo}`), sentence)
    const reference = /reference ([2-9A-Z]{6})\.$/.exec(sentence)?.[1]
    assert.ok(reference)
    const entry = logged().find((line) => JSON.stringify(line).includes(reference))
    assert.ok(typeof entry === 'object' && entry !== null && 'code' in entry && 'error' in entry)
    assert.equal(entry.code, code)
    assert.doesNotMatch(office.log(), /confided|X320741|Aisha/)
    assert.match(JSON.stringify(entry.error), /turn-errors\.test|staff-bot|at /, 'The log should say where it arose.')
  }

  const said = async (text: string) => (await office.teams.say(manager, text)).at(-1)?.text
  const pressed = async (verb: string, data: unknown) =>
    answerOf(await office.teams.post(office.teams.pressActivity(manager, verb, data))).says

  describe('because the records cannot be reached', () => {
    it('answers a message with a sentence: nothing was saved', async () => {
      breaks(office.service().store.answered, 'find', anError('SQLITE_IOERR'))
      assertTold(await said(`reflective with Aisha, theme: ${confided}`), 'store-unavailable')
    })

    it('answers a press with a sentence: nothing was saved', async () => {
      breaks(office.service().store.staff, 'byEntraId', anError('ECONNREFUSED'))
      assertTold(await pressed('suggestion.try', { what: 'help' }), 'store-unavailable')
    })

    it('does not say that nothing was saved when it may have been, and the same press again has no second effect', async () => {
      const { teams } = office
      const review = await aReviewCard(office)
      const press = teams.pressFor(manager, review, 'Save')
      const mends = breaks(office.service().store.answered, 'keep', anError('SQLITE_BUSY'))
      assertTold(answerOf(await teams.post(press)).says, 'store-write-unknown')
      assert.equal(whatIsKept(office.dataDir).session?.length, 1)
      mends()
      const { card } = answerOf(await teams.post(press))
      assert.match(JSON.stringify(card), /Aisha Khan/)
      await office.service().idle()
      assert.equal(whatIsKept(office.dataDir).session?.length, 1)
      assert.equal(whatIsKept(office.dataDir).notice?.length, 1)
    })

    it('keeps nothing of a save that failed half-way, and the next one works', async () => {
      const { teams } = office
      const review = await aReviewCard(office)
      const mends = breaks(office.service().store.supervisions, 'record', anError('SQLITE_FULL'))
      assertTold(answerOf(await teams.press(manager, review, 'Save')).says, 'store-write-unknown')
      assert.deepEqual(whatIsKept(office.dataDir).session, [])
      mends()
      assert.match(JSON.stringify(answerOf(await teams.press(manager, review, 'Save')).card), /Recorded/)
    })

    it('still says that it is alive, and says on /readyz what is not ready', async () => {
      breaks(office.service().store, 'check', anError('SQLITE_IOERR'))
      const ready = await fetch(`${office.service().url}/readyz`)
      assert.deepEqual([ready.status, await ready.json()], [503, { ready: false, notReady: ['store'] }])
      assert.equal((await fetch(`${office.service().url}/healthz`)).status, 200)
    })
  })

  describe('because of a mistake in the assistant', () => {
    it('answers a message with a sentence', async () => {
      breaks(office.service().store.supervisions, 'of', new TypeError(confided))
      assertTold(await said('my supervisions'), 'turn-failed')
    })

    it('answers a press with a sentence, never with an empty body', async () => {
      breaks(office.service().store.supervisions, 'of', anError())
      assertTold(await pressed('suggestion.try', { what: 'my-record' }), 'turn-failed')
    })

    it('answers a signature with a sentence, and the same press works once it is mended', async () => {
      const { teams } = office
      const { card } = await aSessionToSign(office)
      const mends = breaks(office.service().store.supervisions, 'sign', anError())
      assertTold(answerOf(await teams.press(practitioner, card, 'I agree')).says, 'turn-failed')
      mends()
      assert.match(
        JSON.stringify(answerOf(await teams.press(practitioner, card, 'I agree')).card),
        /agreed on 22 November 2026/,
      )
    })

    it('is over for the next turn', async () => {
      const mends = breaks(office.service().store.supervisions, 'of', anError())
      await said('my supervisions')
      mends()
      assert.match(
        JSON.stringify((await office.teams.say(manager, 'my supervisions')).at(-1)?.card),
        /Your supervision/,
      )
    })

    it('that strikes in the background is logged without a word of what was said', async () => {
      const { teams } = office
      await teams.say(practitioner, 'hello')
      const review = await aReviewCard(office)
      breaks(office.service().store.notices, 'settle', anError())
      assert.match(JSON.stringify(answerOf(await teams.press(manager, review, 'Save')).card), /has been asked to agree/)
      await office.service().idle()
      assert.match(office.log(), /background work failed/)
      assert.doesNotMatch(office.log(), /confided|X320741|Aisha/)
    })
  })

  describe('because the answer cannot be sent', () => {
    const isCard = (call: { body: Record<string, unknown> }) => Array.isArray(call.body.attachments)

    it('too big for Teams: says so in a sentence, and that what was entered is kept', async () => {
      const { teams } = office
      teams.fails((call) =>
        isCard(call) ? { status: 413, body: { error: { code: 'MessageSizeTooBig', message: confided } } } : undefined,
      )
      assertTold(await said('reflective with Aisha on Friday, 45 mins'), 'reply-too-big')
      assert.equal(whatIsKept(office.dataDir).draft?.length, 1)
    })

    it('too big for Teams, below a card that was pressed: the press is answered with that sentence', async () => {
      const { teams } = office
      teams.fails((call) => (isCard(call) ? { status: 413 } : undefined))
      assertTold(await pressed('suggestion.try', { what: 'help' }), 'reply-too-big')
    })

    it('refused by Teams: the person is told when that can be done, and nothing is claimed about the records', async () => {
      const { teams } = office
      for (const fault of [
        { status: 500, body: { error: { code: 'ServiceError', message: confided } } },
        'reset',
      ] as const) {
        teams.fails((call) => (isCard(call) ? fault : undefined))
        assertTold(await said('help'), 'reply-not-sent')
        assertTold(await pressed('suggestion.try', { what: 'help' }), 'reply-not-sent')
      }
    })

    it('nor the sentence about it: the message is taken with 200 and the log has the reference', async () => {
      const { teams } = office
      teams.fails(() => ({ status: 500 }))
      assert.equal((await teams.post(teams.activity(manager, { type: 'message', text: 'help' }))).status, 200)
      assert.equal(teams.triedTowards(manager).length, 2)
      assert.match(office.log(), /the failure could not be told/)
      assert.match(office.log(), /HTTP 500/)
    })
  })
})
