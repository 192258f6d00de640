import { z } from 'zod'
import { DraftId, SessionId, StaffCode } from '../domain/ids.ts'

/**
 * All that a button can say: a verb and ids. What the ids stand for is read again from the records for every press, and
 * whether the presser may do it is decided then. What somebody typed into the card's inputs comes beside it.
 */
export const Suggestion = z.enum(['log', 'my-record', 'waiting', 'help'])
export type Suggestion = z.infer<typeof Suggestion>

export const CardAction = z.discriminatedUnion('verb', [
  /** Record what the form or the review shows. */
  z.object({ verb: z.literal('supervision.save'), draft: DraftId }),
  /** Show the form again, to change something. */
  z.object({ verb: z.literal('supervision.edit'), draft: DraftId }),
  z.object({ verb: z.literal('supervision.cancel'), draft: DraftId }),
  /** Take up a draft that was left. */
  z.object({ verb: z.literal('supervision.resume'), draft: DraftId }),
  /** Say which of several people of the same name was meant. */
  z.object({ verb: z.literal('supervision.choose-person'), draft: DraftId, person: StaffCode }),
  z.object({ verb: z.literal('session.agree'), session: SessionId }),
  z.object({ verb: z.literal('session.comment'), session: SessionId }),
  z.object({ verb: z.literal('session.ask-change'), session: SessionId }),
  z.object({ verb: z.literal('session.show'), session: SessionId }),
  /** Begin a correction of a session, as a new draft. */
  z.object({ verb: z.literal('session.correct'), session: SessionId }),
  z.object({ verb: z.literal('record.show'), person: StaffCode }),
  z.object({ verb: z.literal('suggestion.try'), what: Suggestion }),
])
export type CardAction = z.infer<typeof CardAction>
