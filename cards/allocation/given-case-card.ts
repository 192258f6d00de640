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
 *  - `unchecked`: it could not be found out whether they may.
 */
export type CaseGiven =
  | {
      sight: 'open'
      crn: Crn
      /** The person on probation, where the case services say who it is. */
      name?: string
      decidedAt: Temporal.Instant
      touchPointOn: Temporal.PlainDate
    }
  | { sight: 'limited'; crn: Crn }
  | { sight: 'restricted' }
  | { sight: 'unchecked' }

export type GivenCaseView = {
  given: CaseGiven
  givenBy: string
  /** Whether the case services have taken the allocation: until then it is a decision and no more. */
  submitted: boolean
}

/** Tells a practitioner that a case was given to them, or is to be, and by when it is first discussed. */
export function givenCaseCard({ given, givenBy, submitted }: GivenCaseView): CardMessage {
  const title = submitted ? 'A case was given to you' : 'You are to be given a case'
  return {
    summary: title,
    card: cardWith([
      heading(title),
      ...factsOf(given),
      row(submitted ? 'Given by' : 'Decided by', givenBy),
      ...restOf(given, submitted),
    ]),
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
    case 'unchecked':
      return [
        sentence(
          'It could not be found out whether you may see it, so I cannot say which. I will tell you when I can; until then, ask whoever gave it.',
        ),
      ]
  }
}

function restOf(given: CaseGiven, submitted: boolean): CardElement[] {
  if (given.sight !== 'open') return []
  return [
    row(submitted ? 'Given on' : 'Decided on', momentInWords(given.decidedAt)),
    row('Discuss by', dayInWords(given.touchPointOn)),
    sentence('The two of you should have talked about the case by that day.', { spacing: 'Medium' }),
    ...(submitted ? [] : [sentence('The case services may not show it as yours yet.')]),
  ]
}
