import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { sampleWorld } from '../../backend/sample/sample-world.ts'
import type { Person } from '../../domain/staff.ts'
import { day } from '../support/days.ts'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { answerOf } from '../support/sessions-in-chat.ts'
import { whatIsKept } from '../support/what-is-kept.ts'

const world = sampleWorld(day('2026-11-22'))
const called = (name: string): Person => {
  const person = world.people.find((candidate) => candidate.name === name)
  assert.ok(person)
  return person
}
const [priya, aisha, tom, gareth] = ['Priya Nair', 'Aisha Khan', 'Tom Okafor', 'Gareth Lloyd'].map(called) as [
  Person,
  Person,
  Person,
  Person,
]
const [victor, eleanor, jackie] = ['Victor Owusu', 'Eleanor Whitfield', 'Jackie Turnbull'].map(called) as [
  Person,
  Person,
  Person,
]
/** Cases that Aisha holds and that not everybody may see. */
const limited = world.cases.filter(
  (one) => one.managerStaffCode === aisha.staffCode && one.excludedFrom.length + one.restrictedTo.length > 0,
)

const isHiddenFrom = ({ staffCode }: Person, one: (typeof limited)[number]) =>
  one.excludedFrom.includes(staffCode) || (one.restrictedTo.length > 0 && !one.restrictedTo.includes(staffCode))

