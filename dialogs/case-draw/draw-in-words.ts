import { drawFormCard } from '../../cards/case-draw/draw-form-card.ts'
import { readWords } from '../../cards/form-input.ts'
import { type CaseDraw, DrawKind } from '../../domain/case-draw.ts'
import { StaffCode } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import { kindOf } from '../../domain/supervision-kind.ts'
import { myPdu, myTeam } from '../my-team.ts'
import { type Desk, type Presses, type Reply, refuse, type TakeUp, type Turn } from '../turn.ts'
import { kindsIn } from '../understand/kinds-in.ts'
import type { Reading } from '../understand/understand.ts'
import { drawAgain, drawFor } from './draw-case.ts'
import { logDrawn } from './log-drawn.ts'
import { type Drawn, drawnFor, drawReply, drawWithId, mayPrepareFor, showFair } from './show-draw.ts'

/** What was said of a draw. Several people where a name is not sure. */
type Wanted = { people: readonly Person[]; unknownName?: string; kind?: DrawKind; otherKind?: boolean }

const fair = /\b(?:fair|fairly|honest|rigged|fixed|random enough)\b|^\W*(?:how|why)\b/i
const shows = /^\W*(?:please )?(?:show|see|open|what|which)\b.*\b(?:draws?|drawn|drew|picked)\b/i
const again = /\bre-?draw|\b(?:again|another|once more|a different)\b/i
const reasonGiven = /(?:\breason(?: is| being)?\b\s*[:,–-]?|\bbecause\b|\bsince\b)\s*(.+)$/is
const reasonAfterComma = /[,;:–]\s*(.+)$/s

/** What is asked about draws: to draw, to draw again, to see what was drawn, or to see that it was fair. */
export async function drawInWords(text: string, reading: Reading, turn: Turn, desk: Desk): Promise<Reply> {
  if (fair.test(text) || shows.test(text)) {
    const found = await newestDraw(wantedIn(reading), turn, desk)
    if (found === undefined) return { message: { text: noDraw } }
    return fair.test(text) ? showFair(found, turn, desk) : drawReply(found, {}, turn, desk)
  }
  if (again.test(text)) {
    const given = reasonGiven.exec(text) ?? reasonAfterComma.exec(text)
    const found = await newestDraw(await wantedOf(text.slice(0, given?.index), desk), turn, desk)
    if (found !== undefined) return drawAgain(found, given?.[1], turn, desk)
  }
  return drawWanted(wantedIn(reading), turn, desk)
}

const noDraw =
  'I find no such draw among the ones you may see. To draw a case, say “draw a case for”, the name, and RCAT or observation.'

/** Draws when it is clear for whom and for which kind; asks otherwise. */
async function drawWanted({ people, unknownName, kind, otherKind }: Wanted, turn: Turn, desk: Desk): Promise<Reply> {
  const permitted = people.filter((person) => DrawKind.options.some((id) => mayPrepareFor(person, id, turn, desk)))
  const [only, ...more] = permitted.length > 0 ? permitted : people
  if (only !== undefined && more.length === 0 && kind !== undefined) return drawFor(only, kind, turn, desk)
  const problems = [
    ...(more.length > 0 ? ['Several people have that name. Please choose one, or type the name in full.'] : []),
    ...(only === undefined && unknownName !== undefined
      ? [`I do not know “${unknownName.slice(0, 60)}” on the staff list.`]
      : []),
    ...(otherKind ? ['A case is drawn at random for these kinds of session only.'] : []),
  ]
  return askForWhom({ person: more.length === 0 ? only : undefined, kind, problems }, turn, desk)
}

async function askForWhom(
  chosen: { person?: Person; kind?: DrawKind; problems?: readonly string[] },
  turn: Turn,
  desk: Desk,
): Promise<Reply> {
  const { kind, problems = [] } = chosen
  const everybody = await mayDrawForAnybody(turn, desk)
  if (everybody.length === 0) {
    return refuse(
      turn,
      'draw',
      'Line managers draw cases for the people they manage, and quality officers for their PDU. There is nobody you can draw for. If a case was drawn for you, say “show the draw was fair”.',
    )
  }
  const person = everybody.find(({ staffCode }) => staffCode === chosen.person?.staffCode)
  if (chosen.person !== undefined && person === undefined) return drawFor(chosen.person, kind ?? 'rcat', turn, desk)
  const message = drawFormCard({
    people: everybody,
    kinds: DrawKind.options.map((id) => ({ id, name: kindOf(desk.policy, id).name })),
    chosen: { ...(person === undefined ? {} : { person: person.staffCode }), ...(kind === undefined ? {} : { kind }) },
    problems,
  })
  return {
    message,
    pending: {
      asks: 'draw-for',
      ...(person === undefined ? {} : { person: person.staffCode }),
      ...(kind === undefined ? {} : { kind }),
    },
  }
}

/** Everyone this person may draw a case for, by name. */
async function mayDrawForAnybody(turn: Turn, desk: Desk): Promise<Person[]> {
  const team = await myTeam(turn, desk)
  const pdu = turn.person.grade === 'QDO' ? await myPdu(turn, desk) : []
  return [...new Map([...team, ...pdu].map((person) => [person.staffCode, person])).values()]
    .filter((person) => DrawKind.options.some((kind) => mayPrepareFor(person, kind, turn, desk)))
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
}

