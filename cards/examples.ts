import { actionExamples } from './action/action-examples.ts'
import { allocationExamples } from './allocation/allocation-examples.ts'
import { caseExamples } from './allocation/case-examples.ts'
import { decisionExamples } from './allocation/decision-examples.ts'
import { weighingExamples } from './allocation/weighing-examples.ts'
import { awayExamples } from './away/away-examples.ts'
import { bookingExamples } from './booking/booking-examples.ts'
import type { CardMessage } from './card.ts'
import { drawExamples } from './case-draw/draw-examples.ts'
import { dueExamples } from './due/due-examples.ts'
import { listExamples } from './list-examples.ts'
import { mineExamples } from './mine/mine-examples.ts'
import { digestExamples } from './reminders/digest-examples.ts'
import { reminderExamples } from './reminders/reminder-examples.ts'
import { reviewsExamples } from './reviews/reviews-examples.ts'
import { endingExamples } from './session/ending-examples.ts'
import { formExamples } from './session/form-examples.ts'
import { kindExamples } from './session/kind-examples.ts'
import { sessionExamples } from './session/session-examples.ts'
import { teamActionExamples } from './team-action/team-action-examples.ts'
import { waitingExamples } from './waiting-examples.ts'

/** Every card with its example values: what the gallery shows and the tests check. Each name is a file name. */
export const cardExamples: { name: string; message: CardMessage }[] = [
  ...formExamples,
  ...sessionExamples,
  ...kindExamples,
  ...endingExamples,
  ...listExamples,
  ...awayExamples,
  ...actionExamples,
  ...teamActionExamples,
  ...waitingExamples,
  ...bookingExamples,
  ...drawExamples,
  ...dueExamples,
  ...reminderExamples,
  ...digestExamples,
  ...mineExamples,
  ...caseExamples,
  ...allocationExamples,
  ...weighingExamples,
  ...decisionExamples,
  ...reviewsExamples,
]
