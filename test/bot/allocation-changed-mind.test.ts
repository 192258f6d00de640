import assert from 'node:assert/strict'
import { aisha, allocating, aSampleOffice, easy, hard, priya, unanswered, why } from '../support/allocating-in-chat.ts'
import type { Office } from '../support/office.ts'

const which = /Who do you mean: Daniel Osei .* or Daniel Whitlock/

describe('A question who is meant', () => {
  let office: Office
  const { ask } = allocating(() => office)
  before(async () => {
    office = await aSampleOffice()
  })
  after(() => office.close())

  const asked: [question: string, shows: (name: string) => RegExp][] = [
    [`can Daniel take ${unanswered}?`, (name) => new RegExp(`May they take this case\\?\\n${name}`)],
    [`give ${unanswered} to Daniel`, (name) => new RegExp(`# Allocate a case\\nX320743 .* to ${name}`)],
    ['workload of Daniel', (name) => new RegExp(`# Workload\\n${name}`)],
    ['caseload of Daniel', (name) => new RegExp(`# Caseload\\n${name}`)],
  ]
  const answers: [answer: string, name: string][] = [
    ['Daniel Whitlock', 'Daniel Whitlock'],
    ['Whitlock', 'Daniel Whitlock'],
    ['Whitlock?', 'Daniel Whitlock'],
    ['the second one', 'Daniel Whitlock'],
    ['N03A006', 'Daniel Osei'],
    ['1', 'Daniel Osei'],
  ]
  for (const [question, shows] of asked) {
    for (const [answer, name] of answers) {
      it(`“${question}” is answered by “${answer}”`, async () => {
        assert.match(await ask(priya, question), which)
        assert.match(await ask(priya, answer), shows(name))
      })
    }
  }
})

