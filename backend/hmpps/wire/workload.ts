import { z } from 'zod'
import { Crn, StaffCode } from '../../../domain/ids.ts'
import { Amount, Day, field, type KeyedList, keyedList, list, maybe, PersonName, Whole, Words } from './as-written.ts'

/**
 * What hmpps-workload answers. It leaves out what is null; the percentage is going from it; and case counts by type are not
 * read, because a newer version mixes two of them up.
 */

const Practitioner = z.object({
  code: StaffCode,
  /** An empty one is none. */
  email: field(z.string()),
  grade: maybe(Words),
  workload: maybe(Amount),
  casesPastWeek: field(Whole),
})
export type PractitionerToChoose = z.infer<typeof Practitioner>

const Members = keyedList('code', StaffCode, Practitioner)
const notAList: KeyedList<StaffCode, PractitionerToChoose> = { of: () => [], unread: 1 }

/** `GET /team/choose-practitioner`: one person may stand in several teams. */
export const PractitionersToChoose = z.object({
  tier: maybe(Words),
  provisionalTier: maybe(z.boolean()),
  provisional: maybe(z.boolean()),
  probationStatus: maybe(z.object({ status: Words })),
  communityPersonManager: field(z.object({ code: Words })),
  teams: z.record(z.string(), z.unknown()).transform((teams) =>
    Object.entries(teams).map(([teamCode, written]) => {
      return { teamCode: teamCode.toUpperCase(), members: Members.safeParse(written).data ?? notAList }
    }),
  ),
})
export type PractitionersToChoose = z.infer<typeof PractitionersToChoose>

/** `GET /team/{teamCode}/offenderManager/{staffCode}/impact/person/{crn}`, in percent. */
export const Impact = z.object({ capacity: maybe(Amount), potentialCapacity: field(Amount) })

/** `GET /team/{teamCode}/offenderManagers/{staffCode}`. */
export const Overview = z.object({
  capacity: field(Amount),
  totalCases: maybe(Whole),
  weeklyHours: maybe(Amount),
  totalReductionHours: maybe(Amount),
  lastUpdatedOn: maybe(Day),
})

const ActiveCase = z.object({
  crn: Crn,
  tier: maybe(Words),
  name: maybe(PersonName),
  type: maybe(Words),
  initialAllocationDate: maybe(Day),
})
export type ActiveCase = z.infer<typeof ActiveCase>

/** `POST /allocation/events/teams`: who was given what lately. */
export const AllocationEvents = z.object({
  cases: list(z.object({ crn: Crn, staff: z.object({ code: StaffCode }), allocatedOn: Day })),
})

/** `GET /team/{teamCode}/offenderManagers/{staffCode}/cases`. */
export const ActiveCases = z.object({ activeCases: list(ActiveCase) })
