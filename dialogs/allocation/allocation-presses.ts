import { type Presses, refuse } from '../turn.ts'
import { explainPressed, showRanked } from './explain-decision.ts'
import { find } from './find-practitioner.ts'
import { mayNotWeigh } from './who-and-which.ts'

/** The buttons of allocation checks. */
export const allocationPresses: Presses<
  'allocation.find' | 'allocation.ranked' | 'allocation.details' | 'allocation.change' | 'allocation.authority'
> = {
  'allocation.find': async ({ crn }, _data, turn, desk) => mayNotWeigh(turn) ?? find([crn], [], turn, desk),
  'allocation.ranked': async ({ answer: id, page }, _data, turn, desk) => {
    const refused = mayNotWeigh(turn)
    if (refused !== undefined) return refused
    const answer = await desk.allocationAnswers.byId(id)
    return answer?.askedBy === turn.person.staffCode
      ? showRanked(answer, Number(page), turn, desk)
      : refuse(turn, 'allocation', 'I cannot find that list among those you asked for. Nothing was changed.', {
          thing: id,
        })
  },
  'allocation.details': explainPressed('reasons'),
  'allocation.change': explainPressed('change'),
  'allocation.authority': explainPressed('authority'),
}
