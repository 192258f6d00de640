import type { ReviewPolicy } from '../domain/reviews/review-policy.ts'

const practice = {
  authority: 'Probation practice as described in public; the number has no public source',
  confirmed: false,
}

/**
 * The default policy of overdue reviews. `confirmed` is true only where the case services give the day themselves. Every
 * other number is an assumption of this product until whoever runs it has confirmed it.
 */
export const defaultReviewPolicy: ReviewPolicy = {
  dueSoonDays: 14,
  significantEventCodes: [],
  rules: {
    oasys: { ...practice, months: 12, eventWorkingDays: 10 },
    isp: { ...practice, workingDays: 15 },
    register: { authority: 'The next review date of the register entry', confirmed: true },
    enforcement: {
      authority: 'The service for contacts shows two failures in twelve months as breach; the days are practice',
      confirmed: false,
      withinMonths: 12,
      evidenceDays: 7,
      packWorkingDays: 10,
    },
    'unpaid-work': { ...practice, firstSessionWorkingDays: 20, completedMonths: 12 },
    safeguarding: {
      authority: 'HMIP expects these enquiries; the days are practice',
      confirmed: false,
      unansweredWorkingDays: 10,
      notAskedWorkingDays: 5,
    },
    'touch-point': {
      authority: 'Recommended after a review of a serious further offence; the days are practice',
      confirmed: false,
      days: 15,
      lookBackDays: 90,
    },
  },
  callsPerSecond: 20,
}
