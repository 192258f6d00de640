import { mayKeepAbsenceOf } from '../../domain/absence-rights.ts'
import type { Person } from '../../domain/staff.ts'
import { type Meant, meantOf, personMeant } from '../people-meant.ts'
import type { Desk, Reply, Turn } from '../turn.ts'
import {
  absenceReasonIn,
  awayWish,
  type CoverSaid,
  coverIn,
  type DaysSaid,
  daysAwayIn,
  namesAnIllness,
} from '../understand/away-words.ts'
import type { Reading } from '../understand/understand.ts'
import { backOn, editAbsence, takeBackAbsence } from './change-absence.ts'
import { endCover, proposeCover } from './cover-team.ts'
import { proposeWithCover } from './name-cover.ts'
import { type AbsenceSaid, proposeAbsence } from './record-absence.ts'
import { showAway } from './show-away.ts'

const notKept = 'You said what the illness is. That is not kept: only the days and the word “sick” are.'

/** Everything about being away and standing in, in a sentence. */
export async function away(text: string, reading: Reading, turn: Turn, desk: Desk): Promise<Reply> {
  const wish = awayWish(text)
  if (wish === 'ask') return asked(text, reading, turn, desk)
  const cover = wish === 'record' ? coverIn(text) : undefined
  if (cover !== undefined) return withCover(cover, turn, desk)
  if (wish === 'take-back' && /\bcover/i.test(text)) return endCoverInWords(reading, turn, desk)
  const subject = subjectIn(reading, turn)
  if ('says' in subject) return { message: { text: subject.says } }
  return wish === 'record' ? record(text, subject.person, turn, desk) : changed(wish, text, subject.person, turn, desk)
}

/** Whose time away a sentence is about: whoever is named, else the speaker. */
function subjectIn(reading: Reading, turn: Turn): Meant {
  const may = (person: Person) => mayKeepAbsenceOf(turn.person, person, turn.today.toString(), turn.covers)
  return meantOf(reading.people, reading.unknownName, may) ?? { person: turn.person }
}

async function asked(text: string, reading: Reading, turn: Turn, desk: Desk): Promise<Reply> {
  const subject = subjectIn(reading, turn)
  if ('says' in subject) return { message: { text: subject.says } }
  const named = reading.people.length > 0 || /\b(?:my (?:leave|absences?|time off|holidays?)|am i|i am)\b/i.test(text)
  return showAway(text, named ? subject.person : undefined, turn, desk)
}

async function record(text: string, person: Person, turn: Turn, desk: Desk): Promise<Reply> {
  const { said, problems } = saidOf(text, turn)
  const { from, to, reason } = said
  if (
    from !== undefined &&
    reason !== undefined &&
    mayKeepAbsenceOf(turn.person, person, turn.today.toString(), turn.covers)
  ) {
    const known = await desk.absences.of([person.staffCode], from, to ?? from.add({ years: 2 }))
    const [same, ...more] = known.filter((absence) => absence.reason === reason)
    // Said again with another end, it goes on; the first day stays unless it was said.
    const first = daysAwayIn(text, turn.today).from
    const change = { ...(first === undefined ? {} : { from: first }), ...(to === undefined ? {} : { to }) }
    if (same !== undefined && more.length === 0) return editAbsence(same.id, change, turn, desk, problems)
  }
  return proposeAbsence(person, said, problems, turn, desk)
}

/** What a sentence says of time away. Without a first day it begins today; "called in sick" has no end yet. */
function saidOf(text: string, turn: Turn): { said: AbsenceSaid; problems: string[] } {
  const { impossible, ...days } = daysAwayIn(text, turn.today)
  const reason = absenceReasonIn(text)
  const calledIn = /\b(?:called|phoned|rang|rung|gone|went)\b/i.test(text) && days.from?.equals(days.to ?? turn.today)
  const from = days.from ?? (impossible === undefined ? turn.today : undefined)
  return {
    said: {
      ...(from === undefined ? {} : { from }),
      ...(days.to === undefined || calledIn ? {} : { to: days.to }),
      ...(reason === undefined ? {} : { reason }),
    },
    problems: [...noSuchDay({ ...days, ...(impossible === undefined ? {} : { impossible }) }), ...illness(text)],
  }
}

const noSuchDay = ({ impossible }: DaysSaid) =>
  impossible === undefined ? [] : [`There is no such day as “${impossible.slice(0, 60)}”. Please choose it below.`]
const illness = (text: string) => (namesAnIllness(text) ? [notKept] : [])

