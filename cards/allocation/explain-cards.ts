import type { AllocationAnswer, Weighing } from '../../domain/allocation/allocation-answers.ts'
import { type Check, outcomeInWords, type RulesSaid } from '../../domain/allocation/check.ts'
import { ruleNamed } from '../../domain/allocation/rules/all-rules.ts'
import type { Person } from '../../domain/staff.ts'
import type { CardMessage } from '../card.ts'
import { type CardElement, cardWith, fittingCard } from '../card-with.ts'
import { heading, remark, sentence } from '../lines.ts'
import { beginning, typed } from '../typed.ts'
import { momentInWords } from '../words.ts'
import { authorityLine, firedAndQuiet, quietLine } from './rule-line.ts'

export type ExplainedView = {
  answer: Pick<AllocationAnswer, 'crn' | 'askedAt'>
  weighing: Weighing
  person: Pick<Person, 'name'>
  /** The rules as they were when it was weighed. */
  rules: RulesSaid
}

const longestLine = 1500

/** What would have to change for a better verdict, rule by rule, the strongest first. */
export function whatWouldChangeCard(view: ExplainedView): CardMessage {
  const { fired } = firedAndQuiet(view.weighing.checks)
  const card = fittingCard(longestLine, (most) =>
    cardWith([
      ...top('What would have to change?', view),
      ...(fired.length === 0
        ? [sentence('Nothing. No rule found a concern.', { spacing: 'Medium' })]
        : fired.flatMap((check) => ruleWith(check, check.change ?? 'Nothing that is known here.', most))),
      ...(fired.length > 1
        ? [remark('The strongest of these is the verdict. For a better one, all of the strongest have to change.')]
        : []),
      remark(asItWas(view)),
    ]),
  )
  return { card, summary: 'What would change an allocation check' }
}

/** Each rule that found something in words, with who says so and whether that is confirmed. */
export function whoSaysSoCard(view: ExplainedView): CardMessage {
  const { fired, quiet } = firedAndQuiet(view.weighing.checks)
  const shown = fired.length === 0 ? quiet : fired
  const { rules } = view
  const card = fittingCard(longestLine, (most) =>
    cardWith([
      ...top('Who says so?', view),
      ...shown.flatMap((check) => ruleWith(check, `${rules[check.rule].inWords} ${authorityLine(check, rules)}`, most)),
      ...(fired.length > 0 && quiet.length > 0 ? [sentence(quietLine(quiet), { spacing: 'Medium' })] : []),
      remark('Unconfirmed: no published source was found for the rule as it stands here.'),
      remark(asItWas(view)),
    ]),
  )
  return { card, summary: 'Who says so' }
}

function top(title: string, { person, answer, weighing }: ExplainedView): CardElement[] {
  return [
    heading(title),
    typed({ strong: beginning(person.name, 60) }, ' for ', { strong: answer.crn }, ': ', {
      strong: outcomeInWords(weighing.outcome),
    }),
  ]
}

function ruleWith(check: Check, words: string, most: number): CardElement[] {
  const name = `${ruleNamed(check.rule).name} (${check.rule}): ${outcomeInWords(check.outcome)}`
  return [
    { ...typed({ strong: name }), spacing: 'Medium' },
    { ...typed(beginning(words, most)), spacing: 'None' },
  ]
}

function asItWas({ answer }: ExplainedView): string {
  return `As it was weighed on ${momentInWords(answer.askedAt)}.`
}
