import { Temporal } from 'temporal-polyfill'
import { Crn, IsoDate, ReviewAnswerId } from '../../domain/ids.ts'
import type { ListedDue } from '../../domain/reviews/due-listed.ts'
import { type OpenReview, type Review, ReviewId } from '../../domain/reviews/review.ts'
import type { ReviewAnswer } from '../../domain/reviews/review-answer.ts'
import type { ListedReview, ReviewsListed } from '../../domain/reviews/reviews-listed.ts'
import type { CardMessage } from '../card.ts'
import {
  aisha,
  hostile,
  longName,
  priya,
  rightToLeft,
  thirtyPeople,
  exampleToday as today,
  tom,
} from '../example-world.ts'
import { type CaseReviewsView, caseReviewsCard } from './case-reviews-card.ts'
import { notTheirsCard } from './not-theirs-card.ts'
import { pduReviewsCard, type TeamReviewCounts } from './pdu-reviews-card.ts'
import { reviewAnsweredCard } from './review-answered-card.ts'
import { type ReviewFormView, reviewFormCard } from './review-form-card.ts'
import { type ReviewsView, reviewsCard } from './reviews-card.ts'
import { type TeamReviewsView, teamReviewsCard } from './team-reviews-card.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const crnOf = (number: number) => Crn.parse(`X32${String(number).padStart(4, '0')}`)
const readAt = Temporal.Instant.from('2026-11-22T02:41:00Z')
const kinds = ReviewId.options

const open = (kind: ReviewId, dueOn: string, about: Partial<Review> = {}): OpenReview =>
  ({
    kind,
    state: Temporal.PlainDate.compare(day(dueOn), today) < 0 ? 'overdue' : 'due-soon',
    dueOn: day(dueOn),
    reason: 'The last assessment was completed on 10 November 2025, and holds for 12 months.',
    fact: { words: 'Last assessment completed', on: IsoDate.parse('2025-11-10'), source: 'risk-and-needs' },
    authority: 'Probation practice as described in public; the number has no public source',
    confirmed: false,
    ...about,
  }) as OpenReview

const names = ['Gwendolen Ashby', longName.name, hostile.name, rightToLeft.name, 'Owen Bright']
const listedOf = (count: number): ListedReview[] =>
  Array.from({ length: count }, (_, index) => ({
    crn: crnOf(Math.floor(index / 2)),
    ...(index % 5 === 4 ? {} : { name: names[Math.floor(index / 2) % names.length] ?? '' }),
    limitedAccess: index % 7 === 3,
    review: open(
      kinds[index % kinds.length] ?? 'oasys',
      day('2026-10-01')
        .add({ days: 4 * index })
        .toString(),
    ),
    more: index % 6 === 2 ? 2 : 0,
    notTheirs: index % 9 === 5,
  }))
const listed = (about: Partial<ReviewsListed> = {}): ReviewsListed => ({
  reviews: listedOf(5),
  leftOut: { ended: 1, suspended: 2 },
  cannotTell: 3,
  answered: 1,
  unchecked: false,
  ...about,
})
const ofPerson = (about: Partial<ReviewsView> = {}): CardMessage =>
  reviewsCard({ subject: aisha, own: false, listed: listed(), chase: false, today, page: 1, ...about })

const answer: ReviewAnswer = {
  id: ReviewAnswerId.parse('00000000-0000-4000-8000-000000000071'),
  crn: crnOf(1),
  review: 'oasys',
  dueOn: day('2026-11-10'),
  practitioner: aisha.staffCode,
  by: aisha.staffCode,
  at: Temporal.Instant.from('2026-11-20T10:00:00Z'),
  said: 'not-needed',
  reason: hostile.name,
}
const asked = open('safeguarding', '2026-11-30', {
  reason: 'The police enquiry was requested on 16 November 2026 and not answered.',
  fact: { words: 'The police enquiry requested', on: IsoDate.parse('2026-11-16'), source: 'manage-supervision' },
})
const form = (about: Partial<ReviewFormView> = {}): CardMessage =>
  reviewFormCard({
    crn: crnOf(1),
    name: 'Gwendolen Ashby',
    person: aisha.staffCode,
    own: true,
    review: open('oasys', '2026-11-10'),
    answer: answer.id,
    today,
    ...about,
  })
const ofCase = (about: Partial<CaseReviewsView> = {}): CardMessage =>
  caseReviewsCard({
    crn: crnOf(1),
    name: 'Gwendolen Ashby',
    limitedAccess: false,
    person: aisha.staffCode,
    own: true,
    reviews: [
      { review: open('oasys', '2026-11-10'), said: answer },
      { review: asked },
      {
        review: {
          kind: 'enforcement',
          state: 'cannot-tell',
          reason:
            'When there were failures to comply is not known: the service for registers and contacts did not answer.',
          fact: { words: 'Failures to comply: not known', source: 'manage-supervision' },
          authority: 'The days are practice',
          confirmed: false,
        },
      },
      {
        review: {
          kind: 'isp',
          state: 'done',
          reason: 'An assessment was completed on 10 November 2025, since sentence on 1 September 2025.',
          fact: { words: 'Last assessment completed', on: IsoDate.parse('2025-11-10'), source: 'risk-and-needs' },
          authority: 'The day that the case services give',
          confirmed: true,
        },
      },
    ],
    ...about,
  })

