import assert from 'node:assert/strict'
import { AbsenceId } from '../../domain/ids.ts'
import {
  aisha,
  allocating,
  aSampleOffice,
  easy,
  eleanor,
  gareth,
  hard,
  megan,
  priya,
  tom,
} from '../support/allocating-in-chat.ts'
import { day } from '../support/days.ts'
import type { Office } from '../support/office.ts'
import { at, note } from '../support/records.ts'

describe('What is explained of an allocation check', () => {
  let office: Office
  const { ask, pressed, answerId } = allocating(() => office)
  beforeEach(async () => {
    office = await aSampleOffice()
  })
  afterEach(() => office.close())

  it('goes by what was recorded then, whatever has changed since', async () => {
    const before = await ask(priya, `can Aisha take ${easy}?`)
    assert.match(before, /\nSuitable\n/)
    await office.service().store.absences.record(
      {
        absence: {
          id: AbsenceId.parse('00000000-0000-4000-8000-0000000000a1'),
          person: aisha.staffCode,
          from: day('2026-11-22'),
          to: day('2026-12-31'),
          reason: 'sick',
        },
      },
      { by: priya.staffCode, at: at(60), notes: [note('absence.recorded')], notices: [] },
    )
    for (const text of ['why?', 'why Aisha?', `why not Aisha for ${easy}?`]) {
      const then = await ask(priya, text)
      assert.match(then, /\nSuitable\n/, text)
      assert.match(then, /As it was on/)
    }
    assert.match(await ask(priya, `can Aisha take ${easy}?`), /Outside guidance\nAvailability \(availability\)/)
  })

  it('keeps to the person that was looked at last', async () => {
    await ask(priya, `who could take ${hard}?`)
    assert.match(await ask(priya, 'who says so?'), /For whom\? I weighed 11 people/)
    assert.match(await ask(priya, 'what would have to change for Tom?'), /What would have to change\?\nTom Okafor for/)
    const says = await ask(priya, 'who says so?')
    assert.match(says, /# Who says so\?\nTom Okafor for X320741/)
    assert.equal(await pressed(priya, 'allocation.authority', { answer: answerId(), person: tom.staffCode }), says)
    assert.match(await ask(priya, 'why?'), /# May they take this case\?\nTom Okafor/)
  })

  it('weighs somebody now who was not weighed then', async () => {
    await ask(priya, `can Tom take ${easy}?`)
    assert.match(await ask(priya, 'why not Megan?'), /Megan Price \(PQiP\) for X320742[\s\S]*Read just now/)
  })

  it('says that there is nothing to explain to somebody who has asked nothing', async () => {
    assert.match(await ask(priya, 'why not Tom?'), /I have weighed no case for you/)
  })

  it('is not of other people’s answers, by words or with forged ids', async () => {
    await ask(priya, `who could take ${easy}?`)
    const answer = answerId()
    assert.match(await ask(gareth, `why not Tom Okafor for ${easy}?`), /people you manage or cover for/)
    const refused = [
      await pressed(gareth, 'allocation.details', { answer, person: tom.staffCode }),
      await pressed(eleanor, 'allocation.change', { answer, person: tom.staffCode }),
      await pressed(gareth, 'allocation.ranked', { answer, page: '1' }),
      await pressed(priya, 'allocation.authority', { answer, person: gareth.staffCode }),
      await pressed(tom, 'allocation.begin', { answer, person: megan.staffCode }),
      await pressed(aisha, 'allocation.ranked', { answer, page: '1' }),
    ]
    for (const says of refused) {
      assert.match(says, /I cannot find that|Line managers and heads/)
      assert.doesNotMatch(says, /X3|Tom|Suitable/)
    }
  })

  it('ends when somebody no longer manages the person', async () => {
    await ask(priya, `can Tom take ${easy}?`)
    await office.service().store.staff.put([{ ...tom, managerStaffCode: gareth.staffCode }], note('staff.imported'))
    assert.match(await ask(priya, 'why not Tom?'), /people you manage or cover for/)
    const data = { answer: answerId(), person: tom.staffCode }
    assert.match(await pressed(priya, 'allocation.details', data), /people you manage or cover for/)
  })

  it('is refused about others to who may not weigh', async () => {
    assert.match(await ask(tom, 'why not Aisha?'), /Line managers and heads of PDU weigh/)
  })
})
