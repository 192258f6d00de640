import type { AllocationAnswer } from '../../domain/allocation/allocation-answers.ts'
import { percentInWords } from '../../domain/allocation/allocation-words.ts'
import { outcomeInWords } from '../../domain/allocation/check.ts'
import type { Crn } from '../../domain/ids.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { type CardElement, cardWith, fittingCard } from '../card-with.ts'
import { heading, remark, sentence } from '../lines.ts'
import { beginning, typed } from '../typed.ts'
import { pressLine } from './press-line.ts'
import { mainReason, type RankedPerson } from './ranked-card.ts'

/** A case of several, weighed for some people, the best first; or what is said of one that was not weighed. */
export type CaseOfSeveral =
  | { crn: Crn; says: string }
  | {
      crn: Crn
      answer: AllocationAnswer['id']
      caseName?: string | undefined
      people: readonly RankedPerson[]
    }

export type SeveralCasesView = {
  /** Whether they were weighed for one person, or for a team. */
  question: 'one' | 'team'
  cases: readonly CaseOfSeveral[]
  /** How many more cases were named than one answer holds. */
  left: number
}

/** How many people stand with each case. */
const mostPeople = 3

/** Several cases: the verdict for each, or the first few people who could take it. */
export function severalCasesCard({ question, cases, left }: SeveralCasesView): CardMessage {
  const names = new Set(cases.flatMap((one) => ('people' in one ? one.people.map(({ name }) => name) : [])))
  const [name] = names
  const card = fittingCard(longestReason, (most) =>
    cardWith([
      heading(question === 'one' ? 'May they take these cases?' : 'Who could take these cases?'),
      ...(question === 'one' && name !== undefined ? [typed({ strong: beginning(name, 60) })] : []),
      ...(left > 0
        ? [
            sentence(
              `I weigh ${cases.length} cases at a time, so I left ${left} out. Please ask for ${left === 1 ? 'it' : 'them'} next.`,
            ),
          ]
        : []),
      ...cases.flatMap((one) => caseLines(one, question, most)),
      remark(
        'Each case is weighed by itself: the workload is with that case alone. Press a line for every reason. This is advice: you decide.',
      ),
    ]),
  )
  return { card, summary: question === 'one' ? 'Allocation checks' : 'Who could take some cases' }
}

const longestReason = 160

function caseLines(one: CaseOfSeveral, question: SeveralCasesView['question'], most: number): CardElement[] {
  const caseName = 'people' in one && one.caseName !== undefined ? [` (${beginning(one.caseName, 60)})`] : []
  const top = { ...typed({ strong: one.crn }, ...caseName), spacing: 'Medium' as const, separator: true }
  if ('says' in one) return [top, { ...typed(one.says.replaceAll('**', '').replaceAll('\n\n', ' ')), spacing: 'Small' }]
  const { answer, people } = one
  const lines = people.slice(0, mostPeople).flatMap((person): CardElement[] => {
    const { weighing, staffCode } = person
    const who = question === 'one' ? [] : [`${beginning(person.name, 40)} (${person.grade}): `]
    const load = weighing.potential === undefined ? [] : [`, ${percentInWords(weighing.potential)}`]
    return [
      pressLine(
        { verb: 'allocation.details', answer, person: staffCode },
        ...who,
        { strong: outcomeInWords(weighing.outcome) },
        ...load,
      ),
      { ...typed({ quiet: beginning(mainReason(weighing), most) }), spacing: 'None' },
    ]
  })
  const more: CardElement[] =
    people.length > mostPeople
      ? [
          {
            type: 'ActionSet',
            spacing: 'Small',
            actions: [button(`All ${people.length} for ${one.crn}`, { verb: 'allocation.ranked', answer, page: '1' })],
          },
        ]
      : []
  return [top, ...lines, ...more]
}
