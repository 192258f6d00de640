import assert from 'node:assert/strict'
import { cardInWords } from '../../cards/card-in-words.ts'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { aisha, aPerson, officePeople, omar, priya } from '../support/people.ts'
import { answerOf, aReviewCard, aSessionToSign } from '../support/sessions-in-chat.ts'
import { assertShownAsText } from '../support/shown-as-text.ts'
import { talking } from '../support/talking.ts'

const manager = inTeams(priya)
const practitioner = inTeams(aisha)
const staffOf = (staffCode: string, name: string) => aPerson({ staffCode, name, managerStaffCode: priya.staffCode })
const samHill = staffOf('N03A012', 'Sam Hill')
const samWard = staffOf('N03A013', 'Sam Ward')
const twins = [staffOf('N03A014', 'Jo Lane'), staffOf('N03A015', 'Jo Lane')]
const hostile = staffOf('N03A011', '**Bo** <at>Everyone</at> [here](http://evil.example)')
const everybody = [...officePeople, samHill, samWard, ...twins, hostile]

describe('Bad input in the chat', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice({ people: everybody })
  })
  afterEach(() => office.close())
  const { answerTo, kept, drafts, openDraft, shownCard } = talking(() => office)

  describe('as a first message', () => {
    const nonsense: [string, string][] = [
      ['nothing', ''],
      ['only spaces', ' \n\t '],
      ['only emoji', '🙂🙂🙂'],
      ['only marks', '?!…—'],
      ['right-to-left text', 'تقرير الإشراف'],
      ['text that turns its direction', '\u202Eflesym wohs\u202C'],
      ['half a character', '\uD83D'],
      ['control characters', '\u0000\u0007\u001B[31m'],
      ['what a database might take for a command', "'; drop table session; --"],
      ['what a template might take for its own', '{{constructor}} $(process.exit()) <%= 1 %>'],
      ['a language that is not English', 'qual è la prossima riunione'],
    ]
    for (const [what, text] of nonsense) {
      it(`${what} is not understood, and the answer says what can be said`, async () => {
        assert.match(await answerTo(text), /I did not understand that, so I have done nothing\. You can say “/)
        assert.deepEqual(drafts(), [])
      })
    }

    it('a message with no text at all is answered too', async () => {
      const { teams } = office
      for (const rest of [
        {},
        { text: null },
        { attachments: [{ contentType: 'image/png', contentUrl: 'https://evil.example/x.png' }] },
      ]) {
        assert.equal((await teams.post(teams.activity(manager, { type: 'message', ...rest }))).status, 200)
        assert.match(teams.last(manager)?.text ?? '', /did not understand/)
      }
    })

    for (const [what, text] of [
      ['letters', 'x'.repeat(100_000)],
      ['words', 'lorem ipsum '.repeat(8334).slice(0, 100_000)],
      ['lines', 'a\n'.repeat(50_000)],
    ] as const) {
      it(`100,000 characters of ${what}: says how much of it was read`, async () => {
        const started = performance.now()
        assert.match(
          await answerTo(text),
          /^Your message was long, so I read its first 2,000 characters\. I did not understand that/,
        )
        assert.ok(performance.now() - started < 2000)
      })
    }

    it('a session with a note of 100,000 characters: takes the rest, and says the limit of the note', async () => {
      const answer = await answerTo(
        `reflective with Aisha on Friday, 45 mins, learned: ask sooner, theme: ${'y'.repeat(100_000)}`,
      )
      assert.match(answer, /“Case or theme” has 100,000 characters; the most is 4,000\. Please shorten it\./)
      assert.deepEqual(openDraft()?.answers, { learned: 'ask sooner' })
      assert.equal(openDraft()?.minutes, 45)
    })

    it('a session with a note that is longer than what is read of a message: the note is kept whole', async () => {
      const theme = `${'several words '.repeat(280)}and the end`
      assert.ok(theme.length > 3900 && theme.length < 4000)
      await answerTo(`reflective with Aisha on Friday, 45 mins, theme: ${theme}`)
      assert.deepEqual(openDraft()?.answers, { theme })
    })

    it('a session in a message that goes on and on: says that the rest was not read', async () => {
      const answer = await answerTo(
        `reflective with Aisha on Friday, 45 mins. ${'And then we talked about it. '.repeat(200)}`,
      )
      assert.match(answer, /Your message was long, so I read its first 2,000 characters/)
      assert.equal(openDraft()?.other, aisha.staffCode)
    })
  })

  describe('names', () => {
    it('with markup in them are shown as text, on cards and in sentences, and never become a mention', async () => {
      const { teams } = office
      const [greeting] = await teams.say(inTeams(hostile), 'hello')
      assert.match(greeting?.text ?? '', /Hello \*\*Bo\*\*/)
      await teams.say(manager, 'log a supervision')
      const form = shownCard()
      const chosen = {
        other: hostile.staffCode,
        kinds: 'reflective',
        heldOn: '2026-11-20',
        minutes: '45',
        'answer.theme': 'home',
        'answer.learned': 'asking',
        'answer.change': 'plans',
      }
      const { card } = answerOf(await teams.press(manager, form, 'Save', chosen))
      assert.match(card ? cardInWords(card) : '', /Recorded/)
      assertShownAsText(card, 'evil.example')
      await office.service().idle()
      assertShownAsText(teams.lastCard(inTeams(hostile))?.card, 'evil.example')
      for (const call of teams.calls) {
        assert.equal(call.body.entities === undefined || JSON.stringify(call.body.entities) === '[]', true)
        if (typeof call.body.text === 'string' && call.body.text !== '') assert.equal(call.body.textFormat, 'plain')
        assert.doesNotMatch(String(call.body.summary ?? ''), /Bo|Priya|evil/)
      }
    })

    it('that two people share in part are chosen by a button', async () => {
      const { teams } = office
      assert.match(await answerTo('reflective with Sam on Friday, 45 mins'), /2 people fit/)
      const { card } = answerOf(await teams.press(manager, shownCard(), 'Sam Ward'))
      assert.match(card ? cardInWords(card) : '', /Sam Ward/)
      assert.equal(openDraft()?.other, samWard.staffCode)
    })

    it('that two people share in part are chosen by typing the name in full', async () => {
      assert.match(await answerTo('reflective with Sam on Friday, 45 mins'), /You can also type the name in full/)
      assert.match(await answerTo('Sam Hill'), /Which case or theme/)
      assert.equal(openDraft()?.other, samHill.staffCode)
    })

    it('that two people share in full are chosen by a button, which says the staff code', async () => {
      const { teams } = office
      assert.match(await answerTo('reflective with Jo Lane on Friday, 45 mins'), /2 people fit/)
      await teams.press(manager, shownCard(), 'Jo Lane (N03A015)')
      assert.equal(openDraft()?.other, 'N03A015')
    })

    for (const text of ['N03A015', 'n03a015', 'Jo Lane (N03A015)', 'the one with N03A015, please']) {
      it(`that two people share in full are chosen by typing the staff code: “${text}”`, async () => {
        assert.match(await answerTo('reflective with Jo Lane on Friday, 45 mins'), /type the staff code/)
        assert.match(await answerTo('Jo Lane'), /2 people fit/)
        await answerTo(text)
        assert.equal(openDraft()?.other, 'N03A015')
      })
    }

    it('of oneself, and of somebody one does not manage: the form says what to do, and nothing is recorded', async () => {
      assert.match(
        await answerTo('reflective with Priya on Friday, 45 mins'),
        /A session has two people\. Who was it with\?/,
      )
      await answerTo('cancel')
      assert.match(await answerTo('reflective with Omar on Friday, 45 mins'), /somebody you manage/)
      await answerTo('save')
      assert.deepEqual(kept('session'), [])
      assert.match(await answerTo(`what has ${omar.name} had this year?`), /I cannot show you that one/)
    })

    it('that are no names of the language itself', async () => {
      for (const name of ['__proto__', 'constructor', 'toString', 'null', 'undefined']) {
        assert.match(await answerTo(`what has ${name} had this year?`), /do not know that name|did not understand/)
      }
    })
  })

  describe('days', () => {
    for (const day of ['31 November', '30 February', '29 February 2026', '32 March', '31/9/2026']) {
      it(`“${day}” is no day: says so and keeps the rest`, async () => {
        assert.match(
          await answerTo(`reflective with Aisha on ${day}, 45 mins`),
          /There is no such day as “[^”]+”\. Which day was it\?/,
        )
        assert.equal(openDraft()?.heldOn, undefined)
        assert.equal(openDraft()?.minutes, 45)
        assert.match(await answerTo('Friday'), /Which case or theme/)
        assert.equal(openDraft()?.heldOn, '2026-11-20')
      })
    }
  })

  describe('cards', () => {
    it('saved without an input that is needed say what is missing and keep what is there', async () => {
      const { teams } = office
      await answerTo('reflective with Aisha on Friday, 45 mins')
      const { card } = answerOf(await teams.press(manager, shownCard(), 'Save', { 'answer.learned': 'ask sooner' }))
      assert.match(
        card ? cardInWords(card) : '',
        /Still needed: case or theme and what will change\.[\s\S]*What was learned: ask sooner/,
      )
    })

    it('saved by a client that sends no inputs at all lose nothing', async () => {
      const { teams } = office
      await aReviewCard(office)
      const [draft] = drafts()
      const { card } = answerOf(
        await teams.post(teams.pressActivity(manager, 'supervision.save', { draft: draft?.id })),
      )
      assert.match(card ? cardInWords(card) : '', /Recorded/)
      assert.equal(kept('session').length, 1)
    })

    it('pressed by a client that sends a message instead of an invoke are answered with a message', async () => {
      const { teams } = office
      const pressed = (value: unknown) => teams.post(teams.activity(manager, { type: 'message', value }))
      await pressed({ verb: 'suggestion.try', what: 'nothing of ours' })
      assert.match(teams.last(manager)?.text ?? '', /do not know that button/)
      await aReviewCard(office)
      await pressed({ verb: 'supervision.save', draft: drafts()[0]?.id })
      assert.match(cardInWords(shownCard().card ?? { type: 'AdaptiveCard', version: '1.5', body: [] }), /Recorded/)
    })

    it('to sign take 4,000 characters and say so beyond, by button and in words; nothing is signed', async () => {
      const { teams } = office
      const { card, id } = await aSessionToSign(office)
      const pressed = answerOf(
        await teams.press(practitioner, card, 'Ask for a change', { words: 'w'.repeat(100_000) }),
      )
      assert.match(pressed.card ? cardInWords(pressed.card) : '', /100,000 characters; the most is 4,000/)
      assert.match(
        await answerTo(`ask for a change: ${'w'.repeat(100_000)}`, practitioner),
        /100,000 characters; the most is 4,000/,
      )
      assert.equal((await office.service().store.supervisions.byId(id))?.signOff, undefined)
      assert.match(await answerTo(`ask for a change: ${'م'.repeat(4000)}`, practitioner), /You asked for a change/)
      assert.equal((await office.service().store.supervisions.byId(id))?.signOff?.words?.length, 4000)
    })

    it('asking for a change without words ask for the words, and nothing is signed', async () => {
      const { teams } = office
      const { card, id } = await aSessionToSign(office)
      for (const words of [undefined, '', '   ', '\u0000']) {
        const answer = answerOf(await teams.press(practitioner, card, 'Ask for a change', { words }))
        assert.match(answer.card ? cardInWords(answer.card) : '', /Please type in the box what should change/)
      }
      assert.equal((await office.service().store.supervisions.byId(id))?.signOff, undefined)
    })
  })
})
