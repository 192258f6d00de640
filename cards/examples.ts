import { actionExamples } from './action-examples.ts'
import { awayExamples } from './away-examples.ts'
import { bookingExamples } from './booking-examples.ts'
import type { CardMessage } from './card.ts'
import { drawExamples } from './draw-examples.ts'
import { dueExamples } from './due-examples.ts'
import { endingExamples } from './ending-examples.ts'
import { formExamples } from './form-examples.ts'
import { kindExamples } from './kind-examples.ts'
import { listExamples } from './list-examples.ts'
import { mineExamples } from './mine-examples.ts'
import { sessionExamples } from './session-examples.ts'
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
  ...waitingExamples,
  ...bookingExamples,
  ...drawExamples,
  ...dueExamples,
  ...mineExamples,
]
