import { Temporal } from 'temporal-polyfill'
import { readAwayForm } from '../../cards/away/away-input.ts'
import type { Days } from '../../domain/absence.ts'
import type { Pending } from '../pending.ts'
import { type Meant, personMeant } from '../people-meant.ts'
import type { Desk, Presses, Reply, TakeUp, Turn } from '../turn.ts'
import { absenceReasonIn, coverIn, daysAwayIn, namesAnIllness } from '../understand/away-words.ts'
import { yesOrNo } from '../understand/booking-words.ts'
import type { Reading } from '../understand/understand.ts'
import { backOn, editAbsence, takeBackAbsence } from './change-absence.ts'
import { endCover, proposeCover, saveCover } from './cover-team.ts'
import { proposeWithCover } from './name-cover.ts'
import { proposeAbsence, saveAbsence } from './record-absence.ts'
import { showAbsence, showCover } from './show-away.ts'

type Asked<What extends Pending['asks']> = Extract<Pending, { asks: What }>

/** The buttons about being away and standing in. */
export const awayPresses: Presses<
  | 'absence.save'
  | 'absence.show'
  | 'absence.edit'
  | 'absence.back'
  | 'absence.take-back'
  | 'cover.save'
  | 'cover.show'
  | 'cover.end'
> = {
  'absence.save': ({ absence, person, replaces }, data, turn, desk) => {
    const { said, problems } = readAwayForm(data, 'cover')
    const { by, ...days } = said
    return saveAbsence(absence, person, { ...days, ...(by ? { cover: by } : {}) }, problems, turn, desk, replaces)
  },
  'absence.show': ({ absence }, _data, turn, desk) => showAbsence(absence, turn, desk),
  'absence.edit': ({ absence }, _data, turn, desk) => editAbsence(absence, {}, turn, desk),
  'absence.back': ({ absence }, _data, turn, desk) => backOn(absence, turn.today, turn, desk),
  'absence.take-back': ({ absence }, _data, turn, desk) => takeBackAbsence(absence, turn, desk),
  'cover.save': ({ cover, manager }, data, turn, desk) => {
    const { said, problems } = readAwayForm(data, 'by')
    return saveCover(cover, manager, said, problems, turn, desk)
  },
  'cover.show': ({ cover }, _data, turn, desk) => showCover(cover, turn, desk),
  'cover.end': ({ cover }, _data, turn, desk) => endCover(cover, turn, desk),
}

/** The next message after the form of time away: yes, no, or other days or another reason. */
export const answerAbsence: TakeUp<Asked<'absence'>> = async (pending, words, reading, turn, desk) => {
  const { absence, person: code, replaces, reason, cover } = pending
  const known = {
    ...daysOf(pending),
    ...(reason === undefined ? {} : { reason }),
    ...(cover === undefined ? {} : { cover }),
  }
  const answer = answerIn(words, reading)
  if (answer === 'no') return left
  if (answer === 'yes') {
    return saveAbsence(absence, code, known, [], turn, desk, replaces)
  }
  const person = await desk.staff.byStaffCode(code)
  const standIn = await coverNamed(words, reading, turn, desk)
  if (person !== undefined && standIn !== undefined) {
    if ('says' in standIn) return proposeAbsence(person, known, [standIn.says], turn, desk, replaces, absence)
    return proposeWithCover(person, known, standIn.person, [], turn, desk, replaces, absence)
  }
  const { impossible, ...days } = daysAwayIn(words, turn.today)
  const newReason = absenceReasonIn(words)
  if (person === undefined || (Object.keys(days).length === 0 && newReason === undefined)) return undefined
  const problems = namesAnIllness(words)
    ? ['What an illness is is not kept: only the days and the word “sick” are.']
    : []
  const said = { ...known, ...days, ...(newReason === undefined ? {} : { reason: newReason }) }
  return proposeAbsence(person, said, problems, turn, desk, replaces, absence)
}

/** Who shall cover, where a message says only that: a bare name, or "Ruth covers". */
async function coverNamed(words: string, reading: Reading, turn: Turn, desk: Desk): Promise<Meant | undefined> {
  const said = coverIn(words)
  if (said !== undefined) {
    const isAlone =
      said.rest === '' && /^(?:(?:for )?(?:me|us|them|my team|the team|our team))?[.!]?$/i.test(said.forWhom)
    return isAlone ? personMeant(said.by, turn, desk) : undefined
  }
  if (reading.intent !== 'none' && reading.confidence >= 0.9) return undefined
  const name = words.trim().replace(/[\s,]+(?:please|then|instead)\W*$|[.!?]+$/i, '')
  const names = await desk.names()
  const isName = name.split(/\s+/).every((word) => names.isName(word))
  return isName && Object.keys(daysAwayIn(name, turn.today)).length === 0 ? personMeant(name, turn, desk) : undefined
}

/** The next message after the form of a cover: yes, no, or other days. */
export const answerCover: TakeUp<Asked<'cover'>> = async (pending, words, reading, turn, desk) => {
  const { cover, manager: code, by } = pending
  const known = { ...daysOf(pending), ...(by === undefined ? {} : { by }) }
  const answer = answerIn(words, reading)
  if (answer === 'no') return left
  if (answer === 'yes') return saveCover(cover, code, known, [], turn, desk)
  const { impossible, ...days } = daysAwayIn(words, turn.today)
  const manager = await desk.staff.byStaffCode(code)
  if (manager === undefined || Object.keys(days).length === 0) return undefined
  return proposeCover(manager, { ...known, ...days }, [], turn, desk, cover)
}

const left: Reply = { message: { text: 'Nothing was recorded.' } }

function answerIn(words: string, reading: Reading): 'yes' | 'no' | undefined {
  if (/^\W*(?:please\s+)?(?:save|record)(?:\s+(?:it|this|that))?\W*$/i.test(words)) return 'yes'
  return yesOrNo(words) ?? (reading.intent === 'cancel' ? 'no' : undefined)
}

function daysOf({ from, to }: { from?: string | undefined; to?: string | undefined }): Partial<Days> {
  return {
    ...(from === undefined ? {} : { from: Temporal.PlainDate.from(from) }),
    ...(to === undefined ? {} : { to: Temporal.PlainDate.from(to) }),
  }
}
