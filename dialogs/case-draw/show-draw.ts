import { Temporal } from 'temporal-polyfill'
import { type DrawView, drawCard } from '../../cards/case-draw/draw-card.ts'
import { drawFairnessCard } from '../../cards/case-draw/draw-fairness-card.ts'
import { type CaseDraw, type DrawKind, mayPrepare, standingDraw } from '../../domain/case-draw.ts'
import type { CaseSight, CaseView } from '../../domain/case-view.ts'
import type { Crn, DrawId, StaffCode } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import { type KindId, kindOf } from '../../domain/supervision-kind.ts'
import { supervisionCalendar } from '../../domain/supervision-window.ts'
import { shownTo } from '../shown-to.ts'
import { type Desk, noteOf, type Reply, type Turn } from '../turn.ts'
import { viewerOf } from '../viewer-of.ts'

/** A draw with the person it was made for. */
export type Drawn = { draw: CaseDraw; subject: Person }

/** A kind in a sentence, without an article: "RCAT". */
export function kindWithoutArticle(kind: KindId, desk: Pick<Desk, 'policy'>): string {
  return kindOf(desk.policy, kind).inWords.replace(/^an? /, '')
}

export function mayPrepareFor(subject: Person, kind: KindId, turn: Turn, desk: Pick<Desk, 'policy'>): boolean {
  return mayPrepare(turn.person, subject, kind, { policy: desk.policy, today: turn.today, covers: turn.covers })
}

/** All draws for a person, and the one that stands for a kind in the window of today. */
export async function drawsOf(
  practitioner: StaffCode,
  kind: DrawKind,
  turn: Turn,
  desk: Desk,
): Promise<{ draws: CaseDraw[]; standing?: CaseDraw }> {
  const { all, open } = supervisionCalendar(desk.policy, turn.today, desk.workingDays).windowsOf(
    kindOf(desk.policy, kind).window,
  )
  const windowFrom = Temporal.PlainDate.from(all[open]?.from ?? turn.today)
  const [draws, sessions] = await Promise.all([
    desk.caseDraws.of(practitioner),
    desk.supervisions.of(practitioner, windowFrom, turn.today),
  ])
  const standing = standingDraw(draws, kind, windowFrom, sessions)
  return standing === undefined ? { draws } : { draws, standing }
}

/**
 * The case that stands drawn for a person and a kind, for a form about that session: its number, as far as the one who
 * asks may draw for that person and see the case now.
 */
export async function drawnCaseFor(
  subject: Person,
  kind: DrawKind,
  turn: Turn,
  desk: Desk,
): Promise<{ sight: 'none' } | { sight: 'open'; crn: Crn } | { sight: 'restricted' | 'unknown' }> {
  if (!mayPrepareFor(subject, kind, turn, desk)) return { sight: 'none' }
  const { standing } = await drawsOf(subject.staffCode, kind, turn, desk)
  if (standing === undefined) return { sight: 'none' }
  const sight = await sightOf(standing.crn, turn, desk)
  return sight === 'open' ? { sight, crn: standing.crn } : { sight }
}

export async function sightOf(crn: Crn, turn: Turn, desk: Desk): Promise<CaseSight['sight']> {
  const [sight] = await desk.cases.sights([crn], viewerOf(turn))
  return sight?.sight ?? 'unknown'
}

/** How a draw is shown: whether it was made just now, and what stands in the way of drawing again. */
export type DrawShown = { made?: boolean; problems?: readonly string[]; reason?: string }

/** The card of a draw, with what this person can do about it. Whether they may see the case is asked anew each time. */
export async function drawReply({ draw, subject }: Drawn, shown: DrawShown, turn: Turn, desk: Desk): Promise<Reply> {
  const view = await viewOf({ draw, subject }, turn, desk)
  const mine = mayPrepareFor(subject, draw.kind, turn, desk)
  const { standing } = await drawsOf(draw.practitioner, draw.kind, turn, desk)
  const stands = standing?.id === draw.id
  const message = drawCard({
    ...view,
    ...(shown.problems === undefined ? {} : { problems: shown.problems }),
    ...(shown.reason === undefined ? {} : { reason: shown.reason }),
    stands: stands && !shown.made && shown.problems === undefined,
    mayLog: mine && stands && view.sight === 'open',
    mayDrawAgain: mine && stands && draw.instead === undefined,
  })
  return { message, shows: draw.instead?.of ?? draw.id, notes: shown.made ? [] : lookedAt(draw, turn) }
}

/** What shows that a draw was fair. A case that the reader may not see now is not listed, and not counted. */
export async function showFair({ draw, subject }: Drawn, turn: Turn, desk: Desk): Promise<Reply> {
  const [view, sights] = await Promise.all([
    viewOf({ draw, subject }, turn, desk),
    desk.cases.views(draw.eligible, viewerOf(turn)),
  ])
  const eligible = draw.eligible.filter((crn, place) => mayBeListed(sights[place], crn === draw.crn))
  return { message: drawFairnessCard({ ...view, eligible }), notes: lookedAt(draw, turn) }
}

/** Limited-access cases are in nobody's count; the case that was drawn is no count. */
function mayBeListed(view: CaseView | undefined, isDrawn: boolean): boolean {
  return view?.sight === 'open' && (isDrawn || !view.limitedAccess)
}

/** A draw by its id, if this person may see it: their own, or of somebody whose session they may prepare. */
export async function drawWithId(id: DrawId, turn: Turn, desk: Desk): Promise<Drawn | undefined> {
  const draw = await desk.caseDraws.byId(id)
  return draw && drawnFor(draw, turn, desk)
}

export async function drawnFor(draw: CaseDraw, turn: Turn, desk: Desk): Promise<Drawn | undefined> {
  const subject = await desk.staff.byStaffCode(draw.practitioner)
  if (subject === undefined) return undefined
  const own = subject.staffCode === turn.person.staffCode
  return own || mayPrepareFor(subject, draw.kind, turn, desk) ? { draw, subject } : undefined
}

async function viewOf({ draw, subject }: Drawn, turn: Turn, desk: Desk): Promise<DrawView> {
  const own = subject.staffCode === turn.person.staffCode
  const maker = await desk.staff.byStaffCode(draw.drawnBy)
  const me = turn.person.staffCode
  const shown = await shownTo(me, draw.instead, desk)
  return {
    draw: { ...draw, ...(draw.instead && { instead: shown(draw.instead, draw.drawnBy === me) }) },
    sight: await sightOf(draw.crn, turn, desk),
    subject,
    own,
    drawnBy: draw.drawnBy === turn.person.staffCode ? 'you' : (maker?.name ?? draw.drawnBy),
    kind: kindWithoutArticle(draw.kind, desk),
  }
}

function lookedAt(draw: CaseDraw, turn: Turn) {
  if (draw.practitioner === turn.person.staffCode) return []
  return [noteOf(turn, 'record.viewed', { subject: draw.practitioner, thing: draw.id, detail: 'draw' })]
}
