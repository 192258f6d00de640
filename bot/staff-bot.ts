import type { TurnContext } from 'botbuilder'
import { say } from '../dialogs/converse.ts'
import { press } from '../dialogs/presses.ts'
import type { AuditNote } from '../domain/audit.ts'
import { EntraObjectId } from '../domain/ids.ts'
import type { MessagePlace } from '../domain/ports.ts'
import type { Person } from '../domain/staff.ts'
import type { BotParts, Outcome } from './bot-parts.ts'
import { afterwards, cardInPlace } from './current-card.ts'
import { answerFileConsent } from './file-consent.ts'
import { answerInvoke, asInvokeAnswer, mayHaveSaved, says, send } from './give-answer.ts'
import { inOrder } from './in-order.ts'
import type { Incoming, Origin } from './incoming.ts'
import { answerRefresh, pressInCompany } from './press-in-company.ts'
import { answerSignIn, learnToken } from './sign-in.ts'
import { activityKey, turnOf } from './turn-of.ts'
import { installed, uninstalled, whoSpeaks } from './who-speaks.ts'

const typingAfterMs = 1000
const stranger =
  'I do not know you yet, so I cannot help you here. Please ask your line manager, or the administrator of the staff list, to add you to it.'

/**
 * The door: it finds out who speaks, answers what was answered before with the first answer, hands the rest to the
 * dialogs, and sends what they say. Turns of one conversation happen in the order they came.
 */
export function staffBot(parts: BotParts): (context: TurnContext, incoming: Incoming) => Promise<void> {
  const ordered = inOrder()
  return (context, incoming) => ordered(incoming.origin.conversationId, () => oneTurn(parts, context, incoming))
}

async function oneTurn(parts: BotParts, context: TurnContext, incoming: Incoming): Promise<void> {
  const { metrics } = parts
  const done = metrics.turnSeconds.startTimer({ kind: incoming.kind })
  const outcome = await answer(parts, context, incoming)
  metrics.turns.inc({ kind: incoming.kind, outcome })
  done()
}

async function answer(parts: BotParts, context: TurnContext, incoming: Incoming): Promise<Outcome> {
  switch (incoming.kind) {
    case 'other':
      await whoSpeaks(parts, incoming.origin)
      return 'answered'
    case 'sign-in':
      return answerSignIn(parts, context, incoming)
    case 'other-invoke':
      await answerInvoke(context, says('I cannot do that here.'))
      return 'answered'
    case 'file-consent': {
      const person = await whoSpeaks(parts, incoming.origin)
      const key = activityKey(incoming.origin, person?.staffCode)
      return person === undefined
        ? unknownPerson(parts, context, incoming.origin, key, true)
        : answerFileConsent(parts, context, incoming, person, key)
    }
    case 'uninstalled':
      await uninstalled(parts, incoming.origin)
      return 'answered'
    case 'members':
    case 'installed':
      return installed(parts, context, incoming.origin)
    case 'text':
    case 'press':
      return incoming.kind === 'text' ? answerText(parts, context, incoming) : answerPress(parts, context, incoming)
  }
}

async function answerText(
  parts: BotParts,
  context: TurnContext,
  incoming: Extract<Incoming, { kind: 'text' }>,
): Promise<Outcome> {
  const { store, clock } = parts
  const { origin } = incoming
  const key = activityKey(origin)
  if (key !== undefined && (await store.answered.find([key])) !== undefined) return 'repeated'
  const person = await whoSpeaks(parts, origin)
  if (person === undefined) return unknownPerson(parts, context, origin, key, false)

  const acting = await parts.actingAs?.command(incoming.text, origin)
  if (acting !== undefined) {
    await store.answered.keep(key === undefined ? [] : [key], 'sent', clock.now(), [])
    for (const message of acting) await send(parts, context, message)
    return 'answered'
  }
  const typing = setTimeout(
    () => parts.background.run('typing', () => context.sendActivity({ type: 'typing' })),
    typingAfterMs,
  )
  try {
    const { turn, keepPlace } = await turnOf(parts, origin, person)
    context.turnState.set(mayHaveSaved, true)
    const reply = await say(incoming.text, turn, parts.desk)
    const keys = key === undefined || reply.activityKept === true ? [] : [key]
    const [kept] = await Promise.all([
      store.answered.keep(keys, 'sent', clock.now(), reply.notes ?? []),
      keepPlace(reply),
    ])
    if (kept === 'already') return 'repeated'
    clearTimeout(typing)
    const place = await send(parts, context, reply.message)
    await afterwards(parts, person, reply, place)
    await parts.teamCards.after(reply, place)
  } finally {
    clearTimeout(typing)
  }
  return 'answered'
}

