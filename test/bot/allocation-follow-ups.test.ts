import assert from 'node:assert/strict'
import {
  aisha,
  allocating,
  aSampleOffice,
  easy,
  hard,
  hidden,
  priya,
  tom,
  unanswered,
} from '../support/allocating-in-chat.ts'
import type { Office } from '../support/office.ts'

describe('What else is said of allocations', () => {
  let office: Office
  const { ask, presses, shown, allocations } = allocating(() => office)
  beforeEach(async () => {
    office = await aSampleOffice()
  })
  afterEach(() => office.close())

  const given = async () => {
    await ask(priya, `give ${easy} to Aisha`)
    return ask(priya, 'allocate it')
  }

  for (const words of [`can Aisha and Tom take ${hard}?`, `compare Aisha and Tom for ${hard}`]) {
    it(`“${words}” weighs these two and nobody else`, async () => {
      const says = await ask(priya, words)
      assert.match(says, /# Who could take this case\?[\s\S]*## Suitable\nAisha Khan[\s\S]*Tom Okafor/)
      assert.equal(says.match(/with this case/g)?.length, 2)
    })
  }

  it('“to the best person” shows who could take it, and decides nothing', async () => {
    assert.match(await ask(priya, `please allocate ${hard} to the best person`), /# Who could take this case\?/)
    assert.deepEqual(allocations(), [])
  })

  it('weighs somebody who was not weighed before, when it is asked why they cannot take it', async () => {
    assert.match(await ask(priya, `why can’t Tom take ${hard}?`), /# May they take this case\?\nTom Okafor/)
  })

  it('takes a short name for somebody of theirs', async () => {
    await ask(priya, `can Aisha take ${hard}?`)
    assert.match(await ask(priya, 'what about Dan'), /Who do you mean: Daniel Osei .* or Daniel Whitlock/)
    assert.match(await ask(priya, 'the first one'), /Daniel Osei \(PO\) for X320741/)
  })

  it('asks for the case in “who cud take”, and takes the one just shown', async () => {
    assert.match(await ask(priya, 'who cud take'), /Which case\?/)
    await ask(priya, `can Aisha take ${hard}?`)
    assert.match(await ask(priya, 'who cud take'), /# Who could take this case\?\nX320741/)
  })

  it('says what is wrong with a number that is no case’s', async () => {
    assert.match(await ask(priya, 'X99'), /^X99 is no case number: it has 2 digits\./)
    assert.match(await ask(priya, 'show me X3207411'), /it has 7 digits/)
  })

  it('shows what was decided when “allocate it” is said again, and opens nothing', async () => {
    const first = await given()
    const again = await ask(priya, 'allocate it')
    assert.equal(again, first.replace('They have been told.\n', '').replace(/They could not be reached yet\..*\n/, ''))
    assert.doesNotMatch(await ask(priya, 'what is waiting for me?'), /Allocations begun/)
    assert.equal(allocations().length, 1)
  })

  for (const words of ['undo that', 'withdraw the allocation', 'undo my last allocation']) {
    it(`“${words}” says what can be done, and changes nothing`, async () => {
      await given()
      const says = await ask(priya, words)
      assert.match(says, /# A decision stays\nX320742: You gave this case to Aisha Khan/)
      assert.match(says, /change it there too/)
      assert.match(says, /\(Who could take it\?\)/)
      assert.match(await ask(priya, 'withdraw the allocation'), /# A decision stays/)
      await presses(priya, 'Who could take it?')
      assert.match(shown(priya), /# Who could take this case\?\nX320742/)
      assert.equal(allocations().length, 1)
    })
  }

  it('has nothing to undo for somebody who decided nothing', async () => {
    assert.match(await ask(priya, 'withdraw the allocation'), /I cannot find an allocation that you decided/)
    assert.match(await ask(tom, 'withdraw the allocation'), /Line managers and heads of PDU weigh/)
    assert.doesNotMatch(await ask(priya, 'undo that'), /A decision stays/)
  })

  it('lists what somebody decided, and what was given to somebody, each to them alone', async () => {
    assert.match(await ask(priya, 'my allocations'), /I find no allocation/)
    await given()
    const mine = /X320742 to Aisha Khan on 22 November 2026 at 10:00: decided, to paste into the allocation tool\./
    assert.match(await ask(priya, 'my allocations'), mine)
    assert.match(await ask(priya, `who did I give ${easy} to?`), mine)
    assert.match(await ask(priya, `who did I give ${unanswered} to?`), /I find no allocation of that case/)
    assert.match(await ask(priya, `who did I give ${hidden} to?`), /I find no allocation of that case/)
    assert.match(await ask(aisha, 'which cases was I given?'), /X320742 by Priya Nair on 22 November 2026/)
    assert.match(await ask(tom, 'which cases was I given?'), /I find no allocation/)
  })

  it('asks which entry is meant while another allocation is not decided', async () => {
    await given()
    await ask(priya, `give ${unanswered} to Tom`)
    assert.match(await ask(priya, 'entry'), /^Which one\? X320743 for Tom Okafor is not decided yet/)
    assert.match(await ask(priya, `the entry for ${easy}`), /^X320742, Emma Marsden/)
    await ask(priya, `give ${unanswered} to Tom`)
    await ask(priya, 'cancel')
    assert.match(await ask(priya, 'entry'), /^X320742, Emma Marsden/)
  })

  it('gives examples of allocating to those who weigh, and to nobody else', async () => {
    for (const words of ['hello', 'asdf qwer']) {
      assert.match(await ask(priya, words), /“who could take X320741\?”/)
      assert.doesNotMatch(await ask(tom, words), /who could take/)
    }
  })

  it('does not say “not as it is today” of what was weighed today', async () => {
    await ask(priya, `can Tom take ${hard}?`)
    const again = await ask(priya, `why not Tom for ${hard}?`)
    assert.match(again, /As it was on 22 November 2026 at 10:00\. /)
    assert.doesNotMatch(again, /not as it is today/)
  })
})
