import { mostOfAReason } from '../../cards/case-draw/draw-card.ts'
import { nothingToDrawCard } from '../../cards/case-draw/draw-fairness-card.ts'
import { type CaseDraw, candidatesIn, type DrawKind, drawnFrom } from '../../domain/case-draw.ts'
import { DrawId } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import { kindOf } from '../../domain/supervision-kind.ts'
import { type Desk, noteOf, type Reply, refuse, type Turn } from '../turn.ts'
import { viewerOf } from '../viewer-of.ts'
import { type Drawn, drawReply, drawsOf, kindWithoutArticle, mayPrepareFor } from './show-draw.ts'

const notAsked =
  'The case services could not be asked, so no case was drawn and nothing was saved. Please try again later.'
const changedMeanwhile = 'A draw was overtaken by others five times in a row.'

/**
 * Draws a case for a person and a kind. While one stands it is shown instead, so that asking twice, or somebody else
 * asking too, draws no second case.
 */
export async function drawFor(subject: Person, kind: DrawKind, turn: Turn, desk: Desk): Promise<Reply> {
  if (!mayPrepareFor(subject, kind, turn, desk)) return mayNotDraw(subject, kind, turn, desk)
  const { standing } = await drawsOf(subject.staffCode, kind, turn, desk)
  if (standing !== undefined) return drawReply({ draw: standing, subject }, {}, turn, desk)
  return makeDraw(subject, kind, undefined, turn, desk)
}

/** Draws once more in place of a draw that stands, for a reason. The first draw is kept, and its case is not drawn again. */
export async function drawAgain(
  { draw, subject }: Drawn,
  words: string | undefined,
  turn: Turn,
  desk: Desk,
): Promise<Reply> {
  if (!mayPrepareFor(subject, draw.kind, turn, desk)) return mayNotDraw(subject, draw.kind, turn, desk)
  const { draws, standing } = await drawsOf(subject.staffCode, draw.kind, turn, desk)
  const again = draws.find((other) => other.instead?.of === draw.id) ?? (draw.instead === undefined ? undefined : draw)
  const stop = (of: CaseDraw, says: string) => drawReply({ draw: of, subject }, { problems: [says] }, turn, desk)
  if (again !== undefined) return stop(again, 'A case was drawn again once already. There is no third draw.')
  if (standing?.id !== draw.id) {
    const kindName = kindWithoutArticle(draw.kind, desk)
    return stop(draw, `This draw is over. To draw for the next ${kindName}, say “draw a case for” and the name.`)
  }
  const reason = words?.trim() ?? ''
  if (reason === '' || reason.length > mostOfAReason) {
    const says =
      reason === ''
        ? 'Please give a reason for drawing again.'
        : `The reason has ${reason.length} characters; the most is ${mostOfAReason}. Please shorten it.`
    const reply = await drawReply(
      { draw, subject },
      { problems: [says], reason: reason.slice(0, mostOfAReason) },
      turn,
      desk,
    )
    return { ...reply, pending: { asks: 'draw-again', draw: draw.id } }
  }
  return makeDraw(subject, draw.kind, { of: draw.id, because: reason }, turn, desk)
}

async function makeDraw(
  subject: Person,
  kind: DrawKind,
  instead: CaseDraw['instead'],
  turn: Turn,
  desk: Desk,
): Promise<Reply> {
  const caseload = await desk.cases.caseloadOf(subject.staffCode, viewerOf(turn))
  if (caseload === 'not-answered') return { message: { text: notAsked } }
  for (let attempt = 0; attempt < 5; attempt++) {
    const { draws, standing } = await drawsOf(subject.staffCode, kind, turn, desk)
    // Somebody else was quicker: theirs is the one.
    if (standing !== undefined && standing.id !== instead?.of)
      return drawReply({ draw: standing, subject }, {}, turn, desk)
    const candidates = candidatesIn(caseload, draws, turn.today)
    const seed = desk.seed()
    const crn = drawnFrom(candidates.eligible, seed, desk.sha256)
    if (crn === undefined) {
      const message = nothingToDrawCard({
        ...candidates,
        subject,
        kind: kindWithoutArticle(kind, desk),
        again: instead !== undefined,
      })
      return { message, notes: [noteOf(turn, 'record.viewed', { subject: subject.staffCode, detail: 'draw' })] }
    }
    const draw: CaseDraw = {
      id: DrawId.parse(desk.mint()),
      practitioner: subject.staffCode,
      kind,
      drawnBy: turn.person.staffCode,
      drawnAt: turn.now,
      crn,
      seed,
      ...candidates,
      ...(instead === undefined ? {} : { instead }),
    }
    const event = instead === undefined ? 'case.drawn' : 'case.drawn-again'
    const note = noteOf(turn, event, { subject: subject.staffCode, thing: draw.id, detail: kind })
    if ((await desk.caseDraws.keep(draw, draws.length, note)) === 'kept')
      return drawReply({ draw, subject }, { made: true }, turn, desk)
  }
  throw new Error(changedMeanwhile)
}

function mayNotDraw(subject: Person, kind: DrawKind, turn: Turn, desk: Desk): Reply {
  const name = kindWithoutArticle(kind, desk)
  if (subject.staffCode === turn.person.staffCode && kindOf(desk.policy, kind).grades.includes(subject.grade)) {
    return refuse(
      turn,
      'draw',
      `Your line manager or your quality officer draws the case for your ${name}. When they have, say “show the draw was fair” to see how.`,
    )
  }
  return refuse(
    turn,
    'draw',
    `You can draw a case for people you manage who have this kind of session, and quality officers for people of their PDU. So I have drawn none.`,
    { subject: subject.staffCode },
  )
}
