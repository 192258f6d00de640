import assert from 'node:assert/strict'
import { cardInWords } from '../../cards/card-in-words.ts'
import { CardAction } from '../../cards/card-action.ts'
import type { SessionId } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { admin, aisha, aPerson, gwen, officePeople, omar, priya, ruth, tom } from '../support/people.ts'
import { answerOf, aReviewCard, aSessionToSign, idsOn, wholeSentence } from '../support/sessions-in-chat.ts'
import { whatIsKept } from '../support/what-is-kept.ts'

const left = aPerson({ staffCode: 'N03A077', name: 'Lee Gone', managerStaffCode: 'N03S001', endedOn: '2026-11-20' })
const people = [...officePeople, left]
const everyVerb = CardAction.options.map((option) => option.shape.verb.value)
const secret = 'a very private matter'

describe('Who may do what with a button', () => {
  let office: Office
  let session: SessionId
  /** A draft of Priya's that is open. */
  let draft: string

  before(async () => {
    office = await anOffice({ people })
    session = (await aSessionToSign(office, aisha, wholeSentence('Aisha', secret))).id
    draft = idsOn((await aReviewCard(office, priya, wholeSentence('Tom', secret))).card)[0] ?? ''
    assert.match(draft, /^[0-9a-f-]{36}$/)
    // Everybody has written once, so that nothing is kept of a press for being the first sign of life.
    for (const person of officePeople) await office.teams.say(inTeams(person), 'hello')
    await office.service().idle()
  })
  after(() => office.close())


  /** What is kept, save the first answers and the audit trail, which are looked at by themselves. */
  function facts() {
    const { answered, audit_entry, audit_head, ...rest } = whatIsKept(office.dataDir)
    return rest
  }
  const audit = () => whatIsKept(office.dataDir).audit_entry ?? []

  /** Presses with forged data: refused in a sentence that shows nothing, nothing is written but a note of the refusal. */
  async function assertRefused(person: Person, verb: unknown, data: unknown, rest: Record<string, unknown> = {}): Promise<string> {
    const before = facts()
    const entries = audit().length
    const seen = office.teams.calls.length
    const answer = answerOf(await office.teams.post({ ...office.teams.pressActivity(inTeams(person), verb, data), ...rest }))
    await office.service().idle()
    const says = answer.says ?? ''
    assert.ok(says.length > 20, JSON.stringify(answer.card))
    assert.doesNotMatch(says, new RegExp(`${secret}|boundaries|Aisha|Tom|Priya`))
    assert.deepEqual(facts(), before)
    assert.equal(office.teams.calls.length, seen)
    const added = audit().slice(entries)
    assert.deepEqual(added.map(({ event, actor }) => [event, actor]), [['refused', person.staffCode]])
    return says
  }

  describe('other people’s things', () => {
    for (const verb of ['supervision.save', 'supervision.edit', 'supervision.resume', 'supervision.cancel'] as const) {
      for (const person of [tom, ruth, gwen, admin]) {
        it(`${person.name} cannot press “${verb}” on a draft of Priya’s`, async () => {
          await assertRefused(person, verb, { draft, minutes: '50', 'answer.learned': 'forged words here' })
        })
      }
    }
    it('nobody can choose the person of somebody else’s draft', async () => {
      await assertRefused(tom, 'supervision.choose-person', { draft, person: tom.staffCode })
    })

    for (const verb of ['session.agree', 'session.comment', 'session.ask-change'] as const) {
      for (const person of [priya, tom, gwen, admin]) {
        it(`${person.name} cannot press “${verb}” on a session that waits for Aisha`, async () => {
          await assertRefused(person, verb, { session, words: 'forged words here' })
        })
      }
    }
    for (const person of [tom, ruth, omar, gwen, admin]) {
      it(`${person.name} cannot see a session of Priya and Aisha`, async () => {
        await assertRefused(person, 'session.show', { session })
      })
    }
    for (const person of [aisha, tom, ruth, gwen, admin]) {
      it(`${person.name} cannot correct a session that Priya logged`, async () => {
        await assertRefused(person, 'session.correct', { session })
      })
    }
    for (const [person, whose] of [[tom, aisha], [tom, priya], [ruth, aisha], [admin, aisha], [priya, gwen], [aisha, priya]] as const) {
      it(`${person.name} cannot see the record of ${whose.name}`, async () => {
        await assertRefused(person, 'record.show', { person: whose.staffCode })
      })
    }

    it('the head of PDU sees which kinds were held and when, and no note', async () => {
      await office.teams.post(office.teams.pressActivity(inTeams(gwen), 'record.show', { person: aisha.staffCode }))
      const card = office.teams.lastCard(inTeams(gwen))?.card
      assert.match(card ? cardInWords(card) : '', /20 Nov 2026/)
      assert.doesNotMatch(JSON.stringify(card), new RegExp(`${secret}|boundaries`))
      assert.equal(audit().at(-1)?.event, 'record.viewed')
    })
  })

  describe('things that are no button of ours', () => {
    const unknown = '00000000-0000-4000-8000-000000000000'
    const forged: [string, unknown, unknown][] = [
      ['an unknown verb', 'session.delete', { session: unknown }],
      ['a verb of the language itself', 'constructor', {}],
      ['another', '__proto__', { session: unknown }],
      ['no verb', undefined, { draft: unknown }],
      ['a verb that is a number', 7, { draft: unknown }],
      ['a verb that is a list', ['session.agree'], { session: unknown }],
      ['a verb that is an object', { verb: 'session.agree' }, { session: unknown }],
      ['a verb of a hundred thousand letters', 'x'.repeat(100_000), { draft: unknown }],
      ['data that are missing', 'session.agree', undefined],
      ['data that are a list', 'session.agree', [unknown]],
      ['data that are a text', 'session.agree', unknown],
      ['data that say another verb', 'no.such', { verb: 'session.agree', session: unknown }],
      ['a suggestion that is none', 'suggestion.try', { what: 'everything' }],
      ['a suggestion of the language itself', 'suggestion.try', { what: 'constructor' }],
    ]
    for (const [what, verb, data] of forged) {
      it(`${what} is refused`, async () => {
        await assertRefused(tom, verb, data)
      })
    }

    const ids: [string, unknown][] = [
      ['missing', undefined],
      ['null', null],
      ['empty', ''],
      ['a number', 1],
      ['no id', 'x'],
      ['a list', [unknown]],
      ['an object', { toString: unknown }],
      ['an id and more', `${unknown}' or '1'='1`],
      ['an id with a line break', `${unknown}\n`],
      ['very long', unknown.repeat(1500)],
    ]
    for (const verb of everyVerb.filter((candidate) => candidate !== 'suggestion.try')) {
      it(`“${verb}” is refused for ids of every wrong shape, and for things that do not exist`, async () => {
        for (const [, id] of ids) await assertRefused(tom, verb, { draft: id, session: id, person: id })
        await assertRefused(tom, verb, { draft: unknown, session: unknown, person: 'N99X999' })
      })
    }
  })

  it('keys that would change what an object is do nothing but get refused', async () => {
    const text = JSON.stringify(office.teams.pressActivity(inTeams(tom), 'session.agree', { put: 'here' }))
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      const before = facts()
      const body = text.replace('"put":"here"', `"${key}":{"session":"${session}","words":"forged words","polluted":true}`)
      answerOf(await office.teams.post(body.replace(/"id":"i\d+"/, `"id":"${key}"`)))
      assert.deepEqual(facts(), before)
      assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false)
    }
    assert.equal(audit().at(-1)?.event, 'refused')
  })

  describe('one’s own draft, filled with what nobody may choose', () => {
    const choices: [string, string][] = [
      ['somebody one does not manage', omar.staffCode],
      ['oneself', priya.staffCode],
      ['somebody who has left', left.staffCode],
      ['somebody who is not on the staff list', 'N99X999'],
    ]
    for (const [what, other] of choices) {
      it(`${what}: the form comes back with what to do, and no session is recorded`, async () => {
        const sessions = whatIsKept(office.dataDir).session?.length
        const { card } = answerOf(await office.teams.post(office.teams.pressActivity(inTeams(priya), 'supervision.save', { draft, other })))
        assert.match(card ? cardInWords(card) : '', /somebody you manage|two people/)
        assert.doesNotMatch(card ? cardInWords(card) : '', /Omar|Lee Gone/)
        assert.equal(whatIsKept(office.dataDir).session?.length, sessions)
        await office.teams.post(office.teams.pressActivity(inTeams(priya), 'supervision.save', { draft, other: tom.staffCode, minutes: 'not yet' }))
      })
    }

    const inputs: [string, Record<string, unknown>, RegExp][] = [
      ['a person that is a list', { other: [tom.staffCode] }, /could not read who it was with/],
      ['a kind there is none of', { kinds: 'monthly,riot' }, /could not read the kind/],
      ['a kind that cannot be logged', { kinds: 'rcat' }, /cannot log an RCAT yet/],
      ['a kind of the language itself', { kinds: '__proto__' }, /could not read the kind/],
      ['a date that does not exist', { heldOn: '2026-02-30' }, /could not read that date/],
      ['a date in words', { heldOn: 'Friday' }, /could not read that date/],
      ['a date that is an object', { heldOn: { year: 2026 } }, /could not read the date/],
      ['a date in the future', { heldOn: '2026-11-23' }, /in the future/],
      ['a date too long ago', { heldOn: '2025-11-21' }, /more than a year ago/],
      ['minutes below nought', { minutes: -5 }, /5 to 480 minutes/],
      ['minutes with a fraction', { minutes: 7.5 }, /5 to 480 minutes/],
      ['minutes without end', { minutes: '9'.repeat(400) }, /could not read how long/],
      ['minutes in another notation', { minutes: '4e1' }, /could not read how long/],
      ['too few minutes', { minutes: '4' }, /5 to 480 minutes/],
      ['too many minutes', { minutes: '481' }, /5 to 480 minutes/],
      ['an answer that is a list', { 'answer.learned': [secret] }, /could not read “What was learned”/],
      ['an answer that is too long', { 'answer.learned': 'x'.repeat(4001) }, /4,001 characters; the most is 4,000/],
      ['an answer that is much too long', { 'answer.learned': 'y'.repeat(100_000) }, /100,000 characters; the most is 4,000/],
    ]
    for (const [what, input, says] of inputs) {
      it(`${what}: says what is wrong, and no session is recorded`, async () => {
        const sessions = whatIsKept(office.dataDir).session?.length
        const { card } = answerOf(await office.teams.post(office.teams.pressActivity(inTeams(priya), 'supervision.save', { draft, ...input })))
        assert.match(card ? cardInWords(card) : '', says)
        assert.ok(Buffer.byteLength(JSON.stringify(card)) <= 25_000)
        assert.equal(whatIsKept(office.dataDir).session?.length, sessions)
        await office.teams.post(office.teams.pressActivity(inTeams(priya), 'supervision.save', { draft, kinds: 'reflective', minutes: 'not yet' }))
      })
    }

    it('answers to questions nobody asks, and an id of somebody else’s session, are left out', async () => {
      const data = { draft, 'answer.salary': 'forged words', 'answer.__proto__': 'forged words', corrects: session, by: tom.staffCode, id: session, minutes: 'not yet' }
      answerOf(await office.teams.post(office.teams.pressActivity(inTeams(priya), 'supervision.save', data)))
      const body = JSON.stringify((whatIsKept(office.dataDir).draft ?? []).find((row) => row.id === draft)?.body)
      assert.doesNotMatch(body, /salary|forged|corrects/)
      assert.match(body, new RegExp(`\\\\"by\\\\":\\\\"${priya.staffCode}`))
    })
  })

  describe('in company', () => {
    for (const company of ['groupChat', 'channel'] as const) {
      it(`a button pressed in a ${company} does nothing and shows nothing, also one’s own`, async () => {
        const rest = office.teams.inCompany(company)
        for (const [person, verb, data] of [
          [priya, 'supervision.save', { draft }],
          [priya, 'supervision.resume', { draft }],
          [aisha, 'session.agree', { session }],
          [aisha, 'session.show', { session }],
          [priya, 'record.show', { person: aisha.staffCode }],
          [aisha, 'suggestion.try', { what: 'my-record' }],
          [aisha, 'suggestion.try', { what: 'waiting' }],
        ] as const) {
          assert.match(await assertRefused(person, verb, data, rest), /personal chat/)
        }
      })

      it(`a sentence said in a ${company} shows nothing about anybody and begins nothing`, async () => {
        const { teams } = office
        const before = facts()
        for (const [person, text] of [
          [priya, 'what has Aisha had this year?'],
          [priya, wholeSentence('Tom', secret)],
          [priya, 'save'],
          [aisha, 'my supervisions'],
          [aisha, 'agree'],
          [aisha, 'what is waiting for me?'],
        ] as const) {
          await teams.post(teams.activity(inTeams(person), { type: 'message', text, ...teams.inCompany(company) }))
          const message = teams.seenInCompany(company).at(-1)
          assert.match(message?.text ?? '', /ask me that in our personal chat/)
        }
        assert.deepEqual(facts(), before)
        for (const [text, says] of [['what is RCAT?', /RCAT/], ['hello', /Hello/]] as const) {
          await teams.post(teams.activity(inTeams(priya), { type: 'message', text, ...teams.inCompany(company) }))
          assert.match(teams.seenInCompany(company).at(-1)?.text ?? '', says)
        }
      })
    }

    it('a sort of conversation that is not known is taken for company, not for a personal chat', async () => {
      const { teams } = office
      const conversation = { id: '19:meeting@thread.v2', conversationType: 'meeting', tenantId: teams.tenantId }
      assert.match(await assertRefused(aisha, 'session.show', { session }, { conversation }), /personal chat/)
    })
  })

  describe('somebody who has left, or never was there', () => {
    for (const person of [left, aPerson({ staffCode: 'X00X001', name: 'Sam Stranger' })]) {
      it(`${person.name} is told whom to ask, whatever is pressed`, async () => {
        const { teams } = office
        const before = facts()
        for (const verb of everyVerb) {
          const { says } = answerOf(await teams.post(teams.pressActivity(inTeams(person), verb, { draft, session, person: aisha.staffCode, what: 'help' })))
          assert.match(says ?? '', /do not know you yet/)
          assert.equal(audit().at(-1)?.event, 'door.unknown-person')
        }
        assert.deepEqual(facts(), before)
      })
    }

    it('a sender whose Entra id is missing or no id is told so too', async () => {
      const { teams } = office
      for (const aadObjectId of [undefined, '', 'me', `${aisha.entraObjectId} `.repeat(2)]) {
        const press = teams.pressActivity(inTeams(aisha), 'session.show', { session })
        const { says } = answerOf(await teams.post({ ...press, from: { id: '29:x', aadObjectId, name: 'Aisha Khan' } }))
        assert.match(says ?? '', /do not know you yet/)
      }
    })
  })

  it('after all that, the audit trail is whole, and the session still waits for Aisha', async () => {
    assert.equal((await office.service().store.audit.verify()).broken, undefined)
    assert.equal((await office.service().store.supervisions.byId(session))?.signOff, undefined)
  })
})
