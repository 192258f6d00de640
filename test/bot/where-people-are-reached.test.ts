import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import { cardInWords } from '../../cards/card-in-words.ts'
import { EntraObjectId } from '../../domain/ids.ts'
import { fakeTeams, type TeamsUser } from '../support/fake-teams.ts'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { aisha, priya } from '../support/people.ts'
import { morning } from '../support/records.ts'
import { answerOf, aReviewCard } from '../support/sessions-in-chat.ts'
import { whatIsKept } from '../support/what-is-kept.ts'

const manager = inTeams(priya)
const practitioner = inTeams(aisha)
const short = { send: 400, reach: 200, withinPress: 120, finish: 2000 }

describe('Where people are reached', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice({ deadlines: short })
  })
  afterEach(() => office.close())

  const keptFor = (user: TeamsUser) =>
    office.service().store.conversations.find(EntraObjectId.parse(user.entraObjectId))
  const writes = (user: TeamsUser, rest: Record<string, unknown>) =>
    office.teams.post(office.teams.activity(user, { type: 'message', text: 'hello', ...rest }))

  it('follows the service address of the newest message, there and back again', async () => {
    const here = office.teams.serviceUrl
    const there = `${here}emea/`
    for (const serviceUrl of [here, there, here, there]) {
      await writes(practitioner, { serviceUrl })
      assert.equal((await keptFor(practitioner))?.serviceUrl, serviceUrl)
    }
  })

  it('follows the chat when the assistant was installed anew', async () => {
    const chat = (id: string) => ({
      conversation: { id, conversationType: 'personal', tenantId: office.teams.tenantId },
    })
    for (const id of ['a:first', 'a:second', 'a:first']) {
      await writes(practitioner, chat(id))
      assert.equal((await keptFor(practitioner))?.conversationId, id)
    }
  })

  it('is forgotten when the person removes the assistant, and known again when they write', async () => {
    await office.teams.say(practitioner, 'hello')
    await office.teams.uninstall(practitioner)
    assert.equal(await keptFor(practitioner), undefined)
    await office.teams.say(practitioner, 'hello')
    assert.ok(await keptFor(practitioner))
  })

  it('is never a group chat or a channel', async () => {
    for (const company of ['groupChat', 'channel'] as const) await writes(practitioner, office.teams.inCompany(company))
    assert.equal(await keptFor(practitioner), undefined)
  })

  it('is not forgotten when the assistant is removed from a team', async () => {
    await office.teams.say(practitioner, 'hello')
    await office.teams.post(
      office.teams.activity(practitioner, {
        type: 'installationUpdate',
        action: 'remove',
        ...office.teams.inCompany('channel'),
      }),
    )
    assert.ok(await keptFor(practitioner))
  })
})

describe('A service address that is no longer served', () => {
  it('is never called, though it is kept', async () => {
    const office = await anOffice({ deadlines: short })
    // This address of the same machine is on no list, and it would answer.
    const elsewhere = await fakeTeams(() => '', '127.0.0.2')
    try {
      const { conversations } = office.service().store
      await office.teams.say(practitioner, 'hello')
      const known = await conversations.find(EntraObjectId.parse(practitioner.entraObjectId))
      assert.ok(known)
      await conversations.remember({ ...known, serviceUrl: elsewhere.serviceUrl }, morning)
      const { card } = answerOf(await office.teams.press(manager, await aReviewCard(office), 'Save'))
      assert.match(card ? cardInWords(card) : '', /could not reach/)
      await office.service().idle()
      assert.deepEqual(elsewhere.calls, [])
      assert.deepEqual(
        whatIsKept(office.dataDir).notice?.map((row) => [row.state, row.last_outcome]),
        [['waiting', 'failed']],
      )
    } finally {
      await office.close()
      await elsewhere.close()
    }
  })
})

describe('The welcome', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice({ deadlines: short })
  })
  afterEach(() => office.close())

  const welcomes = (user: TeamsUser) =>
    office.teams.seenBy(user).filter((message) => message.summary?.includes('is ready')).length
  const joins = (rest: Record<string, unknown> = {}) =>
    office.teams.activity(practitioner, {
      type: 'conversationUpdate',
      membersAdded: [{ id: '28:supervision' }],
      ...rest,
    })

  it('comes once, however often Teams says that the assistant was installed, and in whatever order', async () => {
    const { teams } = office
    await Promise.all([
      teams.post(joins()),
      teams.install(practitioner),
      teams.post(joins()),
      teams.install(practitioner),
    ])
    await teams.post(teams.activity(practitioner, { type: 'installationUpdate', action: 'add-upgrade' }))
    await office.restart()
    await teams.install(practitioner)
    assert.equal(welcomes(practitioner), 1)
  })

  it('comes again after the assistant was removed and installed, and only then', async () => {
    const { teams } = office
    await teams.install(practitioner)
    await teams.uninstall(practitioner)
    assert.equal(welcomes(practitioner), 1)
    await teams.install(practitioner)
    await teams.install(practitioner)
    assert.equal(welcomes(practitioner), 2)
  })

  it('never comes in a team, a group chat, or to somebody who is not on the staff list', async () => {
    const { teams } = office
    for (const company of ['channel', 'groupChat'] as const) {
      await teams.post(joins(teams.inCompany(company)))
      await teams.post(
        teams.activity(practitioner, { type: 'installationUpdate', action: 'add', ...teams.inCompany(company) }),
      )
    }
    await teams.install({ name: 'Sam Stranger', entraObjectId: '99999999-9999-4999-8999-999999999999' })
    assert.deepEqual(
      teams.calls.filter((call) => call.kind === 'send'),
      [],
    )
  })
})

describe('The typing indicator', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
  })
  afterEach(() => office.close())

  const typing = () => office.teams.calls.filter((call) => call.body.type === 'typing').length

  it('is not shown for an answer that comes at once', async () => {
    await office.teams.say(manager, 'hello')
    await office.service().idle()
    assert.equal(typing(), 0)
  })

  it('is shown once when an answer takes longer than a second, before the answer', async () => {
    const { staff } = office.service().store
    const { managedBy } = staff
    let slow = true
    staff.managedBy = async (code) => {
      if (slow) await wait(1200)
      slow = false
      return managedBy.call(staff, code)
    }
    const answer = await office.teams.say(manager, 'hello')
    assert.equal(answer.length, 1)
    assert.deepEqual(
      office.teams.calls.map((call) => call.body.type),
      ['typing', 'message'],
    )
  })
})
