import assert from 'node:assert/strict'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { admin, aisha } from '../support/people.ts'
import { aSessionToSign, wholeSentence } from '../support/sessions-in-chat.ts'
import { talking } from '../support/talking.ts'

describe('What is kept about me', () => {
  let office: Office
  const { answerTo, kept } = talking(() => office)
  beforeEach(async () => {
    office = await anOffice()
  })
  afterEach(() => office.close())

  for (const text of ['what do you hold about me and for how long?', 'how long do you keep my records?']) {
    it(`is told with how many, for how long and who can see it: “${text}”`, async () => {
      await aSessionToSign(office, aisha, wholeSentence('Aisha'))
      const said = await answerTo(text, inTeams(aisha))
      assert.match(said, /Your supervision sessions: 1/)
      assert.match(said, /Kept for 6 years after you leave\. Seen by you and your line manager/)
      assert.match(said, /Nothing yet: .*cases you put forward.*who looked at your record/)
    })
  }

  it('says when there is a hold, which an administrator alone can put and release', async () => {
    const put = 'put a hold on Aisha Khan’s record'
    assert.match(await answerTo(put), /Only an administrator/)
    assert.match(await answerTo(put, inTeams(aisha)), /Only an administrator/)
    assert.deepEqual(kept('hold'), [])
    assert.match(await answerTo(put, inTeams(admin)), /There is a hold on the records of Aisha Khan now/)
    assert.match(await answerTo(put, inTeams(admin)), /already/)
    assert.match(
      await answerTo('what do you hold about me?', inTeams(aisha)),
      /There has been a hold since 22 November 2026/,
    )
    assert.match(await answerTo('release the hold on Aisha Khan', inTeams(admin)), /is released/)
    assert.match(await answerTo('release the hold on Aisha Khan', inTeams(admin)), /no hold/)
    const events = kept('audit_entry').filter(({ event }) => String(event).startsWith('hold.'))
    assert.deepEqual(
      events.map(({ event, actor, subject }) => [event, actor, subject]),
      [
        ['hold.put', admin.staffCode, aisha.staffCode],
        ['hold.released', admin.staffCode, aisha.staffCode],
      ],
    )
  })

  it('changes nothing when it is not clear whose records shall be held', async () => {
    for (const text of ['put a hold on the record', 'put a hold on Nobody Known’s record']) {
      assert.match(await answerTo(text, inTeams(admin)), /Whose records\?/)
    }
    assert.deepEqual(kept('hold'), [])
  })
})
