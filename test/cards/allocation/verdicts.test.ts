import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import {
  exampleWeighing,
  hardCase,
  examplePolicy as policy,
  exampleRules as rules,
  trainee,
} from '../../../cards/allocation/example-weighings.ts'
import { whatWouldChangeCard, whoSaysSoCard } from '../../../cards/allocation/explain-cards.ts'
import { ownWeighingCard } from '../../../cards/allocation/own-weighing-card.ts'
import { rankedCard, rankedOnAPage } from '../../../cards/allocation/ranked-card.ts'
import { severalCasesCard } from '../../../cards/allocation/several-cases-card.ts'
import { verdictCard } from '../../../cards/allocation/verdict-card.ts'
import type { CardMessage } from '../../../cards/card.ts'
import { cardInWords } from '../../../cards/card-in-words.ts'
import { aisha, exampleSessionId, thirtyPeople, tom } from '../../../cards/example-world.ts'
import type { Weighing } from '../../../domain/allocation/allocation-answers.ts'
import { type Check, type Outcome, RuleId } from '../../../domain/allocation/check.ts'
import { known } from '../../../domain/allocation/fact.ts'
import { ruleNamed } from '../../../domain/allocation/rules/all-rules.ts'
import { AllocationAnswerId, Crn, IsoDate } from '../../../domain/ids.ts'
import { buttonsOf, titlesOf } from '../card-parts.ts'

const answer = {
  id: AllocationAnswerId.parse(exampleSessionId(1)),
  crn: Crn.parse('X320741'),
  askedAt: Temporal.Instant.from('2026-11-22T10:00:00Z'),
}
const words = ({ card }: CardMessage) => cardInWords(card)
const linesOf = (message: CardMessage) => words(message).split('\n')
const verdict = (weighing: Weighing, told: 'now' | 'then' = 'now') =>
  verdictCard({ answer, weighing, person: aisha, rules, told, mayDecide: true })

const check = (rule: RuleId, outcome: Outcome, rest: Partial<Check> = {}): Check => ({
  rule,
  outcome,
  reason: 'The reason.',
  facts: [],
  ...rest,
})
const weighing = (outcome: Outcome, ...checks: Check[]): Weighing => ({
  practitioner: aisha.staffCode,
  outcome,
  checks,
})

