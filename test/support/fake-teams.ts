import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pressedWith, typedInto } from './card-buttons.ts'
import { bodyOf, type Call, contentOf, parse, readCall, reply, type SeenMessage } from './connector-calls.ts'
import { textsIn } from './nothing-personal.ts'

export type { Call, SeenMessage } from './connector-calls.ts'

/** A person with Teams open. */
export type TeamsUser = { name: string; entraObjectId: string }

/**
 * What Teams does with a call instead of taking it. `taken` delivers and then answers as told, like a lost answer; `when`
 * takes the call no sooner than that.
 */
export type Fault =
  | { status: number; body?: unknown; headers?: Record<string, string>; taken?: boolean }
  | { when: Promise<unknown> }
  | 'hang'
  | 'reset'

export type HttpResult = { status: number; body: unknown }

const tenantId = '11111111-1111-4111-8111-111111111111'
const botId = '28:supervision'

/**
 * Our own Teams, as far as this service meets it: the connector it calls, and people who write and press. It can answer
 * late or wrongly, hang, deliver twice and in another order, which the real one does and the Playground never does.
 */
export async function fakeTeams(botAddress: () => string, host = '127.0.0.1') {
  const calls: Call[] = []
  const messages = new Map<string, SeenMessage>()
  const chats = new Map<string, string>()
  const members = new Map<string, readonly TeamsUser[]>()
  const typed: string[] = []
  let fault: (call: Call) => Fault | undefined = () => undefined
  let delayMs = 0
  let count = 0

  const server = createServer(async (request, response) => {
    const raw = await bodyOf(request)
    const call = readCall(request, raw)
    if (call === undefined) return reply(response, 404, {})
    calls.push(call)
    if (call.body.type === 'typing') return reply(response, 201, { id: `t${++count}` })
    const wrong = fault(call)
    if (wrong === 'hang') return
    if (wrong === 'reset') return void request.socket.destroy()
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs))
    if (wrong !== undefined && 'when' in wrong) await wrong.when
    const fails = wrong !== undefined && 'status' in wrong ? wrong : undefined
    const answer = fails === undefined || fails.taken ? take(call) : undefined
    if (fails !== undefined) return reply(response, fails.status, fails.body ?? {}, fails.headers)
    reply(response, call.kind === 'members' ? 200 : 201, answer ?? {})
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  const serviceUrl = `http://${host}:${(server.address() as AddressInfo).port}/`

  function take(call: Call): { id: string } | object | undefined {
    const parts = call.path.split('/').map(decodeURIComponent)
    if (call.kind === 'members') return pageOf(members.get(parts[3] ?? '') ?? [], call.body)
    if (call.kind === 'open chat') {
      const members = call.body.members as { id: string }[]
      return { id: chatOf(members[0]?.id ?? 'nobody') }
    }
    if (call.kind === 'upload') return { id: parts[2] ?? '' }
    const conversationId = parts[3] ?? ''
    if (call.kind === 'update') {
      const message = messages.get(parts[5] ?? '')
      if (message !== undefined) Object.assign(message, contentOf(call.body), { changes: message.changes + 1 })
      return { id: parts[5] ?? '' }
    }
    const id = `m${++count}`
    messages.set(id, { id, conversationId, ...contentOf(call.body), changes: 0 })
    return { id }
  }

  /** Two at a time, so that whoever reads one page alone misses somebody. */
  function pageOf(all: readonly TeamsUser[], { continuationToken = '0' }: Record<string, unknown>) {
    const from = Number(continuationToken)
    const page = all.slice(from, from + 2).map(({ name, entraObjectId }) => ({
      id: `29:${entraObjectId}`,
      name,
      ...(entraObjectId === '' ? {} : { aadObjectId: entraObjectId }),
    }))
    return { members: page, ...(from + 2 < all.length ? { continuationToken: String(from + 2) } : {}) }
  }

  function chatOf(entraObjectId: string): string {
    const known = chats.get(entraObjectId) ?? `a:chat-${chats.size + 1}`
    chats.set(entraObjectId, known)
    return known
  }

  function activity(user: TeamsUser, rest: Record<string, unknown>): Record<string, unknown> {
    return {
      id: `i${++count}`,
      channelId: 'msteams',
      serviceUrl,
      from: { id: `29:${user.entraObjectId}`, aadObjectId: user.entraObjectId, name: user.name },
      recipient: { id: botId, name: 'Supervision' },
      conversation: { id: chatOf(user.entraObjectId), conversationType: 'personal', tenantId },
      channelData: { tenant: { id: tenantId } },
      ...rest,
    }
  }

  async function postForText(
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; text: string }> {
    if (typeof body === 'object' && body !== null) {
      if ('text' in body) typed.push(...textsIn(body.text))
      if ('value' in body) typed.push(...typedInto(body.value))
    }
    const answer = await fetch(`${botAddress()}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
    return { status: answer.status, text: await answer.text() }
  }

  async function post(body: unknown, headers: Record<string, string> = {}): Promise<HttpResult> {
    const { status, text } = await postForText(body, headers)
    return { status, body: text === '' ? undefined : parse(text) }
  }

  const seenBy = (user: TeamsUser) =>
    [...messages.values()].filter((message) => message.conversationId === chatOf(user.entraObjectId))
  const pressActivity = (user: TeamsUser, verb: unknown, data: unknown, messageId?: string) =>
    activity(user, {
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: messageId,
      value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
    })

  const pressFor = (
    user: TeamsUser,
    { id, card }: SeenMessage,
    title: string,
    typedIn: Record<string, unknown> = {},
  ) => {
    const { verb, data } = pressedWith(card, title, typedIn)
    return pressActivity(user, verb, data, id)
  }

  return {
    serviceUrl,
    tenantId,
    calls,
    /** Everything that people have written and typed into cards. */
    typed,
    activity,
    pressActivity,
    post,
    /** The same, with the answer as it came over the wire. */
    postForText,
    /** Everything in a person's chat, oldest first, as it looks now. */
    seenBy,
    /** What was tried towards a person's chat, whether or not Teams took it; typing indicators apart. */
    triedTowards: (user: TeamsUser, kind: Call['kind'] = 'send') =>
      calls.filter(
        (call) =>
          call.kind === kind &&
          call.body.type !== 'typing' &&
          call.path.includes(encodeURIComponent(chatOf(user.entraObjectId))),
      ),
    /** The parts of an activity that make it come from a group chat or a channel. */
    inCompany: (conversationType: 'groupChat' | 'channel') => ({
      conversation: { id: `19:${conversationType}@thread.tacv2`, conversationType, isGroup: true, tenantId },
    }),
    /** Who is in the group chat or channel from now on. */
    gathers: (conversationType: 'groupChat' | 'channel', users: readonly TeamsUser[]) => {
      members.set(`19:${conversationType}@thread.tacv2`, users)
    },
    /** What stands in the group chat or channel. */
    seenInCompany: (conversationType: 'groupChat' | 'channel') =>
      [...messages.values()].filter(
        (message) => message.conversationId.split(';')[0] === `19:${conversationType}@thread.tacv2`,
      ),
    last: (user: TeamsUser): SeenMessage | undefined => seenBy(user).at(-1),
    lastCard: (user: TeamsUser): SeenMessage | undefined =>
      seenBy(user).findLast((message) => message.card !== undefined),
    /** Says something; what comes back is what was added to the person's chat. */
    async say(user: TeamsUser, text: string): Promise<SeenMessage[]> {
      const before = seenBy(user).length
      const { status } = await post(activity(user, { type: 'message', text, textFormat: 'plain' }))
      if (status !== 200) throw new Error(`The service answered ${status} to a message.`)
      return seenBy(user).slice(before)
    },
    /** Presses a button of a card in the person's chat with what they typed into it. */
    press: (user: TeamsUser, message: SeenMessage, title: string, typedIn: Record<string, unknown> = {}) =>
      post(pressFor(user, message, title, typedIn)),
    pressFor,
    install: (user: TeamsUser) => post(activity(user, { type: 'installationUpdate', action: 'add' })),
    uninstall: (user: TeamsUser) => post(activity(user, { type: 'installationUpdate', action: 'remove' })),
    /** What becomes of the calls that follow. */
    fails: (next: (call: Call) => Fault | undefined) => {
      fault = next
    },
    delays: (milliseconds: number) => {
      delayMs = milliseconds
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export type FakeTeams = Awaited<ReturnType<typeof fakeTeams>>
