import assert from 'node:assert/strict'
import { asPeople, heldBy, isLimited, named, world } from '../support/cases-in-chat.ts'
import { anOffice, inTeams, type Office } from '../support/office.ts'

const priya = named('Priya Nair')
const aisha = named('Aisha Khan')
const tom = named('Tom Okafor')
const gareth = named('Gareth Lloyd')
const eleanor = named('Eleanor Whitfield')
const plain = heldBy(aisha).find((one) => !isLimited(one))?.crn ?? ''
/** Cases that Aisha holds and Priya, her line manager, may not see. */
const hidden = heldBy(aisha).filter(
  (one) =>
    one.excludedFrom.includes(priya.staffCode) ||
    (one.restrictedTo.length > 0 && !one.restrictedTo.includes(priya.staffCode)),
)
const hiddenWords = hidden.flatMap(({ crn, name }) => [crn, name])

describe('Cases of limited access, asked about in chat', () => {
  let office: Office
  const { ask, pressed, kept, sentTo } = asPeople(() => office)

  before(async () => {
    office = await anOffice({ people: world.people })
  })
  after(() => office.close())

  it('are “Access is restricted.” and nothing else to who may not see them, and marked to who may', async () => {
    assert.equal(hidden.length, 2)
    for (const { crn, name } of hidden) {
      for (const text of [crn, `show me ${crn}`, `who has ${crn.toLowerCase()}?`])
        assert.equal(await ask(priya, text), 'Access is restricted.')
      const shown = await ask(aisha, crn)
      assert.match(shown, /Limited access: some people may not see this case/)
      assert.ok(shown.includes(name))
    }
  })

  it('are in no list or count of Priya, whatever she asks, and nowhere in what she or anybody was sent', async () => {
    const visible = heldBy(aisha).length - hidden.length
    const asked = [
      'Aisha’s caseload',
      'how many cases has Aisha',
      'Aisha’s caseload, page 2',
      'Aisha’s caseload page 9',
    ]
    for (const text of asked) {
      const shown = await ask(priya, text)
      assert.match(shown, new RegExp(`^${visible} cases\\.`, 'm'))
      assert.match(shown, /Cases to which your access is restricted are not listed\./)
    }
    assert.match(await ask(priya, 'Aisha’s workload'), new RegExp(`^Cases: ${visible} `, 'm'))
    const several = await ask(priya, `show me ${plain}, ${hidden.map(({ crn }) => crn).join(' and ')}`)
    assert.equal(several.match(/Access is restricted\./g)?.length, 2)
    await ask(priya, 'my team’s workload')
    for (const page of ['1', '2', '3']) await pressed(priya, 'caseload.show', { person: aisha.staffCode, page })
    await ask(tom, hidden[0]?.crn ?? '')
    for (const person of [gareth, eleanor]) await ask(person, hidden[1]?.crn ?? '')
    for (const person of [priya, tom, gareth, eleanor]) {
      for (const words of hiddenWords) assert.ok(!sentTo(person).includes(words), `${person.name}: ${words}`)
    }
    assert.match(sentTo(aisha), new RegExp(hiddenWords.join('|')))
  })

  it('are in no log, and no number or name of any case is in the audit trail or the metrics', async () => {
    const { teams } = office
    teams.fails((call) => (call.body.summary === 'A case in brief' ? { status: 403 } : undefined))
    for (const { crn } of hidden) await teams.post(teams.activity(inTeams(aisha), { type: 'message', text: crn }))
    await office.service().idle()
    assert.match(office.log(), /"level"/, 'it has something in it: what could not be sent')
    const metrics = await (await fetch(`${office.service().url}/metrics`)).text()
    const trail = JSON.stringify(kept('audit_entry'))
    for (const { crn, name } of world.cases) {
      for (const words of [crn, name]) {
        assert.ok(!office.log().includes(words))
        assert.ok(!trail.includes(words))
        assert.ok(!metrics.includes(words))
      }
    }
    assert.match(trail, /record\.viewed/)
  })
})
