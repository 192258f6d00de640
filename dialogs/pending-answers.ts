import { answerAction, answerWhichAction } from './action-answers.ts'
import { answerWhichSession } from './amend-session.ts'
import { answerAbsence, answerCover } from './away-answers.ts'
import { answerBooking, answerCancel, answerReason } from './booking-answers.ts'
import { takeUpDrawAgain, takeUpDrawFor } from './draw-in-words.ts'
import { takeUpNomination } from './nominate-case.ts'
import type { Pending } from './pending.ts'
import { afterYesOrNo, isRequestOfItsOwn } from './request-of-its-own.ts'
import { takeUpReflection } from './say-reflective.ts'
import type { Desk, Reply, TakeUp, Turn } from './turn.ts'
import type { Reading } from './understand/understand.ts'
import { takeUpWithdraw } from './withdraw-session.ts'

const takeUp: { [Asks in Pending['asks']]: TakeUp<Extract<Pending, { asks: Asks }>> } = {
  withdraw: takeUpWithdraw,
  'correct-which': answerWhichSession,
  'was-reflective': takeUpReflection,
  booking: answerBooking,
  'booking-cancel': answerCancel,
  'booking-reason': answerReason,
  'draw-for': takeUpDrawFor,
  'draw-again': takeUpDrawAgain,
  nomination: takeUpNomination,
  absence: answerAbsence,
  cover: answerCover,
  action: answerAction,
  'action-which': answerWhichAction,
}

/**
 * The answer to a message that answers what the last answer asked; undefined when nothing was asked, or it says something
 * else, also behind a yes or a no. `read` reads other words as the message was read.
 */
export async function takeUpPending(
  words: string,
  reading: Reading,
  read: (words: string) => Promise<Reading>,
  turn: Turn,
  desk: Desk,
): Promise<Reply | undefined> {
  const { pending } = turn.place
  if (pending === undefined) return undefined
  if (isRequestOfItsOwn(pending.asks, words, reading)) return undefined
  const rest = afterYesOrNo(words)
  if (rest !== undefined && isRequestOfItsOwn(pending.asks, rest, await read(rest))) return undefined
  return takeUp[pending.asks](pending as never, words, reading, turn, desk)
}
