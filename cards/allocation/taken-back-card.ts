import type { Allocation } from '../../domain/allocation/allocation.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { cardWith } from '../card-with.ts'
import { heading, remark, sentence } from '../lines.ts'
import { typed } from '../typed.ts'

export type TakenBackView = Pick<Allocation, 'crn' | 'submission'> & {
  /** Who gave the case to whom, and when, as a sentence. */
  gave: string
}

/** That a decision about a case stays, with what can be done instead. */
export function takenBackCard({ crn, gave, submission }: TakenBackView): CardMessage {
  return {
    summary: 'What can be done about an allocation',
    card: cardWith(
      [
        heading('A decision stays'),
        typed({ strong: crn }, `: ${gave}`),
        sentence('I keep every decision, so I cannot take it out. You can give the case to somebody else instead.', {
          spacing: 'Medium',
        }),
        sentence(
          submission === 'submitted'
            ? 'It is handed in. Whatever is to change in the case services, change in the allocation tool too.'
            : 'If you have put it into the allocation tool already, change it there too. If not, leave it out there.',
        ),
        remark(`In words: “give ${crn} to” and a name, or “who could take it?”.`),
      ],
      [button('Who could take it?', { verb: 'allocation.find', crn }, { primary: true })],
    ),
  }
}
