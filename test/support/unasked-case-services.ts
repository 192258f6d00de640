import type { CaseServices } from '../../domain/allocation/case-services.ts'
import { notKnown } from '../../domain/allocation/fact.ts'

/** Case services that cannot be asked: every answer says so, nothing is taken for known and nothing is handed in. */
export const unaskedCaseServices: CaseServices = {
  caseloadOf: async () => 'not-answered',
  sights: async (crns) => crns.map(() => ({ sight: 'unknown', why: 'not-answered' })),
  views: async (crns) => crns.map(() => ({ sight: 'unknown', why: 'not-answered' })),
  forAllocation: async () => ({ sight: 'unknown', why: 'not-answered' }),
  caseloadInShort: async () => 'not-answered',
  workloads: async (practitioners) =>
    new Map(practitioners.map((code) => [code, notKnown('workload', 'not-answered')])),
  reviewFacts: async () => 'not-answered',
  teamNames: async () => new Map(),
  submit: async () => 'not-submitted',
  holderOf: async () => notKnown('allocations', 'not-answered'),
}
