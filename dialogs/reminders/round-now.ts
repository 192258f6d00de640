import type { Temporal } from 'temporal-polyfill'
import type { StaffCode } from '../../domain/ids.ts'
import { localDay } from '../../domain/reminders/local-moment.ts'
import { type ReminderRound, type ReminderRules, reminderRound } from '../../domain/reminders/reminder-round.ts'
import type { Person } from '../../domain/staff.ts'
import type { Desk } from '../turn.ts'

type RoundDesk = Pick<Desk, 'staff' | 'absences' | 'reminderPreferences' | 'reminderPolicy' | 'policy' | 'workingDays'>

/** So many days ahead absences and covers are looked at. */
const daysAhead = 120

/** The rules of reminders as they are set. */
export function reminderRules({ reminderPolicy, policy, workingDays }: RoundDesk): ReminderRules {
  return { policy: reminderPolicy, supervision: policy, workingDays }
}

/** The round of now for a few people: with their line managers, and whoever covers for these. */
export async function roundNow(
  people: readonly Person[],
  now: Temporal.Instant,
  desk: RoundDesk,
): Promise<ReminderRound> {
  const today = localDay(now)
  const ahead = today.add({ days: daysAhead })
  const covers = await desk.absences.coversIn(today, ahead)
  const managers = new Set<StaffCode>(
    people.flatMap(({ staffCode, managerStaffCode }) => [staffCode, ...(managerStaffCode ? [managerStaffCode] : [])]),
  )
  const coverers = covers.filter(({ manager }) => managers.has(manager)).map(({ by }) => by)
  const codes = [...new Set([...managers, ...coverers])]
  const [known, absences, preferences] = await Promise.all([
    desk.staff.byStaffCodes(codes),
    desk.absences.of(codes, today, ahead),
    desk.reminderPreferences.ofThese(codes),
  ])
  return reminderRound(
    now,
    { people: new Map(known.map((person) => [person.staffCode, person])), absences, covers, preferences },
    reminderRules(desk),
  )
}
