import { type Fact, known, notKnown } from '../../domain/allocation/fact.ts'
import type { Crn, StaffCode } from '../../domain/ids.ts'
import type { Asking, StaffMember } from './asking.ts'
import { path } from './service-path.ts'
import { CaseRestrictions, ManagedPerson, StaffRestrictions } from './wire/allocations.ts'
import { LimitedAccess, type ListedUser } from './wire/delius.ts'

type MayOne = Fact<'allowed' | 'not-allowed'>

/** Who may see a case: whether the one who asks may, and, where they may, each of the others. */
export type CaseAccess =
  | { sight: 'open'; limitedAccess: boolean; others: ReadonlyMap<StaffCode, MayOne> }
  | { sight: 'restricted' }
  | { sight: 'unknown'; why: 'no-such-case' | 'not-answered' }

/**
 * Whether the one who asks may see a case, and each of `others`. It is asked before anything else, and whatever goes wrong
 * closes the case. Somebody who is not on the staff list counts as excluded.
 */
export async function accessTo(asking: Asking, crn: Crn, others: readonly StaffCode[]): Promise<CaseAccess> {
  const lists = await asking.sooner.read('delius', {
    at: path`/person/${crn}/limited-access/all`,
    reads: LimitedAccess,
  })
  // Lists that are those of another case say nothing of this one.
  const isOfAnother = lists.status === 'ok' && lists.body.crn != null && lists.body.crn !== crn
  if (lists.status === 'ok' && !isOfAnother) return byLists(asking, lists.body, others)
  if (lists.status === 'not-found') return whereNoLists(asking, crn)
  return byRestrictions(asking, crn, others)
}

async function byLists(asking: Asking, lists: LimitedAccess, others: readonly StaffCode[]): Promise<CaseAccess> {
  const codes = [asking.by.staffCode, ...others]
  const people = await Promise.all(codes.map((code) => asking.personOf(code)))
  const [mine = 'not-allowed', ...theirs] = people.map((person) => mayByLists(lists, person))
  if (mine === 'cannot-tell') return { sight: 'unknown', why: 'not-answered' }
  if (mine === 'not-allowed') return { sight: 'restricted' }
  return {
    sight: 'open',
    limitedAccess: lists.excludedFrom.length > 0 || lists.restrictedTo.length > 0,
    others: new Map(
      others.map((code, at): [StaffCode, MayOne] => {
        const may = theirs[at] ?? 'not-allowed'
        return [code, may === 'cannot-tell' ? notKnown('delius', 'none') : known(may, 'delius')]
      }),
    ),
  }
}

/** An entry may give a user name or a staff code only. One that could be this person, or not, leaves it open. */
function mayByLists(
  { excludedFrom, restrictedTo }: LimitedAccess,
  person: StaffMember | undefined,
): 'allowed' | 'not-allowed' | 'cannot-tell' {
  if (person === undefined) return 'not-allowed'
  const excluded = excludedFrom.map((user) => isThem(user, person))
  if (excluded.includes('yes')) return 'not-allowed'
  if (restrictedTo.length > 0 && !restrictedTo.some((user) => isThem(user, person) === 'yes')) return 'not-allowed'
  return excluded.includes('cannot-tell') ? 'cannot-tell' : 'allowed'
}

function isThem(user: ListedUser, person: StaffMember): 'yes' | 'no' | 'cannot-tell' {
  const username = person.username?.toUpperCase()
  if (user.staffCode === person.staffCode || (username !== undefined && user.username === username)) return 'yes'
  return user.staffCode === undefined && username === undefined ? 'cannot-tell' : 'no'
}

/** Delius has no such person. Unless nobody has, that is no sign that everybody may see the case. */
async function whereNoLists(asking: Asking, crn: Crn): Promise<CaseAccess> {
  const person = await asking.read('allocations', { at: path`/allocated/crn/${crn}`, reads: ManagedPerson })
  return person.status === 'not-found' ? { sight: 'unknown', why: 'no-such-case' } : { sight: 'restricted' }
}

/** The second source: it knows staff codes only, and says of each whether they are excluded. */
async function byRestrictions(asking: Asking, crn: Crn, others: readonly StaffCode[]): Promise<CaseAccess> {
  const staffCodes = [...new Set([asking.by.staffCode, ...others])]
  const [staff, ofCase] = await Promise.all([
    asking.read('allocations', {
      at: path`/cases/unallocated/${crn}/restrictions`,
      body: { staffCodes },
      reads: StaffRestrictions,
    }),
    asking.sooner.read('allocations', { at: path`/cases/${crn}/restrictions`, reads: CaseRestrictions }),
  ])
  if (staff.status !== 'ok') return { sight: 'unknown', why: 'not-answered' }
  if (ofCase.status === 'ok' && ofCase.body.isRedacted) return { sight: 'restricted' }
  const isExcluded = new Map<StaffCode, boolean>()
  for (const { staffCode, isExcluded: is } of staff.body.staffRestrictions)
    isExcluded.set(staffCode, is || (isExcluded.get(staffCode) ?? false))
  const mine = isExcluded.get(asking.by.staffCode)
  if (mine === undefined) return { sight: 'unknown', why: 'not-answered' }
  if (mine) return { sight: 'restricted' }
  return {
    sight: 'open',
    // Where it does not say, the case is treated as one that some may not see.
    limitedAccess: ofCase.status !== 'ok' || ofCase.body.isRestricted || [...isExcluded.values()].includes(true),
    others: new Map(
      others.map((code): [StaffCode, MayOne] => {
        const is = isExcluded.get(code)
        if (is === undefined) return [code, notKnown('allocations', 'not-answered')]
        return [code, known(is ? 'not-allowed' : 'allowed', 'allocations')]
      }),
    ),
  }
}
