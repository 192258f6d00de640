import assert from 'node:assert/strict'
import {
  aisha,
  allocating,
  aSampleOffice,
  easy,
  gareth,
  jackie,
  megan,
  priya,
  tom,
  victor,
  why,
} from '../support/allocating-in-chat.ts'
import { inTeams, type Office } from '../support/office.ts'
import { note } from '../support/records.ts'
import { answerOf } from '../support/sessions-in-chat.ts'

describe('Deciding an allocation, by whom and when', () => {
  let office: Office
  const { ask, pressed, kept, answerId, draftId, allocations } = allocating(() => office)
  beforeEach(async () => {
    office = await aSampleOffice()
  })
  afterEach(() => office.close())

  describe('is refused', () => {
    for (const person of [tom, victor, jackie, gareth, megan]) {
      it(`to ${person.name} with somebody else’s ids, whatever is pressed`, async () => {
        await ask(priya, `give ${easy} to Aisha`)
        const before = JSON.stringify([kept('allocation_draft'), allocations()])
        const data = { allocation: draftId() }
        for (const [verb, about] of [
          ['allocation.decide', { ...data, reasoning: why }],
          ['allocation.resume', data],
          ['allocation.drop', data],
          ['allocation.begin', { answer: answerId(), person: aisha.staffCode }],
        ] as const) {
          const says = await pressed(person, verb, about)
          assert.match(says, /I cannot find|Line managers and heads of PDU/, verb)
          assert.doesNotMatch(says, /X3\d|Aisha/)
        }
        assert.equal(JSON.stringify([kept('allocation_draft'), allocations()]), before)
      })
    }

    it('for oneself, for people of others, and for somebody who is not in post', async () => {
      assert.match(await ask(priya, `give ${easy} to me`), /cannot check it for yourself/)
      assert.match(await ask(priya, `give ${easy} to Jerome Campbell`), /people you manage or cover for/)
      await office.service().store.staff.put([{ ...tom, endedOn: '2026-11-20' as never }], note('staff.imported'))
      assert.match(await ask(priya, `give ${easy} to Tom`), /not in post today|not one of them/)
      assert.deepEqual(kept('allocation_draft'), [])
    })

    it('where the person left, or the rights ended, while it was being decided', async () => {
      const { staff } = office.service().store
      await ask(priya, `give ${easy} to Aisha`)
      const data = { allocation: draftId() }
      await staff.put([{ ...aisha, endedOn: '2026-11-20' as never }], note('staff.imported'))
      assert.match(await pressed(priya, 'allocation.decide', data), /not in post today|not one of them/)
      await staff.put([{ ...aisha, managerStaffCode: gareth.staffCode }], note('staff.imported'))
      assert.match(await pressed(priya, 'allocation.decide', data), /people you manage or cover for/)
      assert.match(await ask(priya, 'allocate it'), /people you manage or cover for/)
      await staff.put([aisha, { ...priya, endedOn: '2026-11-20' as never }], note('staff.imported'))
      assert.doesNotMatch(await pressed(priya, 'allocation.decide', data), /allocated/)
      assert.deepEqual(allocations(), [])
    })

    it('in a group chat, by words and by button', async () => {
      await ask(priya, `give ${easy} to Aisha`)
      const { teams } = office
      for (const text of [
        `can Tom take ${easy}?`,
        `who could take ${easy}?`,
        `give ${easy} to Aisha`,
        'allocate it',
        'why not Tom?',
        'the entry as text',
      ]) {
        await teams.post(teams.activity(inTeams(priya), { type: 'message', text, ...teams.inCompany('groupChat') }))
        assert.match(teams.seenInCompany('groupChat').at(-1)?.text ?? '', /personal chat/, text)
      }
      for (const [verb, data] of [
        ['allocation.decide', { allocation: draftId() }],
        ['allocation.find', { crn: easy }],
        ['allocation.details', { answer: answerId(), person: aisha.staffCode }],
      ] as const) {
        const press = { ...teams.pressActivity(inTeams(priya), verb, data), ...teams.inCompany('groupChat') }
        assert.match(answerOf(await teams.post(press)).says ?? '', /personal chat/)
      }
      assert.deepEqual(allocations(), [])
      assert.doesNotMatch(JSON.stringify(teams.seenInCompany('groupChat')), /X320742|Khan/)
    })
  })

  describe('by two managers', () => {
    const cover = async () => {
      const data = {
        cover: '00000000-0000-4000-8000-0000000000d1',
        manager: priya.staffCode,
        by: gareth.staffCode,
        from: '2026-11-22',
        to: '2026-11-29',
      }
      await pressed(priya, 'cover.save', data)
    }

    it('tells the second by whom and when it was given, and lets them weigh it again', async () => {
      await cover()
      await ask(priya, `give ${easy} to Aisha`)
      await ask(gareth, `give ${easy} to Sarah Davies`)
      await ask(gareth, `reasoning: ${why}`)
      assert.match(await ask(priya, 'allocate it'), /# Decided: now paste it/)
      const second = await ask(gareth, 'allocate it')
      assert.match(
        second,
        /^Priya Nair gave this case to Aisha Khan on 22 November 2026 at \d\d:\d\d\. Nothing was decided now/,
      )
      assert.equal(allocations().length, 1)
      await ask(gareth, `give ${easy} to Sarah Davies`)
      assert.match(await ask(gareth, 'allocate it'), /# Decided: now paste it/)
    })

    it('of whom both press at the same moment, one wins and the other is told', async () => {
      await cover()
      await ask(priya, `give ${easy} to Aisha`)
      const first = draftId()
      await ask(gareth, `give ${easy} to Sarah Davies`)
      await ask(gareth, `reasoning: ${why}`)
      const second = draftId()
      const { teams } = office
      const press = (person: typeof priya, allocation: string) =>
        teams.post(teams.pressActivity(inTeams(person), 'allocation.decide', { allocation }))
      const answers = (await Promise.all([press(priya, first), press(gareth, second)])).map((one) =>
        JSON.stringify(answerOf(one)),
      )
      assert.equal(answers.filter((one) => one.includes('Decided: now paste it')).length, 1)
      assert.equal(answers.filter((one) => one.includes('gave this case to')).length, 1)
      assert.equal(allocations().length, 1)
    })
  })
})
