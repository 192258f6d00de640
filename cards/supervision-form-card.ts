import type { Temporal } from 'temporal-polyfill'
import { missing, type Problem, type SupervisionDraft } from '../domain/draft.ts'
import type { Person } from '../domain/staff.ts'
import { type KindQuestion, questionsOf, type SupervisionPolicy } from '../domain/supervision-kind.ts'
import { button } from './button.ts'
import type { Card, CardMessage } from './card.ts'
import { type CardElement, cardBudget, cardBytes, cardWith } from './card-with.ts'
import { casesShown } from './form-input.ts'
import { heading, note, privatePart, problemList, remark, sentence } from './lines.ts'
import { beginning, shown, typed } from './typed.ts'

export type FormView = {
  draft: SupervisionDraft
  /** Everybody the logger may log with; the draft's own other person is among them. */
  people: readonly Pick<Person, 'staffCode' | 'name'>[]
  policy: SupervisionPolicy
  /** Local day: a session cannot lie after it. */
  today: Temporal.PlainDate
  problems: readonly Problem[]
  /** The next question, as a sentence. */
  ask?: string
}

const mostPeople = 60

/**
 * The form of a supervision, filled with what the draft knows. It asks the questions of the kinds the draft has; until a
 * kind is chosen it asks for that alone. An answer too long to travel back and forth is shown by its beginning, and kept.
 */
export function supervisionFormCard(view: FormView): CardMessage {
  const questions = questionsOf(view.policy, view.draft.kinds)
  const kept = new Set<string>()
  let card = formWith(view, questions, kept)
  while (cardBytes(card) > cardBudget && kept.size < questions.length) {
    const longest = questions
      .filter((question) => !kept.has(question.id))
      .reduce((a, b) => (answerBytes(view.draft, b) > answerBytes(view.draft, a) ? b : a))
    kept.add(longest.id)
    card = formWith(view, questions, kept)
  }
  return { card, summary: 'A supervision session to complete' }
}

function answerBytes(draft: SupervisionDraft, question: KindQuestion): number {
  return new TextEncoder().encode(JSON.stringify(draft.answers[question.id] ?? '')).length
}

function formWith(view: FormView, questions: readonly KindQuestion[], kept: ReadonlySet<string>): Card {
  const { draft, policy, problems, ask } = view
  const complete = missing(draft, policy).length === 0
  const forBoth = questions.filter((question) => question.private)
  return cardWith(
    [
      heading(draft.corrects === undefined ? 'Log a supervision session' : 'Correct a session'),
      sentence(
        `${complete ? 'Change what you like' : 'Add what is missing'} and save. You can also just type the answer.`,
      ),
      ...(draft.corrects === undefined
        ? []
        : [sentence('The first entry stays readable. The other person is asked to agree to the new one.')]),
      ...problemList(problems.map((problem) => problem.says)),
      ...(ask === undefined ? [] : [typed({ strong: ask })]),
      ...facts(view),
      ...questions.filter((question) => !question.private).flatMap((question) => answerInput(view, question, kept)),
      ...privatePart(forBoth.flatMap((question) => answerInput(view, question, kept))),
    ],
    [
      button('Save', { verb: 'supervision.save', draft: draft.id }, { primary: true }),
      button('Cancel', { verb: 'supervision.cancel', draft: draft.id }, { withoutInputs: true }),
    ],
  )
}

function facts({ draft, people, policy, today }: FormView): CardElement[] {
  const { least, most } = policy.minutes
  const offered = peopleOffered(draft, people)
  const kinds = policy.kinds.filter((kind) => kind.canBeLogged)
  const chosen = kinds.filter((kind) => draft.kinds.includes(kind.id)).map((kind) => kind.id)
  return [
    {
      type: 'Input.ChoiceSet',
      id: 'other',
      label: 'With',
      style: 'compact',
      placeholder: 'Choose a person',
      choices: offered,
      isRequired: true,
      errorMessage: 'Choose who it was with.',
      ...(offered.some(({ value }) => value === draft.other) ? { value: draft.other } : {}),
    },
    ...(offered.length < people.length ? [remark('Somebody else? Type their name.')] : []),
    {
      type: 'Input.ChoiceSet',
      id: 'kinds',
      label: 'Kind (one or more)',
      style: 'expanded',
      isMultiSelect: true,
      wrap: true,
      choices: kinds.map((kind) => ({ title: kind.name, value: kind.id })),
      isRequired: true,
      errorMessage: 'Choose at least one kind.',
      ...(chosen.length === 0 ? {} : { value: chosen.join(',') }),
    },
    {
      type: 'Input.Date',
      id: 'heldOn',
      label: 'Date it was held',
      min: today.subtract({ months: policy.monthsBack }).toString(),
      max: today.toString(),
      isRequired: true,
      errorMessage: 'Give a date that is not in the future and not too long ago.',
      ...(draft.heldOn === undefined ? {} : { value: draft.heldOn }),
    },
    {
      type: 'Input.Number',
      id: 'minutes',
      label: 'Minutes',
      placeholder: '45',
      min: least,
      max: most,
      isRequired: true,
      errorMessage: `Give a number from ${least} to ${most}.`,
      ...(draft.minutes === undefined ? {} : { value: draft.minutes }),
    },
  ]
}

/** The people to choose from, the draft's own first where not all fit; two of one name are told apart by their staff code. */
function peopleOffered(draft: SupervisionDraft, people: FormView['people']): { title: string; value: string }[] {
  const own = people.filter((person) => person.staffCode === draft.other)
  const offered =
    people.length <= mostPeople
      ? people
      : [...own, ...people.filter((person) => !own.includes(person))].slice(0, mostPeople)
  return offered.map(({ name, staffCode }) => {
    const shared = offered.some((person) => person.name === name && person.staffCode !== staffCode)
    const title = beginning(shown(name), 60)
    return { title: shared ? `${title} (${staffCode})` : title, value: staffCode }
  })
}

function answerInput({ draft, policy }: FormView, question: KindQuestion, kept: ReadonlySet<string>): CardElement[] {
  const answer = draft.answers[question.id]
  if (kept.has(question.id) && answer !== undefined) {
    return [
      ...note(question.label, beginning(answer, 200), 201),
      remark(`Kept. To change it, type: change ${question.id} to …`),
    ]
  }
  const value = answer ?? casesShown(question, draft)
  return [
    {
      type: 'Input.Text',
      id: `answer.${question.id}`,
      label: question.required ? question.label : `${question.label} (optional)`,
      placeholder: question.ask,
      isMultiline: true,
      maxLength: policy.noteCharacters,
      isRequired: question.required,
      errorMessage: question.required ? 'This is needed to save.' : 'This is too long.',
      ...(value === undefined ? {} : { value }),
    },
  ]
}
