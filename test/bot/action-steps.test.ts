import assert from 'node:assert/strict'
import { actionGuid, actionsInChat } from '../support/actions-in-chat.ts'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { admin, aisha, gwen, omar, priya, ruth, tom } from '../support/people.ts'

const secret = 'ring the solicitor about X320741'

describe('The steps of an action in Teams', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
    for (const person of [aisha, tom]) await office.teams.say(inTeams(person), 'hello')
  })
  afterEach(() => office.close())

  const { answerTo, kept, shownCard, press, ask, actions, told } = actionsInChat(() => office)
  const steps = () => kept('action_step').map((row) => row.does)

  it('go through every step in words: taken on, more time asked and refused, asked and agreed, handed on, finished', async () => {
    await ask(1, aisha, 'Finish the safeguarding refresher', '2026-11-27')
    assert.match(await answerTo('I’ll do the refresher', inTeams(aisha)), /Action taken on/)
    assert.match(
      await answerTo('I need until 10 December for the refresher, court all week', inTeams(aisha)),
      /More time asked for/,
    )
    assert.match(await answerTo('no more time for the refresher'), /No more time/)
    assert.match(
      await answerTo('can I have until 4 December for the refresher, because of court', inTeams(aisha)),
      /More time asked/,
    )
    assert.match(await answerTo('agree to more time for Aisha'), /Friday 4 December 2026/)
    assert.match(await answerTo('hand the refresher on to Tom', inTeams(aisha)), /Action handed on/)
    await office.service().idle()
    assert.match(told(tom), /An action for you/)
    assert.match(await answerTo('the refresher is done', inTeams(tom)), /✓ Action done/)
    await office.service().idle()
    assert.match(told(priya), /✓ Action done/)
    assert.deepEqual(actions(), [[tom.staffCode, 'done', '2026-12-04', 'Finish the safeguarding refresher']])
    assert.equal(steps().length, 7)
    assert.equal((await office.service().store.audit.verify()).broken, undefined)
  })

  it('of other people’s actions, shown to choose from, leave in the audit trail who looked at which', async () => {
    for (const number of [1, 2]) {
      await ask(number, priya, `Refresher, part ${number}`, '2026-11-27', gwen)
      await press(priya, 'action.hand-on', { action: actionGuid(number), to: aisha.staffCode })
      const more = { action: actionGuid(number), due: '2026-12-10', reason: 'Treatment on Thursdays' }
      await press(aisha, 'action.ask-more-time', more)
    }
    assert.match(await answerTo('agree to more time'), /Several actions fit/)
    const viewed = kept('audit_entry').filter((row) => row.event === 'record.viewed')
    assert.deepEqual(
      viewed.map((row) => [row.actor, row.subject, row.thing, row.detail]).sort(),
      [1, 2].map((number) => [priya.staffCode, aisha.staffCode, actionGuid(number), 'action']),
    )
  })

  it('that need a word more are shown to choose from, and a word more takes the step', async () => {
    await ask(1, aisha, 'Finish the safeguarding refresher')
    await ask(2, aisha, 'Finish the ISP')
    assert.match(await answerTo('I need until Friday, court all week', inTeams(aisha)), /Which action\?/)
    assert.match(await answerTo('the ISP', inTeams(aisha)), /More time asked for[\s\S]*court all week/)
    assert.match(await answerTo('done with the report', inTeams(aisha)), /No open action has those words/)
    assert.deepEqual(steps(), ['ask-more-time'])
    assert.match(await answerTo('done with the ISP', inTeams(tom)), /You have no open action/)
  })

  it('ask for the day and the reason of more time where one is missing, and keep what was given', async () => {
    await ask(1, aisha, 'Finish the refresher', '2026-11-27')
    const asked = await answerTo('I need until Thursday for the refresher', inTeams(aisha))
    assert.match(asked, /no later than it is due already/)
    assert.match(asked, /Please say why/)
    assert.match(asked, /\[Until when: 2026-11-26\]/)
    const forms: [Record<string, unknown>, RegExp][] = [
      [{}, /Please give the day until when you need/],
      [{ due: '2026-11-22', reason: 'Court' }, /no later than it is due/],
      [{ due: ['x'], reason: 'Court' }, /could not read the day/],
      [{ due: '2026-12-10', reason: 'x'.repeat(501) }, /501 characters/],
    ]
    for (const [data, says] of forms)
      assert.match(await press(aisha, 'action.ask-more-time', { action: actionGuid(1), ...data }), says)
    assert.deepEqual(steps(), [])
  })

  it('can be handed on to nobody outside the team, whatever the press says', async () => {
    await ask(1, aisha, 'Finish the refresher')
    for (const to of [omar.staffCode, admin.staffCode, aisha.staffCode, 'N99X999', '']) {
      assert.match(await press(aisha, 'action.hand-on', { action: actionGuid(1), to }), /Please (?:choose|give)/)
    }
    assert.match(await answerTo('hand the refresher on to Omar Saleh', inTeams(aisha)), /within your team/)
    assert.deepEqual(steps(), [])
  })

  it('take no step by anybody whose step it is not, and show nothing to them', async () => {
    await ask(1, aisha, secret, '2026-11-27')
    await press(aisha, 'action.ask-more-time', { action: actionGuid(1), due: '2026-12-10', reason: 'Court' })
    const before = steps()
    const verbs = [
      'confirm',
      'finish',
      'options',
      'ask-more-time',
      'agree-more-time',
      'refuse-more-time',
      'hand-on',
      'withdraw',
      'show',
      'back',
    ]
    for (const verb of verbs) {
      const data = { action: actionGuid(1), due: '2026-12-24', reason: 'Forged', to: tom.staffCode }
      for (const person of [tom, omar, ruth, admin]) {
        assert.doesNotMatch(await press(person, `action.${verb}`, data), /solicitor|X320741|Aisha/)
      }
    }
    for (const verb of ['agree-more-time', 'refuse-more-time', 'withdraw']) {
      assert.match(await press(aisha, `action.${verb}`, { action: actionGuid(1) }), /Nothing was changed/)
    }
    for (const verb of ['confirm', 'finish', 'hand-on', 'ask-more-time']) {
      assert.match(
        await press(priya, `action.${verb}`, { action: actionGuid(1), to: tom.staffCode }),
        /Nothing was changed/,
      )
    }
    assert.deepEqual(steps(), before)
    assert.deepEqual(actions(), [[aisha.staffCode, 'confirmed', '2026-11-27', secret]])
  })

  it('somebody else’s id for a new action changes nothing and shows nothing', async () => {
    await ask(1, aisha, secret)
    const forged = await press(tom, 'action.add', { action: actionGuid(1), owner: tom.staffCode, text: 'Mine now' })
    assert.doesNotMatch(forged, /solicitor|Mine now/)
    assert.deepEqual(actions(), [[aisha.staffCode, 'asked', null, secret]])
  })

  it('a step that is brought twice, or pressed on an older copy, is taken once', async () => {
    const { teams } = office
    await ask(1, aisha, 'Finish the refresher')
    const card = shownCard(inTeams(aisha))
    const pressed = teams.pressFor(inTeams(aisha), card, 'I will do it')
    const first = await teams.postForText(pressed)
    assert.deepEqual(await teams.postForText(pressed), first)
    await press(aisha, 'action.confirm', { action: actionGuid(1) })
    const said = teams.activity(inTeams(aisha), { type: 'message', text: 'done with the refresher' })
    for (const message of [said, said]) await teams.post(message)
    await office.service().idle()
    assert.match(await press(aisha, 'action.finish', { action: actionGuid(1) }), /✓ Action done/)
    assert.deepEqual(steps(), ['confirm', 'finish'])
  })

  it('a step that comes second is decided anew on what the first has left', async () => {
    await ask(1, aisha, 'Finish the refresher')
    const { actions: kept } = office.service().store
    const write = kept.step
    kept.step = async (action, notes) => {
      kept.step = write
      await press(priya, 'action.withdraw', { action: actionGuid(1) })
      return write(action, notes)
    }
    assert.match(await press(aisha, 'action.finish', { action: actionGuid(1) }), /Action no longer needed/)
    assert.deepEqual(steps(), ['withdraw'])
  })

  it('two steps at the same moment come one after the other, and none is lost', async () => {
    await ask(1, aisha, 'Finish the refresher')
    await press(aisha, 'action.ask-more-time', { action: actionGuid(1), due: '2026-12-10', reason: 'Court' })
    const { teams } = office
    const longer = { action: actionGuid(1), due: '2026-12-24', reason: 'Still in court' }
    const presses = [
      teams.pressActivity(inTeams(aisha), 'action.ask-more-time', longer),
      teams.pressActivity(inTeams(priya), 'action.agree-more-time', { action: actionGuid(1) }),
    ]
    await Promise.all(presses.map((one) => teams.post(one)))
    await office.service().idle()
    assert.deepEqual(steps().sort(), ['agree-more-time', 'ask-more-time', 'ask-more-time'])
  })
})