describe('A manager who changes their mind about who gets a case', () => {
  let office: Office
  const { ask, kept, allocations, presses } = allocating(() => office)
  beforeEach(async () => {
    office = await aSampleOffice()
    await ask(priya, `give ${unanswered} to Aisha`)
  })
  afterEach(() => office.close())

  const openDrafts = () =>
    kept('allocation_draft')
      .filter(({ state }) => state === 'open')
      .map(({ body }): { to: string; reasoning?: string } => JSON.parse(String(body)))
  const form = (name: string) => new RegExp(`# Allocate a case\\nX320743 .* to ${name}`)

  it('is asked which of two is meant before anything is decided or kept', async () => {
    await ask(priya, `reasoning: ${why}`)
    assert.match(await ask(priya, 'actually give it to Daniel'), which)
    const meanwhile = await ask(priya, 'reasoning: Daniel has worked with this family for a year or more')
    assert.match(meanwhile, /kept nothing of that: first I need to know who gets it\. Who do you mean: Daniel Osei/)
    assert.match(await ask(priya, 'allocate it'), /Nothing was decided/)
    assert.deepEqual(allocations(), [])
    assert.equal(openDrafts()[0]?.reasoning, why)
    assert.match(await ask(priya, 'the first one'), form('Daniel Osei'))
    assert.deepEqual(
      openDrafts().map(({ reasoning }) => reasoning),
      [undefined],
    )
  })

  it('may drop it while it is asked, and then nothing of it is left', async () => {
    await ask(priya, 'actually give it to Daniel')
    assert.equal(await ask(priya, 'cancel'), 'Cancelled. No case was allocated.')
    assert.deepEqual(openDrafts(), [])
  })

  for (const [words, name] of [
    ['sorry I meant Daniel Osei not Aisha', 'Daniel Osei'],
    ['to Daniel Osei', 'Daniel Osei'],
    ['change it to Daniel Osei', 'Daniel Osei'],
    ['no, Daniel Osei', 'Daniel Osei'],
    ['Daniel Osei instead', 'Daniel Osei'],
    ['not Aisha, Daniel Osei', 'Daniel Osei'],
    ['give it to Tom instead', 'Tom Okafor'],
    ['N03A006', 'Daniel Osei'],
  ] as const) {
    it(`says “${words}”: the form is for ${name}, and nothing is carried over`, async () => {
      await ask(priya, `reasoning: ${why}`)
      const now = await ask(priya, words)
      assert.match(now, form(name))
      assert.doesNotMatch(now, new RegExp(why))
      assert.equal(openDrafts().length, 1)
      await ask(priya, 'cancel')
      assert.deepEqual(openDrafts(), [])
      assert.doesNotMatch(await ask(priya, `reasoning: ${why}`), /Allocate a case/)
    })
  }

  it('starts again with an empty form for the same person', async () => {
    await ask(priya, `reasoning: ${why} support: co-worked`)
    const now = await ask(priya, 'start again')
    assert.match(now, form('Aisha Khan'))
    assert.doesNotMatch(now, /Knows the family from last year|co-worked with/)
    assert.equal(openDrafts().length, 1)
  })

  it('gives it to somebody they do not manage in no way: nothing is decided for the first', async () => {
    assert.match(await ask(priya, 'to Gareth Lloyd'), /not one of them|cannot check it/)
    assert.match(await ask(priya, 'allocate it'), form('Aisha Khan'))
    assert.deepEqual(allocations(), [])
  })

  for (const words of [
    `please allocate ${hard} to the best person`,
    'can you show me how busy everybody in the team is now',
    'I want to know a lot more about this person first of all',
    'sorry that was the wrong person, it should be another one',
    `she has held a case like ${hard} for the whole of last year`,
  ]) {
    it(`does not take “${words}” for reasoning`, async () => {
      await ask(priya, words)
      assert.equal(openDrafts()[0]?.reasoning, undefined)
    })
  }

  it('is told where the form is when a sentence was not understood, and can go on', async () => {
    assert.match(await ask(priya, 'hm, let me think'), /The allocation to Aisha Khan is still open: say “reasoning:”/)
    assert.match(await ask(priya, 'reasoning: hm'), form('Aisha Khan'))
  })

  it('cannot bring another case into the entry, in words or on the card', async () => {
    const words = await ask(priya, `reasoning: ${why} It is like ${hard}.`)
    assert.match(words, /Your reasoning names another case.*I kept nothing of it\./)
    assert.doesNotMatch(words, new RegExp(why))
    const card = await presses(priya, 'Allocate', { reasoning: why, support: `as for ${hard}` })
    assert.match(card, /What you wrote about support names another case/)
    assert.match(card, /Not allocated yet: 1 thing to put right, see above\./)
    assert.deepEqual(allocations(), [])
    assert.match(await ask(priya, `discrimination: ${unanswered} has none`), /X320743 has none/)
  })

  it('says what more there is in a second message, and it stands after the first', async () => {
    await ask(priya, 'support: Co-worked with Sarah.')
    assert.match(await ask(priya, 'support: Weekly talks'), /Co-worked with Sarah\. Weekly talks\]/)
    await ask(priya, 'reasoning: She knows him')
    assert.match(await ask(priya, 'reasoning:\nand has time'), /She knows him\. and has time\]/)
    assert.match(await ask(priya, 'reasoning\nas well as the training'), /has time\. as well as the training\]/)
  })

  it('is told in words that nobody has to agree, where nobody has to', async () => {
    const said = await ask(priya, 'agreed by Eleanor')
    assert.match(said, /Nobody else has to agree to this one/)
    assert.doesNotMatch(said, /Not allocated yet/)
  })

  it('is shown what is missing right above the buttons too, and at the field', async () => {
    const pressed = await presses(priya, 'Allocate', {})
    assert.match(pressed, /⚠ Please check:\nPlease say in your own words why/)
    assert.match(pressed, /\[⚠ Why this person: at least 40 characters: \]/)
    assert.match(pressed, /Not allocated yet: 1 thing to put right, see above\.\s+\(Allocate\)/)
    assert.match(await ask(priya, `reasoning: ${why}`), /\[Why this person/)
    assert.match(await ask(priya, 'save'), /# Decided: now paste it/)
  })

  it('reads on the form, until it is decided, that the case was given already', async () => {
    await ask(priya, `reasoning: ${why}`)
    await ask(priya, 'allocate it')
    for (const words of [`give ${unanswered} to Tom`, 'support: none', 'allocate it']) {
      assert.match(await ask(priya, words), /You gave this case to Aisha Khan on 22 November 2026/)
    }
  })

  it('with several forms open is asked which is meant, and nothing goes to the wrong one', async () => {
    await ask(priya, `give ${easy} to Tom`)
    await ask(priya, 'my workload')
    const asked = await ask(priya, `reasoning: ${why}`)
    assert.match(asked, /Which do you mean: X320742 for Tom Okafor or X320743 for Aisha Khan\?/)
    for (const { reasoning } of openDrafts()) assert.equal(reasoning, undefined)
  })

  it('weighs a second case for somebody with the first counted', async () => {
    await ask(priya, `reasoning: ${why}`)
    await ask(priya, 'allocate it')
    const second = await ask(priya, `can Aisha take ${easy}?`)
    assert.match(second, /1 case given to this person since is not in the workload figure\./)
    assert.match(second, /Would change it: Tomorrow’s workload figure\./)
    assert.match(await ask(priya, `who could take ${easy}?`), /Aisha Khan.*\n1 case given to this person since is not/)
    assert.doesNotMatch(await ask(priya, `can Sarah take ${easy}?`), /given to this person since is not/)
    assert.equal(allocations()[0]?.to_code, aisha.staffCode)
  })
})
