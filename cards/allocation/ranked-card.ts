import type { AllocationAnswer, Weighing } from '../../domain/allocation/allocation-answers.ts'
import { percentInWords } from '../../domain/allocation/allocation-words.ts'
import { type Outcome, outcomeInWords } from '../../domain/allocation/check.ts'
import type { Grade, Person } from '../../domain/staff.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { type CardElement, cardWith, fittingCard } from '../card-with.ts'
import { heading, remark, sentence, subheading } from '../lines.ts'
import { beginning, typed } from '../typed.ts'
import { momentInWords } from '../words.ts'
import { pressLine } from './press-line.ts'
import { firedAndQuiet } from './rule-line.ts'

/** Somebody who was weighed, as they stand on the list. */
export type RankedPerson = Pick<Person, 'staffCode' | 'name' | 'teamCode'> & { grade: Grade; weighing: Weighing }

export type RankedView = {
  answer: Pick<AllocationAnswer, 'id' | 'crn' | 'askedAt'>
  caseName?: string | undefined
  /** Everybody who was weighed, the best first, those who cannot be given it last. */
  people: readonly RankedPerson[]
  /** The names of their teams, where they are of several; a team without one stands with its code. */
  teamNames?: ReadonlyMap<string, string>
  /** From 1 on; one that does not exist is the last. */
  page: number
}

/** So many people stand on one card: a team. */
export const rankedOnAPage = 20

/**
 * Who could take a case: under each verdict in its exact words the people it holds for, with the workload they would have and
 * the main reason, and a press for the details of each. Whoever cannot be given it stands apart, with why.
 */
export function rankedCard({ answer, caseName, people, teamNames, page }: RankedView): CardMessage {
  const pages = Math.max(1, Math.ceil(people.length / rankedOnAPage))
  const at = Math.min(page, pages)
  const shown = people.slice((at - 1) * rankedOnAPage, at * rankedOnAPage)
  const outcomes = [...new Set(shown.map(({ weighing }) => weighing.outcome))]
  const teamOf = ofSeveralTeams(people)
    ? ({ teamCode }: RankedPerson) => teamCode && beginning(teamNames?.get(teamCode) ?? teamCode, 40)
    : () => undefined
  const name = caseName === undefined ? [] : [` (${beginning(caseName, 60)})`]
  const card = fittingCard(longestReason, (most) =>
    cardWith(
      [
        heading('Who could take this case?'),
        typed({ strong: answer.crn }, ...name),
        ...(pages === 1
          ? []
          : [
              sentence(
                `${people.length} people. Page ${at} of ${pages}. For another, say “page ${at < pages ? at + 1 : at - 1}”.`,
                { spacing: 'Small' },
              ),
            ]),
        ...outcomes.flatMap((outcome) => [
          subheading(outcomeInWords(outcome)),
          ...shown
            .filter(({ weighing }) => weighing.outcome === outcome)
            .flatMap((person) => personLine(person, teamOf(person), answer.id, most)),
        ]),
        remark('Press a name for every reason, or say “why not” and a name.'),
        remark(
          `Weighed on ${momentInWords(answer.askedAt)}, with last night’s workload. The order: verdict, who managed the person before, workload, new cases of the past week. This is advice: you decide. It is written down whom you weighed.`,
        ),
      ],
      [
        ...(at > 1 ? [pageButton('Previous page', answer.id, at - 1)] : []),
        ...(at < pages ? [pageButton('Next page', answer.id, at + 1)] : []),
      ],
    ),
  )
  return { card, summary: 'Who could take a case' }
}

const longestReason = 160

/** Whether a list has people of more than one team, so that it has to be said who is of which. */
export function ofSeveralTeams(people: readonly Pick<Person, 'teamCode'>[]): boolean {
  return new Set(people.flatMap(({ teamCode }) => teamCode ?? [])).size > 1
}

function pageButton(title: string, answer: AllocationAnswer['id'], page: number) {
  return button(title, { verb: 'allocation.ranked', answer, page: String(page) })
}

/** A line to press, and under it the main reason. */
function personLine(
  person: RankedPerson,
  team: string | undefined,
  answer: AllocationAnswer['id'],
  most: number,
): CardElement[] {
  const { name, grade, staffCode, weighing } = person
  const load =
    weighing.potential === undefined ? 'workload not known' : `${percentInWords(weighing.potential)} with this case`
  const managed = weighing.hasManaged === true ? ', managed them before' : ''
  return [
    pressLine(
      { verb: 'allocation.details', answer, person: staffCode },
      { strong: beginning(name, 40) },
      ` (${grade}${team === undefined ? '' : `, ${team}`}), ${load}${managed}`,
    ),
    { ...typed({ quiet: beginning(mainReason(weighing), most) }), spacing: 'None' },
  ]
}

const nothingWrong: Partial<Record<Outcome, string>> = { suitable: 'No rule found a concern.' }

/** The reason of the strongest rule; of several as strong the first. It names nobody. */
export function mainReason({ outcome, checks }: Weighing): string {
  return firedAndQuiet(checks).fired[0]?.reason ?? nothingWrong[outcome] ?? ''
}
