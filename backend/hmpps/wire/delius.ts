import { z } from 'zod'
import { Crn, StaffCode } from '../../../domain/ids.ts'
import { field, list, maybe, type ReadList, Words } from './as-written.ts'

/** What workforce-allocations-to-delius answers. */

const Key = z
  .string()
  .nullish()
  .transform((written) => written?.trim().toUpperCase() || undefined)

const User = z
  .object({ username: Key, staffCode: Key })
  .refine(({ username, staffCode }) => username !== undefined || staffCode !== undefined)
export type ListedUser = z.infer<typeof User>

/** `GET /person/{crn}/limited-access/all`. Nothing of it is forgiven: somebody overlooked could see what they may not. */
export const LimitedAccess = z.object({ crn: Crn.nullish(), excludedFrom: z.array(User), restrictedTo: z.array(User) })
export type LimitedAccess = z.infer<typeof LimitedAccess>

/** `POST /users/limited-access?username=`. A case that is not among them is not known by it. */
export const UserAccess = z.object({
  access: list(z.object({ crn: Crn, userExcluded: z.boolean(), userRestricted: z.boolean() })),
})

const Member = z.object({ code: StaffCode, email: field(z.string()), grade: maybe(Words) })
export type TeamMember = z.infer<typeof Member>

/** `GET /teams?teamCode=`: the members of all these teams together. A team that is no list is one that cannot be read. */
export const TeamMembers = z.object({
  teams: z.record(z.string(), z.unknown()).transform((teams): ReadList<TeamMember> => {
    const lists = Object.values(teams).map((written) => list(Member).safeParse(written))
    const read = lists.flatMap(({ data }) => data ?? [])
    return {
      items: read.flatMap(({ items }) => items),
      unread: read.reduce((sum, { unread }) => sum + unread, lists.length - read.length),
    }
  }),
})
