import type { TurnContext } from 'botbuilder'
import type { Person } from '../domain/staff.ts'
import type { BotParts, Outcome } from './bot-parts.ts'
import type { Incoming, Origin } from './incoming.ts'
import { whoSpeaks } from './who-speaks.ts'

/** Takes the token with which Teams says who sent something. While they play somebody else's part it is left alone. */
export function learnToken({ userTokens }: BotParts, origin: Origin, person: Person, token: string | undefined): void {
  if (isThemself(origin, person)) userTokens.learn(origin.entraObjectId, token)
}

/** The token of whoever speaks, where Teams gave one that holds; none while they play somebody else's part. */
export function tokenOf({ userTokens }: BotParts, origin: Origin, person: Person): string | undefined {
  return isThemself(origin, person) ? userTokens.of(origin.entraObjectId) : undefined
}

function isThemself({ entraObjectId }: Origin, person: Person): boolean {
  return entraObjectId !== undefined && entraObjectId.toLowerCase() === person.entraObjectId
}

/** Answers Teams signing somebody in by itself: 412 says that their token is of no use, and that it need not be sent again. */
export async function answerSignIn(
  parts: BotParts,
  context: TurnContext,
  { origin, id, connectionName, userToken }: Extract<Incoming, { kind: 'sign-in' }>,
): Promise<Outcome> {
  const person = await whoSpeaks(parts, origin)
  if (person !== undefined) learnToken(parts, origin, person, userToken)
  const isTaken = person !== undefined && userToken !== undefined && tokenOf(parts, origin, person) === userToken
  const body = { id, connectionName, ...(isTaken ? {} : { failureDetail: 'The token cannot be used here.' }) }
  await context.sendActivity({ type: 'invokeResponse', value: { status: isTaken ? 200 : 412, body } })
  return isTaken ? 'answered' : 'refused'
}
