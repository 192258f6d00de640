import assert from 'node:assert/strict'
import type { Card } from '../../../cards/card.ts'
import { cardInWords } from '../../../cards/card-in-words.ts'
import { tell } from '../../../dialogs/tell.ts'
import type { Allocation } from '../../../domain/allocation/allocation.ts'
import type { CaseView, OpenCase } from '../../../domain/case-view.ts'
import type { Notice } from '../../../domain/ports.ts'
import { anOpenCase, crnOf } from '../../support/case-draws.ts'
import { day } from '../../support/days.ts'
import { aDrawDesk, type DrawDesk } from '../../support/draw-desk.ts'
import { allocationId, anAllocation, anAnswer, keepAnswers, weighedAt } from '../../support/kept-allocations.ts'
import { aisha, officePeople, priya, tom } from '../../support/people.ts'
import { note } from '../../support/records.ts'

const jordan = (about: Partial<OpenCase> = {}) => anOpenCase(1, { name: 'Jordan Ellis', ...about })

describe('A practitioner who was given a case', () => {
  let office: DrawDesk
  beforeEach(async () => {
    office = await aDrawDesk(officePeople, [jordan()])
  })
  afterEach(() => office.close())

  const toldOf = async (about: Partial<Allocation> = {}, person = aisha) => {
    const { desk } = office
    await keepAnswers(desk, anAnswer(1))
    const who = { to: aisha.staffCode, decidedBy: priya.staffCode }
    await desk.allocations.decide(anAllocation(1, { ...who, ...about }), weighedAt, [note('allocation.decided')])
    const notice: Notice = { id: 'n', to: person.staffCode, about: allocationId(1), what: 'was-given-case' }
    return tell(notice, person, desk, day('2026-11-22'), [notice])
  }
  const wordsOf = async (about: Partial<Allocation> = {}) => {
    const told = await toldOf(about)
    assert.ok(told !== undefined && 'card' in told.message)
    assert.doesNotMatch(told.message.summary, /X3|Jordan/)
    return cardInWords(told.message.card as Card)
  }
  const limited = /Jordan|December|November|20:|talked/

  it('hears which case, whose it is, who gave it and by when it is first discussed', async () => {
    const words = await wordsOf()
    for (const said of [crnOf(1), 'Jordan Ellis', 'Priya Nair', 'Saturday 5 December 2026', '20 November 2026']) {
      assert.ok(words.includes(said), said)
    }
    assert.match(words, /may not show it as yours yet/)
    assert.equal((await toldOf())?.shows, allocationId(1))
  })

  it('is not told to wait for the case services once they have taken it', async () => {
    assert.doesNotMatch(await wordsOf({ submission: 'submitted' }), /may not show it/)
  })

  for (const [what, about, view] of [
    ['was of limited access when it was given', { limitedAccess: true }, jordan()],
    ['is of limited access now', {}, jordan({ limitedAccess: true })],
  ] as const) {
    it(`hears of a case that ${what} its number, and who gave it, and no more`, async () => {
      office.caseload.now = [view as CaseView]
      const words = await wordsOf(about)
      assert.ok(words.includes(crnOf(1)) && words.includes('Priya Nair'))
      assert.doesNotMatch(words, limited)
    })
  }

  it('hears of a case they may not see now that access is restricted, and who gave it, and no more', async () => {
    office.caseload.now = []
    const words = await wordsOf()
    assert.match(words, /Access is restricted\./)
    assert.ok(words.includes('Priya Nair') && !words.includes(crnOf(1)))
    assert.doesNotMatch(words, limited)
  })

  for (const limitedAccess of [false, true]) {
    it(`hears once that a case was given and who gave it, and no more, while it cannot be checked (limited: ${limitedAccess}); then the rest`, async () => {
      const { caseload } = office
      caseload.now = 'not-answered'
      const told = await toldOf({ limitedAccess })
      assert.ok(told !== undefined && 'card' in told.message)
      const words = cardInWords(told.message.card as Card)
      assert.match(words, /could not be found out whether you may see it[\s\S]*Priya Nair/)
      assert.doesNotMatch(words, limited)
      assert.doesNotMatch(words, new RegExp(crnOf(1)))
      assert.equal(told.unfinished, true)
      const place = { serviceUrl: 'https://teams.example', conversationId: 'c', messageId: 'm' }
      office.desk.shownCards = { ...office.desk.shownCards, of: async () => [place] }
      assert.equal(await toldOf({ limitedAccess }), undefined)
      caseload.now = [jordan()]
      const rest = await toldOf({ limitedAccess })
      assert.ok(rest !== undefined && 'card' in rest.message)
      assert.match(cardInWords(rest.message.card as Card), new RegExp(crnOf(1)))
      assert.equal(rest.unfinished, undefined)
    })
  }

  it('is the only one who hears of it', async () => {
    assert.equal(await toldOf({}, tom), undefined)
  })
})

describe('A manager whose allocation was handed in and not heard of', () => {
  let office: DrawDesk
  beforeEach(async () => {
    office = await aDrawDesk(officePeople, [jordan()])
  })
  afterEach(() => office.close())

  const toldOf = async (about: Partial<Allocation> = {}, person = priya) => {
    const { desk } = office
    await keepAnswers(desk, anAnswer(1))
    const who = { to: aisha.staffCode, decidedBy: priya.staffCode }
    await desk.allocations.decide(anAllocation(1, { ...who, ...about }), weighedAt, [note('allocation.decided')])
    const notice: Notice = { id: 'n', to: person.staffCode, about: allocationId(1), what: 'allocation-settled' }
    const told = await tell(notice, person, desk, day('2026-11-22'), [notice])
    if (told === undefined || !('card' in told.message)) return undefined
    assert.equal(told.message.summary, 'What became of an allocation')
    return cardInWords(told.message.card as Card)
  }

  it('hears what became of it, of which case and for whom, and what to do', async () => {
    const words = await toldOf({ submission: 'not-submitted' })
    for (const said of [crnOf(1), 'Aisha Khan', '20 November 2026', 'Please allocate it in the allocation tool'])
      assert.ok(words?.includes(said), said)
    assert.match((await toldOf()) ?? '', /the entry as text/)
  })

  it('hears that it arrived', async () => {
    assert.match((await toldOf({ submission: 'submitted' })) ?? '', /the case services have taken the allocation/)
  })

  it('hears nothing yet while it cannot be found out whether they may see the case: it comes again', async () => {
    office.caseload.now = 'not-answered'
    assert.equal(await toldOf({ submission: 'submitted' }), undefined)
  })

  it('hears of a case of limited access its number and no name', async () => {
    const words = await toldOf({ submission: 'submitted', limitedAccess: true })
    assert.ok(words?.includes(crnOf(1)))
    assert.doesNotMatch(words ?? '', /Aisha|November/)
  })

  it('hears of a case they may not see now nothing but that access is restricted', async () => {
    office.caseload.now = []
    assert.equal(await toldOf({ submission: 'submitted' }), '# Your allocation\nAccess is restricted.')
  })

  it('is the only one who hears of it', async () => {
    assert.equal(await toldOf({}, tom), undefined)
    assert.equal(await toldOf({}, aisha), undefined)
  })
})
