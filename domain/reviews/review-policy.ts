import { z } from 'zod'

const months = z.int().min(1).max(600)
const days = z.int().min(1).max(3660)
const workingDays = z.int().min(1).max(260)

/** What every rule has: who says so, and whether that has been confirmed. */
const saidBy = { authority: z.string().min(1).max(200), confirmed: z.boolean() }

/** The numbers by which reviews of cases fall due, each with its authority. All of it is configuration. */
export const ReviewPolicy = z.strictObject({
  /** A review is due soon from so many days before its last day. */
  dueSoonDays: days,
  /** Codes of contacts that are significant events, beyond SIGEV. */
  significantEventCodes: z.array(z.string().trim().min(1).max(20).toUpperCase()).max(200),
  rules: z.strictObject({
    /** Calendar months after the last completed assessment; working days after a significant event since it. */
    oasys: z.strictObject({ ...saidBy, months, eventWorkingDays: workingDays }),
    /** Working days after sentence or release, where no service gives the day. */
    isp: z.strictObject({ ...saidBy, workingDays }),
    register: z.strictObject(saidBy),
    /** Two failures within so many months: days for the evidence, working days for the breach or recall pack. */
    enforcement: z.strictObject({ ...saidBy, withinMonths: months, evidenceDays: days, packWorkingDays: workingDays }),
    /** Working days after sentence to the first session, months after it to the last. */
    'unpaid-work': z.strictObject({ ...saidBy, firstSessionWorkingDays: workingDays, completedMonths: months }),
    /** Working days after an enquiry was asked; working days after sentence where it was not. */
    safeguarding: z.strictObject({ ...saidBy, unansweredWorkingDays: workingDays, notAskedWorkingDays: workingDays }),
    /** Days after an allocation; and how far back allocations are looked at, in days. */
    'touch-point': z.strictObject({ ...saidBy, days, lookBackDays: days }),
  }),
  /** How often in a second the case services are asked at most while all cases are read at night. */
  callsPerSecond: z.number().min(0.1).max(1000),
})
export type ReviewPolicy = z.infer<typeof ReviewPolicy>
