import type { Temporal } from 'temporal-polyfill'
import type { WorkingDays } from '../working-days.ts'
import type { ReviewPolicy } from './review-policy.ts'

/** The day for which reviews are worked out, with what every rule needs. */
export type ReviewDay = { today: Temporal.PlainDate; policy: ReviewPolicy; workingDays: WorkingDays }
