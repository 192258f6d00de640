import { Temporal } from 'temporal-polyfill'
import type { StaffCode } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import type { SampleCase } from './sample-case.ts'
import { daysFrom } from './sample-days.ts'
import { readTable } from './sample-table.ts'

/** How busy a practitioner is, as the workload service says it. */
export type SampleWorkload = {
  staffCode: StaffCode
  teamCode: string
  /** Workload now, in percent of capacity; absent when the service does not say, 0 when it has no data. */
  percent?: number
  /** The same with one more case of middling weight. */
  potentialPercent?: number
  /** Cases received in the last 7 days, today included. */
  casesPastWeek: number
  /** Contracted hours a week, and how many of them are taken off for training, sickness and the like. */
  weeklyHours: number
  reductionHours: number
}

const table = readTable(
  ['code', 'now', 'potential'],
  `
  code     now    potential
  N03A002  96     99.5
  N03A003  97.2   100
  N03A004  84     91
  N03A005  94     98.4
  N03A006  101.3  104.8
  N03A007  104.5  110
  N03A008  88     91.5
  N03A009  107    110.4
  N03A010  .      .
  N03A011  98     104
  N03A012  112    116
  N03A021  118    121.5
  N03A022  99     102.5
  N03A023  105    108.6
  N03A024  93     100
  N03A025  95     100.6
  N03A026  90     93.5
  N03A027  79     82.5
  N03A028  126    129.5
  N03A029  132    140
  N03A030  0      0
  N03A031  61     64.5
  N03A032  97     104
  N03B002  103    106.5
  N03B003  92     95.5
  N03B004  97     101
  N03B005  87     90.4
  N03B006  74     77.5
  N03B007  88     95
  N03B009  146    149.5
  N03B010  41     44.5
  N03B012  98     103
  N03B021  108    111.5
  N03B022  95     101
  N03B023  97     104
  N03B024  115    118.5
  N03B025  102    106
  N03B026  100.2  103.7
  N03B027  36     43
  N03B028  171    174.5
  N03B029  58     61.5
  N03B030  201    204.5
  N03B031  90     99
  `,
)

/** The workload of the practitioners the service knows: those in post. Hours are 37 a week for full time. */
export function sampleWorkload(
  people: readonly Person[],
  cases: readonly SampleCase[],
  today: Temporal.PlainDate,
): SampleWorkload[] {
  const on = daysFrom(today)
  const weekAgo = on('-P7D')
  const received = new Map<string, number>()
  for (const { managerStaffCode, allocatedOn } of cases) {
    if (managerStaffCode === undefined || allocatedOn === undefined) continue
    if (Temporal.PlainDate.compare(allocatedOn, weekAgo) <= 0) continue
    received.set(managerStaffCode, (received.get(managerStaffCode) ?? 0) + 1)
  }
  return table.flatMap((row) => {
    const person = people.find((candidate) => candidate.staffCode === row.code)
    if (person?.teamCode === undefined) return []
    const weeklyHours = toTenths(37 * (person.fte ?? 1))
    return {
      staffCode: person.staffCode,
      teamCode: person.teamCode,
      ...(row.now === undefined ? {} : { percent: Number(row.now) }),
      ...(row.potential === undefined ? {} : { potentialPercent: Number(row.potential) }),
      casesPastWeek: received.get(person.staffCode) ?? 0,
      weeklyHours,
      reductionHours: toTenths(weeklyHours * reductionOf(person, on('-P9M').toString())),
    }
  })
}

/** The share of hours taken off for a trainee, or for an officer who qualified after this day. */
function reductionOf(person: Person, newlyQualifiedAfter: string): number {
  if (person.grade === 'PQiP') return 0.6
  return (person.qualifiedOn ?? '') > newlyQualifiedAfter ? 0.2 : 0
}

function toTenths(hours: number): number {
  return Math.round(hours * 10) / 10
}
