import type { AllocationAnswer, Weighing } from '../../domain/allocation/allocation-answers.ts'
import { outcomeInWords, type RulesSaid } from '../../domain/allocation/check.ts'
import { mayBeDecided } from '../../domain/allocation/problems-with-decision.ts'
import { firstNameOf, type Grade, type Person } from '../../domain/staff.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { type Button, type CardElement, cardWith, fittingCard } from '../card-with.ts'
import { heading, remark, sentence } from '../lines.ts'
import { beginning, typed } from '../typed.ts'
import { momentInWords } from '../words.ts'
import { firedAndQuiet, quietLine, ruleLine } from './rule-line.ts'

export type VerdictView = {
  answer: Pick<AllocationAnswer, 'id' | 'crn' | 'askedAt'>
  weighing: Weighing
  /** Who was weighed. */
  person: Pick<Person, 'staffCode' | 'name'> & { grade: Grade }
  /** The person on probation, where the reader may see the name. */
  caseName?: string | undefined
  /** The rules as they were when it was weighed. */
  rules: RulesSaid
  /** `now`: just weighed. `then`: an earlier answer, shown again as it was. */
  told: 'now' | 'then'
  /** Whether it was weighed on the reader's day. */
  isToday?: boolean
  /** Whether the reader may decide. */
  mayDecide: boolean
}

/**
 * Whether somebody may take a case: the verdict in its exact words, then a line for each rule that found something, with what
 * would change it, and the others together.
 */
export function verdictCard(view: VerdictView): CardMessage {
  const { answer, weighing, person } = view
  const { fired, quiet } = firedAndQuiet(weighing.checks)
  const card = fittingCard(longestLine, (most) =>
    cardWith(
      [
        heading('May they take this case?'),
        whoAndWhich(view),
        { ...typed({ strong: outcomeInWords(weighing.outcome) }), spacing: 'Medium' },
        ...fired.flatMap((check): CardElement[] => [
          { ...typed(beginning(ruleLine(check, view.rules), most)), spacing: 'Medium' },
          ...(check.change === undefined
            ? []
            : [
                { ...typed({ quiet: beginning(`Would change it: ${check.change}`, most) }), spacing: 'Small' as const },
              ]),
        ]),
        ...(quiet.length === 0 ? [] : [sentence(quietLine(quiet), { spacing: 'Medium' })]),
        remark(
          `${when(view)} ${mayBeDecided(weighing.outcome) ? 'This is advice: you decide. ' : ''}It is written down that you asked.`,
        ),
        remark(inWords(weighing, view.mayDecide)),
      ],
      buttons(view),
    ),
  )
  return { card, summary: 'An allocation check' }

  function whoAndWhich({ caseName }: VerdictView): CardElement {
    const name = caseName === undefined ? [] : [` (${beginning(caseName, 60)})`]
    return typed({ strong: beginning(person.name, 60) }, ` (${person.grade}) for `, { strong: answer.crn }, ...name)
  }
}

const longestLine = 1500

function when({ told, answer, isToday = false }: VerdictView): string {
  return told === 'now'
    ? 'Read just now; a workload is last night’s figure.'
    : `As it was on ${momentInWords(answer.askedAt)}${isToday ? '.' : ', not as it is today.'}`
}

function inWords({ outcome }: Weighing, mayDecide: boolean): string {
  const give = mayDecide && mayBeDecided(outcome) ? ', or “allocate it”' : ''
  return `In words: “what would have to change?”, “who says so?”, “who could take it?”${give}.`
}

function buttons({ answer, weighing, person, mayDecide }: VerdictView): Button[] {
  const about = { answer: answer.id, person: person.staffCode }
  // The safe thing is the easy thing: where the case is not simply theirs, the first button looks for somebody else.
  const isWithinGuidance = weighing.outcome === 'suitable' || weighing.outcome === 'needs-rationale'
  return [
    ...(mayDecide && mayBeDecided(weighing.outcome)
      ? [
          button(
            `Give it to ${beginning(firstNameOf(person), 20)}`,
            { verb: 'allocation.begin', ...about },
            { primary: isWithinGuidance },
          ),
        ]
      : []),
    button('Who could take it?', { verb: 'allocation.find', crn: answer.crn }, { primary: !isWithinGuidance }),
    ...(weighing.outcome === 'suitable'
      ? []
      : [button('What would change it?', { verb: 'allocation.change', ...about })]),
    button('Who says so?', { verb: 'allocation.authority', ...about }),
  ]
}
