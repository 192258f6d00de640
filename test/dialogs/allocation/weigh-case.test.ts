import assert from 'node:assert/strict'
import type { Card } from '../../../cards/card.ts'
import { cardInWords } from '../../../cards/card-in-words.ts'
import { check } from '../../../dialogs/allocation/check-allocation.ts'
import { explainInWords } from '../../../dialogs/allocation/explain-decision.ts'
import type { Reply } from '../../../dialogs/turn.ts'
import type { Reading } from '../../../dialogs/understand/understand.ts'
import { known, notKnown } from '../../../domain/allocation/fact.ts'
import { AbsenceId } from '../../../domain/ids.ts'
import { day } from '../../support/days.ts'
import { aDecidingDesk, crn } from '../../support/deciding.ts'
import { aisha, omar, priya, tom } from '../../support/people.ts'
import { at as atMinute, guid, note } from '../../support/records.ts'

const reading: Reading = { intent: 'explain-decision', confidence: 1, people: [], entities: {}, answers: {} }

describe('Weighing a case', () => {
  let at: Awaited<ReturnType<typeof aDecidingDesk>>
  beforeEach(async () => {
    at = await aDecidingDesk()
  })
  afterEach(() => at.office.close())

  const words = ({ message }: Reply) => ('card' in message ? cardInWords(message.card as Card) : message.text)
  const weigh = async () => words(await check(aisha, [crn], at.turn(), at.desk))
  const viewedBy = async (person: typeof omar) => {
    const { views } = await at.desk.views.of(person.staffCode, atMinute(-1_000_000), atMinute(1_000_000), 10)
    return views.map(({ by, what }) => `${by} ${what}`)
  }

  it('is written down for whoever is weighed, and for whoever holds the case', async () => {
    at.services.facts = { holder: known({ staffCode: omar.staffCode }, 'allocations') }
    await weigh()
    assert.deepEqual(await viewedBy(aisha), [`${priya.staffCode} allocation`])
    assert.deepEqual(await viewedBy(omar), [`${priya.staffCode} case`])
    assert.deepEqual(await viewedBy(tom), [])
  })

  it('is written down for nobody else where nobody holds the case, whoever asks does, or it is not known', async () => {
    const holders = [
      known('nobody' as const, 'allocations'),
      known({ staffCode: priya.staffCode }, 'allocations'),
      notKnown('allocations', 'not-answered'),
    ]
    for (const holder of holders) {
      at.services.facts = { holder }
      await weigh()
    }
    for (const person of [omar, priya, tom]) assert.deepEqual(await viewedBy(person), [])
  })

  for (const [what, hasManaged, kept] of [
    ['true where they did', known(true, 'workload'), true],
    ['false where they did not', known(false, 'workload'), false],
    ['absent where that is not known', notKnown('workload', 'not-answered'), undefined],
  ] as const) {
    it(`keeps whether somebody managed the person before: ${what}`, async () => {
      at.services.practitioner = { hasManaged }
      await weigh()
      const weighing = (await at.desk.allocationAnswers.lastOf(priya.staffCode))?.about[0]
      assert.equal(weighing?.hasManaged, kept)
      assert.equal('hasManaged' in (weighing ?? {}), kept !== undefined)
    })
  }

  it('looks as far ahead for days away as the policy asks', async () => {
    const { rules } = at.desk.allocationPolicy
    at.desk.allocationPolicy = {
      ...at.desk.allocationPolicy,
      rules: { ...rules, availability: { ...rules.availability, withinDays: 200 } },
    }
    const absence = {
      id: AbsenceId.parse(guid(1)),
      person: aisha.staffCode,
      from: day('2027-06-07'),
      to: day('2027-06-18'),
      reason: 'leave' as const,
    }
    const by = { by: priya.staffCode, at: atMinute(0), notes: [note('absence.recorded')], notices: [] }
    await at.desk.absences.record({ absence }, by)
    assert.match(await weigh(), /This person is away from 7 June 2027, within 200 working days\./)
  })

  it('looks as far back for supervision as the policy asks', async () => {
    const { rules } = at.desk.allocationPolicy
    at.desk.allocationPolicy = {
      ...at.desk.allocationPolicy,
      rules: { ...rules, 'supervised-lately': { ...rules['supervised-lately'], days: 500 } },
    }
    const asked: string[] = []
    const { of } = at.desk.heldSessions
    at.desk.heldSessions = {
      ...at.desk.heldSessions,
      of: async (codes, from, to) => {
        asked.push(from.toString())
        return of(codes, from, to)
      },
    }
    await weigh()
    assert.deepEqual(asked, ['2025-07-10'])
  })

  it('is explained later by the rules and the authorities of then, whatever the policy has become', async () => {
    at.services.practitioner = { workload: known({ now: 101, potential: 104.5 }, 'workload') }
    const before = await weigh()
    const says = async (text: string) => words(await explainInWords(text, reading, at.turn(), at.desk))
    const who = await says('who says so?')
    const { rules } = at.desk.allocationPolicy
    const workload = { ...rules.workload, authority: 'Another authority', confirmed: true, outsideAbove: 190 }
    at.desk.allocationPolicy = { ...at.desk.allocationPolicy, rules: { ...rules, workload } }
    assert.equal(await says('who says so?'), who)
    assert.match(who, /over 110% is outside guidance/)
    const why = await says('why?')
    assert.doesNotMatch(why, /Another authority/)
    const line = (text: string) => /\nWorkload \(workload\).*/.exec(text)?.[0]
    assert.ok(line(before))
    assert.equal(line(why), line(before))
    assert.match(await weigh(), /Another authority/)
  })
})
