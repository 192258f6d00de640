import { z } from 'zod'

/** The sort of conversation something came from. What may be shown differs: only a personal chat is private. */
export type Chat = 'personal' | 'group' | 'channel'

/** Where something came from, and by whom it says it was sent; the token has vouched for the service that says so. */
export type Origin = {
  activityId?: string
  tenantId: string
  conversationId: string
  chat: Chat
  serviceUrl: string
  channelId: string
  /** The sender's Entra object id, as the channel gives it. */
  entraObjectId?: string
  userId: string
  botId: string
}

/** All that can come in, parsed once. */
export type Incoming =
  | { kind: 'text'; origin: Origin; text: string }
  /** `messageId` is the message the card stands in. `automatic` is the client refreshing a card by itself. */
  | {
      kind: 'press'
      origin: Origin
      verb: unknown
      data: Record<string, unknown>
      automatic: boolean
      messageId?: string
      /** With which Teams says who pressed, where it does. */
      userToken?: string
    }
  | { kind: 'installed'; origin: Origin }
  | { kind: 'uninstalled'; origin: Origin }
  | { kind: 'members'; origin: Origin }
  /** What was pressed on Teams's own card that asks whether a file may be saved. `context` is what the card carried. */
  | {
      kind: 'file-consent'
      origin: Origin
      accepted: boolean
      context: unknown
      upload?: { uploadUrl: string; contentUrl: string; name: string; uniqueId: string; fileType: string }
    }
  /** Teams signs somebody in by itself. `id` and `connectionName` go back with the answer. */
  | { kind: 'sign-in'; origin: Origin; id?: string; connectionName?: string; userToken?: string }
  /** An invoke of another sort, which wants an answer all the same. */
  | { kind: 'other-invoke'; origin: Origin }
  | { kind: 'other'; origin: Origin }

const Account = z.object({ id: z.string().min(1), aadObjectId: z.string().optional() })
const AnyObject = z.record(z.string(), z.unknown())

const WireActivity = z.object({
  type: z.string().min(1),
  id: z.string().optional(),
  name: z.string().optional(),
  action: z.string().optional(),
  channelId: z.string().min(1),
  serviceUrl: z.string().min(1),
  from: Account,
  recipient: z.object({ id: z.string() }).optional(),
  conversation: z.object({
    id: z.string().min(1),
    conversationType: z.string().optional(),
    isGroup: z.boolean().nullish(),
    tenantId: z.string().nullish(),
  }),
  channelData: z
    .object({ tenant: z.object({ id: z.string() }).nullish() })
    .nullish()
    .catch(undefined),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  replyToId: z.string().nullish(),
  membersAdded: z.array(z.unknown()).nullish().catch(undefined),
  entities: z.array(z.unknown()).nullish().catch(undefined),
})
type WireActivity = z.infer<typeof WireActivity>

const mostMentions = 50
const MentionEntity = z.object({
  type: z.literal('mention'),
  text: z.string().min(1).max(300),
  mentioned: z.object({ id: z.string() }),
})
const UserToken = z.string().min(1).max(16_000)
const CardPress = z.object({
  action: z.object({ verb: z.unknown().optional(), data: AnyObject.nullish() }),
  trigger: z.string().nullish(),
  authentication: z.object({ token: UserToken }).nullish().catch(undefined),
})

const shortText = z.string().max(4000)
const SignIn = z.object({
  id: shortText.optional().catch(undefined),
  connectionName: shortText.optional().catch(undefined),
  token: UserToken.optional().catch(undefined),
})
const FileConsent = z.object({
  action: z.enum(['accept', 'decline']),
  context: z.unknown(),
  uploadInfo: z
    .object({
      uploadUrl: shortText,
      contentUrl: shortText,
      name: shortText,
      uniqueId: shortText,
      fileType: shortText,
    })
    .nullish()
    .catch(undefined),
})

