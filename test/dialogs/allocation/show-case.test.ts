import assert from 'node:assert/strict'
import { caseInWords } from '../../../dialogs/allocation/show-case.ts'
import type { Reply } from '../../../dialogs/turn.ts'
import { understand } from '../../../dialogs/understand/understand.ts'
import { known, notKnown } from '../../../domain/allocation/fact.ts'
import type { Crn } from '../../../domain/ids.ts'
import type { Person } from '../../../domain/staff.ts'
import { crnOf } from '../../support/case-draws.ts'
import { aDrawDesk, type DrawDesk, shownBy } from '../../support/draw-desk.ts'
import { aisha, aPerson, gwen, officePeople, omar, priya, tom } from '../../support/people.ts'
import { caseServicesSaying, heldCase, type Said, type SaidOfCase } from '../../support/seen-cases.ts'

const lent = aPerson({ staffCode: 'N03A077', name: 'Lena Ford', managerStaffCode: 'N03S002' })
const nowhere = /I find no case with that number/
const notChecked = /could not be found out whether you may see that case/
const one = crnOf(1)

describe('A case in brief', () => {
  let office: DrawDesk
  before(async () => {
    office = await aDrawDesk([...officePeople, lent], [])
  })
  after(() => office.close())

  async function ask(text: string, person: Person, said: Said): Promise<Reply> {
    const turn = office.turn(person)
    const { policy } = office.desk
    const reading = understand(text, { today: turn.today, names: await office.desk.names(), policy, speaker: person })
    assert.equal(reading.intent, 'show-case')
    return caseInWords(reading, turn, { ...office.desk, cases: caseServicesSaying(said) })
  }
  const noted = ({ notes = [] }: Reply) => notes.map(({ event, subject, detail }) => [event, subject, detail])
  const held = (holder: Person | undefined, about = {}): Said => ({
    cases: new Map([[one, heldCase(one, holder, { name: 'Gwen Ashby', ...about })]]),
  })

  const nobodyKnows = { holder: notKnown('allocations', 'not-answered') }
  const rows: [what: string, person: Person, said: Said, shows: RegExp, notes: unknown[]][] = [
    ['their own', aisha, held(aisha), /Gwen Ashby/, []],
    ['of somebody they manage', priya, held(aisha), /Gwen Ashby/, [['record.viewed', aisha.staffCode, 'case']]],
    ['that nobody holds', priya, held(undefined), /Gwen Ashby/, []],
    ['of their team, managed by another', priya, held(lent), /Gwen Ashby/, [['record.viewed', lent.staffCode, 'case']]],
    ['of a colleague', tom, held(aisha), nowhere, [['refused', aisha.staffCode, 'case']]],
    ['of another team', priya, held(omar), nowhere, [['refused', omar.staffCode, 'case']]],
    [
      'of another team, waiting in theirs',
      priya,
      held(omar, { waitsIn: 'N03T1' }),
      /Gwen Ashby/,
      [['record.viewed', omar.staffCode, 'case']],
    ],
    ['of the PDU, as its head', gwen, held(aisha), nowhere, [['refused', aisha.staffCode, 'case']]],
    ['that nobody holds, as practitioner', tom, held(undefined), nowhere, [['refused', undefined, 'case']]],
    ['whose holder is not known', priya, held(undefined, nobodyKnows), notChecked, []],
    [
      'whose holder is not known, as practitioner',
      tom,
      held(undefined, nobodyKnows),
      nowhere,
      [['refused', undefined, 'case']],
    ],
    [
      'held by somebody who is not on the staff list',
      priya,
      held(aPerson({ staffCode: 'N09X001', name: 'Nobody Known' })),
      nowhere,
      [['refused', 'N09X001', 'case']],
    ],
    ['that does not exist', priya, { cases: new Map() }, nowhere, []],
    ['of another region', priya, { cases: new Map([[one, { sight: 'unknown', why: 'another-region' }]]) }, nowhere, []],
    ['about which nobody answers', priya, {}, notChecked, []],
  ]
  for (const [what, person, said, shows, notes] of rows) {
    it(`${what}, asked by ${person.grade}`, async () => {
      const reply = await ask(`show me ${one}`, person, said)
      assert.match(shownBy(reply), shows)
      assert.deepEqual(noted(reply), notes)
      if (shows !== nowhere && shows !== notChecked) return
      assert.doesNotMatch(JSON.stringify(reply), new RegExp(`Ashby|${one}`), 'nothing of it is in the answer')
    })
  }

  it('of limited access is told in these words and no others', async () => {
    const reply = await ask(`show me ${one}`, priya, { cases: new Map([[one, { sight: 'restricted' }]]) })
    assert.deepEqual(reply.message, { text: 'Access is restricted.' })
    assert.deepEqual(noted(reply), [['refused', undefined, 'case']])
  })

  it('of limited access stands marked for somebody who may see it', async () => {
    assert.match(shownBy(await ask(one, aisha, held(aisha, { limitedAccess: true }))), /Limited access: some people/)
  })

  for (const text of ['show me x320001', 'what tier is x 320001?', 'CASE X320001 IN BRIEF', 'who has X320001']) {
    it(`is found by “${text}”`, async () => assert.match(shownBy(await ask(text, aisha, held(aisha))), /Gwen Ashby/))
  }

  it('needs a number', async () => {
    assert.match(shownBy(await ask('a case in brief', priya, {})), /Which case\? .*like X320741/)
  })

  it('shows several in the order asked, each as far as it may be seen, and no number of one that may not', async () => {
    const cases: Said['cases'] = new Map<Crn, SaidOfCase>([
      [crnOf(1), heldCase(crnOf(1), aisha)],
      [crnOf(2), { sight: 'restricted' }],
      [crnOf(3), heldCase(crnOf(3), omar)],
      [crnOf(5), heldCase(crnOf(5), tom)],
    ])
    const reply = await ask('show me X320001, x320002, X320003, X 320004 and X320005', priya, { cases })
    const shown = shownBy(reply)
    assert.deepEqual(shown.match(/X\d{6}|Access is restricted|I find no case|Case \d of \d/g), [
      'X320001',
      'Case 2 of 5',
      'Access is restricted',
      'Case 3 of 5',
      'I find no case',
      'Case 4 of 5',
      'I find no case',
      'X320005',
    ])
    assert.deepEqual(noted(reply), [
      ['record.viewed', aisha.staffCode, 'case'],
      ['refused', undefined, 'case'],
      ['refused', omar.staffCode, 'case'],
      ['record.viewed', tom.staffCode, 'case'],
    ])
  })

  it('shows ten at most, and says so', async () => {
    const numbers = Array.from({ length: 12 }, (_, index) => crnOf(index + 1))
    const cases = new Map(numbers.map((crn) => [crn, heldCase(crn, aisha)]))
    const shown = shownBy(await ask(`show me ${numbers.join(' ')}`, aisha, { cases }))
    assert.match(shown, /X320010/)
    assert.doesNotMatch(shown, /X320011/)
    assert.match(shown, /You named 2 more/)
  })

  it('says of each fact that is missing why', async () => {
    const about = {
      rosh: notKnown('risk-and-needs', 'not-answered'),
      tier: notKnown('tier', 'none'),
      registrations: notKnown('manage-supervision', 'not-understood'),
      requirements: known([], 'manage-supervision'),
    }
    const shown = shownBy(await ask(one, aisha, held(aisha, about)))
    for (const words of [/the risk service did not answer/, /the tier service has none/, /could not be read/])
      assert.match(shown, words)
    assert.match(shown, /whether safeguarding is needed is not known/)
  })
})
