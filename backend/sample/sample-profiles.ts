import type { SampleCase, SampleRegister, SampleRosh, SampleTier } from './sample-case.ts'

/** What sort of case it is. `mappa` is level, then category. */
export type CaseProfile = {
  tier: SampleTier
  rosh: SampleRosh
  registers: readonly SampleRegister[]
  type: SampleCase['caseType']
  mappa?: readonly [1 | 2 | 3, 1 | 2 | 3 | 4]
  sexual?: true
  unpaidHours?: number
}

/** The mix that an experienced probation officer holds. */
const officer: CaseProfile[] = [
  { tier: 'C', rosh: 'HIGH', registers: ['RHRH', 'ADVP'], type: 'COMMUNITY' },
  { tier: 'D', rosh: 'MEDIUM', registers: ['RMRH', 'RCCO'], type: 'COMMUNITY' },
  { tier: 'B', rosh: 'HIGH', registers: ['RHRH', 'RCPR', 'ADVP'], type: 'LICENSE' },
  { tier: 'E', rosh: 'MEDIUM', registers: ['RMRH'], type: 'COMMUNITY', unpaidHours: 100 },
  { tier: 'A', rosh: 'VERY_HIGH', registers: ['RVHR'], type: 'LICENSE', mappa: [2, 2] },
  { tier: 'B2', rosh: 'MEDIUM', registers: ['RMRH', 'RMDO'], type: 'LICENSE' },
  { tier: 'C', rosh: 'HIGH', registers: ['RHRH', 'RCHD'], type: 'LICENSE', mappa: [1, 1], sexual: true },
  { tier: 'D', rosh: 'MEDIUM', registers: ['RMRH', 'REG30'], type: 'COMMUNITY' },
]

/** What a newly qualified officer holds: no very high risk, nothing under MAPPA level 2 or 3. */
const newlyQualified: CaseProfile[] = [
  { tier: 'D', rosh: 'MEDIUM', registers: ['RMRH', 'ADVP'], type: 'COMMUNITY' },
  { tier: 'E', rosh: 'MEDIUM', registers: ['RMRH'], type: 'COMMUNITY', unpaidHours: 80 },
  { tier: 'C', rosh: 'MEDIUM', registers: ['RMRH', 'RCCO'], type: 'LICENSE' },
  { tier: 'C1', rosh: 'MEDIUM', registers: ['RMRH', 'RMDO'], type: 'LICENSE' },
  { tier: 'D', rosh: 'HIGH', registers: ['RHRH'], type: 'COMMUNITY' },
]

/** What a probation services officer holds. */
const servicesOfficer: CaseProfile[] = [
  { tier: 'F', rosh: 'LOW', registers: ['RLRH'], type: 'COMMUNITY', unpaidHours: 120 },
  { tier: 'E', rosh: 'MEDIUM', registers: ['RMRH'], type: 'COMMUNITY' },
  { tier: 'D', rosh: 'MEDIUM', registers: ['RMRH', 'RCCO'], type: 'COMMUNITY' },
  { tier: 'G', rosh: 'LOW', registers: [], type: 'COMMUNITY', unpaidHours: 60 },
  { tier: 'E', rosh: 'MEDIUM', registers: ['RMRH', 'ADVP'], type: 'COMMUNITY' },
  { tier: 'D1', rosh: 'LOW', registers: ['RLRH', 'RMDO'], type: 'LICENSE' },
  { tier: 'F', rosh: 'MEDIUM', registers: ['RMRH', 'REG30'], type: 'COMMUNITY', unpaidHours: 200 },
]

/** What a trainee holds. */
const trainee: CaseProfile[] = [
  { tier: 'G', rosh: 'LOW', registers: [], type: 'COMMUNITY', unpaidHours: 40 },
  { tier: 'E', rosh: 'MEDIUM', registers: ['RMRH'], type: 'COMMUNITY' },
  { tier: 'F', rosh: 'LOW', registers: ['RLRH'], type: 'COMMUNITY' },
  { tier: 'F', rosh: 'MEDIUM', registers: ['RMRH', 'RMDO'], type: 'COMMUNITY', unpaidHours: 100 },
]

/** The mixes by who holds them, with how many cases a person with full hours has. */
export const caseloads = {
  officer: { cases: 15, profiles: officer },
  newlyQualified: { cases: 12, profiles: newlyQualified },
  servicesOfficer: { cases: 14, profiles: servicesOfficer },
  trainee: { cases: 7, profiles: trainee },
} as const
