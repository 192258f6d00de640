import assert from 'node:assert/strict'
import { CardAction } from '../../cards/card-action.ts'
import { cardInWords } from '../../cards/card-in-words.ts'
import { aGuardedOffice, type GuardedOffice, left, secret } from '../support/guarded-office.ts'
import { inTeams, type Office } from '../support/office.ts'
import { admin, aisha, aPerson, gwen, omar, priya, ruth, tom } from '../support/people.ts'
import { answerOf, wholeSentence } from '../support/sessions-in-chat.ts'

const everyVerb = CardAction.options.map((option) => option.shape.verb.value)

describe('Who may do what with a button', () => {
  let guarded: GuardedOffice
  let office: Office
  before(async () => {
    guarded = await aGuardedOffice()
    office = guarded.office
  })
  after(() => office.close())

  describe('other people’s things', () => {
    for (const verb of ['supervision.save', 'supervision.edit', 'supervision.resume', 'supervision.cancel'] as const) {
      for (const person of [tom, ruth, gwen, admin]) {
        it(`${person.name} cannot press “${verb}” on a draft of Priya’s`, async () => {
          await guarded.assertRefused(person, verb, {
            draft: guarded.draft,
            minutes: '50',
            'answer.learned': 'forged words here',
          })
        })
      }
    }
    it('nobody can choose the person of somebody else’s draft', async () => {
      await guarded.assertRefused(tom, 'supervision.choose-person', { draft: guarded.draft, person: tom.staffCode })
    })

    for (const verb of ['session.agree', 'session.comment', 'session.ask-change'] as const) {
      for (const person of [priya, tom, gwen, admin]) {
        it(`${person.name} cannot press “${verb}” on a session that waits for Aisha`, async () => {
          await guarded.assertRefused(person, verb, { session: guarded.session, words: 'forged words here' })
        })
      }
    }
    for (const person of [tom, ruth, omar, gwen, admin]) {
      it(`${person.name} cannot see a session of Priya and Aisha`, async () => {
        await guarded.assertRefused(person, 'session.show', { session: guarded.session })
      })
    }
    for (const person of [aisha, tom, ruth, gwen, admin]) {
      it(`${person.name} cannot correct a session that Priya logged`, async () => {
        await guarded.assertRefused(person, 'session.correct', { session: guarded.session })
      })
    }
    for (const [person, whose] of [
      [tom, aisha],
      [tom, priya],
      [ruth, aisha],
      [admin, aisha],
      [priya, gwen],
      [aisha, priya],
    ] as const) {
      it(`${person.name} cannot see the record of ${whose.name}`, async () => {
        await guarded.assertRefused(person, 'record.show', { person: whose.staffCode })
      })
    }

    it('the head of PDU sees which kinds were held and when, and no note', async () => {
      await office.teams.post(office.teams.pressActivity(inTeams(gwen), 'record.show', { person: aisha.staffCode }))
      const card = office.teams.lastCard(inTeams(gwen))?.card
      assert.match(card ? cardInWords(card) : '', /20 Nov 2026/)
      assert.doesNotMatch(JSON.stringify(card), new RegExp(`${secret}|boundaries`))
      assert.equal(guarded.audit().at(-1)?.event, 'record.viewed')
    })
  })

  describe('in company', () => {
    for (const company of ['groupChat', 'channel'] as const) {
      it(`a button pressed in a ${company} does nothing and shows nothing, also one’s own`, async () => {
        const rest = office.teams.inCompany(company)
        for (const [person, verb, data] of [
          [priya, 'supervision.save', { draft: guarded.draft }],
          [priya, 'supervision.resume', { draft: guarded.draft }],
          [aisha, 'session.agree', { session: guarded.session }],
          [aisha, 'session.show', { session: guarded.session }],
          [priya, 'record.show', { person: aisha.staffCode }],
          [aisha, 'suggestion.try', { what: 'my-record' }],
          [aisha, 'suggestion.try', { what: 'waiting' }],
        ] as const) {
          assert.match(await guarded.assertRefused(person, verb, data, rest), /personal chat/)
        }
      })

      it(`a sentence said in a ${company} shows nothing about anybody and begins nothing`, async () => {
        const { teams } = office
        const before = guarded.facts()
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
        assert.deepEqual(guarded.facts(), before)
        for (const [text, says] of [
          ['what is RCAT?', /RCAT/],
          ['hello', /Hello/],
        ] as const) {
          await teams.post(teams.activity(inTeams(priya), { type: 'message', text, ...teams.inCompany(company) }))
          assert.match(teams.seenInCompany(company).at(-1)?.text ?? '', says)
        }
      })
    }

    it('a sort of conversation that is not known is taken for company, not for a personal chat', async () => {
      const { teams } = office
      const conversation = { id: '19:meeting@thread.v2', conversationType: 'meeting', tenantId: teams.tenantId }
      assert.match(
        await guarded.assertRefused(aisha, 'session.show', { session: guarded.session }, { conversation }),
        /personal chat/,
      )
    })
  })

  describe('somebody who has left, or never was there', () => {
    for (const person of [left, aPerson({ staffCode: 'X00X001', name: 'Sam Stranger' })]) {
      it(`${person.name} is told whom to ask, whatever is pressed`, async () => {
        const { teams } = office
        const before = guarded.facts()
        for (const verb of everyVerb) {
          const { says } = answerOf(
            await teams.post(
              teams.pressActivity(inTeams(person), verb, {
                draft: guarded.draft,
                session: guarded.session,
                person: aisha.staffCode,
                what: 'help',
              }),
            ),
          )
          assert.match(says ?? '', /do not know you yet/)
          assert.equal(guarded.audit().at(-1)?.event, 'door.unknown-person')
        }
        assert.deepEqual(guarded.facts(), before)
      })
    }

    it('a sender whose Entra id is missing or no id is told so too', async () => {
      const { teams } = office
      for (const aadObjectId of [undefined, '', 'me', `${aisha.entraObjectId} `.repeat(2)]) {
        const press = teams.pressActivity(inTeams(aisha), 'session.show', { session: guarded.session })
        const { says } = answerOf(await teams.post({ ...press, from: { id: '29:x', aadObjectId, name: 'Aisha Khan' } }))
        assert.match(says ?? '', /do not know you yet/)
      }
    })
  })

  it('after all that, the audit trail is whole, and the session still waits for Aisha', async () => {
    assert.equal((await office.service().store.audit.verify()).broken, undefined)
    assert.equal((await office.service().store.supervisions.byId(guarded.session))?.signOff, undefined)
  })
})
