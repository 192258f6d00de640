import { type IncomingMessage, request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'

/** What came back over HTTP. A body that is longer than it may be is not kept. */
export type Reply = { status: number; retryAfter?: string; body: string | 'too-long' }

export type Request = {
  method: 'GET' | 'POST'
  headers: Readonly<Record<string, string>>
  body?: string
  /** Gives the exchange up, at whatever point it is. */
  signal: AbortSignal
}

const mostBytes = 2 * 1024 * 1024
const decoder = new TextDecoder()

/**
 * One request and its whole answer, over connections that are kept open for the next ones. It is Node's own client, because a
 * call by `fetch` costs several times as much. Redirects are not followed: they could take a token elsewhere.
 * @throws when nothing or only part of an answer came.
 */
export async function oneExchange(address: string, { method, headers, body, signal }: Request): Promise<Reply> {
  if (signal.aborted) throw givenUp
  let giveUp = () => {}
  const reply = new Promise<Reply>((resolve, reject) => {
    const url = new URL(address)
    const request = (url.protocol === 'http:' ? overHttp : overHttps)(url, { method, headers })
    giveUp = () => {
      request.destroy()
      reject(givenUp)
    }
    request.on('error', reject)
    request.once('response', (response) => bodyOf(response).then((text) => resolve(replyOf(response, text)), reject))
    request.end(body)
  })
  signal.addEventListener('abort', giveUp)
  return reply.finally(() => signal.removeEventListener('abort', giveUp))
}

const givenUp = new Error('The exchange was given up.')

function replyOf({ statusCode = 0, headers }: IncomingMessage, body: Reply['body']): Reply {
  const retryAfter = headers['retry-after']
  return { status: statusCode, ...(retryAfter === undefined ? {} : { retryAfter }), body }
}

function bodyOf(response: IncomingMessage): Promise<Reply['body']> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    let length = 0
    response.on('data', (chunk: Uint8Array) => {
      length += chunk.byteLength
      if (length <= mostBytes) return void chunks.push(chunk)
      resolve('too-long')
      response.destroy()
    })
    response.once('end', () => resolve(decoder.decode(Buffer.concat(chunks))))
    // It says so too where the connection broke off in the middle.
    response.on('error', reject)
  })
}
