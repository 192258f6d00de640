import type { Allocation } from '../../domain/allocation/allocation.ts'
import type { CardMessage } from '../card.ts'
import { type CardElement, cardWith } from '../card-with.ts'
import { heading, remark, row, sentence } from '../lines.ts'
import { beginning } from '../typed.ts'
import { momentInWords } from '../words.ts'
import { whatBecame } from './decided-card.ts'

export type SettledView = {
  /** What its reader may see of the case: of one with limited access its number alone, of a restricted one not even that. */
  sight: 'open' | 'limited' | 'restricted'
  allocation: Pick<Allocation, 'crn' | 'decidedAt' | 'submission'>
  /** Who was given the case. */
  to: string
}

/** Tells the manager who decided an allocation whether the case services have taken it, after it was not known at once. */
export function settledCard({ sight, allocation, to }: SettledView): CardMessage {
  const { crn, decidedAt, submission } = allocation
  const about: Record<SettledView['sight'], CardElement[]> = {
    open: [row('Case', { strong: crn }), row('For', beginning(to, 60)), row('Decided', momentInWords(decidedAt))],
    limited: [row('Case', { strong: crn })],
    restricted: [sentence('Access is restricted.')],
  }
  return {
    summary: 'What became of an allocation',
    card: cardWith([
      heading('Your allocation'),
      ...about[sight],
      ...(sight === 'restricted' ? [] : [sentence(whatBecame[submission], { spacing: 'Medium' })]),
      ...(sight === 'restricted' || submission === 'submitted'
        ? []
        : [remark('For the entry, say “the entry as text”.')]),
    ]),
  }
}
