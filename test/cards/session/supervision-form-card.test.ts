import assert from 'node:assert/strict'
import fc from 'fast-check'
import { cardInWords } from '../../../cards/card-in-words.ts'
import { cardBudget, cardBytes } from '../../../cards/card-with.ts'
import {
  aisha,
  exampleCrns,
  exampleDraft,
  examplePerson,
  exampleToday,
  fullDraft,
  examplePolicy as policy,
  tom,
} from '../../../cards/example-world.ts'
import { readForm } from '../../../cards/form-input.ts'
import { type FormView, supervisionFormCard } from '../../../cards/session/supervision-form-card.ts'
import { fillDraft, type SupervisionDraft } from '../../../domain/draft.ts'
import { Crn, IsoDate } from '../../../domain/ids.ts'
import { questionsOf } from '../../../domain/supervision-kind.ts'
import { inputsOf } from '../card-parts.ts'

const formOf = (draft: SupervisionDraft, rest: Partial<FormView> = {}) =>
  supervisionFormCard({ draft, people: [aisha, tom], policy, today: exampleToday, problems: [], ...rest }).card

/** What a client sends when the form comes back as it was: numbers as text or not, empty inputs as nothing or not. */
function sentBack(card: unknown, asText: boolean): Record<string, unknown> {
  const sent = inputsOf(card).map(({ id, value }) => [String(id), asText ? String(value ?? '') : value])
  return Object.fromEntries(sent)
}

const lower = fc.integer({ min: 0, max: 999_999 }).map((number) => `X${String(number).padStart(6, '0')}`)
const crns = fc.uniqueArray(lower, { maxLength: 6 }).map((all) => all.sort().map((crn) => Crn.parse(crn)))
const words = fc
  .tuple(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), fc.constantFrom(1, 1, 1, 100))
  .map(([text, times]) =>
    text
      .repeat(times)
      .replace(/\p{Cc}/gu, '')
      .trim()
      .slice(0, 4000)
      .trim()
      .toWellFormed(),
  )
  .filter((text) => text !== '' && !/[a-z]\d{6}/i.test(text))
const questionIds = questionsOf(policy, ['monthly', 'reflective']).map((question) => question.id)
const drafts = fc
  .record({
    other: fc.constantFrom(undefined, aisha.staffCode, tom.staffCode),
    kinds: fc.subarray(['monthly', 'reflective'] as const),
    heldOn: fc.option(
      fc.integer({ min: 0, max: 360 }).map((days) => IsoDate.parse(exampleToday.subtract({ days }).toString())),
      { nil: undefined },
    ),
    minutes: fc.option(fc.integer({ min: 5, max: 480 }), { nil: undefined }),
    crns,
    answers: fc.dictionary(fc.constantFrom(...questionIds), words),
    named: fc.boolean(),
  })
  .map(({ named, ...rest }) => {
    const draft = exampleDraft(1, JSON.parse(JSON.stringify(rest)))
    if (named && draft.crns.length > 0) draft.answers.theme = `Mostly ${draft.crns[0]}`
    return draft
  })

describe('the form of a supervision', () => {
  it('gives the same draft when it is sent back as it was shown', () => {
    fc.assert(
      fc.property(drafts, fc.boolean(), (draft, asText) => {
        const { said, problems } = readForm(sentBack(formOf(draft), asText), policy, draft)
        assert.deepEqual(problems, [])
        assert.deepEqual(fillDraft(draft, said, policy, exampleToday), { draft, problems: [] })
      }),
    )
  })

  it('changes nothing but the words for cases when it is read without what it was made from', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const { said } = readForm(sentBack(formOf(draft), true), policy)
        const filled = fillDraft(draft, said, policy, exampleToday).draft
        const { cases, theme, ...answers } = filled.answers
        for (const [id, read] of Object.entries({ cases, theme })) {
          assert.ok(read === draft.answers[id] || read === draft.crns.join(', '))
        }
        const { cases: _cases, theme: _theme, ...before } = draft.answers
        assert.deepEqual({ ...filled, answers }, { ...draft, answers: before })
      }),
    )
  })

  it('keeps to its size whatever is in the draft, and says what it keeps without showing it whole', () => {
    const wide = (letter: string) => letter.repeat(Math.floor(4000 / letter.length))
    for (const letter of ['x', '"', '字', '😴', '\n', '\u0001']) {
      const answers = Object.fromEntries(questionIds.map((id) => [id, `a${wide(letter)}`.slice(0, 4000)]))
      const draft = { ...fullDraft, answers }
      const people = Array.from({ length: 150 }, (_, index) =>
        examplePerson(`N03Z${String(index).padStart(3, '0')}`, wide('字').slice(0, 100), 'PO'),
      )
      const card = formOf(draft, { people: [...people, aisha] })
      assert.ok(cardBytes(card) <= cardBudget, `${letter}: ${cardBytes(card)}`)
      const { said } = readForm(sentBack(card, true), policy, draft)
      assert.equal(said.other, aisha.staffCode, 'the person of the draft stays among the choices')
    }
    assert.match(
      cardInWords(formOf({ ...fullDraft, answers: { learned: wide('字'), change: wide('字'), workload: wide('字') } })),
      /Kept\. To change it, type: change \w+ to …/,
    )
  })

  it('asks no question of a kind that was not chosen', () => {
    const ids = (draft: SupervisionDraft) => inputsOf(formOf(draft)).map(({ id }) => id)
    const basics = ['other', 'kinds', 'heldOn', 'minutes']
    assert.deepEqual(ids(exampleDraft(1)), basics)
    assert.deepEqual(ids(exampleDraft(1, { kinds: ['monthly'] })), [
      ...basics,
      'answer.workload',
      'answer.cases',
      'answer.wellbeing',
    ])
    assert.deepEqual(ids(exampleDraft(1, { kinds: ['competency'] })), [...basics, 'answer.evidence', 'answer.ready'])
  })

  it('offers the kinds that this person may log, and days within the policy', () => {
    const [, kinds, heldOn, minutes] = inputsOf(formOf(exampleDraft(1), { kinds: ['monthly', 'rcat'] }))
    assert.deepEqual(
      kinds?.choices,
      [
        ['Monthly', 'monthly'],
        ['RCAT', 'rcat'],
      ].map(([title, value]) => ({ title, value })),
    )
    assert.deepEqual([heldOn?.min, heldOn?.max], ['2025-11-22', '2026-11-22'])
    assert.deepEqual([minutes?.min, minutes?.max], [5, 480])
  })

  it('shows the cases of the draft where a question takes cases and has no words yet', () => {
    const draft = exampleDraft(1, { kinds: ['reflective'], crns: exampleCrns('X320741', 'X320766') })
    const theme = inputsOf(formOf(draft)).find(({ id }) => id === 'answer.theme')
    assert.equal(theme?.value, 'X320741, X320766')
  })

  it('sets the private question apart', () => {
    const text = cardInWords(formOf(fullDraft))
    assert.match(text, /## Private to the two of you\n\[Wellbeing \(optional\): Sleeping badly/)
  })

  it('tells two people of one name apart', () => {
    const card = formOf(exampleDraft(1), { people: [aisha, { ...tom, name: aisha.name }] })
    assert.match(JSON.stringify(card), /Aisha Khan \(N03A001\).*Aisha Khan \(N03A002\)/)
  })
})
