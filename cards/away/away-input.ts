import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type AbsenceReason, absenceReasons } from '../../domain/absence.ts'
import { StaffCode } from '../../domain/ids.ts'
import { Day, inputReader } from '../read-input.ts'

/** What the forms of time away and of cover say. */
export type AwayForm = {
  from?: Temporal.PlainDate
  to?: Temporal.PlainDate
  reason?: AbsenceReason
  /** Who covers. */
  by?: StaffCode
}

/** What the inputs say; `by` is the input that names who covers. An empty one says nothing, one that cannot be read is a problem. */
export function readAwayForm(
  data: Record<string, unknown>,
  by: 'by' | 'cover',
): { said: AwayForm; problems: string[] } {
  const problems: string[] = []
  const read = inputReader(data, (_id, says) => problems.push(says))
  const from = read('from', Day, 'I could not read the first day. Please choose it again.')
  const to = read('to', Day, 'I could not read the last day. Please choose it again.')
  const reason = read('reason', z.enum(absenceReasons), 'I could not read the reason. Please choose it again.')
  const person = read(by, StaffCode, 'I could not read who covers. Please choose the person again.')
  return {
    said: {
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(reason === undefined ? {} : { reason }),
      ...(person === undefined ? {} : { by: person }),
    },
    problems,
  }
}
