import type { StaffCode } from '../../domain/ids.ts'
import { type ReflectiveRating, wasReflective } from '../../domain/reflection.ts'
import {
  fewestAnswers,
  type ReflectiveCounts,
  type ReflectiveQuarter,
  type SaidOfSession,
  type ShownCounts,
} from '../../domain/reflective-pattern.ts'
import type { ShownQuarter } from '../../domain/shown-figures.ts'
import { choicesOf, type SupervisionPolicy } from '../../domain/supervision-kind.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { type CardElement, cardWith } from '../card-with.ts'
import { heading, remark, row, sentence, subheading } from '../lines.ts'
import { typed, type Words } from '../typed.ts'
import { monthInWords, shortDay } from '../words.ts'

/**
 * Whose sessions a part is about: the reader's own and those of their team with the lines, the rest of a PDU in counts. These
 * are left out while the reader covers for a team among them: beside what they see of it they would tell of the others.
 */
export type ReflectivePart =
  | { whose: 'own' | 'team'; quarters: readonly ReflectiveQuarter[]; lines: readonly SaidOfSession[] }
  | { whose: 'pdu'; quarters: readonly ShownQuarter[] | 'left out' }

export type ReflectiveView = {
  /** "2026/27". */
  year: string
  parts: readonly ReflectivePart[]
  names: ReadonlyMap<StaffCode, string>
  policy: SupervisionPolicy
}

const mostLines = 10
const titles = { own: 'Your own sessions', team: 'Your team', pdu: 'The rest of your PDU' } as const

/** How reflective people found their reflective sessions over the year. */
export function reflectiveCard(view: ReflectiveView): CardMessage {
  const looked = view.parts.some((part) => part.whose === 'team' && part.lines.length > 0)
  return {
    summary: 'How reflective sessions were',
    card: cardWith([
      heading('How reflective were they?'),
      sentence(`Reflective sessions of ${view.year}, as the person supervised found them.`),
      ...view.parts.flatMap((part) => partOf(part, view)),
      ...(looked ? [remark('It is written down that you looked.')] : []),
    ]),
  }
}

function partOf(part: ReflectivePart, view: ReflectiveView): CardElement[] {
  const title = subheading(titles[part.whose])
  if (part.whose === 'pdu') {
    if (part.quarters === 'left out') {
      const why =
        'Their figures are left out while you cover for a team among them: beside what you see of that team they would tell of the others.'
      return [title, sentence(why)]
    }
    return [
      title,
      ...(part.quarters.length === 0 ? [sentence('No quarter of the year is over yet.')] : []),
      ...part.quarters.map((quarter) => row(quarterInWords(quarter), shownInWords(quarter.figures, view.policy))),
      remark(
        `Counts only, of everybody whom no head of PDU manages. A quarter is shown once it is over, and stays as it was first shown. A figure is shown where at least ${fewestAnswers} answers make it up.`,
      ),
    ]
  }
  const left = part.lines.length - mostLines
  return [
    title,
    ...part.quarters.map((quarter) => row(quarterInWords(quarter), countsInWords(quarter.counts, view.policy))),
    ...part.lines.slice(0, mostLines).flatMap((said, index) => lineOf(said, part.whose === 'team', index < 3, view)),
    ...(left > 0 ? [remark(`Older answers, counted and not listed: ${left}.`)] : []),
  ]
}

function lineOf(
  { session, practitioner, heldOn, reflection }: SaidOfSession,
  named: boolean,
  withButton: boolean,
  { names, policy }: ReflectiveView,
): CardElement[] {
  if (reflection === undefined) return []
  const who: Words[] = named ? [names.get(practitioner) ?? practitioner, ', '] : []
  const line: Words[] = reflection.line === undefined ? [] : [': ', reflection.line]
  const show = button(`Show ${shortDay(heldOn)}`, { verb: 'session.show', session })
  return [
    {
      type: 'Container',
      separator: true,
      spacing: 'Medium',
      items: [
        typed(...who, shortDay(heldOn)),
        { ...typed({ strong: nameOf(reflection.rating, policy) }, ...line), spacing: 'None' },
        ...(withButton ? [{ type: 'ActionSet' as const, spacing: 'Small' as const, actions: [show] }] : []),
      ],
    },
  ]
}

function countsInWords(counts: ReflectiveCounts, policy: SupervisionPolicy): string {
  const { unanswered, ...ratings } = counts
  if (unanswered + ratings.yes + ratings.partly + ratings.no === 0) return 'None held yet'
  const missing = unanswered === 0 ? '' : `, not answered ${unanswered}`
  return `${ratingsInWords(ratings, policy)}${missing}`
}

function shownInWords({ answers, ratings }: ShownCounts, policy: SupervisionPolicy): string {
  if (answers === undefined) return `Fewer than ${fewestAnswers} answers`
  return ratings === undefined ? `${answers} answers` : `${answers} answers: ${ratingsInWords(ratings, policy)}`
}

function ratingsInWords(ratings: Record<ReflectiveRating, number>, policy: SupervisionPolicy): string {
  return (['yes', 'partly', 'no'] as const).map((rating) => `${nameOf(rating, policy)} ${ratings[rating]}`).join(', ')
}

function nameOf(rating: ReflectiveRating, policy: SupervisionPolicy): string {
  const question = policy.kinds.flatMap((kind) => kind.questions).find(({ id }) => id === wasReflective)
  const choices = question === undefined ? [] : choicesOf(policy, question)
  return choices.find(({ id }) => id === rating)?.name ?? rating
}

function quarterInWords({ from, to }: Pick<ShownQuarter, 'from' | 'to'>): string {
  return `${monthInWords(from).slice(0, 3)} to ${monthInWords(to).slice(0, 3)}`
}
