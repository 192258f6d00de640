import type { Allocation } from '../domain/allocation/allocation.ts'
import type { AllocationTables } from './allocation-tables.ts'
import { dayFrom, instantFrom, instantText } from './instant-text.ts'

type Row = AllocationTables['allocation']

/** The row of an allocation that is the so manieth of its case. */
export function rowOf(allocation: Allocation, number: number): Row {
  return {
    id: allocation.id,
    crn: allocation.crn,
    number,
    event_number: allocation.eventNumber ?? null,
    to_code: allocation.to,
    team_code: allocation.teamCode ?? null,
    previous: allocation.previous ?? null,
    decided_by: allocation.decidedBy,
    decided_at: instantText(allocation.decidedAt),
    outcome: allocation.outcome,
    answer: allocation.answer,
    policy_version: allocation.policyVersion,
    reasoning: allocation.reasoning ?? null,
    entry: allocation.entry,
    sensitive: allocation.sensitive ?? null,
    agreed_by: allocation.agreedBy ?? null,
    override: allocation.override ? 1 : 0,
    touch_point_on: allocation.touchPointOn.toString(),
    submission: allocation.submission,
    limited_access: allocation.limitedAccess ? 1 : 0,
  }
}

export function allocationOf(row: Row): Allocation {
  return {
    id: row.id,
    crn: row.crn,
    ...(row.event_number === null ? {} : { eventNumber: row.event_number }),
    to: row.to_code,
    ...(row.team_code === null ? {} : { teamCode: row.team_code }),
    ...(row.previous === null ? {} : { previous: row.previous }),
    decidedBy: row.decided_by,
    decidedAt: instantFrom(row.decided_at),
    outcome: row.outcome,
    answer: row.answer,
    policyVersion: row.policy_version,
    ...(row.reasoning === null ? {} : { reasoning: row.reasoning }),
    entry: row.entry,
    ...(row.sensitive === null ? {} : { sensitive: row.sensitive }),
    ...(row.agreed_by === null ? {} : { agreedBy: row.agreed_by }),
    override: row.override === 1,
    touchPointOn: dayFrom(row.touch_point_on),
    submission: row.submission,
    limitedAccess: row.limited_access === 1,
  }
}
