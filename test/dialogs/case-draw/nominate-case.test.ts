import assert from 'node:assert/strict'
import { nominatedCase, nominateInWords, nominationPresses } from '../../../dialogs/case-draw/nominate-case.ts'
import { understand } from '../../../dialogs/understand/understand.ts'
import type { CaseView } from '../../../domain/case-view.ts'
import { type Crn, SessionId } from '../../../domain/ids.ts'
import type { Person } from '../../../domain/staff.ts'
import { anOpenCase, crnOf } from '../../support/case-draws.ts'
import { aDrawDesk, type DrawDesk, shownBy } from '../../support/draw-desk.ts'
import { aisha, aPerson, gwen, officePeople, priya, ruth, tom } from '../../support/people.ts'
import { aSession, guid, note } from '../../support/records.ts'

const victor = aPerson({ staffCode: 'N03Q001', name: 'Victor Owusu', grade: 'QDO' })
const hers = (number: number, about: Parameters<typeof anOpenCase>[1] = {}) =>
  anOpenCase(number, { heldBy: aisha.staffCode, ...about })

describe('Nominating a case for a SAQUA', () => {
  let office: DrawDesk
  beforeEach(async () => {
    office = await aDrawDesk([...officePeople, victor], [hers(1), hers(2), hers(3, { ended: true }), anOpenCase(4)])
  })
  afterEach(() => office.close())

  async function says(text: string, person: Person = aisha, at?: string) {
    const turn = office.turn(person, at)
    const { desk } = office
    const reading = understand(text, {
      today: turn.today,
      names: await desk.names(),
      policy: desk.policy,
      speaker: person,
    })
    assert.equal(reading.intent, 'nominate-case')
    return nominateInWords(text, reading, turn, desk)
  }
  const kept = async () => (await office.desk.nominations.of(aisha.staffCode)).map(({ crn }) => crn)
  const nominate = (crn: Crn, at?: string) => says(`nominate ${crn} for my SAQUA`, aisha, at)

  it('keeps one of her own cases, and another takes its place', async () => {
    assert.match(shownBy(await nominate(crnOf(1))), new RegExp(crnOf(1)))
    assert.match(shownBy(await nominate(crnOf(2))), /takes the place/)
    assert.deepEqual(await kept(), [crnOf(2), crnOf(1)])
  })

  it('the same case twice is one nomination', async () => {
    await nominate(crnOf(1))
    assert.match(shownBy(await nominate(crnOf(1))), new RegExp(crnOf(1)))
    assert.deepEqual(await kept(), [crnOf(1)])
  })

  for (const [what, number, answer] of [
    ['of somebody else', 4, /cannot find that case/],
    ['that nobody knows', 9, /cannot find that case/],
    ['that has ended', 3, /has ended/],
  ] as const) {
    it(`keeps no case ${what}, and shows the form`, async () => {
      const reply = await nominate(crnOf(number))
      assert.match(shownBy(reply), answer)
      assert.equal(reply.pending?.asks, 'nomination')
      assert.deepEqual(await kept(), [])
    })
  }

  it('keeps no case that could not be checked', async () => {
    office.caseload.now = 'not-answered'
    assert.match(shownBy(await nominate(crnOf(1))), /could not be checked, so nothing was nominated/)
    assert.deepEqual(await kept(), [])
  })

  it('keeps nothing when several cases are named, or another kind', async () => {
    assert.match(shownBy(await says(`nominate ${crnOf(1)} and ${crnOf(2)} for my SAQUA`)), /one case/)
    assert.match(shownBy(await says(`nominate ${crnOf(1)} for my RCAT`)), /only for a SAQUA/)
    assert.deepEqual(await kept(), [])
  })

  it('nobody nominates for another, or without having a SAQUA', async () => {
    for (const reply of [
      await says(`nominate ${crnOf(1)} for Aisha's SAQUA`, priya),
      await says(`nominate ${crnOf(1)} for my SAQUA`, priya),
      await nominationPresses['nomination.make'](
        { verb: 'nomination.make' },
        { case: crnOf(1) },
        office.turn(gwen),
        office.desk,
      ),
    ])
      assert.equal(reply.notes?.[0]?.event, 'refused')
    assert.deepEqual(await kept(), [])
  })

  it('stands until the SAQUA has been recorded; then the same case can be nominated afresh', async () => {
    await nominate(crnOf(1))
    const session = {
      ...aSession(50, { id: SessionId.parse(guid(50)), kinds: ['saqua'], crns: [crnOf(1)] }),
      practitioner: aisha.staffCode,
      supervisor: priya.staffCode,
      loggedBy: priya.staffCode,
      loggedAt: office.turn(priya).now.add({ minutes: 5 }),
    }
    await office.desk.supervisions.record(session, note())
    assert.match(shownBy(await says('what have I nominated?')), /nominated no case/)
    await nominate(crnOf(1), '2026-11-23T10:00:00Z')
    assert.deepEqual(await kept(), [crnOf(1), crnOf(1)])
  })

  it('is given to the form of those who log her SAQUA, as far as they may see the case', async () => {
    await nominate(crnOf(1))
    const given = async (by: Person) => (await nominatedCase(aisha, office.turn(by), office.desk)).sight
    assert.deepEqual(await Promise.all([priya, victor, ruth, tom, gwen].map(given)), [
      'open',
      'open',
      'none',
      'none',
      'none',
    ])
    for (const [now, sight] of [
      [[{ sight: 'restricted' }], 'restricted'],
      ['not-answered', 'unknown'],
    ] as [CaseView[] | 'not-answered', string][]) {
      office.caseload.now = now
      assert.equal(await given(priya), sight)
      assert.ok(!shownBy(await says('what has Aisha nominated?', priya)).includes(crnOf(1)))
    }
  })

  it('leaves a note when another looks at it, also when there is none', async () => {
    for (const expected of [/No case is nominated/, new RegExp(crnOf(1))]) {
      const reply = await says('what has Aisha nominated?', priya)
      assert.match(shownBy(reply), expected)
      assert.deepEqual(
        reply.notes?.map(({ event, subject, detail }) => [event, subject, detail]),
        [['record.viewed', aisha.staffCode, 'nomination']],
      )
      await nominate(crnOf(1))
    }
    assert.equal((await says('what have I nominated?')).notes, undefined)
    assert.equal((await says('what has Aisha nominated?', tom)).notes?.[0]?.event, 'refused')
  })
})