async function answerPress(
  parts: BotParts,
  context: TurnContext,
  incoming: Extract<Incoming, { kind: 'press' }>,
): Promise<Outcome> {
  const { store, clock } = parts
  const { origin } = incoming
  if (incoming.automatic) return answerRefresh(parts, context, incoming)
  const person = await whoSpeaks(parts, origin)
  const key = activityKey(origin, person?.staffCode)
  if (person === undefined) return unknownPerson(parts, context, origin, key, true)
  learnToken(parts, origin, person, incoming.userToken)
  if (origin.chat !== 'personal') return pressInCompany(parts, context, incoming, person)
  const keys = [...(key === undefined ? [] : [key]), ...pressKey(person, incoming)]
  const first = keys.length === 0 ? undefined : await store.answered.find(keys)
  if (first !== undefined) {
    const broughtAgain = key !== undefined && (await store.answered.find([key])) !== undefined
    if (context.activity.type === 'invoke' || !broughtAgain) await answerInvoke(context, first)
    return 'repeated'
  }
  const { turn, keepPlace } = await turnOf(parts, origin, person)
  context.turnState.set(mayHaveSaved, true)
  const reply = await press(incoming.verb, incoming.data, turn, parts.desk)
  const below = reply.below === true && 'card' in reply.message
  const given = below ? says('Shown below.') : asInvokeAnswer(reply.message)
  const kept = reply.final ? keys : keys.slice(0, key === undefined ? 0 : 1)
  if (below) {
    // That somebody looks is written down first; that they were shown it is true only after it was sent.
    await Promise.all([store.answered.keep([], given, clock.now(), reply.notes ?? []), keepPlace(reply)])
    const place = await send(parts, context, reply.message, parts.deadlines.withinPress)
    await store.answered.keep(kept, given, clock.now(), [])
    await afterwards(parts, person, reply, place)
  } else {
    const card = await cardInPlace(parts, person, reply, pressedPlace(incoming))
    const [outcome] = await Promise.all([
      store.answered.keep(kept, given, clock.now(), reply.notes ?? [], card?.becomesCurrent),
      keepPlace(reply),
    ])
    if (outcome === 'already') {
      await answerInvoke(context, (await store.answered.find(keys)) ?? given)
      return 'repeated'
    }
    card?.change()
  }
  await parts.teamCards.after(reply, undefined)
  await answerInvoke(context, given)
  return 'answered'
}

async function unknownPerson(
  parts: BotParts,
  context: TurnContext,
  origin: Origin,
  key: string | undefined,
  invoke: boolean,
): Promise<Outcome> {
  const note: AuditNote = {
    event: 'door.unknown-person',
    at: parts.clock.now(),
    thing: EntraObjectId.safeParse(origin.entraObjectId).data,
  }
  // Whoever the staff list does not know could fill the trail with messages: one entry a day says as much.
  const { tenantId, entraObjectId, userId } = origin
  const once = `stranger/${tenantId}/${entraObjectId ?? userId}/${parts.clock.today()}`
  await parts.store.answered.keep([once], 'written down', parts.clock.now(), [note])
  if (key !== undefined) await parts.store.answered.keep([key], says(stranger), parts.clock.now(), [])
  if (invoke) await answerInvoke(context, says(stranger))
  else await send(parts, context, { text: stranger })
  return 'refused'
}

/** The key of a press that has one effect only, whichever copy of the card it came from and however often. */
function pressKey(person: Person, { verb, data }: Extract<Incoming, { kind: 'press' }>): string[] {
  if (typeof verb !== 'string') return []
  const [about = ''] = verb.split('.')
  // What else a press names, such as the session that an action was agreed in, is not what it has its one effect on.
  const thing = data[about === 'supervision' ? 'draft' : about]
  return typeof thing === 'string' ? [`press/${person.staffCode}/${verb}/${thing}`.slice(0, 200)] : []
}

function pressedPlace({ origin, messageId }: Extract<Incoming, { kind: 'press' }>): MessagePlace | undefined {
  return messageId === undefined
    ? undefined
    : { serviceUrl: origin.serviceUrl, conversationId: origin.conversationId, messageId }
}
