import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import { cardInWords } from '../../cards/card-in-words.ts'
import { defaultSupervisionPolicy as policy } from '../../config/kinds.ts'
import { CoverId } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import { choicesOf, KindId, kindOf } from '../../domain/supervision-kind.ts'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { admin, aisha, aPerson, gwen, officePeople, omar, priya, quinn, ruth, tom } from '../support/people.ts'
import { answerOf, idsOn } from '../support/sessions-in-chat.ts'
import { talking } from '../support/talking.ts'

/** Everything that a session of a kind needs, as a client could send it. */
function wholeForm(kind: KindId): Record<string, string> {
  const inputs = kindOf(policy, kind).questions.flatMap((question) => {
    const answer = { text: 'said', people: 'three', case: 'X320741', choice: choicesOf(policy, question)[0]?.id ?? '' }
    return [[`answer.${question.id}`, answer[question.answer.type]]]
  })
  return { kinds: kind, heldOn: '2026-11-20', minutes: '45', ...Object.fromEntries(inputs) }
}

const none: KindId[] = []
const parts: [string, Person, Person, KindId[]][] = [
  ['a line manager with somebody they manage', priya, aisha, KindId.options],
  ['a practitioner with their line manager', aisha, priya, ['monthly', 'reflective']],
  ['a quality officer with somebody of their PDU', quinn, aisha, ['observation', 'rcat', 'saqua']],
  ['a quality officer with a senior officer', quinn, priya, none],
  ['a senior officer with somebody of another team', ruth, aisha, none],
  ['a head of PDU with somebody two levels down', gwen, aisha, none],
  ['a head of PDU with a senior officer', gwen, priya, ['monthly', 'reflective', 'performance']],
  ['a practitioner with a colleague', tom, aisha, none],
  ['a practitioner with the quality officer', aisha, quinn, none],
]

describe('Who may log which kind, whatever a press claims', () => {
  let office: Office
  const { kept } = talking(() => office)
  before(async () => {
    office = await anOffice()
  })
  after(() => office.close())

  async function press(person: Person, data: Record<string, unknown>) {
    return answerOf(await office.teams.post(office.teams.pressActivity(inTeams(person), 'supervision.save', data)))
  }

  /** A draft of this person's own, opened as anybody would, and then saved with what nobody offered them. */
  async function claims(person: Person, other: Person, kind: KindId): Promise<number> {
    const before = kept('session').length
    await office.teams.say(inTeams(person), 'log a supervision')
    const [draft] = idsOn(office.teams.lastCard(inTeams(person))?.card)
    assert.ok(draft)
    // The same session by somebody else would be recorded already.
    const minutes = String(30 + officePeople.indexOf(person))
    await press(person, { draft, other: other.staffCode, ...wholeForm(kind), minutes })
    await press(person, { draft })
    await office.teams.post(office.teams.pressActivity(inTeams(person), 'supervision.cancel', { draft }))
    return kept('session').length - before
  }

  for (const [who, person, other, allowed] of parts) {
    it(`${who}: ${allowed.join(', ') || 'none'}`, async () => {
      for (const kind of KindId.options) {
        const recorded = await claims(person, other, kind)
        assert.equal(recorded, allowed.includes(kind) ? 1 : 0, kind)
      }
    })
  }

  it('an administrator is told that there is nothing for them to log', async () => {
    const [answer] = await office.teams.say(inTeams(admin), 'log a supervision')
    assert.match(answer?.text ?? '', /Your role has no supervision/)
  })

  it('a manager who covers logs every kind for the team they cover, and only while they cover', async () => {
    assert.equal(await claims(ruth, tom, 'performance'), 0)
    const cover = {
      id: CoverId.parse('00000000-0000-4000-8000-000000000001'),
      manager: priya.staffCode,
      by: ruth.staffCode,
      from: Temporal.PlainDate.from('2026-11-20'),
      to: Temporal.PlainDate.from('2026-11-27'),
    }
    const at = Temporal.Instant.from('2026-11-22T09:00:00Z')
    await office.service().store.absences.record({ cover }, { by: priya.staffCode, at, notes: [], notices: [] })
    for (const kind of KindId.options) assert.equal(await claims(ruth, tom, kind), 1, kind)
  })
})

