import type { CardMessage } from './card.ts'
import { formExamples } from './form-examples.ts'
import { listExamples } from './list-examples.ts'
import { sessionExamples } from './session-examples.ts'

/** Every card with its example values: what the gallery shows and the tests check. Each name is a file name. */
export const cardExamples: { name: string; message: CardMessage }[] = [
  ...formExamples,
  ...sessionExamples,
  ...listExamples,
]
