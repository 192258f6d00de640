import type { Temporal } from 'temporal-polyfill'
import { type ReflectivePart, reflectiveCard } from '../../cards/session/reflective-card.ts'
import { casesIn, hideCases } from '../../domain/hidden-cases.ts'
import {
  closedQuarters,
  type ReflectiveQuarter,
  reflectiveQuarters,
  type SaidOfSession,
  withoutSmallFigures,
} from '../../domain/reflective-pattern.ts'
import { countedInFigures, type ShownQuarter } from '../../domain/shown-figures.ts'
import type { Person } from '../../domain/staff.ts'
import { supervisionYearOf, yearInWords } from '../../domain/supervision-year.ts'
import { myPdu, myTeam } from '../my-team.ts'
import { type Desk, noteOf, type Reply, refuse, type Turn } from '../turn.ts'
import { hiddenAmong } from './session-shown.ts'

const asks =
  /^\W*(?:so,? |and )?(?:please )?(?:(?:how|are|were|is|was|show(?: me)?|see|what)\b.{0,30}\breflective\b.{0,30}\b(?:our|my|the|team'?s?|their|all)\b.{0,30}\b(?:sessions?|supervisions?|ones|reflectives|team)\b|(?:are|were) (?:our|my|the|my team'?s) (?:reflective )?(?:sessions?|supervisions?|reflectives) (?:really |actually |truly )?reflective\b|(?:show (?:me )?)?(?:the )?reflective (?:pattern|ratings|answers))/i

/** Whether somebody asks how reflective sessions are: "how reflective are our sessions?". */
export function asksHowReflective(text: string): boolean {
  return text.length < 200 && asks.test(text.replace(/[’‘]/g, "'"))
}

/**
 * How reflective people found their reflective sessions this supervision year: one's own; the counts and lines of the people
 * one manages or covers for; and for a head of PDU the counts of everybody else in the PDU, of quarters that are over, as
 * they were first shown, and without figures so small that somebody could be picked out.
 */
export async function howReflective(turn: Turn, desk: Desk): Promise<Reply> {
  const me = turn.person
  const team = await myTeam(turn, desk)
  const others = me.grade === 'HoPDU' ? countedInFigures(await myPdu(turn, desk)) : []
  const ownKinds = desk.policy.kinds.filter(({ id, grades }) => id === 'reflective' && grades.includes(me.grade))
  if (team.length === 0 && others.length === 0 && ownKinds.length === 0) {
    return refuse(
      turn,
      'reflective',
      'You can see how reflective the sessions of people you manage are, and there are none.',
    )
  }
  const year = supervisionYearOf(turn.today, desk.policy.windows.yearBegins)
  const saidOf = (people: readonly Person[]) =>
    desk.supervisions.reflections(
      people.map((person) => person.staffCode),
      year.from,
      year.to,
    )
  const quartersOf = (said: readonly SaidOfSession[]): ReflectiveQuarter[] => reflectiveQuarters(said, year, turn.today)
  const parts: ReflectivePart[] = []
  const seen: SaidOfSession[] = []
  if (ownKinds.length > 0) {
    const said = await saidOf([me])
    if (said.length > 0 || team.length === 0)
      parts.push({ whose: 'own', quarters: quartersOf(said), lines: answered(said) })
  }
  if (team.length > 0) {
    const said = await saidOf(team)
    const lines = await withoutHidden(answered(said), turn, desk)
    seen.push(...lines)
    parts.push({ whose: 'team', quarters: quartersOf(said), lines })
  }
  if (others.length > 0) {
    const seenByName = new Set(team.map((person) => person.staffCode))
    const covers = others.some((person) => seenByName.has(person.staffCode))
    parts.push({
      whose: 'pdu',
      quarters: covers ? 'left out' : await figuresOf(await saidOf(others), year, turn, desk),
    })
  }
  const names = new Map([me, ...team].map((person) => [person.staffCode, person.name]))
  const subjects = [...new Set(seen.map(({ practitioner }) => practitioner))]
  return {
    message: reflectiveCard({ year: yearInWords(year), parts, names, policy: desk.policy }),
    notes: subjects.map((subject) => noteOf(turn, 'record.viewed', { subject, detail: 'reflective' })),
  }
}

/** Lines without the cases that the reader may not see. */
async function withoutHidden(said: readonly SaidOfSession[], turn: Turn, desk: Desk): Promise<SaidOfSession[]> {
  const crns = casesIn(said.map(({ reflection }) => reflection?.line ?? '').join('\n'))
  const hidden = await hiddenAmong(crns, turn.person.staffCode, false, desk)
  return said.map((one) => {
    const { reflection } = one
    if (reflection?.line === undefined) return one
    return { ...one, reflection: { ...reflection, line: hideCases(reflection.line, hidden) } }
  })
}

/** What was answered, newest first. */
function answered(said: readonly SaidOfSession[]): SaidOfSession[] {
  return said.filter(({ reflection }) => reflection !== undefined).toReversed()
}

/** The figures of a head's PDU for the quarters that are over: as they were first shown, where they were. */
async function figuresOf(
  said: readonly SaidOfSession[],
  year: { from: Temporal.PlainDate },
  turn: Turn,
  desk: Desk,
): Promise<ShownQuarter[]> {
  const closed = closedQuarters(said, year, turn.today)
  const figures = withoutSmallFigures(closed.map(({ counts }) => counts))
  const quarters = closed.map(({ from, to }, index) => ({ from, to, figures: figures[index] ?? {} }))
  return desk.shownFigures.asFirstShown(turn.person.pduCode ?? '', quarters, turn.now)
}