describe('A quality officer', () => {
  let office: Office
  const { answerTo, kept, shownCard } = talking(() => office)
  const crowd = Array.from({ length: 120 }, (_, number) =>
    aPerson({
      staffCode: `N03C${String(number).padStart(3, '0')}`,
      name: `Crowd ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[number % 26]}${number}`,
      grade: 'PO',
      managerStaffCode: ruth.staffCode,
    }),
  )
  beforeEach(async () => {
    office = await anOffice({ people: [...officePeople, ...crowd] })
  })
  afterEach(() => office.close())

  it('of a large PDU is asked for a name, and finds the person by it', async () => {
    const empty = await answerTo('log a supervision', inTeams(quinn))
    assert.match(empty, /Who was it with\? Type the name: first name and surname\./)
    assert.doesNotMatch(empty, /\[With:|Crowd/)
    const form = await answerTo('rcat with Omar Saleh on Friday, 60 mins', inTeams(quinn))
    assert.match(form, /\[With: Omar Saleh\]/)
    assert.doesNotMatch(form, /Crowd/)
  })

  it('sees the RCAT of a session that was monthly too, and nothing else of it', async () => {
    await answerTo(
      'monthly and rcat with Aisha on Friday, 90 mins. Workload: far too much. Cases: X320799. Wellbeing: tired. Case: X320741. assessment good, planning good, delivery good, reviewing good, outcomes good',
    )
    await answerTo('save')
    await answerTo('reflective with Aisha on Thursday, 45 mins, theme: denial. learned: wait. change: a plan')
    await answerTo('save')
    const record = await answerTo('what has Aisha had this year?', inTeams(quinn))
    assert.match(record, /RCAT 1\./)
    assert.doesNotMatch(record, /Monthly|Reflective/)
    const { card } = answerOf(await office.teams.press(inTeams(quinn), shownCard(inTeams(quinn)), 'Show 20 Nov 2026'))
    const session = cardInWords(office.teams.lastCard(inTeams(quinn))?.card ?? card ?? assert.fail())
    assert.match(session, /Kind: RCAT\n/)
    assert.match(session, /Case audited: X320741\nAssessment: Good/)
    assert.doesNotMatch(session, /far too much|tired|X320799|Monthly|Workload|Wellbeing/)
    const views = kept('audit_entry').filter(
      ({ event, actor }) => event === 'record.viewed' && actor === quinn.staffCode,
    )
    assert.deepEqual(
      views.map(({ subject, detail }) => [subject, detail]),
      [
        [aisha.staffCode, 'quality'],
        [aisha.staffCode, null],
      ],
    )
  })

  it('is refused a session that was none of their kinds, also by its id', async () => {
    await answerTo('reflective with Aisha on Thursday, 45 mins, theme: denial. learned: wait. change: a plan')
    await answerTo('save')
    const session = kept('session')[0]?.id
    const { says } = answerOf(
      await office.teams.post(office.teams.pressActivity(inTeams(quinn), 'session.show', { session })),
    )
    assert.match(says ?? '', /cannot find that session among the ones you may see/)
  })

  it('logs for nobody of another PDU', async () => {
    await office.service().store.staff.put([{ ...omar, pduCode: 'N03P2' }], {
      event: 'staff.imported',
      at: Temporal.Instant.from('2026-11-22T09:00:00Z'),
    })
    const form = await answerTo('rcat with Omar Saleh on Friday, 60 mins', inTeams(quinn))
    assert.match(form, /As quality officer you can log a session with somebody of your PDU/)
  })
})
