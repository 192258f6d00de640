import { Temporal } from 'temporal-polyfill'
import type { AllocationPolicy } from '../../domain/allocation/allocation-policy.ts'
import type { PractitionerAnswer, PractitionerFacts } from '../../domain/allocation/practitioner-facts.ts'
import { practitionerFactsOf } from '../../domain/allocation/practitioner-facts-of.ts'
import type { Crn, StaffCode } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import { nthWorkingDayAfter, type WorkingDays } from '../../domain/working-days.ts'
import type { Desk, Turn } from '../turn.ts'

/** How far back the last supervision is looked for at least: its day is shown also where no rule asks so far back. */
const monthsBack = 12

/** What is kept here of these people to weigh them for a case, read at once: gives a person's facts for what the case services say of them. */
export async function ownFacts(
  crn: Crn,
  people: readonly Person[],
  { today }: Turn,
  desk: Pick<Desk, 'allocations' | 'absences' | 'heldSessions' | 'staff' | 'allocationPolicy' | 'workingDays'>,
) {
  const codes = people.map(({ staffCode }) => staffCode)
  const managers = [...new Set(people.flatMap(({ managerStaffCode }) => managerStaffCode ?? []))]
  const named = [...new Set([...managers, ...people.flatMap(({ mentorStaffCode }) => mentorStaffCode ?? [])])]
  const { from, to } = horizonOf(desk.allocationPolicy, today, desk.workingDays)
  const figureSince = today.subtract({ days: desk.allocationPolicy.rules['facts-age'].workloadDays })
  const [absences, sessions, listed, reports, given] = await Promise.all([
    desk.absences.of(codes, today, to),
    desk.heldSessions.of(codes, from, today),
    desk.staff.byStaffCodes(named),
    Promise.all(managers.map(async (code) => [code, await desk.staff.managedBy(code)] as const)),
    desk.allocations.givenSince(codes, figureSince.toZonedDateTime('Europe/London').toInstant()),
  ])
  const find = (code: StaffCode | undefined) => listed.find(({ staffCode }) => staffCode === code)
  const reportsOf = new Map(reports)
  const lastHeld = new Map<StaffCode, string>()
  for (const { practitioner, heldOn, counts } of sessions) {
    if (counts && heldOn > (lastHeld.get(practitioner) ?? '')) lastHeld.set(practitioner, heldOn)
  }
  return (person: Person, answer: PractitionerAnswer): PractitionerFacts => {
    const last = lastHeld.get(person.staffCode)
    const { managerStaffCode } = person
    return practitionerFactsOf(
      {
        person,
        mentor: find(person.mentorStaffCode),
        manager: find(managerStaffCode),
        reports: managerStaffCode === undefined ? [] : (reportsOf.get(managerStaffCode) ?? []),
        answer,
        absences: absences.filter((absence) => absence.person === person.staffCode),
        givenOn: given
          .filter((one) => one.to === person.staffCode && one.crn !== crn)
          .map(({ decidedAt }) => decidedAt.toZonedDateTimeISO('Europe/London').toPlainDate()),
        lastSupervisedOn: last === undefined ? 'none' : Temporal.PlainDate.from(last),
      },
      today,
    )
  }
}

/** The days in which something may be that a rule asks about. */
function horizonOf({ rules }: AllocationPolicy, today: Temporal.PlainDate, workingDays: WorkingDays) {
  const { moreThanDays, withinDays } = rules.availability
  const year = today.subtract({ months: monthsBack })
  const asked = today.subtract({ days: rules['supervised-lately'].days })
  return {
    from: Temporal.PlainDate.compare(asked, year) < 0 ? asked : year,
    to: nthWorkingDayAfter(Math.max(moreThanDays + 1, withinDays), today, workingDays),
  }
}
