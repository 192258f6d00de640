import type { Temporal } from 'temporal-polyfill'
import type { Crn, StaffCode } from '../ids.ts'
import type { Fact } from './fact.ts'
import type { Tier } from './tier.ts'

type Day = Temporal.PlainDate

/** Risk of serious harm, the lowest first. */
export const roshLevels = ['LOW', 'MEDIUM', 'HIGH', 'VERY_HIGH'] as const
export type RoshLevel = (typeof roshLevels)[number]

/**
 * What a register entry says, as far as a rule asks: risk of serious harm (RLRH to RVHR), child protection (RCPR), child
 * concerns (RCCO), risk to children (RCHD), domestic abuse perpetrator now (ADVP) and in the past (REG30), MAPPA (MAPP). Any
 * other entry has no code here and only its name.
 */
export const registerCodes = ['RLRH', 'RMRH', 'RHRH', 'RVHR', 'RCPR', 'RCCO', 'RCHD', 'ADVP', 'REG30', 'MAPP'] as const
export type RegisterCode = (typeof registerCodes)[number]

export type Registration = {
  code?: RegisterCode
  name: string
  startedOn?: Day
  /** The day it was taken off; absent while it is active. */
  endedOn?: Day
  nextReviewOn?: Day
}

/** An enquiry that other agencies are asked: police intelligence (C369, C515), child safeguarding (SFGC, SFRR). */
export type EnquiryContact = { about: 'police' | 'safeguarding'; step: 'asked' | 'answered'; on: Day }

/** Who manages a case. A code ending in U stands for nobody, and is not among these. */
export type Holder = { staffCode: StaffCode; name?: string }

/** A case with everything an allocation weighs, as far as the case services say it. */
export type CaseFacts = {
  crn: Crn
  /** The person on probation. */
  name?: string
  /** Some people may not see it, though whoever asks may. */
  limitedAccess: boolean
  /** Which order of the person it is about: the event number of the case services. */
  eventNumber?: number
  holder: Fact<Holder | 'nobody'>
  /** The team in whose list of unallocated cases it waits; absent where it waits in none of those asked about. */
  waitsIn?: string
  hasActiveOrder: Fact<boolean>
  /** A transfer out of the area is in progress. */
  transferInProgress: Fact<boolean>
  caseType: Fact<'community' | 'licence' | 'custody'>
  tier: Fact<Tier>
  rosh: Fact<RoshLevel>
  /** Every entry, active or ended. */
  registrations: Fact<readonly Registration[]>
  mappa: Fact<{ level?: 1 | 2 | 3; category?: 1 | 2 | 3 | 4 } | 'none'>
  everSexualOffence: Fact<boolean>
  /** The day the newest completed assessment was completed. */
  lastAssessedOn: Fact<Day | 'none'>
  sentencedOn: Fact<Day>
  requirements: Fact<readonly string[]>
  enquiries: Fact<readonly EnquiryContact[]>
}
