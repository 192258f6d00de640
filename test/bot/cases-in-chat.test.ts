import assert from 'node:assert/strict'
import { isWaiting } from '../../backend/sample/sample-case-facts.ts'
import { asPeople, heldBy, isLimited, named, world } from '../support/cases-in-chat.ts'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { answerOf } from '../support/sessions-in-chat.ts'

const priya = named('Priya Nair')
const aisha = named('Aisha Khan')
const tom = named('Tom Okafor')
const gareth = named('Gareth Lloyd')
const eleanor = named('Eleanor Whitfield')
const victor = named('Victor Owusu')
const jackie = named('Jackie Turnbull')
const plain = heldBy(aisha).find((one) => !isLimited(one) && one.tier !== undefined)?.crn ?? ''

describe('Cases, caseloads and workloads in chat', () => {
  let office: Office
  const { ask, pressed, notesOf } = asPeople(() => office)

  before(async () => {
    office = await anOffice({ people: world.people })
  })
  after(() => office.close())

  describe('a case in brief', () => {
    it('has each fact with its source and day, and no age or sex', async () => {
      const shown = await ask(priya, `show me ${plain.toLowerCase()}`)
      assert.match(
        shown,
        new RegExp(`# Case in brief\n.*, ${plain}\nHeld by: Aisha Khan, from the allocations service`),
      )
      for (const label of ['Tier', 'RoSH', 'Registers', 'MAPPA', 'Assessed', 'Sentenced', 'Requirements', 'Enquiries'])
        assert.match(shown, new RegExp(`^${label}: .+(?:, from (?:the|NDelius)|did not answer|has none)`, 'm'))
      assert.match(shown, /Tier: .* \d{1,2} \w{3} 20\d\d$/m)
      assert.match(shown, /Facts are from the case services, read now/)
      assert.doesNotMatch(shown, /\b(?:age|aged|born|birth|male|female|sex|ethnic)/i)
    })

    it('is for who holds it and who manages them, and others are not told that there is one', async () => {
      assert.match(await ask(aisha, plain), /Held by: You/)
      assert.doesNotMatch(await ask(aisha, plain), /Waiting in/)
      const none = await ask(tom, 'show me X999999')
      assert.match(none, /I find no case with that number/)
      for (const person of [tom, gareth, eleanor])
        assert.equal(await ask(person, `show me ${plain}`), none, person.name)
      for (const person of [victor, jackie]) assert.match(await ask(person, plain), /Your role sees no cases/)
    })

    it('is written down for whoever holds it, without the number', async () => {
      const looks = `record.viewed ${priya.staffCode} ${aisha.staffCode} case`
      assert.deepEqual(await notesOf(() => ask(priya, plain)), [looks])
      assert.deepEqual(await notesOf(() => ask(aisha, plain)), [])
      assert.deepEqual(await notesOf(() => ask(tom, plain)), [`refused ${tom.staffCode} ${aisha.staffCode} case`])
    })

    it('that waits for somebody is for those who allocate', async () => {
      const isHers = (one: (typeof world.cases)[number]) => one.teamCode === priya.teamCode && isWaiting(one)
      const waiting = world.cases.find((one) => isHers(one) && !isLimited(one))?.crn ?? ''
      assert.match(await ask(priya, waiting), /Held by: Nobody.*\nWaiting in: Kelmoor North \(N03T01\)\nTier/)
      assert.match(await ask(aisha, waiting), /I find no case/)
    })

    it('whose access check fails shows nothing', async () => {
      const failing = world.cases.find((one) => one.unanswered.includes('access'))
      assert.ok(failing)
      const says = await ask(priya, failing.crn)
      assert.match(says, /could not be found out whether you may see that case, so nothing of it is shown/)
    })
  })

  describe('a caseload', () => {
    it('has a count, tiers, and the cases in pages, by words and by button alike', async () => {
      const own = await ask(aisha, 'my caseload')
      const count = heldBy(aisha).length
      assert.match(own, new RegExp(`^${count} cases\\. By tier: `, 'm'))
      assert.match(own, /Page 1 of 3\. For another, say “my caseload, page 2”/)
      const second = await ask(aisha, 'my caseload, page 2')
      assert.match(second, new RegExp(`Cases 13 to 24 of ${count}`))
      assert.equal(await pressed(aisha, 'caseload.show', { person: aisha.staffCode, page: '2' }), second)
      const pages = own + second + (await ask(aisha, 'my caseload, page 3'))
      assert.equal(new Set(pages.match(/X\d{6}/g)).size, count)
    })

    it('is for its owner and who manages them, who is written down', async () => {
      const theirs = await ask(priya, 'Tom’s caseload')
      assert.match(theirs, /# Caseload\nTom Okafor/)
      assert.equal(await ask(priya, `caseload of ${tom.staffCode}`), theirs)
      assert.deepEqual(await notesOf(() => ask(priya, 'how many cases has Tom?')), [
        `record.viewed ${priya.staffCode} ${tom.staffCode} caseload`,
      ])
      assert.deepEqual(await notesOf(() => ask(aisha, 'Tom’s caseload')), [
        `refused ${aisha.staffCode} ${tom.staffCode} caseload`,
      ])
    })

    for (const person of [aisha, gareth, eleanor, victor, jackie]) {
      it(`of Tom is not shown to ${person.name}, by words or a forged button`, async () => {
        for (const says of [
          await ask(person, 'Tom Okafor’s caseload'),
          await pressed(person, 'caseload.show', { person: tom.staffCode }),
        ]) {
          assert.match(says, /You can see your own caseload|Your role sees no cases/)
          assert.doesNotMatch(says, /X\d{6}|\d+ cases/)
        }
      })
    }

    it('asks who is meant where several have a name', async () => {
      assert.match(await ask(priya, 'Daniel’s caseload'), /Who do you mean: Daniel Osei .* or Daniel Whitlock/)
    })
  })

  describe('a workload', () => {
    it('is last night’s figure with its day', async () => {
      const shown = await ask(priya, 'Folasade’s workload')
      assert.match(shown, /Workload: ▲ 112% of capacity, over 110%/)
      assert.match(shown, /Last night’s figure, 21 Nov 2026/)
      assert.match(await ask(priya, 'how busy is Kelly-Anne Foster?'), /Workload: Not known/)
      assert.match(await ask(aisha, 'my workload'), /You\nWorkload: ○ 96% of capacity/)
    })

    it('of a team has the worst first, and only those over a limit when asked', async () => {
      const all = await ask(priya, 'my team’s workload')
      assert.match(all, /11 people: 1 over 110%, 3 more over 100% and 1 not known/)
      assert.match(all, /Adeyemi.*\n.*Sheikh.*107%(?:.*\n)+Kelly-Anne Foster \| – not known/)
      const over = await ask(priya, 'who is over 110% in my team?')
      assert.match(over, /1 over 110% and 1 not known/)
      assert.doesNotMatch(over, /Sheikh/)
      assert.equal(await pressed(priya, 'workload.team', { manager: priya.staffCode, over: '110' }), over)
      assert.match(await ask(priya, 'who in my team is over capacity?'), /4 over 100%.*\n(?:.*\n)*.*Sheikh/)
    })

    it('of a PDU is for its head, of another team of it too, and each person shown can read it', async () => {
      assert.match(await ask(eleanor, 'my team’s workload, page 2'), /Workload of your PDU\n23 people/)
      const notes = await notesOf(() => ask(eleanor, 'who is over 110% in Gareth’s team?'))
      assert.ok(notes.length >= 3)
      for (const note of notes)
        assert.match(note, new RegExp(`^record.viewed ${eleanor.staffCode} N03A0\\d\\d workload$`))
      assert.match(await ask(gareth, 'who has looked at my record?'), /Nobody else has looked/)
      assert.match(
        await ask(named('Jerome Campbell'), 'who has looked at my record?'),
        /Eleanor Whitfield.*\nyour workload/,
      )
    })

    for (const [person, text] of [
      [tom, 'Aisha’s workload'],
      [tom, 'who is over 110% in my team?'],
      [gareth, 'Aisha Khan’s workload'],
      [gareth, 'workload of Priya’s team'],
      [victor, 'Aisha Khan’s workload'],
      [jackie, 'who is over 110%?'],
    ] as const) {
      it(`is refused to ${person.name}: “${text}”`, async () => {
        const notes = await notesOf(async () => assert.doesNotMatch(await ask(person, text), /\d+%/))
        assert.match(notes.join(), new RegExp(`^refused ${person.staffCode}`))
      })
    }

    for (const [person, verb, data] of [
      [tom, 'workload.show', { person: aisha.staffCode }],
      [tom, 'workload.team', { manager: priya.staffCode }],
      [gareth, 'workload.team', { manager: priya.staffCode, over: '1' }],
      [jackie, 'workload.team', { manager: jackie.staffCode }],
    ] as const) {
      it(`is refused to ${person.name} with a forged “${verb}”`, async () => {
        assert.match(await pressed(person, verb, data), /You can see|You have no team/)
      })
    }
  })

  it('in a group nothing is shown, by words or by button', async () => {
    const { teams } = office
    for (const text of [plain, 'my caseload', 'who is over 110% in my team?', 'Aisha’s workload']) {
      await teams.post(teams.activity(inTeams(priya), { type: 'message', text, ...teams.inCompany('groupChat') }))
      assert.match(teams.seenInCompany('groupChat').at(-1)?.text ?? '', /personal chat/)
    }
    for (const [verb, data] of [
      ['caseload.show', { person: aisha.staffCode }],
      ['workload.show', { person: aisha.staffCode }],
      ['workload.team', { manager: priya.staffCode }],
    ] as const) {
      const press = { ...teams.pressActivity(inTeams(priya), verb, data), ...teams.inCompany('groupChat') }
      assert.match(answerOf(await teams.post(press)).says ?? '', /personal chat/)
    }
    assert.doesNotMatch(JSON.stringify(teams.seenInCompany('groupChat')), /X\d{6}|%|Khan/)
  })
})
