import { z } from 'zod'
import { Day, field, list, maybe, Words } from './as-written.ts'

/** `GET /risks/crn/{crn}/widget` of the risk and needs service. */
export const RiskWidget = z.object({ overallRisk: field(Words), assessedOn: maybe(Day) })

/** `GET /assessments/crn/{crn}/sexually-motivated-offence`. */
export const SexuallyMotivated = z.object({ everCommittedSexualOffence: field(z.boolean()) })

/** `GET /assessments/timeline/crn/{crn}`. */
export const AssessmentTimeline = z.object({
  timeline: list(
    z
      .object({ status: Words, completedDate: field(Day), completed: field(Day) })
      .transform(({ status, completedDate, completed }) => ({
        status: status.toUpperCase(),
        completedOn: completedDate === 'missing' ? completed : completedDate,
      })),
  ),
})
