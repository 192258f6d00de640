import assert from 'node:assert/strict'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { admin, aisha, omar, priya, ruth, tom } from '../support/people.ts'
import { talking } from '../support/talking.ts'

const guid = '00000000-0000-4000-8000-0000000000d1'

describe('Time away in Teams', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
  })
  afterEach(() => office.close())

  const { answerTo, kept, press, shownCard } = talking(() => office)
  const absences = () =>
    kept('absence').map((row) => [row.person, row.from_day, row.to_day, row.reason, row.ended_at === null])
  const events = () => kept('audit_entry').map((row) => row.event)

  it('is recorded by a person for themself, by a manager for their staff and by an administrator for anybody', async () => {
    for (const [person, text] of [
      [aisha, 'I am on leave next week'],
      [priya, 'Tom is off sick until Friday'],
      [admin, 'Omar Saleh is on leave from 1 to 12 December'],
    ] as const) {
      await answerTo(text, inTeams(person))
      assert.match(await answerTo('save', inTeams(person)), /Recorded/)
    }
    assert.deepEqual(absences(), [
      [aisha.staffCode, '2026-11-23', '2026-11-27', 'leave', true],
      [tom.staffCode, '2026-11-22', '2026-11-27', 'sick', true],
      [omar.staffCode, '2026-12-01', '2026-12-12', 'leave', true],
    ])
  })

  it('of somebody one does not manage is refused, in words and by a forged press, and nothing is kept', async () => {
    const refused = /for yourself and for people you manage/
    assert.match(await answerTo('Priya is off sick', inTeams(aisha)), refused)
    assert.match(await answerTo('Aisha Khan is off sick', inTeams(ruth)), refused)
    assert.match(
      await press(tom, 'absence.save', { absence: guid, person: aisha.staffCode, from: '2026-11-22' }),
      refused,
    )
    assert.deepEqual(kept('absence'), [])
    assert.equal(events().filter((event) => event === 'refused').length, 3)
  })

  it('says nothing to others: not in words, not by a forged press', async () => {
    await press(priya, 'absence.save', { absence: guid, person: aisha.staffCode, from: '2026-11-22', reason: 'sick' })
    assert.doesNotMatch(await answerTo('is Aisha Khan off?', inTeams(tom)), /sick|22 Nov/i)
    assert.doesNotMatch(await answerTo('who is off?', inTeams(tom)), /Aisha|Sick,/)
    for (const verb of ['absence.show', 'absence.edit', 'absence.back', 'absence.take-back']) {
      assert.doesNotMatch(await press(tom, verb, { absence: guid }), /Aisha|sick/i)
    }
    assert.deepEqual(absences(), [[aisha.staffCode, '2026-11-22', null, 'sick', true]])
  })

  it('keeps no word of an illness anywhere', async () => {
    assert.match(await answerTo('Aisha is off sick with a migraine until Friday'), /That is not kept/)
    await answerTo('save')
    assert.doesNotMatch(
      JSON.stringify([kept('absence'), kept('state'), kept('audit_entry'), kept('notice')]),
      /migraine/i,
    )
  })

  it('is recorded once and told once, however often it is pressed, brought or said', async () => {
    const { teams } = office
    await teams.say(inTeams(priya), 'Aisha is off sick until Friday')
    const pressed = teams.pressFor(inTeams(priya), shownCard(), 'Save')
    const answers = await Promise.all([1, 2, 3].map(() => teams.postForText(pressed)))
    assert.equal(new Set(answers.map(({ text }) => text)).size, 1)
    await press(priya, 'absence.save', { absence: kept('absence')[0]?.id, person: aisha.staffCode, from: '2026-12-24' })
    assert.deepEqual(absences(), [[aisha.staffCode, '2026-11-22', '2026-11-27', 'sick', true]])
    assert.equal(kept('notice').length, 1)
    assert.equal(events().filter((event) => event === 'absence.recorded').length, 1)
  })

  it('that was said wrong can be put right before it is saved', async () => {
    await answerTo('Aisha is off until Friday')
    assert.match(await answerTo('until Thursday'), /Last day away \(empty if not known\): 2026-11-26/)
    assert.match(await answerTo('it is annual leave'), /Reason: Leave/)
    await answerTo('yes')
    assert.deepEqual(absences(), [[aisha.staffCode, '2026-11-22', '2026-11-26', 'leave', true]])
    await answerTo('Tom is off tomorrow')
    assert.match(await answerTo('no'), /Nothing was recorded/)
    assert.equal(kept('absence').length, 1)
  })

  const wrong: [string, Record<string, unknown>, RegExp][] = [
    ['no first day', {}, /Please give the first day/],
    ['a day that is none', { from: '2026-02-30' }, /could not read the first day/],
    ['a day that is a list', { from: ['2026-11-22'] }, /could not read the first day/],
    ['days the wrong way round', { from: '2026-11-22', to: '2026-11-01' }, /last day is before the first/],
    ['a day of long ago', { from: '2020-01-01' }, /more than a year ago/],
    ['a reason there is none of', { from: '2026-11-22', reason: 'broken leg' }, /could not read the reason/],
    ['a cover without an end', { from: '2026-11-22', cover: ruth.staffCode }, /A cover needs an end/],
    ['a cover by oneself', { from: '2026-11-22', to: '2026-11-27', cover: priya.staffCode }, /for themself/],
    [
      'a cover by an officer',
      { from: '2026-11-22', to: '2026-11-27', cover: aisha.staffCode },
      /Only a senior probation officer/,
    ],
    ['a cover by nobody known', { from: '2026-11-22', to: '2026-11-27', cover: 'N99X999' }, /cannot name who covers/],
  ]
  for (const [what, data, says] of wrong) {
    it(`with ${what} says what to put right, and keeps nothing`, async () => {
      assert.match(await press(priya, 'absence.save', { absence: guid, person: priya.staffCode, ...data }), says)
      assert.deepEqual(kept('absence'), [])
      assert.deepEqual(kept('cover'), [])
    })
  }

  it('goes on when it is said again with another end', async () => {
    await answerTo('Aisha is off sick until Friday')
    await answerTo('save')
    assert.match(await answerTo('Aisha is off sick until 10 December'), /Change time away/)
    await answerTo('save')
    assert.deepEqual(absences(), [
      [aisha.staffCode, '2026-11-22', '2026-11-27', 'sick', false],
      [aisha.staffCode, '2026-11-22', '2026-12-10', 'sick', true],
    ])
  })

  it('ends the day before somebody is back, and was none when they are back on its first day', async () => {
    await answerTo('Aisha is off sick')
    await answerTo('save')
    assert.match(await answerTo('Aisha is back on Thursday'), /to Wednesday 25 November 2026/)
    assert.match(await answerTo('Aisha is back', inTeams(priya)), /does not count any more/)
    assert.ok(absences().every(([, , , , stands]) => stands === false))
    assert.match(await answerTo('I’m back', inTeams(aisha)), /not recorded as away/)
  })

  it('is asked for without an apostrophe as with one, and at a weekend “this week” is the one that comes', async () => {
    await press(priya, 'absence.save', { absence: guid, person: aisha.staffCode, from: '2026-11-25', to: '2026-11-26' })
    for (const text of ['whos off this week', 'who’s off this week?', 'who is off this week?']) {
      const says = await answerTo(text)
      assert.match(says, /From 22 Nov 2026 to 27 Nov 2026[\s\S]*Aisha Khan/)
    }
    assert.match(await answerTo('whos off'), /Nobody in your team is recorded as away today/)
  })

  it('is shown with a note of who looked, and in a group nothing of it is', async () => {
    await press(priya, 'absence.save', { absence: guid, person: aisha.staffCode, from: '2026-11-22', reason: 'sick' })
    assert.match(await answerTo('who is off today?'), /Aisha Khan/)
    const viewed = kept('audit_entry').filter((row) => row.event === 'record.viewed')
    assert.deepEqual(
      viewed.map((row) => [row.actor, row.subject, row.detail]),
      [[priya.staffCode, aisha.staffCode, 'absence']],
    )
  })
})
