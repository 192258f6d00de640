import assert from 'node:assert/strict'
import { cardInWords } from '../../cards/card-in-words.ts'
import { day } from '../support/days.ts'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { admin, aisha, gwen, omar, priya, ruth, tom } from '../support/people.ts'
import { answerOf } from '../support/sessions-in-chat.ts'
import { talking } from '../support/talking.ts'

const guid = '00000000-0000-4000-8000-0000000000d1'

describe('Cover in Teams', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
    for (const person of [ruth, gwen]) await office.teams.say(inTeams(person), 'hello')
  })
  afterEach(() => office.close())

  const { answerTo, kept, shownCard } = talking(() => office)
  const record = 'what has Aisha had this year?'
  const refused = /so I cannot show you that one/
  const coverFrom = async (from: string, to: string) => {
    const data = { cover: guid, manager: priya.staffCode, by: ruth.staffCode, from, to }
    await office.teams.post(office.teams.pressActivity(inTeams(priya), 'cover.save', data))
    await office.service().idle()
  }

  it('gives whoever covers the rights of the line manager on those days, and takes them away by itself', async () => {
    assert.match(await answerTo(record, inTeams(ruth)), refused)
    await coverFrom('2026-11-22', '2026-11-22')
    assert.doesNotMatch(await answerTo(record, inTeams(ruth)), refused)
    assert.match(await answerTo('who is off today?', inTeams(ruth)), /Ruth Abel|You covers|Cover/)
    const { absences } = office.service().store
    assert.deepEqual(await absences.coversOn(day('2026-11-23')), [])
  })

  it('that begins tomorrow or is over gives nothing today', async () => {
    await coverFrom('2026-11-23', '2026-11-27')
    assert.match(await answerTo(record, inTeams(ruth)), refused)
  })

  it('ends when it is ended, and whoever covered is told', async () => {
    await coverFrom('2026-11-22', '2026-11-27')
    assert.match(cardInWords(shownCard(inTeams(ruth)).card as never), /You cover a team/)
    assert.match(await answerTo('end the cover'), /This cover has ended/)
    await office.service().idle()
    assert.match(cardInWords(shownCard(inTeams(ruth)).card as never), /This cover has ended/)
    assert.match(await answerTo(record, inTeams(ruth)), refused)
  })

  it('can be arranged by nobody but the manager, their manager and an administrator', async () => {
    const { teams } = office
    for (const person of [ruth, aisha, tom, omar]) {
      const data = { cover: guid, manager: priya.staffCode, by: ruth.staffCode, from: '2026-11-22', to: '2026-11-27' }
      const { says } = answerOf(await teams.post(teams.pressActivity(inTeams(person), 'cover.save', data)))
      assert.match(says ?? '', /cannot say who covers/)
    }
    assert.match(await answerTo('I’m covering for Priya next week', inTeams(ruth)), /cannot say who covers/)
    assert.deepEqual(kept('cover'), [])
    for (const person of [gwen, admin]) {
      await answerTo('Ruth Abel covers for Priya until Friday', inTeams(person))
      assert.match(await answerTo('save', inTeams(person)), /Recorded/)
    }
    assert.equal(kept('cover').length, 2)
  })

  it('is recorded once, however often it is pressed or brought, and both people are told once', async () => {
    const { teams } = office
    await answerTo('Ruth covers for Priya until Friday', inTeams(gwen))
    const pressed = teams.pressFor(inTeams(gwen), shownCard(inTeams(gwen)), 'Save')
    const answers = await Promise.all([1, 2, 3].map(() => teams.postForText(pressed)))
    assert.equal(new Set(answers.map(({ text }) => text)).size, 1)
    await office.service().idle()
    assert.equal(kept('cover').length, 1)
    assert.deepEqual(
      kept('notice')
        .map((row) => row.to_code)
        .sort(),
      [priya.staffCode, ruth.staffCode].sort(),
    )
  })

  it('by an officer is left out and said to be, with who could, and a bare name then sets it while a session is open', async () => {
    await answerTo('monthly with Aisha on Friday')
    const form = await answerTo('I am on leave next week, Tom covers')
    assert.match(form, /Only a senior probation officer or a head of PDU can cover[\s\S]*Tom Okafor is left out/)
    assert.match(form, /You can name (?:Gwen Ellis or Ruth Abel|Ruth Abel or Gwen Ellis)/)
    const named = await answerTo('ruth')
    assert.match(named, /Record time away/)
    assert.doesNotMatch(named, /left out/)
    assert.match(await answerTo('save'), /Cover: Ruth Abel/)
    assert.deepEqual(
      kept('cover').map((row) => row.by_code),
      [ruth.staffCode],
    )
    assert.deepEqual(kept('session'), [])
  })

  it('for somebody without a team is left out and said to be', async () => {
    assert.match(await answerTo('I am on leave next week, Ruth covers', inTeams(aisha)), /Ruth Abel is left out/)
    assert.match(await answerTo('save', inTeams(aisha)), /Recorded/)
    assert.deepEqual(kept('cover'), [])
  })

  it('of a shorter leave is as short as the leave, and ends with a leave that is taken back', async () => {
    await answerTo('I am on leave from tomorrow to Friday, Ruth covers')
    await answerTo('save')
    assert.match(await answerTo('change my leave to Wednesday to Friday'), /First day away: 2026-11-25/)
    assert.match(await answerTo('save'), /Cover: Ruth Abel, Wednesday 25 November 2026/)
    const { absences } = office.service().store
    const inForce = async (text: string) => (await absences.coversOn(day(text))).length
    assert.deepEqual([await inForce('2026-11-23'), await inForce('2026-11-25')], [0, 1])
    await answerTo('cancel my leave')
    assert.deepEqual([await inForce('2026-11-23'), await inForce('2026-11-25')], [0, 0])
  })
})