describe('Cases drawn and nominated in chat', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice({ people: world.people })
  })
  afterEach(() => office.close())

  const say = async (person: Person, text: string) => JSON.stringify(await office.teams.say(inTeams(person), text))
  const kept = (table: string) => whatIsKept(office.dataDir)[table] ?? []
  const press = async (person: Person, verb: string, data: Record<string, unknown>) =>
    answerOf(await office.teams.post(office.teams.pressActivity(inTeams(person), verb, data)))

  it('nobody is ever shown a case of Aisha’s that they may not see, nor one of limited access in a draw', async () => {
    assert.equal(limited.length, 2)
    const answers: { to: Person; shown: string }[] = []
    for (const to of [priya, victor]) {
      for (const words of [
        'draw a case for Aisha Khan’s RCAT',
        'show the draw was fair for Aisha Khan',
        'draw again for Aisha Khan, reason: I know this case',
        'was the draw for Aisha Khan fair?',
        'random case for Aisha Khan’s observation',
        'show the draw was fair',
        'what case was drawn for Aisha Khan?',
      ])
        answers.push({ to, shown: await say(to, words) })
    }
    for (const { id } of kept('case_draw')) {
      for (const verb of ['draw.show-fair', 'draw.again', 'draw.log'])
        answers.push({ to: priya, shown: JSON.stringify(await press(priya, verb, { draw: id, words: 'I know it' })) })
    }
    for (const { crn, name } of limited)
      assert.ok(
        !answers.some(({ shown }) => shown.includes(crn) || shown.includes(name)),
        'no draw shows it to anybody',
      )
    for (const one of limited) {
      assert.match(await say(aisha, `nominate ${one.crn} for my SAQUA`), new RegExp(one.crn), 'she may see it herself')
      for (const to of [priya, victor]) {
        const shown = await say(to, 'what has Aisha Khan nominated?')
        assert.match(shown, isHiddenFrom(to, one) ? /Access is restricted\./ : new RegExp(one.crn))
      }
      await say(tom, `nominate ${one.crn} for my SAQUA`)
    }
    // Everything that went out to each of them, also what was changed since.
    for (const to of [priya, victor, tom]) {
      const chats = new Set(
        office.teams.seenBy(inTeams(to)).map(({ conversationId }) => encodeURIComponent(conversationId)),
      )
      const sent = office.teams.calls.filter(({ path }) => [...chats].some((chat) => path.includes(chat)))
      assert.ok(sent.length > 1, 'the calls to this chat are found')
      answers.push(...sent.map(({ body }) => ({ to, shown: JSON.stringify(body) })))
    }
    for (const { to, shown } of answers) {
      for (const { crn, name } of limited.filter((one) => isHiddenFrom(to, one)))
        assert.ok(!shown.includes(crn) && !shown.includes(name), `${to.name}: ${shown}`)
    }
    assert.doesNotMatch(JSON.stringify(kept('audit_entry')), /\b[A-Z]\d{6}\b|I know/)
    for (const { crn } of limited) assert.ok(!JSON.stringify(kept('case_draw')).includes(crn))
  })

  it('the answer to a number tried out is the same for a hidden case, another’s case and no case', async () => {
    const ofAisha = world.cases.find((one) => one.managerStaffCode === aisha.staffCode && !limited.includes(one))
    const answers = new Set<string>()
    for (const crn of [limited[0]?.crn, ofAisha?.crn, 'A000001']) {
      await say(tom, `nominate ${crn} for my SAQUA`)
      answers.add(JSON.stringify(office.teams.lastCard(inTeams(tom))?.card))
    }
    assert.equal(answers.size, 1)
    assert.deepEqual(kept('nomination'), [])
  })

  it('a press on somebody else’s draw, or on none, does nothing and shows nothing', async () => {
    await say(priya, 'draw a case for Aisha Khan’s RCAT')
    const [draw] = kept('case_draw')
    for (const person of [tom, gareth, eleanor, jackie]) {
      for (const verb of ['draw.again', 'draw.show-fair', 'draw.log']) {
        const { says = '' } = await press(person, verb, { draw: draw?.id, words: 'I would rather have another' })
        assert.match(says, /cannot find that draw/)
      }
    }
    for (const id of [randomUUID(), '', 'me', null])
      assert.match(
        (await press(priya, 'draw.again', { draw: id, words: 'x' })).says ?? '',
        /cannot find|do not know that button/,
      )
    assert.equal(kept('case_draw').length, 1)
    assert.deepEqual(kept('draft'), [])
  })

  it('a form with a forged person draws nothing', async () => {
    for (const [person, who] of [
      [priya, called('Charlotte Hughes')],
      [gareth, aisha],
      [tom, tom],
      [eleanor, aisha],
      [jackie, aisha],
    ] as const) {
      const { says = '' } = await press(person, 'draw.make', { who: who.staffCode, what: 'rcat' })
      assert.match(says, /drawn none|draws the case/)
    }
    for (const data of [
      {},
      { who: aisha.staffCode },
      { what: 'rcat' },
      { who: [1], what: { a: 1 } },
      { who: 'X', what: 'saqua' },
    ]) {
      const { card } = await press(priya, 'draw.make', data)
      assert.match(JSON.stringify(card), /Please choose who it is for/)
    }
    assert.deepEqual(kept('case_draw'), [])
  })

  it('Aisha sees that the draw made for her was fair, and cannot draw again', async () => {
    await say(priya, 'draw a case for Aisha Khan’s RCAT')
    const [draw] = kept('case_draw')
    assert.match(
      await say(aisha, 'show the draw was fair'),
      new RegExp(`${draw?.crn}.*${draw?.seed}|${draw?.seed}.*${draw?.crn}`),
    )
    const { says = '' } = await press(aisha, 'draw.again', { draw: draw?.id, words: 'I would rather have another' })
    assert.match(says, /Your line manager or your quality officer draws the case/)
    assert.equal(kept('case_draw').length, 1)
  })

  it('in a group nothing is drawn or shown', async () => {
    await say(priya, 'draw a case for Aisha Khan’s RCAT')
    const [draw] = kept('case_draw')
    const company = office.teams.inCompany('groupChat')
    const activity = office.teams.pressActivity(inTeams(priya), 'draw.show-fair', { draw: draw?.id })
    assert.match(answerOf(await office.teams.post({ ...activity, ...company })).says ?? '', /personal chat/)
  })
})

describe('Cases while the case services cannot be asked', () => {
  const urls = ['ALLOCATIONS', 'WORKLOAD', 'TIER', 'ESTATE', 'ARNS', 'MANAGE_SUPERVISION', 'DELIUS', 'HMPPS_AUTH']
  let office: Office
  before(async () => {
    const env = Object.fromEntries(urls.map((name) => [`${name}_URL`, 'https://services.example']))
    office = await anOffice({
      people: world.people,
      env: { ...env, CASE_SERVICES: 'hmpps', CASE_SERVICES_CLIENT_ID: 'id', CASE_SERVICES_CLIENT_SECRET: 'none' },
    })
  })
  after(() => office.close())

  for (const [person, words] of [
    [priya, 'draw a case for Aisha Khan’s RCAT'],
    [aisha, 'nominate a case for my SAQUA'],
  ] as const) {
    it(`“${words}” is answered honestly, and nothing is kept`, async () => {
      const [message] = await office.teams.say(inTeams(person), words)
      assert.match(message?.text ?? '', /case services could not be asked/)
      assert.match(message?.text ?? '', /no case was drawn|nothing was nominated/)
    })
  }
})
