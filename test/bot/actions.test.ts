import assert from 'node:assert/strict'
import { actionGuid, actionsInChat } from '../support/actions-in-chat.ts'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { aisha, gwen, omar, priya, ruth, tom } from '../support/people.ts'
import { aSessionToSign } from '../support/sessions-in-chat.ts'

describe('Actions in Teams', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
    for (const person of [aisha, tom]) await office.teams.say(inTeams(person), 'hello')
  })
  afterEach(() => office.close())

  const { answerTo, kept, shownCard, press, ask, actions, told } = actionsInChat(() => office)

  it('are added from one sentence and one press, once, and their owner is told once', async () => {
    const { teams } = office
    await teams.say(inTeams(priya), 'Aisha to finish the safeguarding refresher by Friday')
    const pressed = teams.pressFor(inTeams(priya), shownCard(), 'Save')
    const answers = await Promise.all([1, 2, 3].map(() => teams.postForText(pressed)))
    await office.service().idle()
    assert.equal(new Set(answers.map(({ text }) => text)).size, 1)
    assert.deepEqual(actions(), [[aisha.staffCode, 'asked', '2026-11-27', 'Finish the safeguarding refresher']])
    assert.equal(kept('notice').length, 1)
    assert.match(told(aisha), /An action for you/)
  })

  it('of several people are added with one press', async () => {
    assert.match(
      await answerTo('add actions: Aisha: finish the refresher by 4 Dec; Tom: ask HR; me: book the room'),
      /Add 3 actions/,
    )
    assert.match(await answerTo('save'), /Added \(3\)/)
    assert.deepEqual(
      actions().map(([owner, state]) => [owner, state]),
      [
        [aisha.staffCode, 'asked'],
        [tom.staffCode, 'asked'],
        [priya.staffCode, 'confirmed'],
      ],
    )
  })

  const wrong: [string, Record<string, unknown>, RegExp][] = [
    ['nobody to do it', { text: 'Ask HR' }, /Please choose who does it/],
    ['nothing to do', { owner: aisha.staffCode }, /Please say what is to be done/],
    ['too many words', { owner: aisha.staffCode, text: 'x'.repeat(501) }, /501 characters; the most is 500/],
    ['words that are a list', { owner: aisha.staffCode, text: ['x'] }, /could not read what is to be done/],
    ['a day that is over', { owner: aisha.staffCode, text: 'Ask HR', due: '2026-11-21' }, /That day is over/],
    ['a day that is none', { owner: aisha.staffCode, text: 'Ask HR', due: 'Friday' }, /could not read the day/],
    [
      'somebody one may not ask',
      { owner: omar.staffCode, text: 'Ask HR' },
      /to people you manage and to your line manager/,
    ],
    ['somebody unknown', { owner: 'N99X999', text: 'Ask HR' }, /to people you manage and to your line manager/],
  ]
  for (const [what, data, says] of wrong) {
    it(`with ${what} say what to put right, and nothing is kept`, async () => {
      assert.match(await press(priya, 'action.add', { action: actionGuid(1), ...data }), says)
      assert.deepEqual(actions(), [])
    })
  }

  it('cannot be asked of colleagues or of another team, in words or by a forged press', async () => {
    assert.match(await answerTo('Tom to ring HR by Friday', inTeams(aisha)), /Please choose one of them/)
    assert.match(await answerTo('save', inTeams(aisha)), /Please choose who does it/)
    assert.match(await ask(1, tom, 'Ring HR', undefined, aisha), /Please choose one of them/)
    assert.deepEqual(actions(), [])
  })

  it('are listed to their owner, to who asked and to the owner’s manager, who is written down', async () => {
    await ask(1, aisha, 'Finish the refresher', '2026-12-04')
    await press(gwen, 'action.add', { action: actionGuid(2), owner: priya.staffCode, text: 'Send the figures' })
    assert.match(await answerTo('my actions', inTeams(aisha)), /For you to do \(1\)[\s\S]*Finish the refresher/)
    const mine = await answerTo('my actions')
    assert.match(
      mine,
      /For you to do \(1\)[\s\S]*Send the figures[\s\S]*You asked of others \(1\)[\s\S]*Finish the refresher/,
    )
    assert.match(
      await answerTo('what’s outstanding for Aisha?'),
      /To do \(1\)[\s\S]*It is written down that you looked/,
    )
    assert.match(await answerTo('what did I ask of Aisha?'), /You asked for \(1\)/)
    assert.doesNotMatch(await answerTo('show me Aisha Khan’s actions', inTeams(tom)), /refresher/)
    const viewed = kept('audit_entry').filter((row) => row.event === 'record.viewed')
    assert.deepEqual(
      viewed.map((row) => [row.actor, row.subject, row.detail]),
      [[priya.staffCode, aisha.staffCode, 'actions']],
    )
  })

  it('that wait stand under what is waiting', async () => {
    await ask(1, aisha, 'Finish the refresher')
    assert.match(await answerTo('what is waiting for me?', inTeams(aisha)), /Finish the refresher/)
    await press(aisha, 'action.ask-more-time', { action: actionGuid(1), due: '2026-12-10', reason: 'Court' })
    assert.match(await answerTo('what is waiting for me?'), /Finish the refresher/)
  })

  it('agreed in a session say so, and only its two people may add one there', async () => {
    const { id } = await aSessionToSign(office)
    assert.equal(await press(priya, 'action.new', { session: id }), 'Shown below.')
    assert.match(told(priya), /Agreed in this session[\s\S]*Who does it: Aisha Khan/)
    assert.match(await press(tom, 'action.new', { session: id }), /cannot find that session/)
    const forged = { action: actionGuid(1), session: id, owner: tom.staffCode, text: 'x' }
    assert.match(await press(tom, 'action.add', forged), /cannot find that session/)
    assert.match(
      await press(aisha, 'action.add', { action: actionGuid(2), session: id, owner: priya.staffCode, text: 'Ask HR' }),
      /From: A supervision session/,
    )
    assert.deepEqual(
      kept('action').map((row) => row.from_session),
      [id],
    )
    await press(aisha, 'action.add', { action: actionGuid(3), session: id, owner: priya.staffCode, text: 'Ask IT' })
    assert.deepEqual(
      kept('action')
        .map(({ text }) => text)
        .sort(),
      ['Ask HR', 'Ask IT'],
      'the second action of a session is kept beside the first',
    )
  })

  it('wait for somebody who could not be reached, and the newest word alone is told', async () => {
    const { store } = office.service()
    office.teams.fails(() => ({ status: 403, body: { error: { code: 'BotNotInConversationRoster' } } }))
    await ask(1, ruth, 'Send the figures', undefined, gwen)
    assert.equal((await store.notices.undelivered(ruth.staffCode)).length, 1)
    await press(gwen, 'action.withdraw', { action: actionGuid(1) })
    const waiting = await store.notices.undelivered(ruth.staffCode)
    assert.equal(waiting.length, 1)
    office.teams.fails(() => undefined)
    await office.teams.say(inTeams(ruth), 'hello')
    await office.service().idle()
    assert.match(told(ruth), /Action no longer needed/)
  })
})
