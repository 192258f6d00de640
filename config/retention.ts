import type { RetentionPolicy } from '../domain/retention.ts'

/** How long things are kept by default. Unconfirmed: whoever runs the product checks it with their records policy. */
export const defaultRetentionPolicy: RetentionPolicy = {
  sessionYears: 6,
  draftDays: 90,
  handledDays: 90,
  viewMonths: 12,
}
