import assert from 'node:assert/strict'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { aisha, priya, quinn, ruth, tom } from '../support/people.ts'
import { refreshOf, teamChat } from '../support/team-chat.ts'

const refresher = 'everyone to finish the domestic abuse refresher by 12 December'

describe('What a team action does not hold', () => {
  let office: Office
  const chat = teamChat(() => office)
  beforeEach(async () => {
    office = await anOffice()
    chat.gathers(priya, aisha, tom, ruth)
  })
  afterEach(() => office.close())

  const refused: [string, string, RegExp][] = [
    ['a case', 'everyone to look at X320741 by Friday', /names a case/],
    ['a case with a stop', 'everyone to look at X.320741 by Friday', /names a case/],
    ['a case in pieces', 'everyone to look at X3207-41 by Friday', /names a case/],
    ['a case as part of a word', 'everyone to look at the X320741s breach by Friday', /names a case/],
    ['a case in another alphabet', 'everyone to look at Х320741 by Friday', /names a case/],
    ['a sick note of who is asked', 'Tom to bring his sick note by Friday', /record of one person/],
    ['a capability plan of who is asked', 'Tom to agree his capability plan by Friday', /record of one person/],
    ['a case with a space', 'everyone to look at x 320741 by Friday', /names a case/],
    ['a kind and people named', 'add an action: Tom and Aisha to finish the RCAT by Friday', /record of one person/],
    ['a kind and a name', 'everyone to read Aisha’s reflective by Friday', /record of one person/],
    ['a session of somebody', 'Tom and Aisha to have a reflective on Friday', /personal chat/],
    ['the leave of somebody', 'everyone to know that Aisha is off sick until Friday', /record of one person/],
    ['a day that is over', 'everyone to read the policy by 1 January 2026', /day is over/],
    ['a day that is none', 'everyone to read the policy by 31 November', /in no calendar/],
    ['nothing to do', 'team action: everyone to', /What is to be done\?/],
    ['far too many words', `everyone to read ${'x'.repeat(600)} by Friday`, /the most is 500/],
    ['a leave of somebody', 'Aisha is off sick until Friday', /personal chat/],
  ]
  for (const [what, text, says] of refused) {
    it(`keep nothing that holds ${what}, and say so without repeating it`, async () => {
      const answer = await chat.says(priya, text)
      assert.match(answer, says)
      assert.doesNotMatch(answer, /320741|Khan|Okafor/)
      assert.equal(chat.kept('team_action').length, 0)
    })
  }

  it('about a kind of session or the work without a name, or a name without these, are welcome', async () => {
    assert.match(await chat.says(priya, 'everyone to check their workload by Friday'), /Check their workload/)
    assert.match(await chat.says(priya, 'anyone to send Aisha the rota'), /Send Aisha the rota/)
    assert.match(await chat.says(priya, 'everyone to log the monthly by Friday'), /Log the monthly/)
  })

  it('may have a day in figures', async () => {
    assert.match(await chat.says(priya, 'everyone to read the policy by 12/12/26'), /Read the policy/)
    assert.match(await chat.says(priya, 'everyone to read chapter 4 by 12.12.2026'), /Read chapter 4/)
  })

  it('are not asked where it cannot be read who is there', async () => {
    office.teams.fails((call) => (call.kind === 'members' ? { status: 500 } : undefined))
    assert.match(await chat.says(priya, refresher), /could not read who is in this chat/)
    assert.match(
      await chat.says(priya, 'Tom and Aisha to read the new policy'),
      /2 people/,
      'her own staff she may name',
    )
  })

  it('are not asked in a personal chat, where it is said how', async () => {
    const [answer] = await office.teams.say(inTeams(priya), 'everyone to finish the refresher by Friday')
    assert.match(answer?.text ?? '', /in the group chat or channel/)
  })

  it('leave every other button and question as it was: refused', async () => {
    await chat.says(priya, refresher)
    for (const verb of ['session.show', 'action.confirm', 'team-action.nothing', undefined]) {
      const { data } = refreshOf(chat.newest().card)
      const press = { ...office.teams.pressActivity(inTeams(tom), verb, data), ...office.teams.inCompany('groupChat') }
      assert.match(await chat.send(press), /personal chat/)
    }
    for (const text of ['what is waiting for me?', 'what has Aisha had this year?', 'my team', 'give me a copy']) {
      assert.match(await chat.says(priya, text), /personal chat/)
    }
  })

  it('answer a client that presses with a message in a sentence that names nobody', async () => {
    await chat.says(priya, refresher)
    const { data } = refreshOf(chat.newest().card)
    const message = {
      type: 'message',
      value: { verb: 'team-action.confirm', ...data },
      ...office.teams.inCompany('groupChat'),
    }
    await office.teams.post(office.teams.activity(inTeams(tom), message))
    await office.service().idle()
    assert.deepEqual(chat.confirmed(), [tom.staffCode])
    assert.match(chat.seen().at(-1)?.text ?? '', /The card shows how it stands/)
  })

  it('put no case and nothing of anybody’s record into the chat, whatever is said', async () => {
    await chat.says(priya, refresher)
    for (const text of ['show our team actions', 'what is RCAT?', 'everyone to read X320741', 'done', 'close it']) {
      await chat.says(quinn, text)
    }
    const all = JSON.stringify(chat.seen())
    assert.doesNotMatch(all, /[A-Z]\d{6}/)
    assert.doesNotMatch(all, /Khan|Okafor|Abel|Marsh/)
  })
})