const people = [aisha, tom, longName, hostile, rightToLeft, ...thirtyPeople.slice(0, 7)]
const due = (count: number): ListedDue[] =>
  Array.from({ length: count }, (_, index) => {
    const dueOn = day('2026-09-01').add({ days: 3 * index })
    return {
      practitioner: people[index % people.length]?.staffCode ?? aisha.staffCode,
      crn: crnOf(index),
      review: kinds[index % kinds.length] ?? 'oasys',
      dueOn,
      state: Temporal.PlainDate.compare(dueOn, today) < 0 ? 'overdue' : 'due-soon',
    }
  })
const ofTeam = (about: Partial<TeamReviewsView> = {}): CardMessage =>
  teamReviewsCard({
    reader: priya,
    people,
    listed: due(30),
    readAt,
    notRead: [],
    unchecked: false,
    today,
    page: 1,
    ...about,
  })
const teams = (count: number): TeamReviewCounts[] =>
  [priya, longName, hostile, ...thirtyPeople].slice(0, count).map((manager, index) => ({
    manager,
    people: 12 - (index % 12),
    overdue: 40 - index,
    dueSoon: index,
    notRead: index % 4 === 2 ? 1 : 0,
  }))

export const reviewsExamples: { name: string; message: CardMessage }[] = [
  { name: 'reviews', message: ofPerson() },
  { name: 'reviews-own-first-page', message: ofPerson({ own: true, listed: listed({ reviews: listedOf(30) }) }) },
  {
    name: 'reviews-of-a-kind-last-page',
    message: ofPerson({
      subject: hostile,
      kind: 'oasys',
      listed: listed({ reviews: listedOf(14), unchecked: true }),
      page: 9,
    }),
  },
  {
    name: 'reviews-none',
    message: ofPerson({ own: true, listed: listed({ reviews: [], leftOut: {}, cannotTell: 0, answered: 0 }) }),
  },
  {
    name: 'reviews-to-chase',
    message: ofPerson({
      kind: 'safeguarding',
      chase: true,
      listed: listed({
        reviews: [
          { crn: crnOf(1), name: 'Gwendolen Ashby', limitedAccess: false, review: asked, more: 0, notTheirs: false },
        ],
        leftOut: {},
        cannotTell: 0,
        answered: 0,
      }),
    }),
  },
  { name: 'reviews-of-a-case', message: ofCase() },
  {
    name: 'reviews-of-a-case-left-out',
    message: ofCase({ own: false, limitedAccess: true, name: undefined, reviews: { leftOut: 'in-custody' } }),
  },
  { name: 'review-to-answer', message: form() },
  {
    name: 'review-of-another-to-correct',
    message: form({
      name: hostile.name,
      own: false,
      said: answer,
      problems: ['Please say why it is not needed.'],
      typed: { on: '2026-11-12', reason: rightToLeft.name },
    }),
  },
  {
    name: 'review-touch-point',
    message: form({
      review: open('touch-point', '2026-11-25', {
        reason: 'The case was allocated on 10 November 2026, and no management oversight was recorded since.',
        fact: { words: 'Allocated', on: IsoDate.parse('2026-11-10'), source: 'allocation-record' },
      }),
      entry:
        'Management oversight: first discussion after the allocation on 10 November 2026.\nRisk and complexity: [what was discussed].',
    }),
  },
  { name: 'review-answered', message: reviewAnsweredCard(answer) },
  {
    name: 'review-not-theirs',
    message: notTheirsCard(hostile, { ...answer, said: 'not-mine', reason: rightToLeft.name }),
  },
  { name: 'review-not-theirs-restricted', message: notTheirsCard(longName, 'restricted') },
  { name: 'reviews-team', message: ofTeam() },
  {
    name: 'reviews-team-of-another',
    message: ofTeam({ manager: hostile, kind: 'isp', listed: due(3), notRead: [tom, longName], unchecked: true }),
  },
  { name: 'reviews-team-nothing', message: ofTeam({ listed: [] }) },
  { name: 'reviews-pdu', message: pduReviewsCard({ teams: teams(3), readAt, unchecked: false, page: 1 }) },
  {
    name: 'reviews-pdu-of-a-kind',
    message: pduReviewsCard({ teams: teams(30), readAt, unchecked: true, kind: 'oasys', page: 2 }),
  },
]