describe('The card of a verdict', () => {
  for (const [outcome, exact] of [
    ['suitable', 'Suitable'],
    ['needs-rationale', 'Suitable with a written rationale'],
    ['cannot-tell', 'Cannot tell'],
    ['outside-guidance', 'Outside guidance'],
    ['blocked', 'Cannot be allocated'],
  ] as const) {
    it(`says “${exact}” in exactly these words on a line of their own`, () => {
      assert.ok(linesOf(verdict(weighing(outcome, check('workload', outcome)))).includes(exact))
    })
  }

  it('has a line for each rule that found something: name, id, outcome, reason with fact and day, authority, unconfirmed', () => {
    const fact = { words: 'RoSH: high', on: IsoDate.parse('2026-11-07'), source: 'risk-and-needs' as const }
    const grade = { words: 'Grade: PSO', source: 'staff-list' as const }
    const lines = linesOf(
      verdict(
        weighing(
          'blocked',
          check('risk-for-grade', 'outside-guidance', { facts: [fact, grade] }),
          check('access', 'blocked', { reason: 'Access is restricted.' }),
        ),
      ),
    )
    const { authority } = policy.rules['risk-for-grade']
    assert.ok(
      lines.includes(
        `Risk for grade (risk-for-grade): Outside guidance – The reason. Facts: RoSH: high, 7 Nov 2026; Grade: PSO. Authority: ${authority} (unconfirmed).`,
      ),
    )
    assert.ok(
      lines.includes('Access (access): Cannot be allocated – Access is restricted. Authority: The allocation tool.'),
      'a confirmed authority says nothing more',
    )
  })

  it('has the strongest first, and names every rule exactly once, those without concern together on one line', () => {
    const lines = linesOf(verdict(exampleWeighing(hardCase, trainee)))
    const fired = lines.filter((line) => /^[^(]+\([a-z-]+\): /.test(line))
    const strength = ['Cannot be allocated', 'Outside guidance', 'Cannot tell', 'Suitable with a written rationale']
    const places = fired.map((line) => strength.findIndex((words) => line.includes(`): ${words} – `)))
    assert.deepEqual(places, places.toSorted())
    assert.ok(!places.includes(-1))
    const quiet = lines.filter((line) => line.startsWith('Without concern: '))
    assert.equal(quiet.length, 1)
    for (const rule of RuleId.options) {
      const isFired = fired.filter((line) => line.includes(` (${rule}): `)).length
      const isQuiet = quiet[0]?.toLowerCase().includes(ruleNamed(rule).name.toLowerCase()) === true ? 1 : 0
      assert.equal(isFired + isQuiet, 1, rule)
    }
  })

  it('says what would change each of them', () => {
    const lines = linesOf(verdict(exampleWeighing(hardCase, trainee)))
    for (const [index, line] of lines.entries()) {
      if (/^[^(]+\([a-z-]+\): /.test(line)) assert.match(lines[index + 1] ?? '', /^Would change it: [A-Z].+\.$/)
    }
  })

  it('says whether it was read now or is an earlier answer', () => {
    assert.match(words(verdict(exampleWeighing())), /Read just now/)
    const then = words(verdict(exampleWeighing(), 'then'))
    assert.match(then, /As it was on 22 November 2026 at 10:00, not as it is today/)
    assert.doesNotMatch(then, /Read just now/)
  })

  it('offers to allocate unless the case cannot be allocated, and has a sentence for every button', () => {
    const blocked = verdict(weighing('blocked', check('access', 'blocked')))
    assert.ok(!titlesOf(blocked.card).includes('Give it to Aisha'))
    assert.doesNotMatch(words(blocked), /allocate it/)
    const outside = verdict(weighing('outside-guidance', check('workload', 'outside-guidance')))
    assert.deepEqual(titlesOf(outside.card), [
      'Give it to Aisha',
      'Who could take it?',
      'What would change it?',
      'Who says so?',
    ])
    assert.match(
      words(outside),
      /“what would have to change\?”, “who says so\?”, “who could take it\?”, or “allocate it”/,
    )
  })
})

describe('The card of who could take a case', () => {
  const people = thirtyPeople.slice(0, 25).map((person, index) => ({
    ...person,
    grade: 'PO' as const,
    weighing: exampleWeighing(
      {},
      {
        workload: known({ potential: 80 + index * 2 }, 'workload'),
        hasManaged: known(index === 1, 'workload'),
        ...(index === 24 ? { access: known('not-allowed', 'delius') } : {}),
      },
      person,
    ),
  }))
  const ranked = (page: number) => rankedCard({ answer, people, page })

  it('has a team of 20 on one card, with name, grade, verdict, workload with the case, and the main reason', () => {
    const team = linesOf(rankedCard({ answer, people: people.slice(0, rankedOnAPage), page: 1 }))
    assert.ok(team.includes('## Suitable'))
    assert.ok(team.includes('Grace Ashworth (PO), 80% with this case'))
    assert.ok(team.includes('Grace Bello (PO), 82% with this case, managed them before'))
    assert.ok(team.includes('## Suitable with a written rationale'))
    assert.ok(team.includes('With this case the workload would be 102%, over 100%.'))
    assert.ok(!team.some((line) => line.includes('Page')))
  })

  it('has pages for more, each with everybody once, and whoever is blocked apart with why', () => {
    const shown = [1, 2].flatMap((page) => linesOf(ranked(page)))
    for (const { name } of people) assert.equal(shown.filter((line) => line.startsWith(`${name} (`)).length, 1)
    const apart = shown.slice(shown.indexOf('## Cannot be allocated'))
    assert.match(apart[1] ?? '', /^Megan Evans \(PO\)/)
    assert.match(apart[2] ?? '', /may not see/)
    assert.deepEqual(titlesOf(ranked(1).card).slice(-1), ['Next page'])
    assert.match(words(ranked(1)), /25 people\. Page 1 of 2\. For another, say “page 2”/)
    assert.equal(words(ranked(9)), words(ranked(2)))
  })

  it('shows the details of each person on a press', () => {
    const verbs = buttonsOf(ranked(1).card).filter(({ verb }) => verb === 'allocation.details')
    assert.deepEqual(
      verbs.map(({ data }) => data),
      people.slice(0, 20).map(({ staffCode }) => ({ answer: answer.id, person: staffCode })),
    )
  })
})

describe('The card of several cases', () => {
  const people = [{ ...tom, grade: 'PSO' as const, weighing: exampleWeighing({}, {}, tom) }]
  const message = severalCasesCard({
    question: 'one',
    cases: [
      { crn: answer.crn, answer: answer.id, people },
      { crn: Crn.parse('X320742'), says: 'Access is restricted.' },
    ],
    left: 2,
  })

  it('has a verdict for each, nothing but that access is restricted where it is, and says how many were left out', () => {
    const lines = linesOf(message)
    assert.ok(lines.includes('I weigh 2 cases at a time, so I left 2 out. Please ask for them next.'))
    assert.ok(lines.includes('Suitable, 99.5%'))
    assert.equal(lines[lines.indexOf('X320742') + 1], 'Access is restricted.')
  })
})

describe('What is explained of a weighing', () => {
  const explained = { answer, weighing: exampleWeighing(hardCase, trainee), person: tom, rules }

  it('has for every rule that found something what would change it, and says when it was weighed', () => {
    const text = words(whatWouldChangeCard(explained))
    for (const { rule, outcome, change } of explained.weighing.checks) {
      if (outcome !== 'suitable') assert.ok(text.includes(change ?? 'missing'), rule)
    }
    assert.match(text, /As it was weighed on 22 November 2026 at 10:00/)
  })

  it('has each rule in words with its authority, and what unconfirmed means', () => {
    const text = words(whoSaysSoCard(explained))
    assert.ok(text.includes(ruleNamed('workload').inWords(policy)))
    assert.match(text, /Authority: Practice guidance .+ \(unconfirmed\)\./)
    assert.match(text, /Unconfirmed: no published source was found/)
  })
})

describe('What a practitioner reads of how they were weighed', () => {
  const own = { answer, weighing: exampleWeighing(hardCase, trainee), askedBy: 'Priya Nair', rules }

  it('has who decided, when and why, with every reason, where they got the case', () => {
    const at = Temporal.Instant.from('2026-11-22T10:12:00Z')
    const touchPointOn = Temporal.PlainDate.from('2026-12-07')
    const text = words(
      ownWeighingCard({ ...own, decided: { by: 'Priya Nair', at, reasoning: 'She has time.', touchPointOn } }),
    )
    assert.match(text, /Decided: 22 November 2026 at 10:12 by Priya Nair/)
    assert.match(text, /Why, in their words\nShe has time\./)
    assert.match(text, /\(risk-for-grade\): Outside guidance/)
    assert.match(text, /Age, sex, ethnicity and the like are never used/)
  })

  it('has no verdict of the whole where they did not, and says so', () => {
    const text = words(
      ownWeighingCard({ ...own, weighing: weighing('outside-guidance', check('workload', 'needs-rationale')) }),
    )
    assert.match(text, /was not given to you through me/)
    assert.doesNotMatch(text, /Outside guidance/)
  })
})
