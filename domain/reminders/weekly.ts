import type { StaffCode } from '../ids.ts'
import { overdueOf } from './overdue.ts'
import type { ReminderFacts } from './reminder-facts.ts'
import type { ReminderRound } from './reminder-round.ts'

/** How much has long been overdue among the staff of one line manager, or of those without one. Numbers only. */
export type WeeklyLine = { manager?: StaffCode; people: number; things: number; longestWorkingDays: number }

/** What a head of PDU is told once a week. */
export type Weekly = { lines: WeeklyLine[]; things: number }

/**
 * What has been overdue in a PDU for as many working days as the policy says, or more, counted by line manager: most things
 * first. `facts` are those of everybody in the PDU.
 */
export function weeklyOf(facts: readonly ReminderFacts[], round: ReminderRound): Weekly {
  const lines = new Map<StaffCode | undefined, WeeklyLine>()
  for (const one of facts) {
    const rows = overdueOf(one, round.policy.weekly.workingDaysOverdue, round)
    if (rows.length === 0) continue
    const manager = one.person.managerStaffCode
    const line = lines.get(manager) ?? { ...(manager && { manager }), people: 0, things: 0, longestWorkingDays: 0 }
    lines.set(manager, {
      ...line,
      people: line.people + 1,
      things: line.things + rows.length,
      longestWorkingDays: Math.max(line.longestWorkingDays, rows[0]?.workingDays ?? 0),
    })
  }
  const sorted = [...lines.values()].sort(
    (one, other) => other.things - one.things || ((one.manager ?? '') < (other.manager ?? '') ? -1 : 1),
  )
  return { lines: sorted, things: sorted.reduce((sum, { things }) => sum + things, 0) }
}
