import { type CaseGiven, givenCaseCard } from '../../cards/allocation/given-case-card.ts'
import { settledCard } from '../../cards/allocation/settled-card.ts'
import type { Allocation } from '../../domain/allocation/allocation.ts'
import { AllocationId, type StaffCode } from '../../domain/ids.ts'
import { movedOn, type Tell, type TellingDesk } from '../telling.ts'

/**
 * A case was given to them. Of one with limited access they hear its number alone; of one they may not see, not even that.
 * While it cannot be found out whether they may see it, they hear once that a case was given, and the rest when it can.
 */
export const tellOfAllocation: Tell = async (notice, person, desk) => {
  const allocation = await desk.allocations.byId(AllocationId.parse(notice.about))
  if (allocation === undefined || allocation.to !== person.staffCode) return undefined
  const [given, giver, shown] = await Promise.all([
    givenTo(allocation, person.staffCode, desk),
    desk.staff.byStaffCode(allocation.decidedBy),
    desk.shownCards.of(allocation.id, person.staffCode),
  ])
  const isUnchecked = given.sight === 'unchecked'
  if (isUnchecked && shown.length > 0) return undefined
  return {
    message: givenCaseCard({
      given,
      givenBy: giver?.name ?? allocation.decidedBy,
      submitted: allocation.submission === 'submitted',
    }),
    shows: allocation.id,
    changed: movedOn,
    ...(isUnchecked ? { unfinished: true } : {}),
  }
}

/** What became of handing in an allocation that they decided. Of a case they may not see any more they hear nothing. */
export const tellOfSettled: Tell = async (notice, person, desk) => {
  const allocation = await desk.allocations.byId(AllocationId.parse(notice.about))
  if (allocation === undefined || allocation.decidedBy !== person.staffCode) return undefined
  const [to, [view]] = await Promise.all([
    desk.staff.byStaffCode(allocation.to),
    desk.cases.views([allocation.crn], { staffCode: person.staffCode }),
  ])
  // It comes again, and is told when it can be found out whether they may see the case.
  if (view === undefined || view.sight === 'unknown') return undefined
  const limited = allocation.limitedAccess || (view.sight === 'open' && view.limitedAccess)
  return {
    message: settledCard({
      sight: view.sight === 'restricted' ? 'restricted' : limited ? 'limited' : 'open',
      allocation,
      to: to?.name ?? allocation.to,
    }),
  }
}

/** The case as whoever was given it may see it now. */
async function givenTo(allocation: Allocation, to: StaffCode, desk: Pick<TellingDesk, 'cases'>): Promise<CaseGiven> {
  const { crn, decidedAt, touchPointOn } = allocation
  const [view] = await desk.cases.views([crn], { staffCode: to })
  if (view?.sight === 'restricted') return { sight: 'restricted' }
  if (view?.sight !== 'open') return { sight: 'unchecked' }
  if (allocation.limitedAccess || view.limitedAccess) return { sight: 'limited', crn }
  return {
    sight: 'open',
    crn,
    ...(view.name === undefined ? {} : { name: view.name }),
    decidedAt,
    touchPointOn,
  }
}
