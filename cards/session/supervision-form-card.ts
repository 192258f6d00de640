import type { Temporal } from 'temporal-polyfill'
import { missing, type Problem, type SupervisionDraft } from '../../domain/draft.ts'
import { warningsAbout } from '../../domain/draft-problems.ts'
import type { Person } from '../../domain/staff.ts'
import {
  type KindId,
  type KindQuestion,
  type LoggerPart,
  questionsOf,
  type SupervisionPolicy,
} from '../../domain/supervision-kind.ts'
import { answerInput, questionsShown } from '../answer-input.ts'
import { button } from '../button.ts'
import type { Card, CardMessage } from '../card.ts'
import { type CardElement, cardBudget, cardBytes, cardWith } from '../card-with.ts'
import { heading, privatePart, problemList, remark, sentence, subheading } from '../lines.ts'
import { peopleOffered } from '../people-offered.ts'
import { typed } from '../typed.ts'
import { kindsInput, whoInput } from '../who-and-kinds.ts'

export type FormView = {
  draft: SupervisionDraft
  /** Everybody the logger may log with; the draft's own other person is among them. */
  people: readonly Pick<Person, 'staffCode' | 'name'>[]
  policy: SupervisionPolicy
  /** The kinds that this person may log; all of them when it is not given. */
  kinds?: readonly KindId[]
  /** In what part they log: only the person supervised is asked what is asked of them alone. */
  part?: LoggerPart
  /** Local day: a session cannot lie after it. */
  today: Temporal.PlainDate
  problems: readonly Problem[]
  /** What the records find unusual, as sentences. */
  warnings?: readonly string[]
  /** Answers of which a part is hidden from the logger: they are shown, and not sent back. */
  kept?: readonly string[]
  /** The next question, as a sentence. */
  ask?: string
  /** How to answer everything that is missing in one message. */
  inWords?: string
}

/**
 * The form of a supervision, filled with what the draft knows. It asks the questions of the kinds the draft has; until a
 * kind is chosen it asks for that alone. An answer too long to travel back and forth is shown by its beginning, and kept.
 */
export function supervisionFormCard(view: FormView): CardMessage {
  const kinds = view.draft.kinds.filter((id) => view.kinds === undefined || view.kinds.includes(id))
  const questions = questionsOf(view.policy, kinds).filter(
    (question) => question.ofPractitioner !== true || view.part === 'practitioner',
  )
  const kept = new Set<string>(view.kept)
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
  const { draft, policy, problems, warnings = [], ask, inWords } = view
  const complete = missing(draft, policy).length === 0
  const { shown, more } = questionsShown(questions, draft)
  const forBoth = shown.filter((question) => question.private)
  const inputFor = (question: KindQuestion) => answerInput(question, draft, policy, kept.has(question.id))
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
      ...(inWords === undefined ? [] : [remark(inWords)]),
      ...facts(view),
      ...sections(view, shown, inputFor),
      ...(more === undefined ? [] : [remark(`More? Type “${more.label.toLowerCase()}:” and what it is.`)]),
      ...[...warnings, ...warningsAbout(draft, policy)].map((says) => typed({ strong: 'Please note: ' }, says)),
      ...privatePart(forBoth.flatMap(inputFor)),
    ],
    [
      button('Save', { verb: 'supervision.save', draft: draft.id }, { primary: true }),
      button('Cancel', { verb: 'supervision.cancel', draft: draft.id }, { withoutInputs: true }),
    ],
  )
}

/** The inputs that everybody who reads the session will read, under a heading for each kind where there are several. */
function sections(
  { draft, policy }: FormView,
  shown: readonly KindQuestion[],
  inputFor: (question: KindQuestion) => CardElement[],
): CardElement[] {
  const kinds = policy.kinds.filter((kind) => draft.kinds.includes(kind.id))
  return kinds.flatMap((kind) => {
    const own = questionsOf(policy, [kind.id]).filter((question) => !question.private && shown.includes(question))
    const inputs = own.flatMap(inputFor)
    return kinds.length > 1 && inputs.length > 0 ? [subheading(kind.name), ...inputs] : inputs
  })
}

function facts({ draft, people, policy, today, kinds: mayLog }: FormView): CardElement[] {
  const { least, most } = policy.minutes
  const offered = peopleOffered(draft, people)
  return [
    ...whoInput(offered, draft.other, 'Choose who it was with.'),
    ...(offered.length < people.length
      ? [
          remark(
            `${offered.length === 0 ? 'Who was it with?' : 'Somebody else?'} Type the name: first name and surname.`,
          ),
        ]
      : []),
    kindsInput(draft, policy, mayLog),
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
