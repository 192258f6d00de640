import assert from 'node:assert/strict'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { aisha, aPerson, officePeople, priya } from '../support/people.ts'
import { aReviewCard, aSessionToSign, wholeSentence } from '../support/sessions-in-chat.ts'
import { talking } from '../support/talking.ts'

const twins = ['N03A014', 'N03A015'].map((staffCode) =>
  aPerson({ staffCode, name: 'Jo Lane', managerStaffCode: priya.staffCode }),
)

describe('What is said in words', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice({ people: [...officePeople, ...twins] })
  })
  afterEach(() => office.close())
  const { answerTo, openDraft } = talking(() => office)

  it('a staff code in a sentence means that person (the chat itself advises to type it)', async () => {
    assert.match(await answerTo('what has Jo had this year?'), /staff code/)
    assert.match(await answerTo('what has N03A015 had this year?'), /Jo Lane/)
  })
  it('a staff code in a sentence that logs means that person', async () => {
    await answerTo('reflective with Jo Lane (N03A015) on Friday, 45 mins')
    assert.equal(openDraft()?.other, 'N03A015')
  })
  it('a link in an answer is kept, not taken for “help”', async () => {
    await answerTo('reflective with Aisha on Friday, 45 mins')
    await answerTo('see https://intranet.example/page')
    assert.deepEqual(openDraft()?.answers, { theme: 'see https://intranet.example/page' })
  })
  it('“agree” does not sign a session that the person was never shown', async () => {
    const { teams } = office
    await teams.say(inTeams(aisha), 'hello')
    const review = await aReviewCard(office)
    teams.fails((call) => (call.body.summary === 'A supervision session to check' ? { status: 403 } : undefined))
    await teams.press(inTeams(priya), review, 'Save')
    await office.service().idle()
    await teams.say(inTeams(aisha), 'agreed, thanks')
    const [session] = await office.service().store.supervisions.toSign(aisha.staffCode)
    assert.ok(session, 'It was signed unseen.')
  })
  it('words with “ask for a change” are not lost when two sessions wait', async () => {
    await aSessionToSign(office)
    await aSessionToSign(office, aisha, wholeSentence('Aisha', 'another thing').replace('Friday', 'Thursday'))
    assert.match(await answerTo('ask for a change: it was on Monday', inTeams(aisha)), /which|it was on Monday/i)
  })
})