/** An activity as one of the things that can come in; undefined when it is no activity. */
export function readIncoming(body: unknown): Incoming | undefined {
  const parsed = WireActivity.safeParse(body)
  if (!parsed.success) return undefined
  const activity = parsed.data
  const origin = originOf(activity)
  switch (activity.type) {
    case 'message':
      return readMessage(activity, origin)
    case 'invoke': {
      if (activity.name === 'fileConsent/invoke') return readFileConsent(activity, origin)
      if (activity.name === 'signin/tokenExchange') {
        const { token: userToken, ...named } = SignIn.safeParse(activity.value).data ?? {}
        return { kind: 'sign-in', origin, ...named, userToken }
      }
      if (activity.name !== 'adaptiveCard/action') return { kind: 'other-invoke', origin }
      const press = CardPress.safeParse(activity.value)
      if (!press.success) return { kind: 'press', origin, verb: undefined, data: {}, automatic: false }
      return {
        kind: 'press',
        origin,
        verb: press.data.action.verb,
        data: press.data.action.data ?? {},
        automatic: press.data.trigger === 'automatic',
        messageId: activity.replyToId ?? undefined,
        userToken: press.data.authentication?.token,
      }
    }
    case 'installationUpdate':
      return { kind: activity.action?.startsWith('remove') ? 'uninstalled' : 'installed', origin }
    case 'conversationUpdate':
      return { kind: activity.membersAdded?.length ? 'members' : 'other', origin }
    default:
      return { kind: 'other', origin }
  }
}

function readFileConsent({ value }: WireActivity, origin: Origin): Incoming {
  const { data } = FileConsent.safeParse(value)
  if (data === undefined) return { kind: 'other-invoke', origin }
  const { action, context, uploadInfo } = data
  return {
    kind: 'file-consent',
    origin,
    accepted: action === 'accept',
    context,
    ...(uploadInfo && { upload: uploadInfo }),
  }
}

/** Some clients send a card's button as a message with a value instead of an invoke. */
function readMessage(activity: WireActivity, origin: Origin): Incoming {
  const value = AnyObject.safeParse(activity.value)
  if (!activity.text && value.success && 'verb' in value.data) {
    const { verb, ...data } = value.data
    return { kind: 'press', origin, verb, data, automatic: false, messageId: activity.replyToId ?? undefined }
  }
  return { kind: 'text', origin, text: withoutMentions(activity) }
}

function originOf(activity: WireActivity): Origin {
  const { conversation, channelData } = activity
  return {
    activityId: activity.id,
    tenantId: (conversation.tenantId ?? channelData?.tenant?.id ?? '').toLowerCase(),
    conversationId: conversation.id,
    chat: chatOf(conversation),
    serviceUrl: activity.serviceUrl,
    channelId: activity.channelId,
    entraObjectId: activity.from.aadObjectId,
    userId: activity.from.id,
    botId: activity.recipient?.id ?? '',
  }
}

/** A sort of conversation that is not known has others in it until shown otherwise. */
function chatOf({ conversationType = 'personal', isGroup }: WireActivity['conversation']): Chat {
  if (conversationType === 'channel') return 'channel'
  return conversationType === 'personal' && isGroup !== true ? 'personal' : 'group'
}

/** The text without the mention of the assistant; other people's names stay, as words. Trusts the entities, not the text. */
function withoutMentions(activity: WireActivity): string {
  let text = activity.text ?? ''
  for (const entity of (activity.entities ?? []).slice(0, mostMentions)) {
    const mention = MentionEntity.safeParse(entity)
    if (!mention.success) continue
    const own = mention.data.mentioned.id === activity.recipient?.id
    const name = own ? '' : mention.data.text.replace(/<\/?at[^<>]{0,100}>/g, '')
    // By function: in a replacement text, characters such as $' would have a meaning.
    text = text.replace(mention.data.text, () => name)
  }
  return text.trim()
}
