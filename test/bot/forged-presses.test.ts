import assert from 'node:assert/strict'
import { CardAction } from '../../cards/card-action.ts'
import { cardInWords } from '../../cards/card-in-words.ts'
import { aGuardedOffice, type GuardedOffice, left, secret } from '../support/guarded-office.ts'
import { inTeams, type Office } from '../support/office.ts'
import { omar, priya, tom } from '../support/people.ts'
import { answerOf } from '../support/sessions-in-chat.ts'
import { whatIsKept } from '../support/what-is-kept.ts'

/** Every button that is about something. The others show what is the presser’s own, or a form to fill in. */
const verbsWithIds = CardAction.options
  .filter(({ shape }) => Object.entries(shape).some(([key, value]) => key !== 'verb' && !value.isOptional()))
  .map((option) => option.shape.verb.value)
  .filter((verb) => verb !== 'suggestion.try' && verb !== 'mine.copy')

describe('A press that none of our cards makes', () => {
  let guarded: GuardedOffice
  let office: Office
  before(async () => {
    guarded = await aGuardedOffice()
    office = guarded.office
  })
  after(() => office.close())

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
        await guarded.assertRefused(tom, verb, data)
      })
    }

    const everyIdAs = (id: unknown) =>
      Object.fromEntries(
        ['draft', 'session', 'booking', 'draw', 'action', 'absence', 'cover', 'person', 'manager'].map((key) => [
          key,
          id,
        ]),
      )
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
      ['very long', unknown.repeat(500)],
    ]
    for (const verb of verbsWithIds) {
      it(`“${verb}” is refused for ids of every wrong shape, and for things that do not exist`, async () => {
        for (const [, id] of ids) await guarded.assertRefused(tom, verb, everyIdAs(id))
        await guarded.assertRefused(tom, verb, { ...everyIdAs(unknown), person: 'N99X999', manager: 'N99X999' })
      })
    }
  })

  it('keys that would change what an object is do nothing but get refused', async () => {
    const text = JSON.stringify(office.teams.pressActivity(inTeams(tom), 'session.agree', { put: 'here' }))
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      const before = guarded.facts()
      const body = text.replace(
        '"put":"here"',
        `"${key}":{"session":"${guarded.session}","words":"forged words","polluted":true}`,
      )
      answerOf(await office.teams.post(body.replace(/"id":"i\d+"/, `"id":"${key}"`)))
      assert.deepEqual(guarded.facts(), before)
      assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false)
    }
    assert.equal(guarded.audit().at(-1)?.event, 'refused')
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
        const { card } = answerOf(
          await office.teams.post(
            office.teams.pressActivity(inTeams(priya), 'supervision.save', { draft: guarded.draft, other }),
          ),
        )
        assert.match(card ? cardInWords(card) : '', /somebody you manage|two people/)
        assert.doesNotMatch(card ? cardInWords(card) : '', /Omar|Lee Gone/)
        assert.equal(whatIsKept(office.dataDir).session?.length, sessions)
        await office.teams.post(
          office.teams.pressActivity(inTeams(priya), 'supervision.save', {
            draft: guarded.draft,
            other: tom.staffCode,
            minutes: 'not yet',
          }),
        )
      })
    }

    const inputs: [string, Record<string, unknown>, RegExp][] = [
      ['a person that is a list', { other: [tom.staffCode] }, /could not read who it was with/],
      ['a kind there is none of', { kinds: 'monthly,riot' }, /could not read the kind/],
      ['a kind that needs more', { kinds: 'rcat' }, /Still needed: case audited/],
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
      [
        'an answer that is much too long',
        { 'answer.learned': 'y'.repeat(100_000) },
        /100,000 characters; the most is 4,000/,
      ],
    ]
    for (const [what, input, says] of inputs) {
      it(`${what}: says what is wrong, and no session is recorded`, async () => {
        const sessions = whatIsKept(office.dataDir).session?.length
        const { card } = answerOf(
          await office.teams.post(
            office.teams.pressActivity(inTeams(priya), 'supervision.save', { draft: guarded.draft, ...input }),
          ),
        )
        assert.match(card ? cardInWords(card) : '', says)
        assert.ok(Buffer.byteLength(JSON.stringify(card)) <= 25_000)
        assert.equal(whatIsKept(office.dataDir).session?.length, sessions)
        await office.teams.post(
          office.teams.pressActivity(inTeams(priya), 'supervision.save', {
            draft: guarded.draft,
            kinds: 'reflective',
            minutes: 'not yet',
          }),
        )
      })
    }

    it('answers to questions nobody asks, and an id of somebody else’s session, are left out', async () => {
      const data = {
        draft: guarded.draft,
        'answer.salary': 'forged words',
        'answer.__proto__': 'forged words',
        corrects: guarded.session,
        by: tom.staffCode,
        id: guarded.session,
        minutes: 'not yet',
      }
      answerOf(await office.teams.post(office.teams.pressActivity(inTeams(priya), 'supervision.save', data)))
      const body = JSON.stringify(
        (whatIsKept(office.dataDir).draft ?? []).find((row) => row.id === guarded.draft)?.body,
      )
      assert.doesNotMatch(body, /salary|forged|corrects/)
      assert.match(body, new RegExp(`\\\\"by\\\\":\\\\"${priya.staffCode}`))
    })
  })

  it('leaves the audit trail whole', async () => {
    assert.equal((await office.service().store.audit.verify()).broken, undefined)
  })
})
