import type { Temporal } from 'temporal-polyfill'
import type { AllocationAnswer, Weighing } from '../../domain/allocation/allocation-answers.ts'
import { outcomeInWords, type RulesSaid } from '../../domain/allocation/check.ts'
import type { CardMessage } from '../card.ts'
import { cardWith, fittingCard } from '../card-with.ts'
import { heading, note, remark, row, sentence } from '../lines.ts'
import { beginning, typed } from '../typed.ts'
import { dayInWords, momentInWords } from '../words.ts'
import { firedAndQuiet, quietLine, ruleLine } from './rule-line.ts'

export type OwnWeighingView = {
  answer: Pick<AllocationAnswer, 'crn' | 'askedAt'>
  /** With the checks that its subject may read: all of them where they got the case, else those about themself. */
  weighing: Weighing
  caseName?: string | undefined
  /** Who asked for the weighing. */
  askedBy: string
  /** The decision that gave them the case; absent where they did not get it. */
  decided?:
    | {
        by: string
        at: Temporal.Instant
        reasoning?: string | undefined
        agreedBy?: string | undefined
        touchPointOn: Temporal.PlainDate
      }
    | undefined
  /** The rules as they were when it was weighed. */
  rules: RulesSaid
}

const longestLine = 1500

/** To a practitioner: how they were weighed for a case, and who decided what and why. Sensitive text is never on it. */
export function ownWeighingCard(view: OwnWeighingView): CardMessage {
  const { answer, weighing, caseName, askedBy, decided, rules } = view
  const { fired, quiet } = firedAndQuiet(weighing.checks)
  const name = caseName === undefined ? [] : [` (${beginning(caseName, 60)})`]
  const card = fittingCard(longestLine, (most) =>
    cardWith([
      heading(decided === undefined ? 'How you were weighed' : 'Why you were given this case'),
      typed({ strong: answer.crn }, ...name),
      ...(decided === undefined
        ? [
            sentence(
              'The case was not given to you through me. Only what concerns you is here: the rest is for whoever holds the case.',
            ),
          ]
        : [
            row('Decided', `${momentInWords(decided.at)} by `, beginning(decided.by, 60)),
            ...(decided.agreedBy === undefined ? [] : [row('Agreed with', beginning(decided.agreedBy, 60))]),
            row('Discussion', `by ${dayInWords(decided.touchPointOn)}`),
            ...(decided.reasoning === undefined ? [] : note('Why, in their words', decided.reasoning, most)),
          ]),
      row('Weighed', `${momentInWords(answer.askedAt)}, asked by `, beginning(askedBy, 60)),
      ...(decided === undefined ? [] : [row('Verdict', { strong: outcomeInWords(weighing.outcome) })]),
      ...fired.map((check) => ({ ...typed(beginning(ruleLine(check, rules), most)), spacing: 'Medium' as const })),
      ...(quiet.length === 0 ? [] : [sentence(quietLine(quiet), { spacing: 'Medium' })]),
      remark(
        'These are the facts of that moment, not of today. Age, sex, ethnicity and the like are never used. If something is wrong, tell your line manager: it is put right where it comes from.',
      ),
    ]),
  )
  return { card, summary: decided === undefined ? 'How you were weighed' : 'Why you were given a case' }
}
