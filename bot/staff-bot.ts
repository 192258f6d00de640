import type { TurnContext } from 'botbuilder'
import { z } from 'zod'
import type { Logger } from 'pino'
import { exampleNameFor } from '../dialogs/menu.ts'
import { press, say } from '../dialogs/converse.ts'
import { type Desk, Place, type Reply, type Turn } from '../dialogs/turn.ts'
import { welcomeCard } from '../cards/welcome-card.ts'
import type { AuditNote } from '../domain/audit.ts'
import { EntraObjectId } from '../domain/ids.ts'
import type { Message, MessagePlace } from '../domain/ports.ts'
import { isInPost, type Person } from '../domain/staff.ts'
import type { Messenger, Notice } from '../domain/ports.ts'
import type { Store } from '../store/open-store.ts'
import type { ActingAs } from './act-as.ts'
import type { Background } from './background.ts'
import type { Clock } from './clock.ts'
import type { Incoming, Origin } from './incoming.ts'
import { inOrder } from './in-order.ts'
import { movedOn } from './moved-on.ts'
import { cardContentType, messageActivity } from './message-activity.ts'
import { deliveryFromError } from './messenger.ts'
import type { ServiceMetrics } from './metrics.ts'
import type { Recently } from './recently.ts'

export type BotParts = {
  store: Store
  desk: Desk
  messenger: Messenger
  reach: (notice: Notice) => Promise<unknown>
  clock: Clock
  background: Background
  metrics: ServiceMetrics
  log: Logger
  /** Local mode only: lets one person try the parts of several. */
  actingAs?: ActingAs
  /** Chats that were found unchanged in the last minute. */
  lastSeen: Recently
  /** How long sending an answer may take, in milliseconds: to a message, and below a card that was pressed. */
  deadlines: { send: number; withinPress: number }
}

/** What an invoke is answered with; the channel wants it never empty, and 200 also for a refusal. */
type InvokeAnswer = { statusCode: 200; type: string; value: unknown }

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

type Outcome = 'answered' | 'repeated' | 'refused'

