import { Temporal } from 'temporal-polyfill'
import type { KindId } from '../../domain/supervision-kind.ts'
import type { CardMessage } from '../card.ts'
import {
  aisha,
  exampleCrns,
  exampleDraft,
  examplePolicy,
  exampleSession,
  exampleSessionId,
  exampleSignOff,
  exampleToday,
  fullDraft,
  priya,
  tom,
} from '../example-world.ts'
import { sessionCard } from './session-card.ts'
import type { SessionView } from './session-stage.ts'
import { supervisionFormCard } from './supervision-form-card.ts'
import { supervisionReviewCard } from './supervision-review-card.ts'

/** What is answered in a session of each kind that has details of its own. */
const answersOf = {
  observation: {
    'observed-case': 'X320741',
    setting: 'A home visit, the third since release.',
    strengths: 'Asked what had changed before looking at the plan.',
    develop: 'Leave five minutes to agree what happens next.',
  },
  performance: {
    'objective-1': 'Every plan written within fifteen working days.',
    'rating-1': 'met',
    'objective-2': 'Lead one briefing for the team on stalking.',
    'rating-2': 'partly-met',
    'note-2': 'Prepared; the date moved to January.',
  },
  competency: { evidence: 'Four assessments read together; two observations.', ready: 'not-yet' },
  rcat: {
    'audited-case': 'X320741',
    assessment: 'good',
    planning: 'requires-improvement',
    implementation: 'good',
    reviewing: 'good',
    outcomes: 'outstanding',
  },
  saqua: {
    'nominated-case': 'X320741',
    'one-to-one': 'Talked through why this case and what to look at.',
    panel: 'Ann Doyle, Ben Ray, Cy Marsh, Di Wood, Ed Low and Fay Hill',
    'asked-for': 'Questions in writing two days before.',
    made: 'Sent on the Monday before the panel.',
  },
} satisfies Partial<Record<KindId, Record<string, string>>>
type Detailed = keyof typeof answersOf
const detailed = Object.keys(answersOf) as Detailed[]

const draftOf = (kind: Detailed) =>
  exampleDraft(1, {
    ...fullDraft,
    kinds: [kind],
    minutes: 75,
    crns: Object.values(answersOf[kind]).includes('X320741') ? exampleCrns('X320741') : [],
    answers: answersOf[kind],
  })

const form = (kind: Detailed, filled: boolean): CardMessage =>
  supervisionFormCard({
    draft: filled ? draftOf(kind) : { ...draftOf(kind), crns: [], answers: {} },
    people: [aisha, tom],
    part: 'manager',
    policy: examplePolicy,
    today: exampleToday,
    problems: [],
  })

const id = exampleSessionId(1)
const sessionOf = (kind: Detailed) =>
  exampleSession(1, {
    kinds: [kind],
    crns: Object.values(answersOf[kind]).includes('X320741') ? exampleCrns('X320741') : [],
    answers: answersOf[kind],
    privateAnswers: {},
  })
const seenBy = (viewer: typeof aisha, session: SessionView['session'], rest: Partial<SessionView> = {}) =>
  sessionCard({
    session,
    practitioner: aisha,
    supervisor: priya,
    viewer: viewer.staffCode,
    sight: 'full',
    policy: examplePolicy,
    ...rest,
  })

const line = 'Mostly about targets; the last ten minutes were.'
const said = exampleSession(1, {
  signOff: exampleSignOff(id, 'agreed'),
  reflection: { rating: 'partly', line },
})
/** The cards of the kinds with details of their own, and of what practitioners say of reflective sessions. */
export const kindExamples: { name: string; message: CardMessage }[] = [
  ...detailed.flatMap((kind) => [
    { name: `form-${kind}-empty`, message: form(kind, false) },
    { name: `form-${kind}-filled`, message: form(kind, true) },
    {
      name: `review-${kind}`,
      message: supervisionReviewCard({
        draft: draftOf(kind),
        otherName: aisha.name,
        part: 'manager',
        policy: examplePolicy,
      }),
    },
    { name: `session-${kind}-signer`, message: seenBy(aisha, sessionOf(kind)) },
  ]),
  {
    name: 'form-several-kinds',
    message: supervisionFormCard({
      draft: exampleDraft(1, { ...fullDraft, kinds: ['monthly', 'rcat'] }),
      people: [aisha, tom],
      policy: examplePolicy,
      today: exampleToday,
      problems: [],
    }),
  },
  {
    name: 'form-of-the-practitioner',
    message: supervisionFormCard({
      draft: exampleDraft(1, { ...fullDraft, kinds: ['reflective'], by: aisha.staffCode, other: priya.staffCode }),
      people: [priya],
      kinds: ['monthly', 'reflective'],
      part: 'practitioner',
      policy: examplePolicy,
      today: exampleToday,
      problems: [],
    }),
  },
  { name: 'session-reflective-said', message: seenBy(priya, said) },
  {
    name: 'session-reflective-to-say',
    message: seenBy(aisha, exampleSession(1, { signOff: exampleSignOff(id, 'agreed') })),
  },
  {
    name: 'session-replaces-and-replaced',
    message: seenBy(
      priya,
      exampleSession(2, { corrects: id, correctedBy: exampleSessionId(3), signOff: exampleSignOff(id, 'agreed') }),
      {
        replaces: Temporal.Instant.from('2026-11-20T14:05:00Z'),
        replacedBy: Temporal.Instant.from('2026-11-22T09:00:00Z'),
      },
    ),
  },
]
