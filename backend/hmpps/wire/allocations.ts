import { z } from 'zod'
import { readTier, type Tier } from '../../../domain/allocation/tier.ts'
import { Crn, StaffCode } from '../../../domain/ids.ts'
import { Day, type Field, field, keyedList, list, maybe, PersonName, Whole, Words } from './as-written.ts'

/** What hmpps-allocations answers; the person and their manager also stand so in workforce-allocations-to-delius. */

/** Who manages somebody. A code ending in U, or `allocated` being false, stands for nobody. */
const Manager = z
  .object({ code: Words, name: maybe(PersonName), teamCode: maybe(Words), allocated: maybe(z.boolean()) })
  .transform(({ code, name, teamCode, allocated }, context) => {
    if (allocated === false || /U$/i.test(code)) return 'nobody' as const
    const staffCode = StaffCode.safeParse(code)
    if (staffCode.success) return { staffCode: staffCode.data, name, teamCode }
    context.addIssue({ code: 'custom', message: 'no staff code' })
    return z.NEVER
  })

/** `GET /allocated/crn/{crn}`, and `GET /person/{crn}/reallocation-details` of Delius. */
export const ManagedPerson = z.object({
  name: maybe(PersonName),
  manager: field(Manager),
  hasActiveOrder: field(z.boolean()),
})
export type ManagedPerson = z.infer<typeof ManagedPerson>

/** A tier that stands beside other things, under either name of its flag. */
const besideTier = {
  tier: maybe(Words),
  provisionalTier: maybe(z.boolean()),
  provisional: maybe(z.boolean()),
}

/** Reads such a tier. A letter of the current model without a flag may still rise: nobody said that it is final. */
export function tierBeside(written: { tier?: string; provisionalTier?: boolean; provisional?: boolean }): Field<Tier> {
  if (written.tier === undefined) return 'missing'
  const flag = written.provisionalTier ?? written.provisional
  const read = readTier(written.tier, flag ?? false)
  if (read === undefined) return 'unreadable'
  return { value: flag === undefined && read.model === 'current' ? { ...read, provisional: true } : read }
}

/** One of `GET /team/{teamCode}/cases/unallocated`. */
export const WaitingCase = z.object({
  crn: Crn,
  convictionNumber: maybe(Whole),
  caseType: maybe(Words),
  outOfAreaTransfer: field(z.boolean()),
  sentenceDate: maybe(Day),
  ...besideTier,
})
export type WaitingCase = z.infer<typeof WaitingCase>

export const WaitingCases = keyedList('crn', Crn, WaitingCase)

const Requirement = z
  .object({ mainCategory: Words, subCategory: maybe(Words), length: maybe(Words) })
  .transform(({ mainCategory, subCategory, length }) => [mainCategory, subCategory, length].filter(Boolean).join(', '))

/** `GET /cases/unallocated/{crn}/convictions/{convictionNumber}`. */
export const WaitingCaseDetails = z.object({
  sentenceDate: field(Day),
  requirements: field(list(Requirement)),
})

/** `GET /cases/allocated/{crn}`. */
export const AllocatedCaseDetails = z.object({
  ...besideTier,
  activeEvents: list(
    z.object({
      number: maybe(Whole),
      sentence: maybe(z.object({ startDate: maybe(Day) })),
      requirements: field(list(Requirement)),
    }),
  ),
})
export type AllocatedCaseDetails = z.infer<typeof AllocatedCaseDetails>

const Registered = z.object({
  type: Words,
  registered: maybe(Day),
  endDate: maybe(Day),
  nextReviewDate: maybe(Day),
})

const RoshRisk = z.object({ overallRisk: field(Words), assessedOn: maybe(Day) })

/** `.../risks` of a waiting or an allocated case: both versions, and the older one without a version. */
export const CaseRisks = z
  .object({
    activeRegistrations: field(list(Registered)),
    inactiveRegistrations: field(list(Registered)),
    risk: maybe(z.object({ roshRisk: maybe(RoshRisk) })),
    roshRisk: maybe(RoshRisk),
  })
  .transform(({ risk, roshRisk, ...registrations }) => ({ ...registrations, rosh: risk?.roshRisk ?? roshRisk }))
export type CaseRisks = z.infer<typeof CaseRisks>

/** `GET /cases/{crn}/assessmentDate`. */
export const AssessmentDate = z.object({ updatedDate: field(Day) })

/** `POST /cases/unallocated/{crn}/restrictions`. Nothing of it is forgiven: it decides who may see a case. */
export const StaffRestrictions = z.object({
  staffRestrictions: z.array(z.object({ staffCode: StaffCode, isExcluded: z.boolean() })),
})

/** `GET /cases/{crn}/restrictions`: whether access to the case is limited for anybody. */
export const CaseRestrictions = z.object({ isRestricted: z.boolean(), isRedacted: maybe(z.boolean()) })
