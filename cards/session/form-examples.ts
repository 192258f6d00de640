import type { CardMessage } from '../card.ts'
import { choosePersonCard } from '../choose-person-card.ts'
import {
  aisha,
  exampleCrns,
  exampleDraft,
  exampleDraftId,
  examplePerson,
  examplePolicy,
  exampleSessionId,
  exampleToday,
  fullDraft,
  hostile,
  longName,
  namesakes,
  rightToLeft,
  thirtyPeople,
  tom,
} from '../example-world.ts'
import { type FormView, supervisionFormCard } from './supervision-form-card.ts'
import { supervisionReviewCard } from './supervision-review-card.ts'

const form = (view: Partial<FormView>): CardMessage =>
  supervisionFormCard({
    draft: exampleDraft(1),
    people: [aisha, tom],
    policy: examplePolicy,
    today: exampleToday,
    problems: [],
    ...view,
  })

const long = (words: string) =>
  words
    .repeat(Math.ceil(4000 / words.length))
    .slice(0, 4000)
    .trim()
/** As much as anybody can write: 4,000 characters of each answer, in letters that take one, two and four bytes. */
export const longAnswers = {
  workload: long('Reports take twice as long as they did. '),
  cases: long('X320741 and the others on the list, '),
  wellbeing: long('😴🏠 '),
  theme: long('“Quoted” and \\escaped\\ words. '),
  learned: long('מה שלמדנו היום. '),
  change: long('First line of a plan.\nSecond line.\n'),
}
export const longDraft = exampleDraft(2, { ...fullDraft, answers: longAnswers })

export const formExamples: { name: string; message: CardMessage }[] = [
  { name: 'form-empty', message: form({ ask: 'Who was it with?' }) },
  {
    name: 'form-from-a-sentence',
    message: form({
      draft: exampleDraft(1, { ...fullDraft, kinds: ['reflective'], crns: exampleCrns('X320741'), answers: {} }),
      ask: 'What was learned?',
    }),
  },
  { name: 'form-full', message: form({ draft: fullDraft }) },
  {
    name: 'form-with-problems',
    message: form({
      draft: exampleDraft(1, { kinds: ['monthly'], other: tom.staffCode }),
      problems: [
        {
          field: 'heldOn',
          says: 'That day is in the future. A session can be logged once it has been held. Which day was it?',
        },
        { field: 'minutes', says: 'A session lasts 5 to 480 minutes. How many minutes was it?' },
      ],
      ask: 'Which day was it?',
    }),
  },
  { name: 'form-correction', message: form({ draft: { ...fullDraft, corrects: exampleSessionId(9) } }) },
  { name: 'form-thirty-people', message: form({ people: thirtyPeople, ask: 'Who was it with?' }) },
  { name: 'form-longest-answers', message: form({ draft: longDraft, people: thirtyPeople.concat(aisha) }) },
  {
    name: 'form-hostile-names',
    message: form({
      people: [hostile, longName, rightToLeft],
      draft: exampleDraft(1, { other: hostile.staffCode }),
      ask: `Which day did you meet ${hostile.name}?`,
    }),
  },
  {
    name: 'review',
    message: supervisionReviewCard({ draft: fullDraft, otherName: aisha.name, policy: examplePolicy }),
  },
  {
    name: 'review-longest-answers',
    message: supervisionReviewCard({ draft: longDraft, otherName: longName.name, policy: examplePolicy }),
  },
  {
    name: 'review-correction-with-a-problem',
    message: supervisionReviewCard({
      draft: { ...fullDraft, corrects: exampleSessionId(9), answers: {}, minutes: 45 },
      otherName: rightToLeft.name,
      policy: examplePolicy,
      problems: [
        { field: 'heldOn', says: 'That is more than a year ago, too far back to log here. Which day was it?' },
      ],
    }),
  },
  {
    name: 'choose-person',
    message: choosePersonCard({
      draft: exampleDraftId(1),
      words: 'Khan',
      people: [aisha, examplePerson('N03A009', 'Imran Khan', 'PQiP', 'N03T2')],
      teamNames: new Map([['N03T1', 'Kirkby East']]),
    }),
  },
  {
    name: 'choose-person-same-name',
    message: choosePersonCard({
      draft: exampleDraftId(1),
      words: 'Aisha Khan',
      people: namesakes.map((grade, index) => examplePerson(`N03A02${index}`, 'Aisha Khan', grade)),
    }),
  },
  {
    name: 'choose-person-many',
    message: choosePersonCard({ draft: exampleDraftId(1), words: '**G**', people: thirtyPeople.slice(0, 10) }),
  },
]
