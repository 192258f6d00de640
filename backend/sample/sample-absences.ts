import type { Temporal } from 'temporal-polyfill'
import { AbsenceId, CoverId, StaffCode } from '../../domain/ids.ts'
import { daysFrom } from './sample-days.ts'
import { guidOf } from './sample-guid.ts'

/** A stretch of days on which somebody is away from work, first and last day included. */
export type SampleAbsence = {
  id: AbsenceId
  staffCode: StaffCode
  from: Temporal.PlainDate
  to: Temporal.PlainDate
  reason: 'leave' | 'sick'
}

/** Who is away, and from when to when counted from today. */
const absences = [
  // Away today, back within the week.
  { code: 'N03A030', from: '-P2D', to: 'P3D', reason: 'sick' },
  // Away today and for weeks to come; the last two also for all of last month and this one.
  { code: 'N03A012', from: '-P20D', to: 'P30D', reason: 'sick' },
  { code: 'N03B012', from: '-P75D', to: 'P60D', reason: 'leave' },
  { code: 'N03B024', from: '-P95D', to: 'P45D', reason: 'sick' },
  // Away soon, and away later.
  { code: 'N03A010', from: 'P7D', to: 'P21D', reason: 'leave' },
  { code: 'N03A002', from: 'P30D', to: 'P37D', reason: 'leave' },
  { code: 'N03B022', from: 'P45D', to: 'P59D', reason: 'leave' },
  // Back again.
  { code: 'N03A021', from: '-P60D', to: '-P46D', reason: 'leave' },
  { code: 'N03B005', from: '-P40D', to: '-P5D', reason: 'sick' },
  { code: 'N03A003', from: '-P8M', to: '-P6M', reason: 'sick' },
] as const

/** The absences of the sample world around `today` (local): past, now and to come, short and long. */
export function sampleAbsences(today: Temporal.PlainDate): SampleAbsence[] {
  const on = daysFrom(today)
  return absences.map(({ code, from, to, reason }) => ({
    id: AbsenceId.parse(guidOf('absence', code)),
    staffCode: StaffCode.parse(code),
    from: on(from),
    to: on(to),
    reason,
  }))
}

/** Days on which somebody stands in for a line manager, first and last day included. */
export type SampleCover = {
  id: CoverId
  manager: StaffCode
  by: StaffCode
  from: Temporal.PlainDate
  to: Temporal.PlainDate
}

/** The covers of the sample world around `today` (local): one in force, between two teams of one PDU. */
export function sampleCovers(today: Temporal.PlainDate): SampleCover[] {
  const on = daysFrom(today)
  return [
    {
      id: CoverId.parse(guidOf('cover', 'N03B001')),
      manager: StaffCode.parse('N03B001'),
      by: StaffCode.parse('N03B020'),
      from: on('-P1D'),
      to: on('P12D'),
    },
  ]
}
