import type { Allocation } from '../../domain/allocation/allocation.ts'
import { outcomeInWords } from '../../domain/allocation/check.ts'
import { decisionCharacters } from '../../domain/allocation/problems-with-decision.ts'
import type { Grade, Person } from '../../domain/staff.ts'
import type { CardMessage } from '../card.ts'
import { type CardElement, cardWith, fittingCard } from '../card-with.ts'
import { heading, remark, row, sentence } from '../lines.ts'
import { beginning, typed } from '../typed.ts'
import { dayInWords, momentInWords } from '../words.ts'

type Told = 'reached' | 'not reached yet' | 'on its way'

export type DecidedView = {
  allocation: Allocation
  to: Pick<Person, 'name'> & { grade: Grade }
  caseName?: string | undefined
  /** Whether whoever gets the case has been told; absent when a decision is shown again, or nobody is to be told. */
  told?: Told | undefined
}

/** An allocation that was decided: what became of it, and the entry as one block to copy. */
export function decidedCard({ allocation, to, caseName, told }: DecidedView): CardMessage {
  const { crn, entry, sensitive, outcome, decidedAt, touchPointOn, submission } = allocation
  const name = caseName === undefined ? [] : [` (${beginning(caseName, 60)})`]
  const card = fittingCard(longestEntry, (most) =>
    cardWith([
      heading(headings[submission]),
      typed({ strong: crn }, ...name, ' to ', { strong: beginning(to.name, 60) }, ` (${to.grade})`),
      row('Decided', momentInWords(decidedAt)),
      row('Verdict', outcomeInWords(outcome)),
      row('Discussion', `by ${dayInWords(touchPointOn)}`),
      sentence(whatBecame[submission], { spacing: 'Medium' }),
      ...hasHeard(submission, told).map((says) => sentence(says, { spacing: 'Small' })),
      block('entry', 'The entry, ready to copy', entry, most),
      ...(sensitive === undefined
        ? []
        : [block('sensitivePart', sensitiveLabel(allocation), sensitive, decisionCharacters)]),
      ...(entry.length > most ? [remark('Shortened here. Say “the entry as text” for all of it.')] : []),
      remark(
        'Write no oversight contact in NDelius yourself: the allocation tool makes one of this entry. In words: “the entry as text”.',
      ),
    ]),
  )
  return { card, summary: 'An allocation was decided' }
}

/** What is true of the case at this moment, so that nobody takes a decision for an allocation. */
const headings: Record<Allocation['submission'], string> = {
  'for-pasting': 'Decided: now paste it into the allocation tool',
  submitting: 'Decided, not known yet whether it arrived',
  submitted: 'Handed in',
  refused: 'Decided, not allocated yet',
  'not-submitted': 'Decided, not allocated yet',
  unknown: 'Decided, not known yet whether it arrived',
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

const wasTold: Record<Told, string> = {
  reached: 'They have been told.',
  'not reached yet': 'They could not be reached yet. They will be told when they next use me.',
  'on its way': 'They are being told now.',
}

/** A reallocation that is handed in has no place for it. */
function sensitiveLabel({ previous, submission }: Pick<Allocation, 'previous' | 'submission'>): string {
  return previous !== undefined && submission !== 'for-pasting'
    ? 'The sensitive part, which was not handed in: write it in NDelius yourself, marked as sensitive'
    : 'The sensitive part: mark it as sensitive in NDelius'
}

/** Whether whoever gets the case has heard of it: not before it is known that they do. */
function hasHeard(submission: Allocation['submission'], told: Told | undefined): string[] {
  switch (submission) {
    case 'refused':
    case 'not-submitted':
      return ['I have not told them.']
    case 'submitting':
    case 'unknown':
      return ['I will tell them when I know that it arrived.']
    case 'for-pasting':
    case 'submitted':
      return told === undefined ? [] : [wasTold[told]]
  }
}

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
