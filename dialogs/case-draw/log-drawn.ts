import { beginDraft, formReply, showDraft } from '../session/log-supervision.ts'
import { type Desk, type Reply, refuse, type Turn } from '../turn.ts'
import { type Drawn, drawReply, mayPrepareFor, sightOf } from './show-draw.ts'

/** Begins to log the session that a case was drawn for, or goes on with it where that was begun. */
export async function logDrawn({ draw, subject }: Drawn, turn: Turn, desk: Desk): Promise<Reply> {
  if (!mayPrepareFor(subject, draw.kind, turn, desk)) {
    return refuse(turn, 'draw', 'Only who may draw the case can log the session about it. Nothing was recorded.')
  }
  if ((await sightOf(draw.crn, turn, desk)) !== 'open') return drawReply({ draw, subject }, {}, turn, desk)
  const begun = (await desk.drafts.openOf(turn.person.staffCode)).find(
    (draft) => draft.other === subject.staffCode && draft.kinds.includes(draw.kind) && draft.crns.includes(draw.crn),
  )
  if (begun !== undefined) return showDraft(begun.id, turn, desk)
  const said = { other: subject.staffCode, kinds: [draw.kind], crns: [draw.crn] }
  return formReply(await beginDraft(said, turn, desk), turn, desk)
}
