import { Temporal } from 'temporal-polyfill'
import { type Crn, IsoDate, type ReviewAnswerId, type StaffCode } from '../../domain/ids.ts'
import type { OpenReview } from '../../domain/reviews/review.ts'
import { type ReviewAnswer, type ReviewSaid, reviewReasonCharacters } from '../../domain/reviews/review-answer.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { cardWith } from '../card-with.ts'
import { heading, note, problemList, remark, row } from '../lines.ts'
import { beginning, typed } from '../typed.ts'
import { dayInWords, shortDay } from '../words.ts'
import { factFrom, reviewNames, reviewTyped, stateInWords } from './review-words.ts'
import { saidInWords } from './said-words.ts'

export type ReviewFormView = {
  crn: Crn
  name?: string | undefined
  /** Who holds the case. */
  person: StaffCode
  /** Whether the reader does: nobody else can say that it is not theirs. */
  own: boolean
  review: OpenReview
  today: Temporal.PlainDate
  said?: ReviewAnswer | undefined
  /** The id under which the answer is kept. */
  answer: ReviewAnswerId
  /** For a touch point: the entry as it can be pasted. */
  entry?: string | undefined
  problems?: readonly string[]
  typed?: { on?: string; reason?: string }
}

/** One review that falls due, and what can be said of it. */
export function reviewFormCard(view: ReviewFormView): CardMessage {
  const { crn, name, person, own, review, said, entry, problems = [], typed: given = {} } = view
  const { kind, dueOn, reason, fact, authority, confirmed } = review
  const about = { person, crn, kind, due: IsoDate.parse(dueOn.toString()), answer: view.answer }
  const says = (title: string, what: ReviewSaid) => button(title, { verb: 'review.answer', said: what, ...about })
  const words = `${reviewTyped[kind]} for ${crn}`
  const day = (iso: string) => Temporal.PlainDate.from(iso)
  return {
    card: cardWith(
      [
        heading(reviewNames[kind]),
        typed(...(name === undefined ? [] : [{ strong: beginning(name, 100) }, ', ']), { strong: crn }),
        ...problemList(problems),
        row('Last day', `${dayInWords(dueOn)}. ${stateInWords(review)}`),
        row('Why', beginning(reason, 400)),
        row('Fact', `${beginning(fact.words, 120)}, ${factFrom(fact, day)}`),
        row('Who says so', `${authority}${confirmed ? '' : ' (unconfirmed)'}`),
        ...(said === undefined ? [] : [row('Said before', beginning(saidInWords(said), 600))]),
        ...(entry === undefined
          ? []
          : note('To paste as an MO1 entry, after you have talked about the case', entry, 1500)),
        {
          type: 'Input.Date',
          id: 'on',
          label: 'The day it was done, or is booked for (optional)',
          min: view.today.subtract({ years: 1 }).toString(),
          max: view.today.add({ years: 1 }).toString(),
          isRequired: false,
          errorMessage: 'Give a day within a year.',
          ...(given.on === undefined ? {} : { value: given.on }),
        },
        {
          type: 'Input.Text',
          id: 'reason',
          label: `Why it is not needed${own ? ', or not yours' : ''} (optional)`,
          isMultiline: true,
          isRequired: false,
          errorMessage: 'This is too long.',
          maxLength: reviewReasonCharacters,
          ...(given.reason === undefined ? {} : { value: beginning(given.reason, reviewReasonCharacters) }),
        },
        remark(
          `Nothing is written to the case services. In words: “${words} done on ${shortDay(dueOn)}”, “${words} booked for” and a day, “${words} not needed:” and why${own ? `, or “${words} is not mine”` : ''}.`,
        ),
      ],
      [
        says('Done', 'done'),
        says('Booked', 'booked'),
        says('Not needed', 'not-needed'),
        ...(own ? [says('Not mine', 'not-mine')] : []),
      ],
    ),
    summary: 'A review of a case',
  }
}
