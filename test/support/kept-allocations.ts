import { Temporal } from 'temporal-polyfill'
import type { Allocation } from '../../domain/allocation/allocation.ts'
import type { AllocationAnswer, Weighing } from '../../domain/allocation/allocation-answers.ts'
import type { AllocationDraft } from '../../domain/allocation/allocation-draft.ts'
import { AllocationAnswerId, AllocationDraftId, AllocationId, IsoDate } from '../../domain/ids.ts'
import type { Store } from '../../store/open-store.ts'
import { crnOf } from './case-draws.ts'
import { at, guid, manager, morning, note, practitioner } from './records.ts'

/** Answers, drafts and allocations to keep in a store under test; a test states only what it is about. */
export const answerId = (number: number) => AllocationAnswerId.parse(guid(number))
export const allocationDraftId = (number: number) => AllocationDraftId.parse(guid(number))
export const allocationId = (number: number) => AllocationId.parse(guid(number))

export function aWeighing(about: Partial<Weighing> = {}): Weighing {
  return {
    practitioner,
    outcome: 'needs-rationale',
    hasManaged: true,
    potential: 104.5,
    checks: [
      {
        rule: 'workload',
        outcome: 'needs-rationale',
        reason: 'With the case the workload is “104.5%”, over 100%.',
        facts: [{ words: 'Workload: 104.5%', on: IsoDate.parse('2026-11-19'), source: 'workload' }],
        change: 'A workload of 100% or less.',
      },
      { rule: 'contactable', outcome: 'suitable', reason: 'There is an email address.', facts: [] },
    ],
    ...about,
  }
}

/** An answer about a case that was given some minutes after nine. */
export function anAnswer(number: number, about: Partial<AllocationAnswer> = {}): AllocationAnswer {
  return {
    id: answerId(number),
    askedBy: manager,
    askedAt: at(number),
    question: 'one',
    crn: crnOf(1),
    limitedAccess: false,
    policyVersion: '2026-11',
    about: [aWeighing()],
    ...about,
  }
}

export function anAllocationDraft(number: number, about: Partial<AllocationDraft> = {}): AllocationDraft {
  return {
    id: allocationDraftId(number),
    by: manager,
    crn: crnOf(1),
    to: practitioner,
    answer: answerId(1),
    limitedAccess: false,
    sections: {},
    ...about,
  }
}

/** An allocation that rests on the first answer, decided an hour after it. */
export function anAllocation(number: number, about: Partial<Allocation> = {}): Allocation {
  return {
    id: allocationId(number),
    crn: crnOf(1),
    to: practitioner,
    decidedBy: manager,
    decidedAt: at(60),
    outcome: 'needs-rationale',
    answer: answerId(1),
    policyVersion: '2026-11',
    reasoning: 'She has held such a case well, and has time from “Monday”\non.',
    entry: 'Decision: allocated.\nCapacity: 98% before, 104.5% after.',
    override: true,
    touchPointOn: Temporal.PlainDate.from('2026-12-05'),
    submission: 'for-pasting',
    limitedAccess: false,
    ...about,
  }
}

/** Keeps the answers that allocations rest on. */
export async function keepAnswers(
  store: Pick<Store, 'allocationAnswers'>,
  ...answers: AllocationAnswer[]
): Promise<void> {
  for (const answer of answers) await store.allocationAnswers.keep(answer, [note('allocation.weighed')])
}

/** When the weighing of a first answer was made. */
export const weighedAt = morning
