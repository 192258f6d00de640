import assert from 'node:assert/strict'
import { cardInWords } from '../../cards/card-in-words.ts'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { aisha, priya } from '../support/people.ts'
import { answerOf } from '../support/sessions-in-chat.ts'
import { assertShownAsText } from '../support/shown-as-text.ts'
import { talking } from '../support/talking.ts'
import { whatIsKept } from '../support/what-is-kept.ts'

const manager = inTeams(priya)
const practitioner = inTeams(aisha)

describe('Bad input as an answer to an open question', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
    assert.match(await answerTo('reflective with Aisha on Friday, 45 mins'), /Which case or theme/)
  })
  afterEach(() => office.close())
  const { answerTo, kept, drafts, openDraft, shownCard } = talking(() => office)

  for (const [what, text, length] of [
    ['100,000 characters', 'y'.repeat(100_000), '100,000'],
    ['100,000 characters with their label', `theme: ${'y'.repeat(100_000)}`, '100,000'],
    ['one character too many', 'z'.repeat(4001), '4,001'],
  ] as const) {
    it(`${what}: says the limit and keeps the draft as it was`, async () => {
      const before = openDraft()
      assert.equal(
        await answerTo(text),
        `“Case or theme” has ${length} characters; the most is 4,000. Please shorten it.`,
      )
      assert.deepEqual(openDraft(), before)
      assert.match(await answerTo('boundaries at home'), /What was learned/)
    })
  }

  it('4,000 characters are kept whole, also in a script of several bytes a letter, on cards that Teams takes', async () => {
    for (const letters of ['م'.repeat(4000), '漢'.repeat(4000)]) await answerTo(letters)
    await answerTo('🙂'.repeat(2000))
    const saved = await office.teams.press(manager, shownCard(), 'Save', {
      'answer.change': '"\\'.repeat(2000),
    })
    const { card } = answerOf(saved)
    assert.match(card ? cardInWords(card) : '', /Recorded/)
    assert.ok(Buffer.byteLength(JSON.stringify(card)) <= 25_000)
    await office.service().idle()
    const toSign = office.teams.lastCard(practitioner)
    assert.ok(toSign?.card === undefined || Buffer.byteLength(JSON.stringify(toSign.card)) <= 25_000)
    const [session] = kept('session')
    assert.equal((JSON.parse(String(session?.answers)) as { change: string }).change, '"\\'.repeat(2000))
  })

  for (const note of [
    'Changes needed: more home visits',
    'Agreed, and we meet each week',
    'accept - and move on',
    'Disagree, because silence is no consent',
  ]) {
    it(`“${note}” is the note that was asked for, and signs nothing else that waits`, async () => {
      const { teams } = office
      await teams.say(practitioner, 'reflective on Thursday, 30 mins, theme: trust. learned: ask. change: more time')
      await teams.say(practitioner, 'save')
      await office.service().idle()
      await answerTo(note)
      assert.deepEqual(whatIsKept(office.dataDir).sign_off, [])
      assert.deepEqual(drafts().find((draft) => draft.by === priya.staffCode)?.answers, { theme: note })
    })
  }

  it('a bare “agree” signs the one session that waits, and the draft stays open', async () => {
    const { teams } = office
    await teams.say(practitioner, 'reflective on Thursday, 30 mins, theme: trust. learned: ask. change: more time')
    await teams.say(practitioner, 'save')
    await office.service().idle()
    assert.match(await answerTo('I agree'), /Agreed/)
    assert.match(await answerTo('boundaries at home'), /What was learned/)
  })

  it('nothing is no answer: the question stays open', async () => {
    const before = openDraft()
    await answerTo('')
    assert.deepEqual(openDraft(), before)
  })

  it('emoji, right-to-left text and markup are answers like any other, and are shown as text', async () => {
    const markup = '<script>alert(1)</script> **bold** <at>Everyone</at>'
    const link = '[here](http://evil.example)'
    await answerTo('🙂🙂')
    await answerTo(markup)
    assert.match(await answerTo('تقرير الإشراف'), /Ready to save/)
    assert.deepEqual(openDraft()?.answers, { theme: '🙂🙂', learned: markup, change: 'تقرير الإشراف' })
    const { card } = answerOf(await office.teams.press(manager, shownCard(), 'Save', { 'answer.theme': link }))
    assertShownAsText(card, 'evil.example')
    assertShownAsText(card, 'Everyone')
    await office.service().idle()
    assertShownAsText(office.teams.lastCard(practitioner)?.card, 'evil.example')
  })
})