/** "I am on leave next week, Ruth covers", or a cover alone. */
async function withCover(cover: CoverSaid, turn: Turn, desk: Desk): Promise<Reply> {
  const { by, forWhom, clause, rest } = cover
  const standIn = /^i$/i.test(by) ? { person: turn.person } : await personMeant(by, turn, desk)
  const isAway = /\b(?:off|away|leave|sick|ill|holidays?|not in|absent)\b/i.test(rest)
  const problems = standIn !== undefined && 'says' in standIn ? [standIn.says] : []
  const chosen = standIn !== undefined && 'person' in standIn ? standIn.person.staffCode : undefined
  const subject = await personNamed(isAway ? rest : forWhom, turn, desk)
  if ('says' in subject) return { message: { text: subject.says } }
  if (isAway) {
    const { said, problems: wrong } = saidOf(rest, turn)
    if (standIn === undefined || 'says' in standIn) {
      return proposeAbsence(subject.person, said, [...problems, ...wrong], turn, desk)
    }
    return proposeWithCover(subject.person, said, standIn.person, wrong, turn, desk)
  }
  const { impossible, ...days } = daysAwayIn(clause, turn.today)
  const from = days.from ?? (days.to === undefined ? undefined : turn.today)
  const wanted = { ...days, ...(from === undefined ? {} : { from }), ...(chosen === undefined ? {} : { by: chosen }) }
  return proposeCover(
    subject.person,
    wanted,
    [...problems, ...noSuchDay(impossible === undefined ? {} : { impossible })],
    turn,
    desk,
  )
}

/** The person a few words name; the speaker where they name nobody. */
async function personNamed(words: string, turn: Turn, desk: Desk): Promise<Meant> {
  if (/\b(?:i|my|me|our|us)\b/i.test(words)) return { person: turn.person }
  return (await personMeant(words, turn, desk, false)) ?? { person: turn.person }
}

/** Back, taken back or changed: the one that stands is found by its person and, where there are several, by the days. */
async function changed(
  wish: 'back' | 'take-back' | 'change',
  text: string,
  person: Person,
  turn: Turn,
  desk: Desk,
): Promise<Reply> {
  if (!mayKeepAbsenceOf(turn.person, person, turn.today.toString(), turn.covers)) {
    return showAway(text, person, turn, desk)
  }
  const { impossible, ...days } = daysAwayIn(text, turn.today)
  if (impossible !== undefined) return { message: { text: `There is no such day as “${impossible.slice(0, 60)}”.` } }
  const day = days.from ?? days.to ?? turn.today
  const earliest = turn.today.subtract({ days: wish === 'back' ? 31 : 0 })
  const standing = await desk.absences.of([person.staffCode], earliest, turn.today.add({ years: 2 }))
  const fits = standing.filter(({ from, to }) => {
    if (wish !== 'back') return true
    return from.since(day).sign <= 0 && (to === undefined || to.since(day).sign >= 0)
  })
  const [only, ...more] = fits.length > 0 ? fits : wish === 'back' ? [] : standing
  if (only === undefined) {
    const who = person.staffCode === turn.person.staffCode ? 'You are' : `${person.name} is`
    return { message: { text: `${who} not recorded as away then, so nothing was changed.` } }
  }
  if (wish === 'back') return backOn(only.id, day, turn, desk)
  if (more.length > 0) {
    const named = standing.find(({ from }) => days.from?.equals(from))
    if (named === undefined) return showAway('', person, turn, desk)
    return wish === 'change' ? editAbsence(named.id, {}, turn, desk) : takeBackAbsence(named.id, turn, desk)
  }
  if (wish === 'take-back') return takeBackAbsence(only.id, turn, desk)
  const reason = absenceReasonIn(text.replace(/\b(?:sick leave|annual leave|leave|absence)\b/gi, ''))
  return editAbsence(only.id, { ...days, ...(reason === undefined ? {} : { reason }) }, turn, desk)
}

/** "End the cover": of one's own team, by or for the person named. */
async function endCoverInWords(reading: Reading, turn: Turn, desk: Desk): Promise<Reply> {
  const people = reading.people.length > 0 ? reading.people : [turn.person]
  const lists = await Promise.all(people.map((person) => desk.absences.coversOf(person.staffCode, turn.today)))
  const mine = turn.person.staffCode
  const found = lists.flat()
  const near = found.filter(({ manager, by }) => manager === mine || by === mine)
  const [only, ...more] = near.length > 0 ? near : found
  if (only === undefined) return { message: { text: 'I find no such cover, so nothing was changed.' } }
  if (more.length > 0) return showAway('', reading.people[0] ?? turn.person, turn, desk)
  return endCover(only.id, turn, desk)
}
