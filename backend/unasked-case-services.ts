import type { Cases } from '../domain/case-view.ts'

/** Case services that cannot be asked: every answer says so, and nothing is taken for known. */
export const unaskedCaseServices: Cases = {
  caseloadOf: async () => 'not-answered',
  views: async (crns) => crns.map(() => ({ sight: 'unknown', why: 'not-answered' })),
}
