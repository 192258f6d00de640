import type { CaseDraw, LeftOutReason } from '../../domain/case-draw.ts'
import type { Crn } from '../../domain/ids.ts'
import type { CardMessage } from '../card.ts'
import { type CardElement, cardWith } from '../card-with.ts'
import { heading, remark, sentence, subheading } from '../lines.ts'
import { typed } from '../typed.ts'
import { countInWords } from '../words.ts'
import { type DrawView, drawFacts } from './draw-card.ts'

export type FairnessView = DrawView & {
  /** The cases that could be drawn, as far as they may be listed to the reader now, in alphabetical order. */
  eligible: readonly Crn[]
}

/** More case numbers than this make a card too big. */
const mostListed = 1000

/** What shows that a draw was fair: what it was drawn from, how, and how to do it again. */
export function drawFairnessCard(view: FairnessView): CardMessage {
  const { draw, sight, own, eligible } = view
  return {
    card: cardWith([
      heading('How the case was drawn'),
      ...drawFacts(view),
      ...(sight === 'open' ? [...drawnFromWhat(view), ...howItWasDrawn, ...again(draw.seed, eligible)] : []),
      ...(own ? [] : [remark('It is written down that you looked.')]),
    ]),
    summary: 'How a case was drawn',
  }
}

const reasons: Record<LeftOutReason, string> = {
  ended: 'the order has ended',
  'in-custody': 'in custody or recalled',
  suspended: 'contact is suspended',
  'allocated-lately': 'allocated less than 28 days before',
  'drawn-lately': 'drawn in the 12 months before, for any kind of session',
  'facts-missing': 'something about it could not be checked',
}

/** What counts and reasons can be given. What is said of limited access is the same whether or not there is such a case. */
function whatWasLeftOut({
  lookedAt,
  eligible,
  leftOut,
  accessUnchecked,
}: Pick<CaseDraw, 'leftOut' | 'accessUnchecked'> & { lookedAt: number; eligible?: number }): CardElement[] {
  const counted = Object.entries(reasons).flatMap(([reason, words]) => {
    const count = leftOut[reason as LeftOutReason] ?? 0
    return count === 0 ? [] : [`• ${countInWords(count)}: ${words}`]
  })
  const drawable = eligible === undefined ? '' : ` Could be drawn: ${countInWords(eligible)}.`
  return [
    sentence(`Cases looked at: ${countInWords(lookedAt)}.${drawable}`),
    ...(counted.length === 0 ? [] : [sentence('Left out:', { spacing: 'Small' })]),
    ...counted.map((line) => sentence(line, { spacing: 'None' })),
    sentence('Limited-access cases are never drawn, and are not counted here.', { spacing: 'Small' }),
    ...(accessUnchecked
      ? [
          sentence('Access could not be checked for some cases. They were left out and are not counted.', {
            spacing: 'Small',
          }),
        ]
      : []),
  ]
}

function drawnFromWhat({ draw, eligible }: FairnessView): CardElement[] {
  const lookedAt = Object.values(draw.leftOut).reduce((sum, count) => sum + count, eligible.length)
  return [subheading('What it was drawn from'), ...whatWasLeftOut({ ...draw, lookedAt, eligible: eligible.length })]
}

const howItWasDrawn: CardElement[] = [
  subheading('How'),
  sentence('For each case that could be drawn, the seed, a colon and the case number were put together.'),
  sentence('The SHA-256 of that, a fixed sum that nobody can steer, was worked out.', { spacing: 'Small' }),
  sentence('The case whose sum is first in alphabetical order was drawn.', { spacing: 'Small' }),
  sentence('The seed came from the computer’s source of chance at that moment. Nobody in the chat could choose it.', {
    spacing: 'Small',
  }),
]

function again(seed: string, eligible: readonly Crn[]): CardElement[] {
  const command = `for c in ${eligible.join(' ')}; do printf '%s:%s' ${seed} $c | sha256sum | sed "s/-/$c/"; done | sort | head -1`
  return [
    typed({ quiet: 'Seed ' }, { strong: seed }),
    subheading('Do it again yourself'),
    sentence('In a shell, this prints the sum and the case that was drawn:'),
    eligible.length > mostListed ? sentence('The list is too long for a card.') : typed(command),
  ]
}

/** That no case can be drawn, and why. */
export function nothingToDrawCard(
  view: Pick<FairnessView, 'subject' | 'kind'> &
    Pick<FairnessView['draw'], 'leftOut' | 'accessUnchecked'> & {
      /** It was to be drawn in place of another, which stands. */
      again: boolean
    },
): CardMessage {
  const { subject, kind, leftOut, accessUnchecked, again } = view
  const lookedAt = Object.values(leftOut).reduce((sum, count) => sum + count, 0)
  return {
    card: cardWith([
      heading('No case can be drawn'),
      typed(
        'Of the cases of ',
        { strong: subject.name },
        `, none can be drawn ${again ? 'in its place' : `for ${kind}`}. Nothing was saved.`,
      ),
      ...(again ? [sentence('The case drawn first stands.')] : []),
      ...whatWasLeftOut({ lookedAt, leftOut, accessUnchecked }),
    ]),
    summary: 'No case can be drawn',
  }
}
