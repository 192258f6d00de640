import type { Temporal } from 'temporal-polyfill'
import type { Crn } from '../../domain/ids.ts'
import type { CardMessage } from '../card.ts'
import { type CardElement, cardWith } from '../card-with.ts'
import { heading, row, sentence } from '../lines.ts'
import { dayInWords, momentInWords } from '../words.ts'

/**
 * What the practitioner who was given a case may see of it.
 *  - `limited`: some people may not see it, though the reader may: its number and no more.
 *  - `restricted`: the reader may not see it.
 */
export type CaseGiven =
  | {
      sight: 'open'
      crn: Crn
      /** The person on probation, where the case services say who it is. */
      name?: string
      decidedAt: Temporal.Instant
      touchPointOn: Temporal.PlainDate
      /** Whether the case services have taken the allocation. */
      submitted: boolean
    }
  | { sight: 'limited'; crn: Crn }
  | { sight: 'restricted' }

/** Tells a practitioner that a case was given to them, and by when it is first discussed. */
export function givenCaseCard({ given, givenBy }: { given: CaseGiven; givenBy: string }): CardMessage {
  return {
    summary: 'A case was given to you',
    card: cardWith([heading('A case was given to you'), ...factsOf(given), row('Given by', givenBy), ...restOf(given)]),
  }
}

function factsOf(given: CaseGiven): CardElement[] {
  switch (given.sight) {
    case 'open':
      return [row('Case', { strong: given.crn }), ...(given.name === undefined ? [] : [row('Person', given.name)])]
    case 'limited':
      return [row('Case', { strong: given.crn })]
    case 'restricted':
      return [sentence('Access is restricted.')]
  }
}

function restOf(given: CaseGiven): CardElement[] {
  if (given.sight !== 'open') return []
  return [
    row('Given on', momentInWords(given.decidedAt)),
    row('Discuss by', dayInWords(given.touchPointOn)),
    sentence('The two of you should have talked about the case by that day.', { spacing: 'Medium' }),
    ...(given.submitted ? [] : [sentence('The case services may not show it as yours yet.')]),
  ]
}
