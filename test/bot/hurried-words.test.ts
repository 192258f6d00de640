import assert from 'node:assert/strict'
import { anOffice, type Office } from '../support/office.ts'
import { aisha, aPerson, officePeople, priya, tom } from '../support/people.ts'
import { talking } from '../support/talking.ts'

const imran = aPerson({ staffCode: 'N03A021', name: 'Imran Shah', managerStaffCode: priya.staffCode })

describe('What is said in a hurry', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice({ people: [...officePeople, imran] })
  })
  afterEach(() => office.close())
  const { answerTo, openDraft, drafts, kept } = talking(() => office)
  const reflective = () => answerTo('reflective with Aisha on Friday, 45 mins')

  for (const name of ['Aisha', 'Imran', 'Aisha Khan', 'Tom']) {
    it(`“${name} to finish … by Friday” is an action, whether a booking or a session is open`, async () => {
      await answerTo('book a monthly with Tom on Thursday at 2')
      assert.match(await answerTo(`${name} to finish the safeguarding refresher by Friday`), /action/i)
      await reflective()
      await answerTo('boundaries')
      assert.match(await answerTo(`${name} to finish OASys by Friday`), /action/i)
      assert.deepEqual(openDraft()?.answers, { theme: 'boundaries' })
    })
  }
  it('a note that says among other things what somebody is to do stays a note', async () => {
    await reflective()
    const note = 'We talked of pace. Imran to finish OASys by Friday, and Aisha will sit in'
    await answerTo(note)
    assert.deepEqual(openDraft()?.answers, { theme: note })
  })

  it('“Caseload to drop by Friday” names nobody and is a note', async () => {
    await reflective()
    await answerTo('Caseload to drop by Friday')
    assert.deepEqual(openDraft()?.answers, { theme: 'Caseload to drop by Friday' })
  })

  for (const words of ['observation of Imran on Thursday 50 mins', 'Imran observation Thursday 50 mins']) {
    it(`“${words}” begins another session, and the first one stays`, async () => {
      await reflective()
      await answerTo(words)
      assert.deepEqual(
        drafts().map(({ other, answers }) => [other, answers]),
        [
          [aisha.staffCode, {}],
          [imran.staffCode, {}],
        ],
      )
    })
  }
  for (const note of [
    'observation of Imran on Thursday went really well',
    'Observation of Imran on Thursday, 50 mins: he asked good questions and we compared it with her own style',
    'observation of Aisha on Thursday 50 mins',
  ]) {
    it(`“${note}” is a note`, async () => {
      await reflective()
      await answerTo(note)
      assert.equal(drafts().length, 1)
      assert.equal(Object.keys(Object(openDraft()?.answers)).length, 1)
    })
  }

  for (const words of [
    'no wait wrong person, it was Tom',
    'wrong person, it was Tom',
    'actually make it Tom',
    'I meant Tom',
    'sorry, I meant Tom Okafor',
  ]) {
    it(`“${words}” changes the person of the open session and nothing else`, async () => {
      await reflective()
      await answerTo(words)
      assert.equal(openDraft()?.other, tom.staffCode)
      assert.deepEqual([openDraft()?.answers, openDraft()?.minutes], [{}, 45])
    })
  }
  it('“actually make it clearer” names nobody and is a note', async () => {
    await reflective()
    await answerTo('actually make it clearer')
    assert.deepEqual(
      [openDraft()?.other, openDraft()?.answers],
      [aisha.staffCode, { theme: 'actually make it clearer' }],
    )
  })

  it('“Case X320741” answers the question which case it was', async () => {
    await reflective()
    await answerTo('Case X320741')
    assert.deepEqual(openDraft()?.answers, { theme: 'Case X320741' })
    assert.deepEqual(openDraft()?.crns, ['X320741'])
  })
  it('“all good” rates everything that is asked, and saves nothing', async () => {
    await answerTo('rcat with Tom on Friday, 75 mins, X320741, case: X320741')
    await answerTo('all good')
    const answers = Object(openDraft()?.answers)
    assert.deepEqual(
      ['assessment', 'planning', 'implementation', 'reviewing', 'outcomes'].map((id) => answers[id]),
      Array(5).fill('good'),
    )
    assert.equal(kept('supervision').length, 0)
  })
  it('“not yet ready” says that they are not yet ready', async () => {
    await answerTo('competency with Tom on Friday, 75 mins')
    await answerTo('the portfolio')
    await answerTo('not yet ready')
    assert.equal(Object(openDraft()?.answers).ready, 'not-yet')
  })
  it('“perf with Imran thurs 1hr” begins a performance session', async () => {
    await answerTo('perf with Imran thurs 1hr')
    const { other, kinds, heldOn, minutes } = Object(openDraft())
    assert.deepEqual([other, kinds, heldOn, minutes], [imran.staffCode, ['performance'], '2026-11-19', 60])
  })
  it('“wots overdue for tom” asks what is overdue', async () => {
    assert.match(await answerTo('wots overdue for tom'), /What is due[\s\S]*Tom Okafor/)
  })
  for (const words of ['send me the ics', 'ics pls', 'can I have the calendar file?']) {
    it(`“${words}” shows what is booked, with its calendar file`, async () => {
      await answerTo('book a monthly with Tom on Thursday at 2')
      await answerTo('book it')
      assert.match(await answerTo(words), /26 November 2026[\s\S]*alendar/)
    })
  }
})
