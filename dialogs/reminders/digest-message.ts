import type { Temporal } from 'temporal-polyfill'
import { digestCard, digestShown } from '../../cards/reminders/digest-card.ts'
import { weeklyCard } from '../../cards/reminders/weekly-card.ts'
import type { AuditNote } from '../../domain/audit.ts'
import type { StaffCode } from '../../domain/ids.ts'
import type { Message } from '../../domain/ports.ts'
import { type DeliveryReport, deliveryReportOf } from '../../domain/reminders/delivery-report.ts'
import { digestOf, type Unreachable } from '../../domain/reminders/digest.ts'
import type { OutcomeCount } from '../../domain/reminders/outbox.ts'
import type { ReminderFacts } from '../../domain/reminders/reminder-facts.ts'
import type { ReminderRound } from '../../domain/reminders/reminder-round.ts'
import { weeklyOf } from '../../domain/reminders/weekly.ts'
import type { Person } from '../../domain/staff.ts'
import type { TellingDesk } from '../telling.ts'
import { withoutHiddenCases } from './without-hidden-cases.ts'

/** A message with what the audit trail keeps of somebody having been shown it. */
export type Shown = { message: Message; notes: AuditNote[] }

/** How far back the delivery report looks, in days. */
export const reportDays = 30
const rowsAtOnce = 1000
/** So many of the last entries of one person say whether they can be reached. */
const lastLooked = 50

/**
 * What is overdue among the staff of some managers, for one reader; undefined when nothing is. `facts` are those of all
 * their staff. Reviews of cases that the reader may not see, or of which that could not be found out, are left out.
 */
export async function digestMessage(
  to: Person,
  managers: readonly StaffCode[],
  facts: readonly ReminderFacts[],
  round: ReminderRound,
  page: number,
  desk: TellingDesk,
): Promise<Shown | undefined> {
  const seen = await withoutHiddenCases(to, facts, desk)
  const unreachable = await unreachableOf(facts, desk)
  const digest = digestOf(to.staffCode, managers, seen, unreachable, round)
  if (digest.things === 0) return undefined
  const inDigest = digest.teams.flatMap(({ people }) => people.map(({ person }) => person.staffCode))
  const standings = seen
    .filter(({ person }) => inDigest.includes(person.staffCode))
    .map((one) => ({ person: one.person, standings: [...round.standingsOf(one)] }))
    .filter((one) => one.standings.length > 0)
  const named = [...managers, ...digest.unreachable.map(({ person }) => person)]
  const view = { digest, standings, names: await namesOf(named, desk), today: round.today, policy: desk.policy, page }
  return {
    message: digestCard(view),
    notes: digestShown(view).map(({ person }) => viewed(to, person.staffCode, 'states', round.now)),
  }
}

/**
 * How much has long been overdue in a PDU, for its head; undefined when nothing is. `facts` are those of everybody in it. What
 * belongs to cases that the head may not see is not counted.
 */
export async function weeklyMessage(
  to: Person,
  facts: readonly ReminderFacts[],
  round: ReminderRound,
  desk: TellingDesk,
): Promise<Shown | undefined> {
  const weekly = weeklyOf(await withoutHiddenCases(to, facts, desk), round)
  if (weekly.things === 0) return undefined
  const managers = weekly.lines.flatMap(({ manager }) => manager ?? [])
  return {
    message: weeklyCard({
      weekly,
      names: await namesOf(managers, desk),
      today: round.today,
      workingDays: round.policy.weekly.workingDaysOverdue,
    }),
    notes: managers
      .filter((manager) => manager !== to.staffCode)
      .map((manager) => viewed(to, manager, 'team-counts', round.now)),
  }
}

/** Whom of some people no message reaches: read of each, because a look at everybody would take long for every digest. */
async function unreachableOf(
  facts: readonly ReminderFacts[],
  { outbox }: Pick<TellingDesk, 'outbox'>,
): Promise<Unreachable[]> {
  const outcomes: OutcomeCount[] = []
  for (const { person } of facts) {
    for (const { to, state, outcome, touchedAt } of await outbox.ofPerson(person.staffCode, lastLooked)) {
      if (outcome !== undefined) outcomes.push({ to, state, outcome, count: 1, lastAt: touchedAt })
    }
  }
  return deliveryReportOf(outcomes).unreachable
}

/** What became of messages in the last days, of everybody. */
export async function deliveryReport(
  now: Temporal.Instant,
  { outbox }: Pick<TellingDesk, 'outbox'>,
): Promise<DeliveryReport> {
  const since = now.subtract({ hours: 24 * reportDays })
  const outcomes: OutcomeCount[] = []
  for (let last: OutcomeCount | undefined; ; ) {
    const rows = await outbox.report(since, rowsAtOnce, last)
    outcomes.push(...rows)
    last = rows.at(-1)
    if (last === undefined || rows.length < rowsAtOnce) return deliveryReportOf(outcomes)
  }
}

/** Names by code. */
export async function namesOf(
  codes: readonly StaffCode[],
  { staff }: Pick<TellingDesk, 'staff'>,
): Promise<Map<StaffCode, string>> {
  const people = await staff.byStaffCodes([...new Set(codes)])
  return new Map(people.map(({ staffCode, name }) => [staffCode, name]))
}

function viewed(by: Person, subject: StaffCode, detail: string, at: Temporal.Instant): AuditNote {
  return { event: 'record.viewed', at, actor: by.staffCode, subject, detail }
}
