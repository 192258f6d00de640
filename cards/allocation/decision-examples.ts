import { Temporal } from 'temporal-polyfill'
import type { Allocation, SubmissionState } from '../../domain/allocation/allocation.ts'
import type { AllocationDraft } from '../../domain/allocation/allocation-draft.ts'
import { known, notKnown } from '../../domain/allocation/fact.ts'
import { draftedSections, oversightEntry } from '../../domain/allocation/oversight-entry.ts'
import { decisionCharacters } from '../../domain/allocation/problems-with-decision.ts'
import { AllocationAnswerId, AllocationDraftId, AllocationId } from '../../domain/ids.ts'
import type { CardMessage } from '../card.ts'
import {
  aisha,
  exampleSessionId,
  hostile,
  longName,
  priya,
  rightToLeft,
  exampleToday as today,
} from '../example-world.ts'
import { type AllocationFormView, allocationFormCard } from './allocation-form-card.ts'
import { type DecidedView, decidedCard } from './decided-card.ts'
import { exampleCrn, examplePolicy, exampleWeighing, hardCase, trainee } from './example-weighings.ts'
import { settledCard } from './settled-card.ts'
import { takenBackCard } from './taken-back-card.ts'

const touchPointOn = today.add({ days: examplePolicy.touchPointDays })
const rationale = exampleWeighing({}, { workload: known({ now: 101, potential: 104.5 }, 'workload', today) })
const outside = exampleWeighing(hardCase, trainee)
const drafted = (weighing: typeof rationale, to: (typeof aisha & { grade: 'PO' }) | typeof longName) =>
  draftedSections(
    {
      by: priya,
      to,
      weighing,
      requirements: notKnown('manage-supervision', 'not-answered'),
      today,
      touchPointOn,
    },
    examplePolicy,
  )
const why = 'She knows the family from last year and has the time in December.'

const draft: AllocationDraft = {
  id: AllocationDraftId.parse(exampleSessionId(1)),
  by: priya.staffCode,
  crn: exampleCrn,
  to: aisha.staffCode,
  answer: AllocationAnswerId.parse(exampleSessionId(2)),
  limitedAccess: false,
  drafted: drafted(rationale, aisha),
  sections: {},
}
const form = (rest: Partial<Omit<AllocationFormView, 'draft'>> & { draft?: Partial<AllocationDraft> } = {}) =>
  allocationFormCard({
    to: aisha,
    caseName: 'Gwendolen Ashby',
    weighing: rationale,
    heads: [],
    leastReasoning: examplePolicy.reasoningCharacters,
    submits: false,
    problems: [],
    ...rest,
    draft: { ...draft, ...rest.draft },
  })
const longest = '“x” '.repeat(decisionCharacters).slice(0, decisionCharacters)
const heads = [longName, hostile, rightToLeft]

const about = { crn: exampleCrn, limitedAccess: false, caseName: 'Gwendolen Ashby' }
const allocation: Allocation = {
  id: AllocationId.parse(draft.id),
  crn: exampleCrn,
  to: aisha.staffCode,
  decidedBy: priya.staffCode,
  decidedAt: Temporal.Instant.from('2026-11-22T10:12:00Z'),
  outcome: 'needs-rationale',
  answer: draft.answer,
  policyVersion: '1',
  reasoning: why,
  entry: oversightEntry(about, drafted(rationale, aisha), { reasoning: why }),
  override: true,
  touchPointOn,
  submission: 'for-pasting',
  limitedAccess: false,
}
const decided = (rest: Partial<Allocation> = {}, view: Partial<DecidedView> = {}): CardMessage =>
  decidedCard({ allocation: { ...allocation, ...rest }, to: aisha, caseName: 'Gwendolen Ashby', ...view })

const states: SubmissionState[] = ['for-pasting', 'submitting', 'submitted', 'refused', 'not-submitted', 'unknown']

/** Allocations being decided, decided, and what became of them. */
export const decisionExamples: { name: string; message: CardMessage }[] = [
  { name: 'allocation-form-empty', message: form() },
  {
    name: 'allocation-form-suitable',
    message: form({
      weighing: exampleWeighing(),
      draft: { drafted: drafted(exampleWeighing(), aisha) },
      submits: true,
    }),
  },
  {
    name: 'allocation-form-problems',
    message: form({
      draft: { reasoning: 'She knows him', sections: { support: 'See https://example.com' } },
      problems: [
        'Your own reasoning has 13 characters so far, and needs at least 40. Sentences of the draft do not count.',
        'What you wrote about support has a link in it. NDelius takes none: please take it out.',
      ],
    }),
  },
  {
    name: 'allocation-form-outside-guidance',
    message: form({ weighing: outside, to: longName, heads, draft: { drafted: drafted(outside, longName) } }),
  },
  {
    name: 'allocation-form-nobody-to-agree',
    message: form({ weighing: outside, to: longName, draft: { drafted: drafted(outside, longName) } }),
  },
  {
    name: 'allocation-form-sensitive',
    message: form({
      draft: {
        reasoning: why,
        sections: { discrimination: 'Nothing was raised.', support: 'Co-worked for a month.' },
        addsSensitive: true,
        sensitive: 'The victim lives in the same street.',
      },
    }),
  },
  {
    name: 'allocation-form-longest',
    message: form({
      weighing: outside,
      to: hostile,
      caseName: rightToLeft.name,
      heads,
      draft: {
        drafted: drafted(outside, longName),
        reasoning: longest,
        sensitive: longest,
        sections: { support: longest, discrimination: longest },
        agreedBy: hostile.staffCode,
      },
    }),
  },
  ...states.map((submission) => ({
    name: `decided-${submission}`,
    message: decided({ submission }, submission === 'for-pasting' ? { told: 'reached' } : { told: 'on its way' }),
  })),
  {
    name: 'decided-reallocation-sensitive',
    message: decided({
      submission: 'submitted',
      previous: priya.staffCode,
      sensitive: 'The victim lives in the same street.',
    }),
  },
  {
    name: 'decided-longest',
    message: decided(
      {
        entry: oversightEntry(
          { ...about, caseName: longName.name },
          { ...drafted(outside, longName), support: longest, discrimination: longest },
          { reasoning: longest, agreedBy: hostile },
        ),
        sensitive: longest,
      },
      { to: hostile, caseName: longName.name },
    ),
  },
  ...(['submitted', 'not-submitted'] as const).map((submission) => ({
    name: `settled-${submission}`,
    message: settledCard({ sight: 'open', allocation: { ...allocation, submission }, to: hostile.name }),
  })),
  ...(['for-pasting', 'submitted'] as const).map((submission) => ({
    name: `allocation-taken-back-${submission}`,
    message: takenBackCard({
      crn: exampleCrn,
      submission,
      gave: `You gave this case to ${hostile.name} on 22 November 2026 at 10:12.`,
    }),
  })),
  ...(['limited', 'restricted'] as const).map((sight) => ({
    name: `settled-${sight}`,
    message: settledCard({ sight, allocation: { ...allocation, submission: 'submitted' }, to: aisha.name }),
  })),
]
