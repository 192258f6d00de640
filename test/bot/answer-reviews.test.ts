import assert from 'node:assert/strict'
import { aisha, allocating, aSampleOffice, eleanor, priya, tom } from '../support/allocating-in-chat.ts'
import { heldBy } from '../support/cases-in-chat.ts'
import { inTeams, type Office } from '../support/office.ts'
import { answerOf } from '../support/sessions-in-chat.ts'

describe('A review that is answered in chat', () => {
  let office: Office
  const { ask, presses, shown, notesOf, kept, sentTo } = allocating(() => office)
  const overdue = /^(X\d{6}), .*OASys, by .* \| ▲/m
  let crn = ''

  beforeEach(async () => {
    office = await aSampleOffice()
    await office.service().goRound()
    crn = overdue.exec(await ask(tom, 'overdue oasys'))?.[1] ?? ''
    assert.notEqual(crn, '')
  })
  afterEach(() => office.close())
  const form = async (person = tom) => {
    const title = /\((OASys, [^)]+)\)/.exec(await ask(person, `reviews of ${crn}`))?.[1] ?? ''
    await presses(person, title)
  }
  /** Without unpaid work. */
  const plain = heldBy(tom).find(
    (one) =>
      one.requirements.every(({ code }) => code !== 'W') && !one.inCustody && !one.contactSuspended && !one.endedOn,
  )?.crn
  const saidOf = () => kept('review_answer').map(({ said, on_day, reason, by_code }) => [said, on_day, reason, by_code])
  const listed = async (person = tom) => (await ask(person, 'overdue OASys for Tom Okafor')).includes(crn)

  it('as done stays quiet, for its holder and in the team’s list, and the card of the case says so', async () => {
    assert.match(await ask(priya, 'overdue oasys in my team'), new RegExp(crn))
    assert.match(await ask(tom, `oasys for ${crn} done on 12 November`), /Kept as done/)
    assert.deepEqual(saidOf(), [['done', '2026-11-12', null, tom.staffCode]])
    assert.match(await ask(tom, 'overdue oasys'), /1 more was answered here/)
    assert.equal(await listed(priya), false)
    assert.doesNotMatch(await ask(priya, 'overdue oasys in my team'), new RegExp(crn))
    assert.match(
      await ask(tom, `reviews of ${crn}`),
      /Said to be done on 12 Nov 2026\. The case services do not show it yet/,
    )
  })

  it('as booked needs a day, by words and on the card', async () => {
    assert.match(await ask(tom, `the oasys for ${crn} is booked`), /Please give the day it is booked for/)
    assert.match(await ask(tom, `the oasys for ${crn} is booked for 1 November 2026`), /has passed/)
    await form()
    assert.match(await presses(tom, 'Booked'), /Please give the day it is booked for/)
    assert.deepEqual(saidOf(), [])
    assert.match(await presses(tom, 'Booked', { on: '2026-12-03' }), /Kept as booked/)
    assert.deepEqual(saidOf(), [['booked', '2026-12-03', null, tom.staffCode]])
  })

  it('as not needed needs a reason, which is in the record and not in the audit trail', async () => {
    await form()
    assert.match(await presses(tom, 'Not needed', { on: '2026-11-12' }), /Please say why it is not needed/)
    const notes = await notesOf(() => presses(tom, 'Not needed', { reason: 'The order was revoked' }))
    assert.deepEqual(notes, [`review.answered ${tom.staffCode} ${tom.staffCode} oasys not-needed`])
    assert.deepEqual(saidOf(), [['not-needed', null, 'The order was revoked', tom.staffCode]])
    assert.doesNotMatch(JSON.stringify(kept('audit_entry')), /revoked|X\d{6}/)
  })

  it('as not theirs goes to the line manager, who still sees it', async () => {
    await office.teams.say(inTeams(priya), 'hello')
    assert.match(
      await ask(tom, `oasys for ${crn} is not mine, he lives in Leeds`),
      /Your line manager is asked to look at it/,
    )
    await office.service().idle()
    assert.match(
      shown(priya),
      new RegExp(
        `# A review needs somebody\nSaid by: Tom Okafor\n(?:.*\n)*Case: ${crn}\n(?:.*\n)*Why: he lives in Leeds`,
      ),
    )
    assert.doesNotMatch(office.teams.lastCard(inTeams(priya))?.summary ?? '', /Okafor|X\d{6}/)
    assert.equal(await listed(), false)
    assert.match(await ask(priya, 'overdue OASys for Tom Okafor'), new RegExp(`${crn}, .*said not to be theirs`))
  })

  it('as not theirs says no more than that access is restricted to a line manager who may not see the case', async () => {
    const hidden = heldBy(aisha).find(({ excludedFrom }) => excludedFrom.includes(priya.staffCode))
    assert.ok(hidden)
    await office.teams.say(inTeams(priya), 'hello')
    assert.match(await ask(aisha, `oasys for ${hidden.crn} is not mine`), /Your line manager is asked/)
    await office.service().idle()
    assert.match(shown(priya), /# A review needs somebody\nSaid by: Aisha Khan\nAccess is restricted\.$/m)
    for (const words of [hidden.crn, hidden.name]) assert.ok(!sentTo(priya).includes(words))
  })

  it('is answered by the line manager too, who cannot say that it is not theirs', async () => {
    await form(priya)
    assert.doesNotMatch(shown(priya), /\(Not mine\)/)
    assert.match(await ask(priya, `oasys for ${crn} is not mine`), /Only whoever holds the case/)
    assert.match(await ask(priya, `oasys for ${crn} not needed: he died`), /Kept as not needed/)
    assert.equal(await listed(), false)
    assert.match(await ask(tom, 'who has looked at my record?'), /reviews of your cases/)
    assert.match(await ask(eleanor, `oasys for ${crn} done today`), /I find no case/)
  })

  it('has one effect, also when the same is pressed again', async () => {
    await form()
    const { teams } = office
    const card = teams.lastCard(inTeams(tom))
    assert.ok(card)
    const press = () => teams.press(inTeams(tom), card, 'Done', { on: '2026-11-12' })
    const answers = [answerOf(await press()), answerOf(await press())]
    assert.deepEqual(answers[0], answers[1])
    assert.equal(kept('review_answer').length, 1)
  })

  it('is in the copy of the record, and nothing is kept where the review is not due any more', async () => {
    await ask(tom, `oasys for ${crn} done on 12 November`)
    assert.match(await ask(tom, 'what do you hold about me and for how long?'), /What was said of reviews: 1/)
    assert.match(await ask(tom, `unpaid work for ${plain} done today`), /Nothing is due there, so I kept nothing/)
    assert.equal(kept('review_answer').length, 1)
  })
})
