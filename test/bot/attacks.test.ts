import assert from 'node:assert/strict'
import { readIncoming } from '../../bot/incoming.ts'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { aisha, omar, priya, tom } from '../support/people.ts'

const wellbeing = 'Sleeping badly since the move'

describe('What somebody might try', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
    await office.teams.say(inTeams(aisha), 'hello')
  })
  afterEach(() => office.close())
  const store = () => office.service().store

  async function aSavedMonthly(): Promise<{ draft: string }> {
    const { teams } = office
    await teams.say(
      inTeams(priya),
      `monthly with Aisha on Friday, 45 mins, workload: high. cases: two. wellbeing: ${wellbeing}`,
    )
    const [draft] = await store().drafts.openOf(priya.staffCode)
    await teams.say(inTeams(priya), 'save')
    return { draft: draft?.id ?? '' }
  }

  it('a message made to take long to read is read at once', () => {
    const text = `${'<at'.repeat(40_000)}x`
    const hostile = (mention: string) => ({
      type: 'message',
      channelId: 'msteams',
      serviceUrl: 'https://smba.trafficmanager.net/uk/',
      from: { id: '29:x' },
      conversation: { id: 'c' },
      text,
      entities: Array.from({ length: 200 }, () => ({ type: 'mention', text: mention, mentioned: { id: 'y' } })),
    })
    const started = performance.now()
    readIncoming(hostile('<at'.repeat(40_000)))
    readIncoming(hostile('<at'.repeat(99)))
    assert.ok(performance.now() - started < 2000)
    const read = readIncoming({ ...hostile("$'$'"), text: "a $'$' b" })
    assert.equal(read?.kind === 'text' && read.text, "a $'$' b")
  })

  it('a saved session does not come out in a group by pressing its button there', async () => {
    const { draft } = await aSavedMonthly()
    const { teams } = office
    const group = { id: '19:group', conversationType: 'groupChat', isGroup: true, tenantId: 't' }
    const press = { ...teams.pressActivity(inTeams(priya), 'supervision.save', { draft }), conversation: group }
    const { status, body } = await teams.post(press)
    assert.equal(status, 200)
    assert.doesNotMatch(JSON.stringify(body), new RegExp(wellbeing))
    assert.match(JSON.stringify(body), /personal chat/)
  })

  it('what one person was answered is not given to another who sends the same activity', async () => {
    const { teams } = office
    await teams.say(
      inTeams(priya),
      `monthly with Aisha on Friday, 45 mins, workload: high. cases: two. wellbeing: ${wellbeing}`,
    )
    const [draft] = await store().drafts.openOf(priya.staffCode)
    const mine = teams.pressActivity(inTeams(priya), 'supervision.edit', { draft: draft?.id })
    assert.match(JSON.stringify((await teams.post(mine)).body), new RegExp(wellbeing))
    const { from } = teams.activity(inTeams(omar), {})
    assert.doesNotMatch(JSON.stringify((await teams.post({ ...mine, from })).body), new RegExp(wellbeing))
  })

  it('an “agree” that is brought again after its turn broke off does not sign the next session', async () => {
    const { teams } = office
    await aSavedMonthly()
    const agree = teams.activity(inTeams(aisha), { type: 'message', text: 'agree' })
    const { answered } = store()
    const { keep } = answered
    answered.keep = () => Promise.reject(new Error('the machine stopped here'))
    await teams.post(agree)
    answered.keep = keep
    await teams.say(inTeams(priya), 'reflective with Aisha on Thursday, 45 mins, theme: a. learned: b. change: c')
    await teams.say(inTeams(priya), 'save')
    await teams.post(agree)
    assert.equal((await store().supervisions.toSign(aisha.staffCode)).length, 1)
  })

  it('“I agree, but …” is asked about, not signed', async () => {
    const { teams } = office
    await aSavedMonthly()
    await teams.say(inTeams(aisha), 'I agree but it was 30 minutes')
    assert.equal((await store().supervisions.toSign(aisha.staffCode)).length, 1)
    assert.match(JSON.stringify(teams.last(inTeams(aisha))?.card), /agree and object/)
  })

  it('a correction that changes nothing is not recorded', async () => {
    const { teams } = office
    await aSavedMonthly()
    await teams.say(inTeams(priya), 'correct the session with Aisha on Friday')
    await teams.say(inTeams(priya), 'save')
    assert.match(JSON.stringify(teams.last(inTeams(priya))?.card), /Nothing has been changed yet/)
    await teams.say(inTeams(priya), '50 minutes')
    await teams.say(inTeams(priya), 'save')
    const [session] = await store().supervisions.toSign(aisha.staffCode)
    assert.equal(session?.minutes, 50)
  })

  it('“skip” is no answer to something that is needed', async () => {
    const { teams } = office
    await teams.say(inTeams(priya), 'reflective with Tom on Friday, 45 mins')
    const [message] = await teams.say(inTeams(priya), 'skip')
    assert.match(message?.text ?? '', /needed before/)
    assert.deepEqual((await store().drafts.openOf(priya.staffCode))[0]?.answers, {})
    assert.equal((await store().drafts.openOf(priya.staffCode))[0]?.other, tom.staffCode)
  })

  it('“wellbeing fine” typed for another question is kept where only the two can read it', async () => {
    const { teams } = office
    await teams.say(inTeams(priya), 'monthly with Tom on Friday, 45 mins')
    await teams.say(inTeams(priya), 'wellbeing fine')
    assert.deepEqual((await store().drafts.openOf(priya.staffCode))[0]?.answers, { wellbeing: 'wellbeing fine' })
  })

  it('a case named in one answer counts for every question about cases, and a length by itself is no note', async () => {
    const { teams } = office
    await teams.say(
      inTeams(priya),
      'monthly and reflective with Tom on Friday, an hour, workload: high. theme: X320741. learned: a',
    )
    await teams.say(inTeams(priya), '50 minutes')
    const [draft] = await store().drafts.openOf(priya.staffCode)
    assert.equal(draft?.minutes, 50)
    assert.deepEqual(draft?.crns, ['X320741'])
    assert.deepEqual(draft?.answers, { workload: 'high', theme: 'X320741', learned: 'a' })
  })

  it('every look at somebody else’s session is written down, whatever button it came by', async () => {
    const { teams } = office
    const { draft } = await aSavedMonthly()
    for (const verb of ['supervision.edit', 'supervision.resume', 'session.show'] as const) {
      const before = (await store().audit.verify()).entries
      await teams.post(teams.pressActivity(inTeams(priya), verb, { draft, session: draft }))
      assert.equal((await store().audit.verify()).entries, before + 1, verb)
    }
  })
})
