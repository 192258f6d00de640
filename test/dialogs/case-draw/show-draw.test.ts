import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { drawFor } from '../../../dialogs/case-draw/draw-case.ts'
import { logDrawn } from '../../../dialogs/case-draw/log-drawn.ts'
import { type Drawn, drawnCaseFor, drawnFor, drawReply, showFair } from '../../../dialogs/case-draw/show-draw.ts'
import { anOpenCase } from '../../support/case-draws.ts'
import { aDrawDesk, type DrawDesk, shownBy } from '../../support/draw-desk.ts'
import { aisha, aPerson, officePeople, priya, tom } from '../../support/people.ts'

const victor = aPerson({ staffCode: 'N03Q001', name: 'Victor Owusu', grade: 'QDO' })
const hers = (number: number) => anOpenCase(number, { heldBy: aisha.staffCode })

describe('A case that was drawn for Aisha', () => {
  let office: DrawDesk
  let drawn: Drawn
  beforeEach(async () => {
    office = await aDrawDesk([...officePeople, victor], [hers(1), hers(2), hers(3)])
    await drawFor(aisha, 'rcat', office.turn(priya), office.desk)
    const [draw] = await office.desk.caseDraws.of(aisha.staffCode)
    assert.ok(draw)
    drawn = { draw, subject: aisha }
  })
  afterEach(() => office.close())

  it('is drawn again by the command on the card, in any shell', async function () {
    const run = promisify(execFile)
    if (
      await run('sha256sum', ['--version']).then(
        () => false,
        () => true,
      )
    )
      return this.skip() // the machine has no sha256sum, so the command cannot be run on it
    const shown = JSON.stringify(await showFair(drawn, office.turn(aisha), office.desk))
    const command = /for c in .*?head -1/.exec(shown)?.[0].replaceAll('\\"', '"') ?? ''
    const { stdout } = await run('sh', ['-c', command])
    assert.match(stdout, new RegExp(`^[0-9a-f]{64}  ${drawn.draw.crn}\\n$`))
  })

  describe('when access has changed since', () => {
    const limit = (crn: string) => {
      assert.ok(office.caseload.now !== 'not-answered')
      office.caseload.now = office.caseload.now.filter((view) => view.sight !== 'open' || view.crn !== crn)
    }

    it('says of the case that was drawn that access is restricted, and no more, wherever it is shown', async () => {
      limit(drawn.draw.crn)
      const turn = office.turn(priya)
      for (const reply of [
        await drawFor(aisha, 'rcat', turn, office.desk),
        await drawReply(drawn, {}, turn, office.desk),
        await showFair(drawn, turn, office.desk),
        await logDrawn(drawn, turn, office.desk),
      ]) {
        assert.match(shownBy(reply), /Access is restricted\./)
        assert.ok(!shownBy(reply).includes(drawn.draw.crn))
        assert.doesNotMatch(shownBy(reply), /Log the/)
      }
      assert.deepEqual(await office.desk.drafts.openOf(priya.staffCode), [])
    })

    it('neither lists nor counts another case that has become one of limited access', async () => {
      const other = drawn.draw.eligible.find((crn) => crn !== drawn.draw.crn) ?? ''
      limit(other)
      const fair = shownBy(await showFair(drawn, office.turn(priya), office.desk))
      assert.ok(!fair.includes(other))
      assert.match(fair, /Cases looked at: 2. Could be drawn: 2/)
    })

    it('shows nothing of the case while access cannot be checked', async () => {
      office.caseload.now = 'not-answered'
      const shown = shownBy(await drawReply(drawn, {}, office.turn(priya), office.desk))
      assert.match(shown, /Access to the case could not be checked/)
      assert.ok(!shown.includes(drawn.draw.crn))
    })
  })

  it('is logged with the person, the kind and the case filled in; twice goes on with the same draft', async () => {
    const turn = office.turn(priya)
    for (let press = 0; press < 2; press++) await logDrawn(drawn, turn, office.desk)
    const drafts = await office.desk.drafts.openOf(priya.staffCode)
    assert.deepEqual(
      drafts.map(({ other, kinds, crns }) => ({ other, kinds, crns })),
      [{ other: aisha.staffCode, kinds: ['rcat'], crns: [drawn.draw.crn] }],
    )
  })

  it('can be seen by Aisha and by those who may draw for her, and by nobody else', async () => {
    for (const person of [aisha, priya, victor]) assert.ok(await drawnFor(drawn.draw, office.turn(person), office.desk))
    for (const person of officePeople.filter(
      ({ staffCode, grade }) => grade !== 'QDO' && staffCode !== aisha.staffCode && staffCode !== priya.staffCode,
    ))
      assert.equal(await drawnFor(drawn.draw, office.turn(person), office.desk), undefined, person.name)
  })

  it('leaves a note of every look at it, save Aisha’s own', async () => {
    const looks = [
      await showFair(drawn, office.turn(victor), office.desk),
      await drawReply(drawn, {}, office.turn(victor), office.desk),
      await drawFor(aisha, 'rcat', office.turn(victor), office.desk),
    ]
    for (const { notes } of looks) {
      assert.deepEqual(
        notes?.map(({ event, subject, thing, detail }) => [event, subject, thing, detail]),
        [['record.viewed', aisha.staffCode, drawn.draw.id, 'draw']],
      )
    }
    assert.deepEqual((await showFair(drawn, office.turn(aisha), office.desk)).notes, [])
  })

  it('is given to the form about that session, to those who may draw for her and may see it', async () => {
    const given = (by: typeof priya) => drawnCaseFor(aisha, 'rcat', office.turn(by), office.desk)
    assert.deepEqual(await given(priya), { sight: 'open', crn: drawn.draw.crn })
    assert.deepEqual(await given(victor), { sight: 'open', crn: drawn.draw.crn })
    assert.deepEqual(await given(tom), { sight: 'none' })
    assert.deepEqual(await drawnCaseFor(aisha, 'observation', office.turn(priya), office.desk), { sight: 'none' })
    office.caseload.now = []
    assert.deepEqual(await given(priya), { sight: 'restricted' })
  })
})
