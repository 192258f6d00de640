import { request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import type { ConnectorClient, ConnectorFactory } from 'botframework-connector'

/** The answer of the channel to a call that it did not take. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken'
  readonly statusCode: number
  /** Says why, and may quote what was sent, so it is for no log. */
  readonly body: string
  readonly retryAfter: string | undefined

  constructor(statusCode: number, body: string, retryAfter: string | undefined) {
    super(`The channel answered ${statusCode}.`)
    this.statusCode = statusCode
    this.body = body
    this.retryAfter = retryAfter
  }
}

type Method = 'GET' | 'POST' | 'PUT'
/** `timeout`: how long the call may take in milliseconds, to the last byte of its answer. */
type Options = { timeout?: number }
type Page = { pageSize: number; continuationToken: string }

/**
 * What calls the channel, in place of botbuilder's own client, of which a call costs several times as much. It makes exactly
 * one request for one call: a message that was sent again after a lost answer could reach a person twice, and a redirection
 * could lead to a host that nobody checked. It knows the five calls that this service makes. `token` gives the bearer token
 * of a call; without it nothing is signed.
 */
export function connectors(token: (() => Promise<string>) | undefined): ConnectorFactory {
  return {
    async create(serviceUrl) {
      const root = `${serviceUrl.replace(/\/+$/, '')}/v3/conversations`
      const call = async (method: Method, path: string, body: unknown, { timeout }: Options = {}) =>
        exchange(
          method,
          new URL(`${root}${path}`),
          body === undefined ? undefined : JSON.stringify(body),
          await token?.(),
          timeout,
        )
      const to = (conversation: string) => `/${encodeURIComponent(conversation)}/activities`
      const conversations = {
        createConversation: (chat: unknown, options?: Options) => call('POST', '', chat, options),
        sendToConversation: (conversation: string, activity: unknown, options?: Options) =>
          call('POST', to(conversation), activity, options),
        replyToActivity: (conversation: string, id: string, activity: unknown, options?: Options) =>
          call('POST', `${to(conversation)}/${encodeURIComponent(id)}`, activity, options),
        updateActivity: (conversation: string, id: string, activity: unknown, options?: Options) =>
          call('PUT', `${to(conversation)}/${encodeURIComponent(id)}`, activity, options),
        getConversationPagedMembers: (
          conversation: string,
          { pageSize, continuationToken, ...options }: Page & Options,
        ) => {
          const page = new URLSearchParams({
            pageSize: String(pageSize),
            ...(continuationToken && { continuationToken }),
          })
          return call('GET', `/${encodeURIComponent(conversation)}/pagedmembers?${page}`, undefined, options)
        },
      }
      return { conversations } as unknown as ConnectorClient
    },
  }
}

/**
 * One request and its answer, parsed; undefined where the channel took it and said nothing that can be read.
 * @throws {NotTaken} when the channel answers that it did not take it; another error when there is no answer, or none in time.
 */
async function exchange(
  method: Method,
  url: URL,
  body: string | undefined,
  token: string | undefined,
  timeout: number | undefined,
): Promise<unknown> {
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    accept: '*/*',
    'user-agent': 'supervision-assistant',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  }
  const request = (url.protocol === 'http:' ? overHttp : overHttps)(url, { method, headers })
  let late: NodeJS.Timeout | undefined
  const answered = new Promise<{ status: number; text: string; retryAfter: string | undefined }>((resolve, reject) => {
    request.on('error', reject)
    request.once('response', (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => {
        text += part
      })
      response.on('error', reject)
      response.once('end', () =>
        resolve({ status: response.statusCode ?? 0, text, retryAfter: response.headers['retry-after'] }),
      )
    })
    if (timeout === undefined) return
    late = setTimeout(() => {
      const error = new Error('The channel did not answer in time.')
      request.destroy(error)
      reject(error)
    }, timeout)
  })
  request.end(body)
  const { status, text, retryAfter } = await answered.finally(() => clearTimeout(late))
  if (status < 200 || status >= 300) throw new NotTaken(status, text, retryAfter)
  return parsed(text)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