async function answer(parts: BotParts, context: TurnContext, incoming: Incoming): Promise<Outcome> {
  switch (incoming.kind) {
    case 'other':
      return 'answered'
    case 'other-invoke':
      await answerInvoke(context, says('I cannot do that here.'))
      return 'answered'
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

async function answerText(parts: BotParts, context: TurnContext, incoming: Extract<Incoming, { kind: 'text' }>): Promise<Outcome> {
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
  const typing = setTimeout(() => parts.background.run('typing', () => context.sendActivity({ type: 'typing' })), typingAfterMs)
  try {
    const { turn, keepPlace } = await turnOf(parts, origin, person)
    context.turnState.set(mayHaveSaved, true)
    const reply = await say(incoming.text, turn, parts.desk)
    await keepPlace(reply.place)
    if (key !== undefined && (await store.answered.keep([key], 'sent', clock.now(), reply.notes ?? [])) === 'already') return 'repeated'
    clearTimeout(typing)
    const place = await send(parts, context, reply.message)
    await afterwards(parts, person, reply, place)
  } finally {
    clearTimeout(typing)
  }
  return 'answered'
}

async function answerPress(parts: BotParts, context: TurnContext, incoming: Extract<Incoming, { kind: 'press' }>): Promise<Outcome> {
  const { store, clock } = parts
  const { origin } = incoming
  // A client that refreshes a card by itself must get an answer and cause nothing: an edit would make it refresh again.
  if (incoming.automatic) {
    await answerInvoke(context, says('This card is up to date.'))
    return 'answered'
  }
  const key = activityKey(origin)
  const person = await whoSpeaks(parts, origin)
  if (person === undefined) return unknownPerson(parts, context, origin, key, true)
  const keys = [...(key === undefined ? [] : [key]), ...pressKey(person, incoming)]
  const first = keys.length === 0 ? undefined : await store.answered.find(keys)
  if (first !== undefined) {
    await answerInvoke(context, first)
    return 'repeated'
  }
  const { turn, keepPlace } = await turnOf(parts, origin, person)
  context.turnState.set(mayHaveSaved, true)
  const reply = await press(incoming.verb, incoming.data, turn, parts.desk)
  await keepPlace(reply.place)
  const below = reply.below === true && 'card' in reply.message
  const given = below ? says('Shown below.') : asInvokeAnswer(reply.message)
  const kept = reply.final ? keys : keys.slice(0, key === undefined ? 0 : 1)
  if (below) {
    // That somebody looks is written down first; that they were shown it is true only after it was sent.
    await store.answered.keep([], given, clock.now(), reply.notes ?? [])
    const place = await send(parts, context, reply.message, parts.deadlines.withinPress)
    await store.answered.keep(kept, given, clock.now(), [])
    await afterwards(parts, person, reply, place)
  } else {
    const card = await cardInPlace(parts, person, reply, pressedPlace(incoming))
    if ((await store.answered.keep(kept, given, clock.now(), reply.notes ?? [], card?.becomesCurrent)) === 'already') {
      await answerInvoke(context, (await store.answered.find(keys)) ?? given)
      return 'repeated'
    }
    card?.change()
  }
  await answerInvoke(context, given)
  return 'answered'
}

/**
 * The answer to a press as a card where the pressed one stood. The stored message is changed too, or the client would show
 * the old card again later; a copy that was current elsewhere changes with it.
 */
async function cardInPlace(parts: BotParts, person: Person, { shows, message }: Reply, place: MessagePlace | undefined) {
  if (shows === undefined || place === undefined || !('card' in message)) return undefined
  const [current] = await parts.store.shownCards.of(shows, person.staffCode)
  const elsewhere = current !== undefined && current.messageId !== place.messageId
  return {
    becomesCurrent: elsewhere || current === undefined ? { thing: shows, to: person.staffCode, place } : undefined,
    change(): void {
      for (const where of elsewhere ? [place, current] : [place]) {
        parts.background.run('update', () => parts.messenger.update(where, message))
      }
    },
  }
}

/**
 * Keeps one current card about each thing in front of a person: when an answer came as a new message, the card that was
 * current says that it moved on, and an answer in words changes the current card to what holds now.
 */
async function afterwards(parts: BotParts, person: Person, reply: Reply, place: MessagePlace | undefined): Promise<void> {
  const { shownCards } = parts.store
  const update = (where: MessagePlace, message: Message) => parts.background.run('update', () => parts.messenger.update(where, message))
  const { shows, refreshes, message } = reply
  if (refreshes !== undefined) {
    const [current] = await shownCards.of(refreshes.thing, person.staffCode)
    if (current !== undefined) update(current, refreshes.card)
  }
  if (shows === undefined || !('card' in message)) return
  const [current] = await shownCards.of(shows, person.staffCode)
  if (current !== undefined && current.messageId !== place?.messageId) update(current, movedOn)
  if (place !== undefined) await shownCards.remember(shows, person.staffCode, place, parts.clock.now())
}

async function whoSpeaks(parts: BotParts, origin: Origin): Promise<Person | undefined> {
  const sender = EntraObjectId.safeParse(origin.entraObjectId)
  if (!sender.success) return undefined
  const sent = await parts.store.staff.byEntraId(sender.data)
  const known = sent !== undefined && isInPost(sent, parts.clock.today().toString()) ? sent : undefined
  if (known !== undefined && origin.chat === 'personal') await rememberChat(parts, known, sender.data, origin)
  return known && ((await parts.actingAs?.personFor(origin)) ?? known)
}

/** Keeps how to reach somebody, and brings them what has been waiting for them when that is news. */
async function rememberChat(parts: BotParts, person: Person, entraObjectId: EntraObjectId, origin: Origin): Promise<void> {
  const { conversations, notices } = parts.store
  const { tenantId, serviceUrl, conversationId, userId, botId, channelId } = origin
  const seen = `${entraObjectId} ${tenantId} ${serviceUrl} ${conversationId} ${userId}`
  if (parts.lastSeen.has(seen)) return
  const known = await conversations.find(entraObjectId)
  const same = known?.conversationId === conversationId && known.serviceUrl === serviceUrl && known.tenantId === tenantId && known.userId === userId
  if (!same) {
    await conversations.remember({ tenantId, entraObjectId, serviceUrl, conversationId, userId, botId, channelId }, parts.clock.now())
    // An address seen before this one is no longer the one that is kept.
    parts.lastSeen.forget()
  }
  parts.lastSeen.add(seen)
  parts.background.run('waiting notices', async () => {
    for (const notice of await notices.undelivered(person.staffCode)) await parts.reach(notice)
  })
}

async function turnOf(parts: BotParts, origin: Origin, person: Person) {
  const { state } = parts.store
  const key = `place/${origin.tenantId}/${origin.conversationId}/${person.staffCode}`
  const stored = (await state.read([key]))[key]
  const place = Place.safeParse(stored).data ?? {}
  const turn: Turn = { person, personal: origin.chat === 'personal', now: parts.clock.now(), today: parts.clock.today(), place }
  const keepPlace = async (next: Place | undefined) => {
    if (next === undefined || next.draft === place.draft) return
    await state.write({ [key]: { ...next, eTag: stored?.eTag } }).catch(async () => {
      // Another instance wrote meanwhile. It is only where the conversation stands, so the later turn has its way.
      await state.write({ [key]: { ...next, eTag: '*' } })
    })
  }
  return { turn, keepPlace }
}

async function unknownPerson(parts: BotParts, context: TurnContext, origin: Origin, key: string | undefined, invoke: boolean): Promise<Outcome> {
  const note: AuditNote = { event: 'door.unknown-person', at: parts.clock.now(), thing: EntraObjectId.safeParse(origin.entraObjectId).data }
  await parts.store.answered.keep(key === undefined ? [] : [key], says(stranger), parts.clock.now(), [note])
  if (invoke) await answerInvoke(context, says(stranger))
  else await send(parts, context, { text: stranger })
  return 'refused'
}

async function installed(parts: BotParts, context: TurnContext, origin: Origin): Promise<Outcome> {
  if (origin.chat !== 'personal') return 'answered'
  const person = await whoSpeaks(parts, origin)
  const sender = EntraObjectId.safeParse(origin.entraObjectId)
  if (person === undefined || !sender.success) return 'refused'
  if (!(await parts.store.conversations.claimWelcome(origin.tenantId, sender.data, parts.clock.now()))) return 'repeated'
  const exampleName = await exampleNameFor(person, parts.clock.today().toString(), parts.desk)
  await send(parts, context, welcomeCard({ person, exampleName }))
  return 'answered'
}

async function uninstalled(parts: BotParts, origin: Origin): Promise<void> {
  const sender = EntraObjectId.safeParse(origin.entraObjectId)
  parts.lastSeen.forget()
  if (sender.success && origin.chat === 'personal') await parts.store.conversations.forget(origin.tenantId, sender.data)
}

/** Sends an answer into the conversation it belongs to. A channel that does not answer in time does not hold up the turn. */
async function send(
  parts: BotParts,
  context: TurnContext,
  message: Message,
  deadlineMs = parts.deadlines.send,
): Promise<MessagePlace | undefined> {
  const { serviceUrl, conversation } = context.activity
  const late = AbortSignal.timeout(deadlineMs)
  const sent = await Promise.race([
    context.sendActivity(messageActivity(message)),
    new Promise<never>((_resolve, reject) => late.addEventListener('abort', () => reject(new NotSent('late')), { once: true })),
  ]).catch((error: unknown) => {
    if (error instanceof NotSent) throw error
    throw new NotSent(deliveryFromError(error).outcome === 'too-big' ? 'too-big' : 'refused')
  })
  parts.metrics.sends.inc({ outcome: 'delivered' })
  return sent?.id ? { serviceUrl, conversationId: conversation.id, messageId: sent.id } : undefined
}

/** An answer did not get out: the channel did not say in time whether it took it, found it too big, or refused it. */
export class NotSent extends Error {
  readonly why: 'late' | 'too-big' | 'refused'

  constructor(why: NotSent['why']) {
    super(why)
    this.name = 'NotSent'
    this.why = why
  }
}

/** Set in a turn from where something may have been saved by it. */
export const mayHaveSaved = Symbol('may have saved')

const Given = z.object({ type: z.string(), value: z.unknown() })

/** Answers a press the way it was made: by invoke, or by message where the client pressed with one. */
async function answerInvoke(context: TurnContext, body: unknown): Promise<void> {
  if (context.activity.type === 'invoke') {
    await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } })
    return
  }
  const { data } = Given.safeParse(body)
  if (typeof data?.value === 'string') await context.sendActivity(messageActivity({ text: data.value }))
  else if (typeof data?.value === 'object' && data.value !== null) {
    await context.sendActivity(messageActivity({ card: data.value, summary: 'An answer to a button' }))
  }
}

/** The answer to a press that says only a sentence. */
export function says(sentence: string): InvokeAnswer {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: sentence }
}

function asInvokeAnswer(message: Message): InvokeAnswer {
  return 'text' in message ? says(message.text) : { statusCode: 200, type: cardContentType, value: message.card }
}

function activityKey({ tenantId, conversationId, activityId }: Origin): string | undefined {
  return activityId === undefined ? undefined : `activity/${tenantId}/${conversationId}/${activityId}`
}

/** The key of a press that has one effect only, whichever copy of the card it came from and however often. */
function pressKey(person: Person, { verb, data }: Extract<Incoming, { kind: 'press' }>): string[] {
  const thing = data.draft ?? data.session
  return typeof verb === 'string' && typeof thing === 'string' ? [`press/${person.staffCode}/${verb}/${thing}`.slice(0, 200)] : []
}

function pressedPlace({ origin, messageId }: Extract<Incoming, { kind: 'press' }>): MessagePlace | undefined {
  return messageId === undefined ? undefined : { serviceUrl: origin.serviceUrl, conversationId: origin.conversationId, messageId }
}
