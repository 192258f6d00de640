import type { AllocationPolicy } from '../domain/allocation/allocation-policy.ts'

const practice = { authority: 'Management practice; no public source', confirmed: false }
const review = {
  authority: 'Recommended after a review of a serious further offence; no public rule found',
  confirmed: false,
}
const enforcedByTool = (what: string) => ({ authority: `HMPPS allocation tool: ${what}`, confirmed: true })

/**
 * The default allocation policy. `confirmed` is true only where a live service does the same. Everything else is an
 * assumption of this product until whoever runs it has confirmed it; `authority` says what it leans on.
 */
export const defaultAllocationPolicy: AllocationPolicy = {
  newlyQualifiedMonths: 9,
  rules: {
    access: enforcedByTool('nobody who may not see a case can be chosen'),
    contactable: enforcedByTool('nobody without an email address can be chosen'),
    'already-held': {
      authority:
        'HMPPS allocation tool for what cannot be allocated; that a reallocation needs a rationale is practice',
      confirmed: false,
    },
    transfer: enforcedByTool('a transfer out of the area has to be finished first'),
    'risk-for-grade': {
      authority: 'NAO 2025 as summarised in the press: higher risk is for qualified POs; the months are practice',
      confirmed: false,
      settledMonths: 12,
    },
    'tier-for-grade': {
      authority: 'MoJ research 2023: an older tier C for a PSO needed a recorded rationale; the rest is practice',
      confirmed: false,
      outside: { current: ['A', 'B', 'C'], older: ['A', 'B'] },
      rationale: { current: ['D'], older: ['C'] },
    },
    mappa: { ...practice, officerFromLevel: 2 },
    'sexual-offence': practice,
    children: practice,
    'domestic-abuse': practice,
    'trainee-mentor': { ...review, mentorMonths: 24 },
    'training-safeguarding': { ...practice, months: 36 },
    'training-domestic-abuse': { ...practice, months: 36 },
    'training-sexual-offences': { ...practice, months: 36 },
    workload: {
      authority: 'HMPPS allocation tool: red above 100%; workload tool: red above 110%. Neither is a limit there',
      confirmed: false,
      rationaleAbove: 100,
      outsideAbove: 110,
      protectedOutsideAbove: 100,
    },
    availability: { ...practice, moreThanDays: 5, withinDays: 10 },
    'supervised-lately': { ...practice, days: 42 },
    'manager-span': {
      authority: 'HMIP found spans too wide; the number has no public source',
      confirmed: false,
      mostReports: 10,
    },
    'history-of-risk': { ...review, months: 60 },
    'assessment-age': { ...practice, months: 12 },
    enquiries: {
      authority: 'HMIP expects these enquiries; that a case needs a rationale without them is practice',
      confirmed: false,
    },
    'facts-age': {
      authority: 'An assumption of this product; no source',
      confirmed: false,
      roshMonths: 12,
      workloadDays: 7,
    },
  },
  mostCases: 10,
  reasoningCharacters: 40,
  touchPointDays: 15,
}
