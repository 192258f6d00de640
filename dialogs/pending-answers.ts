import { answerAction, answerShownAction, answerWhichAction } from './action/action-answers.ts'
import { takeUpCaseShown } from './allocation/about-case-shown.ts'
import { takeUpAllocating } from './allocation/take-up-allocating.ts'
import { takeUpAllocation } from './allocation/take-up-allocation.ts'
import { takeUpWhose } from './allocation/take-up-whose.ts'
import { answerAbsence, answerCover } from './away/away-answers.ts'
import { answerBooking, answerCancel, answerReason } from './booking/booking-answers.ts'
import { takeUpDrawAgain, takeUpDrawFor } from './case-draw/draw-in-words.ts'
import { takeUpNomination } from './case-draw/nominate-case.ts'
import { takeUpMisspelt } from './did-you-mean.ts'
import type { Pending } from './pending.ts'
import { afterYesOrNo, isRequestOfItsOwn } from './request-of-its-own.ts'
import { answerWhichSession, answerWhichToWithdraw } from './session/amend-session.ts'
import { takeUpReflection } from './session/say-reflective.ts'
import { takeUpWithdraw } from './session/withdraw-session.ts'
import type { Desk, Reply, TakeUp, Turn } from './turn.ts'
import type { Reading } from './understand/understand.ts'
import { takeUpPerson } from './which-person.ts'

const takeUp: { [Asks in Pending['asks']]: TakeUp<Extract<Pending, { asks: Asks }>> } = {
  withdraw: takeUpWithdraw,
  'withdraw-which': answerWhichToWithdraw,
  'correct-which': answerWhichSession,
  'which-person': takeUpPerson,
  'did-you-mean': takeUpMisspelt,
  'action-shown': answerShownAction,
  'was-reflective': takeUpReflection,
  booking: answerBooking,
  'booking-cancel': answerCancel,
  'booking-reason': answerReason,
  'draw-for': takeUpDrawFor,
  'draw-again': takeUpDrawAgain,
  nomination: takeUpNomination,
  allocation: takeUpAllocation,
  whose: takeUpWhose,
  allocating: takeUpAllocating,
  'case-shown': takeUpCaseShown,
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