function wantedIn({ people, unknownName, entities }: Reading): Wanted {
  return withKind({ people, ...(unknownName === undefined ? {} : { unknownName }) }, entities.kinds ?? [])
}

/** Whom and which kind a text names, when it is not the whole message. */
async function wantedOf(text: string, desk: Desk): Promise<Wanted> {
  const { people } = (await desk.names()).find(text)
  return withKind({ people }, kindsIn(text, desk.policy))
}

function withKind(wanted: Wanted, kinds: readonly string[]): Wanted {
  const kind = kinds.map((id) => DrawKind.safeParse(id).data).find((id) => id !== undefined)
  return kind === undefined ? { ...wanted, otherKind: kinds.length > 0 } : { ...wanted, kind }
}

/** The newest draw that this may speak of: of the person named, or else one they made or that was made for them. */
async function newestDraw({ people, kind }: Wanted, turn: Turn, desk: Desk): Promise<Drawn | undefined> {
  const me = turn.person.staffCode
  const lists = await Promise.all(
    people.length > 0
      ? people.map((person) => desk.caseDraws.of(person.staffCode))
      : [desk.caseDraws.madeBy(me), desk.caseDraws.of(me)],
  )
  const newestFirst = lists
    .flat()
    .filter((draw: CaseDraw) => kind === undefined || draw.kind === kind)
    .sort((a, b) => Number(b.drawnAt.epochNanoseconds - a.drawnAt.epochNanoseconds))
  for (const draw of newestFirst) {
    const drawn = await drawnFor(draw, turn, desk)
    if (drawn !== undefined) return drawn
  }
  return undefined
}

const mostWordsOfAnAnswer = 6

/** "Aisha", "RCAT" or "Tom's observation", when it was asked for whom to draw. */
export const takeUpDrawFor: TakeUp<{ asks: 'draw-for'; person?: StaffCode; kind?: DrawKind }> = async (
  pending,
  words,
  _reading,
  turn,
  desk,
) => {
  if (words.split(/\s+/).length > mostWordsOfAnAnswer) return undefined
  const closeTo = (await mayDrawForAnybody(turn, desk)).map((person) => person.staffCode)
  const { people } = (await desk.names()).find(words, { closeTo, asked: true })
  const said = withKind({ people }, kindsIn(words, desk.policy))
  if (people.length === 0 && said.kind === undefined) return undefined
  const before = pending.person === undefined ? undefined : await desk.staff.byStaffCode(pending.person)
  const kind = said.kind ?? pending.kind
  const wanted = { ...said, people: people.length > 0 || before === undefined ? people : [before] }
  return drawWanted(kind === undefined ? wanted : { ...wanted, kind }, turn, desk)
}

/** The reason for drawing again, when it was asked for. What is sure to be another request is not taken for one. */
export const takeUpDrawAgain: TakeUp<{ asks: 'draw-again'; draw: CaseDraw['id'] }> = async (
  { draw },
  words,
  _reading,
  turn,
  desk,
) => {
  const found = await drawWithId(draw, turn, desk)
  return found && drawAgain(found, reasonGiven.exec(words)?.[1] ?? words, turn, desk)
}

/** The buttons about draws. */
export const drawPresses: Presses<'draw.make' | 'draw.again' | 'draw.show-fair' | 'draw.log'> = {
  'draw.make': async (_action, data, turn, desk) => {
    const code = StaffCode.safeParse(data.who)
    const person = code.success ? await desk.staff.byStaffCode(code.data) : undefined
    const kind = DrawKind.safeParse(data.what).data
    if (person !== undefined && kind !== undefined) return drawFor(person, kind, turn, desk)
    return askForWhom({ person, kind, problems: ['Please choose who it is for, and the kind of session.'] }, turn, desk)
  },
  'draw.again': withDraw((drawn, data, turn, desk) => {
    const { words, problems } = readWords(data, desk.policy.noteCharacters)
    const [problem] = problems
    if (problem !== undefined) return drawReply(drawn, { problems: [problem.says] }, turn, desk)
    return drawAgain(drawn, words, turn, desk)
  }),
  'draw.show-fair': withDraw((drawn, _data, turn, desk) => showFair(drawn, turn, desk)),
  'draw.log': withDraw((drawn, _data, turn, desk) => logDrawn(drawn, turn, desk)),
}

function withDraw(
  run: (drawn: Drawn, data: Record<string, unknown>, turn: Turn, desk: Desk) => Promise<Reply>,
): (action: { draw: CaseDraw['id'] }, data: Record<string, unknown>, turn: Turn, desk: Desk) => Promise<Reply> {
  return async ({ draw }, data, turn, desk) => {
    const drawn = await drawWithId(draw, turn, desk)
    return drawn === undefined
      ? refuse(turn, 'draw', 'I cannot find that draw among the ones you may see. Nothing was changed.', {
          thing: draw,
        })
      : run(drawn, data, turn, desk)
  }
}
