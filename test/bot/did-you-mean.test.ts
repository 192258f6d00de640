import assert from 'node:assert/strict'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { admin, aisha, aPerson, officePeople, priya, tom } from '../support/people.ts'
import { answerOf } from '../support/sessions-in-chat.ts'
import { talking } from '../support/talking.ts'

const twins = ['N03A014', 'N03A015'].map((staffCode) =>
  aPerson({ staffCode, name: 'Jo Lane', managerStaffCode: priya.staffCode }),
)
const farAway = aPerson({ staffCode: 'N07A001', name: 'Zelda Quirke', teamCode: 'N07T1', pduCode: 'N07P1' })

describe('A name that fits nobody', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice({ people: [...officePeople, ...twins, farAway] })
  })
  afterEach(() => office.close())
  const { answerTo, openDraft, drafts, kept, shownCard } = talking(() => office)
  const suggestion = /I do not know “Ayesha Kan” on the staff list\. Did you mean Aisha Khan\?/

  it('is asked about, and “yes” puts the person in, with everything else that was said', async () => {
    assert.match(await answerTo('reflective with Ayesha Kan on Friday, 45 mins'), suggestion)
    assert.equal(openDraft()?.other, undefined)
    await answerTo('yes')
    assert.deepEqual([openDraft()?.other, openDraft()?.minutes], [aisha.staffCode, 45])
  })
  it('has a button that does the same', async () => {
    await answerTo('reflective with Ayesha Kan on Friday, 45 mins')
    answerOf(await office.teams.press(inTeams(priya), shownCard(), 'Aisha Khan'))
    assert.equal(openDraft()?.other, aisha.staffCode)
  })
  for (const words of ['no', 'Tom', 'what is MAPPA?']) {
    it(`“${words}” in answer never takes the one that was suggested`, async () => {
      await answerTo('reflective with Ayesha Kan on Friday, 45 mins')
      await answerTo(words)
      await answerTo('yes')
      assert.notEqual(drafts()[0]?.other, aisha.staffCode)
      assert.equal(kept('session').length, 0)
    })
  }
  it('is asked about when it answers who it was with, alone or among other answers', async () => {
    await answerTo('log a session')
    assert.match(await answerTo('Ayesha Kan'), suggestion)
    await answerTo('cancel')
    await answerTo('log a session')
    assert.match(await answerTo('Ayesha Kan\nreflective\nFriday\n45'), suggestion)
    await answerTo('yes')
    assert.deepEqual(
      [openDraft()?.other, openDraft()?.kinds, openDraft()?.minutes],
      [aisha.staffCode, ['reflective'], 45],
    )
  })
  it('is asked about in a question too, and nothing is looked up before', async () => {
    assert.match(await answerTo('what has Ayesha Kan had this year?'), suggestion)
    assert.equal(kept('audit_entry').filter(({ event }) => event === 'record.viewed').length, 0)
    assert.match(await answerTo('yes'), /Aisha Khan in 2026\/27/)
  })
  it('is asked about when a session is to be booked', async () => {
    assert.match(await answerTo('book a monthly with Ayesha Kan on Thursday at 2'), suggestion)
    assert.match(await answerTo('yes'), /Book this session\?[\s\S]*With: Aisha Khan/)
  })
  it('“yes” means nothing a message later', async () => {
    await answerTo('what has Ayesha Kan had this year?')
    await answerTo('what is MAPPA?')
    assert.doesNotMatch(await answerTo('yes'), /Aisha Khan/)
  })
  it('is compared with nobody who is not near the speaker', async () => {
    assert.doesNotMatch(await answerTo('what has Zelde Qirk had this year?'), /Zelda|Quirke/)
    assert.doesNotMatch(await answerTo('reflective with Zelde Qirk on Friday'), /Zelda|Quirke/)
    assert.doesNotMatch(await answerTo('what has Zelde Qirk had this year?', inTeams(admin)), /Zelda|Quirke/)
  })

  describe('Which of two', () => {
    const begin = () => answerTo('reflective with Jo Lane on Friday, 45 mins')
    for (const [words, code] of [
      ['the first one', 'N03A014'],
      ['first', 'N03A014'],
      ['the second', 'N03A015'],
      ['2', 'N03A015'],
      ['the other one', 'N03A015'],
      ['the third one', undefined],
    ] as const) {
      it(`“${words}” means ${code ?? 'neither'}`, async () => {
        assert.match(await begin(), /Which person\?/)
        await answerTo(words)
        assert.equal(openDraft()?.other, code)
      })
    }
    it('“no, the other one” changes what was chosen', async () => {
      await begin()
      await answerTo('the second one')
      await answerTo('no, the other one')
      assert.equal(openDraft()?.other, 'N03A014')
    })
  })

  describe('“Done” and “yes” after an action was shown', () => {
    const actionOf = async (text: string) => {
      await answerTo(`Tom to ${text} by Friday`)
      await office.teams.say(inTeams(priya), 'save')
      await office.service().idle()
    }
    const said = async (words: string) => {
      await office.teams.say(inTeams(tom), words)
      await office.service().idle()
      return kept('action').map(({ state }) => state)
    }
    beforeEach(() => office.teams.say(inTeams(tom), 'hello'))

    it('take on the one action, and end it', async () => {
      await actionOf('finish the refresher')
      await said('my actions')
      assert.deepEqual(await said('yes'), ['confirmed'])
      await said('my actions')
      assert.deepEqual(await said('yes'), ['confirmed'])
      assert.deepEqual(await said('done'), ['done'])
    })
    it('“done” out of the blue shows the one action first', async () => {
      await actionOf('finish the refresher')
      assert.deepEqual(await said('done'), ['asked'])
      assert.deepEqual(await said('done'), ['done'])
    })
    it('do nothing where several are open', async () => {
      await actionOf('finish the refresher')
      await actionOf('send the report')
      await said('my actions')
      assert.deepEqual(await said('yes'), ['asked', 'asked'])
      assert.deepEqual(await said('done'), ['asked', 'asked'])
    })
    it('mean the session that is being written down', async () => {
      await actionOf('finish the refresher')
      await office.teams.say(inTeams(tom), 'reflective on Friday, 45 mins')
      await said('my actions')
      assert.deepEqual(await said('yes'), ['asked'])
    })
  })

  it('“act as” shows an action that waits, as it shows a session', async () => {
    await answerTo('Tom to finish the refresher by Friday')
    await office.teams.say(inTeams(priya), 'save')
    const shown = await office.teams.say(inTeams(priya), 'act as Tom Okafor')
    assert.match(JSON.stringify(shown.at(-1)?.card), /Finish the refresher/)
  })
})
