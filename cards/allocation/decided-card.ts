import type { Allocation } from '../../domain/allocation/allocation.ts'
import { outcomeInWords } from '../../domain/allocation/check.ts'
import { decisionCharacters } from '../../domain/allocation/problems-with-decision.ts'
import type { Grade, Person } from '../../domain/staff.ts'
import type { CardMessage } from '../card.ts'
import { type CardElement, cardWith, fittingCard } from '../card-with.ts'
import { heading, remark, row, sentence } from '../lines.ts'
import { beginning, typed } from '../typed.ts'
import { dayInWords, momentInWords } from '../words.ts'

export type DecidedView = {
  allocation: Allocation
  to: Pick<Person, 'name'> & { grade: Grade }
  caseName?: string | undefined
  /** Whether whoever gets the case has been told; absent when a decision is shown again. */
  told?: 'reached' | 'not reached yet' | undefined
}

/** An allocation that was decided: what became of it, and the entry as one block to copy. */
export function decidedCard({ allocation, to, caseName, told }: DecidedView): CardMessage {
  const { crn, entry, sensitive, outcome, decidedAt, touchPointOn, submission } = allocation
  const name = caseName === undefined ? [] : [` (${beginning(caseName, 60)})`]
  const card = fittingCard(longestEntry, (most) =>
    cardWith([
      heading('Case allocated'),
      typed({ strong: crn }, ...name, ' to ', { strong: beginning(to.name, 60) }, ` (${to.grade})`),
      row('Decided', momentInWords(decidedAt)),
      row('Verdict', outcomeInWords(outcome)),
      row('Discussion', `by ${dayInWords(touchPointOn)}`),
      sentence(whatBecame[submission], { spacing: 'Medium' }),
      ...(told === undefined ? [] : [sentence(wasTold[told], { spacing: 'Small' })]),
      block('entry', 'The entry, ready to copy', entry, most),
      ...(sensitive === undefined
        ? []
        : [
            block(
              'sensitivePart',
              'The sensitive part: mark it as sensitive in NDelius',
              sensitive,
              decisionCharacters,
            ),
          ]),
      ...(entry.length > most ? [remark('Shortened here. Say “the entry as text” for all of it.')] : []),
      remark(
        'Write no oversight contact in NDelius yourself: the allocation tool makes one of this entry. In words: “the entry as text”.',
      ),
    ]),
  )
  return { card, summary: 'A case was allocated' }
}

const longestEntry = 9000
const longestBlock = 10_000

const notHeard =
  'I handed it in and have not heard whether it arrived. Check in the allocation tool before you try again. I am checking too, and will tell you.'

/** What became of handing an allocation in, in a sentence that says what to do. */
export const whatBecame: Record<Allocation['submission'], string> = {
  'for-pasting':
    'I have not handed it in. Please paste the entry into the allocation tool and allocate the case there.',
  submitting: notHeard,
  submitted: 'It is handed in: the case services have taken the allocation.',
  refused:
    'The case services did not take it, so the case is not allocated there. Please allocate it in the allocation tool with this entry.',
  'not-submitted':
    'It was not handed in, so the case is not allocated there. Please allocate it in the allocation tool with this entry.',
  unknown: notHeard,
}

const wasTold = {
  reached: 'They have been told.',
  'not reached yet': 'They could not be reached yet. They will be told when they next use me.',
} as const

function block(id: string, label: string, text: string, most: number): CardElement {
  return {
    type: 'Input.Text',
    id,
    label,
    isMultiline: true,
    value: beginning(text, most),
    maxLength: longestBlock,
    errorMessage: 'This is for copying. What is changed here is not kept.',
    spacing: 'Medium',
  }
}
