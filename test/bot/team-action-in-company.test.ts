import assert from 'node:assert/strict'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { aisha, gwen, omar, priya, tom } from '../support/people.ts'
import { refreshOf, teamChat } from '../support/team-chat.ts'

const stranger = { name: 'Sandra Unknown', entraObjectId: '9f9f9f9f-0000-4000-8000-000000000001' }
const refresher = 'everyone to finish the domestic abuse refresher by 12 December'

for (const company of ['groupChat', 'channel'] as const) {
  describe(`A team action in a ${company}`, () => {
    let office: Office
    const chat = teamChat(
      () => office,
      () => company,
    )
    beforeEach(async () => {
      office = await anOffice()
      office.teams.gathers(company, [...[priya, aisha, tom].map(inTeams), stranger])
    })
    afterEach(() => office.close())

    it('is one card, which says how many have confirmed and names nobody but who asked', async () => {
      const card = await chat.says(priya, refresher)
      assert.match(card, /Finish the domestic abuse refresher/)
      assert.match(card, /Who: 3 people, each for themself/)
      assert.match(card, /By when: Saturday 12 December 2026/)
      assert.match(card, /● 0 of 3 have confirmed/)
      assert.doesNotMatch(card, /Khan|Okafor/)
      assert.equal(chat.seen().length, 1)
      assert.doesNotMatch(String(chat.newest().summary), /Priya|Khan|Okafor/)
      const calls = office.teams.calls.filter(({ kind }) => kind === 'members')
      assert.equal(calls.length, 2, 'every page of the members is read')
      assert.deepEqual(chat.noted('team-action.asked'), [priya.staffCode])
    })

    it('is confirmed by each for themself, and everybody sees how many have', async () => {
      await chat.says(priya, refresher)
      const mine = await chat.presses(tom, 'I have done it')
      assert.match(mine, /You: You confirmed, 22 November 2026 at 10:00/)
      assert.match(mine, /Still to confirm: Aisha Khan, Priya Nair/)
      assert.match(chat.forAll(), /● 1 of 3 have confirmed/)
      assert.doesNotMatch(chat.forAll(), /Khan|Okafor/)
      assert.equal(chat.seen().length, 1, 'nothing new is posted')
      await chat.presses(aisha, 'I have done it')
      assert.match(await chat.says(priya, 'done'), /^Noted\. 3 of 3 have confirmed\.$/)
      assert.match(chat.forAll(), /✓ Team action complete/)
      assert.doesNotMatch(chat.forAll(), /\(I have done it\)/)
      assert.deepEqual(
        chat.noted('team-action.confirmed'),
        [tom, aisha, priya].map(({ staffCode }) => staffCode),
      )
    })

    it('shows each viewer their own state, which causes nothing', async () => {
      await chat.says(priya, refresher)
      await chat.presses(tom, 'I have done it')
      const message = chat.newest()
      const { userIds } = refreshOf(message.card)
      assert.deepEqual(userIds.sort(), [priya, aisha, tom].map((person) => `29:${person.entraObjectId}`).sort())
      const { changes } = message
      const [calls, trail] = [office.teams.calls.length, chat.kept('audit_entry').length]
      assert.match(await chat.looks(tom), /You: You confirmed, 22 November 2026 at 10:00/)
      assert.doesNotMatch(await chat.looks(tom), /\(I have done it\)|\(Close\)/)
      assert.match(await chat.looks(aisha), /You: You have not confirmed yet[\s\S]*\(I have done it\)/)
      assert.match(await chat.looks(priya), /Still to confirm: Aisha Khan, you[\s\S]*\(Close\)/)
      const outside = await chat.looks(omar)
      assert.match(outside, /1 of 3 have confirmed/)
      assert.doesNotMatch(outside, /Khan|Okafor|You:|\(I have done it\)|\(Close\)/)
      assert.equal(office.teams.calls.length, calls, 'Teams is not called')
      assert.equal(chat.newest().changes, changes)
      assert.equal(chat.kept('audit_entry').length, trail)
      assert.deepEqual(chat.confirmed(), [tom.staffCode])
    })

    it('is not confirmed by a client that sends a button’s press by itself', async () => {
      await chat.says(priya, refresher)
      const press = chat.pressing(tom, 'I have done it', chat.newest(), 'automatic')
      assert.match(await chat.send(press), /up to date/)
      assert.deepEqual(chat.confirmed(), [])
    })

    it('is not for outsiders, who alone hear so', async () => {
      await chat.says(priya, refresher)
      assert.match(await chat.presses(omar, 'I have done it'), /^Only those who were asked/)
      assert.match(await chat.says(omar, 'close it'), /^Only whoever asked/)
      const asStranger = chat.pressing(omar, 'I have done it', chat.newest())
      const from = { id: '29:stranger', aadObjectId: stranger.entraObjectId, name: stranger.name }
      assert.match(await chat.send({ ...asStranger, from }), /I do not know you/)
      assert.deepEqual(chat.confirmed(), [])
      assert.equal(chat.newest().changes, 0)
      assert.ok(chat.noted('refused').includes(omar.staffCode))
    })

    it('has one effect however often the same press comes, and the same answer', async () => {
      await chat.says(priya, refresher)
      const press = chat.pressing(tom, 'I have done it', chat.newest())
      const answers = await Promise.all([1, 2, 3].map(() => office.teams.postForText(press)))
      await office.service().idle()
      assert.equal(new Set(answers.map(({ text }) => text)).size, 1)
      await chat.presses(tom, 'I have done it')
      assert.deepEqual(chat.noted('team-action.confirmed'), [tom.staffCode])
    })

    it('is asked once by a message that comes twice', async () => {
      const message = office.teams.activity(inTeams(priya), {
        type: 'message',
        text: refresher,
        ...office.teams.inCompany(company),
      })
      await Promise.all([1, 2].map(() => office.teams.post(message)))
      await office.restart()
      await office.teams.post(message)
      assert.equal(chat.seen().length, 1)
      assert.equal(chat.kept('team_action').length, 1)
    })

    it('counts two who confirm at the same moment, and the card shows the last state', async () => {
      await chat.says(priya, refresher)
      const presses = [tom, aisha].map((person) => chat.pressing(person, 'I have done it', chat.newest()))
      await Promise.all(presses.map((press) => office.teams.post(press)))
      await office.service().idle()
      assert.match(chat.forAll(), /● 2 of 3 have confirmed/)
      assert.deepEqual(chat.confirmed().sort(), [aisha.staffCode, tom.staffCode])
    })

    it('goes on after a restart', async () => {
      await chat.says(priya, refresher)
      await chat.presses(tom, 'I have done it')
      await office.restart()
      await chat.presses(aisha, 'I have done it')
      assert.match(chat.forAll(), /● 2 of 3 have confirmed/)
      assert.match(
        await chat.says(priya, 'show our team actions'),
        /refresher[\s\S]*2 of 3 have confirmed. Due 12 Dec 2026/,
      )
    })

    it('is closed by who asked, with the record; whoever comes late hears by whom and when', async () => {
      await chat.says(priya, refresher)
      const old = structuredClone(chat.newest())
      await chat.presses(tom, 'I have done it')
      const asked = await chat.looks(priya)
      assert.match(asked, /\(Close\)/)
      assert.match(await chat.says(priya, 'close it'), /■ Team action closed/)
      assert.match(chat.forAll(), /Closed: by Priya Nair, 22 November 2026 at 10:00/)
      assert.match(chat.forAll(), /✓ Tom Okafor, 22 November 2026 at 10:00/)
      assert.match(chat.forAll(), /○ Aisha Khan did not confirm/)
      assert.doesNotMatch(chat.forAll(), /\(I have done it\)|\(Close\)/)
      const [first] = chat.seen()
      assert.match(chat.words(first?.card), /further down/, 'the old copy can only be read')
      const late = await chat.presses(aisha, 'I have done it', old)
      assert.match(late, /This was closed by Priya Nair, 22 November 2026 at 10:00, before you confirmed/)
      assert.match(await chat.says(aisha, 'done'), /^This was closed by Priya Nair, 22 November 2026 at 10:00/)
      assert.deepEqual(chat.confirmed(), [tom.staffCode])
      assert.deepEqual(chat.noted('team-action.closed'), [priya.staffCode])
    })

    it('is closed by the line manager of who asked too, by a press, and by nobody else', async () => {
      await chat.says(tom, 'Aisha and me to read the new policy')
      const message = chat.newest()
      const { data } = refreshOf(message.card)
      const close = (person: typeof priya) => ({
        ...office.teams.pressActivity(inTeams(person), 'team-action.close', data, message.id),
        ...office.teams.inCompany(company),
      })
      assert.match(await chat.send(close(aisha)), /^Only whoever asked/)
      assert.match(await chat.send(close(gwen)), /^Only whoever asked/)
      assert.match(await chat.send(close(priya)), /■ Team action closed/)
      assert.match(chat.forAll(), /Closed: by the line manager of whoever asked/, 'she was not asked there')
      assert.match(await chat.send(close(tom)), /closed already/)
    })
  })
}
