import assert from 'node:assert/strict'
import {
  aisha,
  allocating,
  aSampleOffice,
  easy,
  eleanor,
  hidden,
  notForTom,
  priya,
  tom,
  why,
} from '../support/allocating-in-chat.ts'
import { world } from '../support/cases-in-chat.ts'
import { inTeams, type Office } from '../support/office.ts'

/** A case that Priya and Aisha may see, and Tom and most others may not. */
const forFew = world.cases.find(
  ({ restrictedTo, managerStaffCode }) =>
    managerStaffCode === undefined &&
    restrictedTo.includes(priya.staffCode) &&
    restrictedTo.includes(aisha.staffCode) &&
    !restrictedTo.includes(tom.staffCode),
)
const nameOf = (crn: string) => world.cases.find((one) => one.crn === crn)?.name ?? 'nobody'

describe('Allocating cases of limited access', () => {
  let office: Office
  const { ask, pressed, presses, notesOf, kept, sentTo, shown, answerId, draftId, allocations } = allocating(
    () => office,
  )
  before(async () => {
    office = await aSampleOffice()
  })
  after(() => office.close())

  it('is “Access is restricted.” and nothing else to who may not see them, however they ask', async () => {
    for (const text of [
      `can Tom take ${hidden}?`,
      `can Tom take ${hidden.toLowerCase()}`,
      `who could take ${hidden}?`,
      `give ${hidden} to Tom`,
      `show me ${hidden}`,
    ])
      assert.equal(await ask(priya, text), 'Access is restricted.', text)
    assert.equal(await pressed(priya, 'allocation.find', { crn: hidden }), 'Access is restricted.')
    assert.deepEqual([kept('allocation_answer'), kept('allocation_draft')], [[], []])
  })

  it('says no more of one among several', async () => {
    const several = await ask(priya, `who could take ${hidden} and ${easy}?`)
    assert.match(several, new RegExp(`${hidden}\\nAccess is restricted\\.\\n`))
  })

  it('is written down as refused, without which case it was', async () => {
    assert.deepEqual(await notesOf(() => ask(priya, `can Tom take ${hidden}?`)), [`refused ${priya.staffCode}  case`])
    await ask(priya, 'what is waiting for me?')
    assert.ok(!sentTo(priya).includes(nameOf(hidden)))
  })

  it('cannot be given to somebody who may not see them: that is all that is said of why', async () => {
    const checked = await ask(priya, `can Tom take ${notForTom}?`)
    assert.match(checked, /\nCannot be allocated\nAccess \(access\): Cannot be allocated – /)
    assert.doesNotMatch(checked, /\(Give it to/)
    const answer = { answer: answerId(), person: tom.staffCode }
    assert.match(await pressed(priya, 'allocation.begin', answer), /Cannot be allocated/)
    assert.match(await ask(priya, `give ${notForTom} to Tom`), /Cannot be allocated/)
    assert.deepEqual(kept('allocation_draft'), [])
  })

  it('does not tell somebody who may not see one how they were weighed for it', async () => {
    assert.equal(await ask(tom, `why was I not given ${notForTom}?`), 'Access is restricted.')
  })

  it('is as usual where both may see it, and whoever gets it hears the number alone', async () => {
    const crn = forFew?.crn ?? ''
    await ask(aisha, 'hello')
    const team = await ask(priya, `who could take ${crn}?`)
    assert.match(team, /Aisha Khan \(PO\)/)
    assert.match(team, /## Cannot be allocated\n[\s\S]*Tom Okafor/)
    await ask(priya, `give ${crn} to Aisha`)
    assert.match(await ask(priya, 'what is waiting for me?'), new RegExp(`${crn}\\nFor Aisha Khan`))
    await ask(priya, `give ${crn} to Aisha`)
    assert.match(await presses(priya, 'Allocate', { reasoning: why }), /# Decided: now paste it/)
    assert.equal(shown(aisha), `# You are to be given a case\nCase: ${crn}\nDecided by: Priya Nair`)
    assert.equal(allocations().length, 1)
    assert.equal(await ask(eleanor, `show me ${crn}`), 'Access is restricted.')
    assert.match(await pressed(eleanor, 'allocation.resume', { allocation: draftId() }), /I cannot find/)
  })

  it('leaves no number and no name in the log, the trail, the metrics, or before anybody else', async () => {
    const metrics = await (await fetch(`${office.service().url}/metrics`)).text()
    const trail = JSON.stringify(kept('audit_entry'))
    for (const { crn, name } of world.cases) {
      for (const words of [crn, name]) {
        assert.ok(!office.log().includes(words))
        assert.ok(!trail.includes(words))
        assert.ok(!metrics.includes(words))
      }
    }
    assert.match(trail, /allocation\.decided/)
    const few = [forFew?.crn ?? '', forFew?.name ?? '']
    for (const person of [tom, eleanor]) for (const words of few) assert.ok(!sentTo(person).includes(words))
    for (const message of office.teams.seenBy(inTeams(aisha))) {
      for (const words of few) assert.ok(!(message.summary ?? '').includes(words))
    }
  })
})
