import type { TurnContext } from 'botbuilder'
import { press } from '../dialogs/presses.ts'
import type { Person } from '../domain/staff.ts'
import type { BotParts, Outcome } from './bot-parts.ts'
import { answerInvoke, asInvokeAnswer, mayHaveSaved, says, send } from './give-answer.ts'
import type { Incoming } from './incoming.ts'
import { activityKey, turnOf } from './turn-of.ts'
import { whoSpeaks } from './who-speaks.ts'

type Press = Extract<Incoming, { kind: 'press' }>

const upToDate = says('This card is up to date.')

/**
 * The answer to a card that a client refreshes by itself: the card as this person sees it. It must cause nothing, because an
 * edit of the message would make every client refresh it again.
 */
export async function answerRefresh(parts: BotParts, context: TurnContext, incoming: Press): Promise<Outcome> {
  const { origin, verb, data } = incoming
  const asksOwn = origin.chat !== 'personal' && verb === 'team-action.refresh'
  const person = asksOwn ? await whoSpeaks(parts, origin) : undefined
  const reply = person && (await press(verb, data, (await turnOf(parts, origin, person)).turn, parts.desk))
  const card = reply !== undefined && 'card' in reply.message
  await answerInvoke(context, card ? asInvokeAnswer(reply.message) : upToDate)
  return 'answered'
}

/**
 * A press in a group chat or channel. The answer goes to whoever pressed and to nobody else; what changed for everybody is
 * changed in the message. A press brought again gets its first answer.
 */
export async function pressInCompany(
  parts: BotParts,
  context: TurnContext,
  { origin, verb, data }: Press,
  person: Person,
): Promise<Outcome> {
  const { answered } = parts.store
  const key = activityKey(origin, person.staffCode)
  const first = key === undefined ? undefined : await answered.find([key])
  if (first !== undefined) {
    // A press that came as a message was answered for everybody to read: once is enough.
    if (context.activity.type === 'invoke') await answerInvoke(context, first)
    return 'repeated'
  }
  const { turn } = await turnOf(parts, origin, person)
  context.turnState.set(mayHaveSaved, true)
  const reply = await press(verb, data, turn, parts.desk)
  const below = reply.below === true && 'card' in reply.message
  const given = below ? says('Shown below.') : asInvokeAnswer(reply.message)
  const keys = key === undefined ? [] : [key]
  if ((await answered.keep(keys, given, parts.clock.now(), reply.notes ?? [])) === 'already') {
    await answerInvoke(context, (await answered.find(keys)) ?? given)
    return 'repeated'
  }
  const place = below ? await send(parts, context, reply.message, parts.deadlines.withinPress) : undefined
  await parts.teamCards.after(reply, place)
  const forOne = 'card' in reply.message && !below
  // Some clients press with a message, whose answer everybody would read.
  if (forOne && context.activity.type !== 'invoke') await answerInvoke(context, says('The card shows how it stands.'))
  else await answerInvoke(context, given)
  return reply.notes?.some(({ event }) => event === 'refused') === true ? 'refused' : 'answered'
}
