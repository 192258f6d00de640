import { defaultSupervisionPolicy as policy } from '../../config/kinds.ts'
import { emptyDraft, fillDraft, type Said } from '../../domain/draft.ts'
import { DraftId } from '../../domain/ids.ts'
import { day } from './days.ts'
import { aisha, priya } from './people.ts'

/** A draft of Priya’s on Sunday 22 November 2026, for the rules of drafts. */
export const draftDay = day('2026-11-22')
export const emptyOne = emptyDraft(DraftId.parse('00000000-0000-4000-8000-000000000001'), priya.staffCode)
export const fill = (said: Said, from = emptyOne) => fillDraft(from, said, policy, draftDay)

/** All that a reflective session with Aisha needs. */
export const reflective: Said = {
  other: aisha.staffCode,
  kinds: ['reflective'],
  heldOn: '2026-11-20',
  minutes: 45,
  answers: { theme: 'Boundaries', learned: 'Ask sooner', change: 'A plan for each visit' },
}
