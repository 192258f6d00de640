import assert from 'node:assert/strict'
import { drawAgain, drawFor } from '../../../dialogs/case-draw/draw-case.ts'
import { showFair } from '../../../dialogs/case-draw/show-draw.ts'
import type { CaseDraw } from '../../../domain/case-draw.ts'
import { SessionId } from '../../../domain/ids.ts'
import { anOpenCase, crnOf } from '../../support/case-draws.ts'
import { aDrawDesk, type DrawDesk, shownBy } from '../../support/draw-desk.ts'
import { aisha, aPerson, officePeople, priya, tom } from '../../support/people.ts'
import { aSession, guid, note } from '../../support/records.ts'

const victor = aPerson({ staffCode: 'N03Q001', name: 'Victor Owusu', grade: 'QDO' })
const hers = (number: number, about: Parameters<typeof anOpenCase>[1] = {}) =>
  anOpenCase(number, { heldBy: aisha.staffCode, ...about })

describe('Drawing a case for Aisha', () => {
  let office: DrawDesk
  beforeEach(async () => {
    office = await aDrawDesk(
      [...officePeople, victor],
      [hers(1), hers(2), hers(3), hers(4, { ended: true }), hers(5, { limitedAccess: true }), { sight: 'restricted' }],
    )
  })
  afterEach(() => office.close())

  const draws = () => office.desk.caseDraws.of(aisha.staffCode)
  async function newest(): Promise<CaseDraw> {
    const [draw] = await draws()
    assert.ok(draw)
    return draw
  }
  const draw = (by = priya, at?: string) => drawFor(aisha, 'rcat', office.turn(by, at), office.desk)
  async function again(words: string | undefined, by = priya) {
    return drawAgain({ draw: (await draws()).at(-1) as CaseDraw, subject: aisha }, words, office.turn(by), office.desk)
  }

  it('keeps all that shows that it was fair, and says nothing of limited-access cases', async () => {
    const reply = await draw()
    const kept = await newest()
    assert.deepEqual(kept.eligible, [crnOf(1), crnOf(2), crnOf(3)])
    assert.deepEqual(kept.leftOut, { ended: 1 })
    assert.deepEqual([kept.practitioner, kept.kind, kept.drawnBy], [aisha.staffCode, 'rcat', priya.staffCode])
    assert.equal(kept.seed, '1'.padStart(32, '0'))
    assert.match(shownBy(reply), new RegExp(kept.crn))
    assert.equal(JSON.stringify(kept).includes(crnOf(5)), false)
  })

  it('draws no second case when it is asked again, by the same person or by the quality officer', async () => {
    await draw()
    const { crn } = await newest()
    for (const person of [priya, victor])
      assert.match(shownBy(await draw(person)), new RegExp(`${crn}.*was drawn before|was drawn before.*${crn}`))
    assert.equal((await draws()).length, 1)
  })

  it('draws one case when two people ask at the same moment', async () => {
    const replies = await Promise.all([draw(priya), draw(victor), draw(priya)])
    const { crn } = await newest()
    assert.equal((await draws()).length, 1)
    for (const reply of replies) assert.match(shownBy(reply), new RegExp(crn))
  })

  it('draws a case once more for a reason, keeps the first, and never draws it again', async () => {
    await draw()
    const first = await newest()
    await again('I know this case')
    const second = await newest()
    assert.deepEqual(second.instead, { of: first.id, because: 'I know this case' })
    assert.ok(!second.eligible.includes(first.crn))
    assert.deepEqual(second.leftOut, { ended: 1, 'drawn-lately': 1 })
    assert.equal((await draws()).length, 2)
  })

  for (const [what, words, says] of [
    ['without a reason', undefined, /give a reason/],
    ['with an empty reason', '  \n ', /give a reason/],
    ['with a reason that is too long', 'x'.repeat(501), /501 characters; the most is 500/],
  ] as const) {
    it(`draws nothing ${what}, and asks for it`, async () => {
      await draw()
      const reply = await again(words)
      assert.match(shownBy(reply), says)
      assert.equal(reply.pending?.asks, 'draw-again')
      assert.equal((await draws()).length, 1)
    })
  }

  it('draws no third case, also when two ask for the second at the same moment', async () => {
    await draw()
    await Promise.all([again('I know it'), again('So do I', victor)])
    assert.equal((await draws()).length, 2)
    assert.match(shownBy(await again('And that one')), /no third draw/)
    const second = await newest()
    const reply = await drawAgain({ draw: second, subject: aisha }, 'And that one', office.turn(priya), office.desk)
    assert.match(shownBy(reply), /no third draw/)
    assert.equal((await draws()).length, 2)
  })

  it('lets the first case stand when there is no other', async () => {
    office.caseload.now = [hers(1)]
    await draw()
    const reply = await again('I know this case')
    assert.match(shownBy(reply), /The case drawn first stands/)
    assert.match(shownBy(await draw()), new RegExp(crnOf(1)))
    assert.equal((await draws()).length, 1)
  })

  it('draws afresh in the next quarter, and not a case of the last twelve months', async () => {
    await draw()
    const first = await newest()
    await draw(priya, '2027-01-04T10:00:00Z')
    const second = await newest()
    assert.equal((await draws()).length, 2)
    assert.equal(second.instead, undefined)
    assert.ok(!second.eligible.includes(first.crn))
  })

  it('cannot draw again in place of a draw that is over', async () => {
    await draw()
    const drawn = { draw: await newest(), subject: aisha }
    const late = office.turn(priya, '2027-01-04T10:00:00Z')
    assert.match(shownBy(await drawAgain(drawn, 'I know it', late, office.desk)), /This draw is over/)
    assert.equal((await draws()).length, 1)
  })

  it('draws afresh once the session about the case was recorded', async () => {
    await draw()
    const { crn } = await newest()
    const session = {
      ...aSession(50, { id: SessionId.parse(guid(50)), kinds: ['rcat'], crns: [crn] }),
      practitioner: aisha.staffCode,
      supervisor: priya.staffCode,
      loggedBy: priya.staffCode,
      loggedAt: office.turn(priya).now.add({ minutes: 5 }),
    }
    await office.desk.supervisions.record(session, note())
    await draw(priya, '2026-11-22T11:00:00Z')
    assert.equal((await draws()).length, 2)
  })

  it('says that the case services could not be asked, and keeps nothing', async () => {
    office.caseload.now = 'not-answered'
    assert.match(shownBy(await draw()), /could not be asked, so no case was drawn and nothing was saved/)
    assert.deepEqual(await draws(), [])
  })

  it('draws from what could be checked, and says that some could not', async () => {
    office.caseload.now = [hers(1), { sight: 'unknown', why: 'not-answered' }]
    await draw()
    const drawn = { draw: await newest(), subject: aisha }
    const fair = shownBy(await showFair(drawn, office.turn(priya), office.desk))
    assert.match(fair, /Access could not be checked for some cases/)
    assert.match(fair, /Cases looked at: 1. Could be drawn: 1/)
  })

  it('says why no case can be drawn', async () => {
    office.caseload.now = [hers(4, { ended: true }), hers(6, { inCustody: true }), hers(7, { recalled: true })]
    const says = shownBy(await draw())
    for (const words of [
      /Cases looked at: 3/,
      /1: the order has ended/,
      /2: in custody or recalled/,
      /Nothing was saved/,
    ])
      assert.match(says, words)
    assert.deepEqual(await draws(), [])
  })

  it('is refused to Tom, to Aisha herself, and for people without such sessions', async () => {
    for (const [by, subject] of [
      [tom, aisha],
      [aisha, aisha],
      [priya, priya],
    ] as const) {
      const reply = await drawFor(subject, 'rcat', office.turn(by), office.desk)
      assert.equal(reply.notes?.[0]?.event, 'refused')
    }
    assert.deepEqual(await draws(), [])
  })
})
