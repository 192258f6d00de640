import type { SupervisionDraft } from '../../domain/draft.ts'
import { casesIn, withoutCasesIn } from '../../domain/hidden-cases.ts'
import type { Desk, Turn } from '../turn.ts'
import { hiddenAmong, hiddenFrom } from './session-shown.ts'

/** A draft without the cases that its writer may not see. `kept` are the answers that hold one: a form does not send them back. */
export type ShownDraft = { draft: SupervisionDraft; kept: readonly string[] }

/**
 * A draft as it is shown to whoever writes it: what may be seen is asked anew each time, because a case can become one of limited
 * access while it is open. `not to correct`: it corrects a session, and one of the two names a case they may not see.
 */
export async function draftShown(
  draft: SupervisionDraft,
  { person }: Pick<Turn, 'person'>,
  desk: Pick<Desk, 'cases' | 'supervisions'>,
): Promise<ShownDraft | 'not to correct'> {
  const me = person.staffCode
  const named = [...new Set([...draft.crns, ...casesIn(Object.values(draft.answers).join('\n'))])]
  const hidden = await hiddenAmong(named, me, true, desk)
  if (draft.corrects !== undefined) {
    const corrected = await desk.supervisions.byId(draft.corrects)
    const isHidden =
      hidden.length > 0 || (corrected !== undefined && (await hiddenFrom(corrected, me, desk)).length > 0)
    return isHidden ? 'not to correct' : { draft, kept: [] }
  }
  const kept = Object.entries(draft.answers).flatMap(([id, words]) =>
    casesIn(words).some((crn) => hidden.includes(crn)) ? [id] : [],
  )
  return { draft: withoutCasesIn(draft, hidden), kept }
}
