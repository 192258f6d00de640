import { bulkhead, handleAll, retry, TimeoutStrategy, timeout, wrap } from 'cockatiel'
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { CaseViewer } from '../../domain/case-view.ts'
import { oneExchange } from './one-exchange.ts'
import type { TokenSource } from './token-source.ts'

export type HmppsAuthOptions = {
  /** Base address of HMPPS Auth. */
  url: string
  clientId: string
  clientSecret: string
  /** The user name by which the case services know somebody. */
  usernameOf: (viewer: CaseViewer) => Promise<string | undefined>
  clock: () => Temporal.Instant
  /** Milliseconds for one request. */
  call?: number
}

/** Seconds: a token is renewed so long before it ends; one that says nothing of its end is taken to last so long. */
const renewBefore = 60
const lastsUnsaid = 120
const mostKept = 500

const Granted = z.object({ access_token: z.string().min(1), expires_in: z.number().positive().optional() })

type Kept = { token: string; renewAt: number; endsAt: number }

/**
 * Client-credentials tokens of HMPPS Auth, on behalf of whoever asks where their user name is known. Each is kept until
 * shortly before it ends, and asked for once however many wait for it. One that still holds is used while its renewal fails.
 */
export function hmppsAuthToken(options: HmppsAuthOptions): TokenSource {
  const { url, clientId, clientSecret, usernameOf, clock, call = 3000 } = options
  const kept = new Map<string, Kept>()
  const coming = new Map<string, Promise<string>>()
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64')
  const line = wrap(
    retry(handleAll, { maxAttempts: 1 }),
    bulkhead(10, 1000),
    timeout(call, TimeoutStrategy.Cooperative),
  )

  async function granted(username: string): Promise<z.infer<typeof Granted>> {
    const asked = { grant_type: 'client_credentials', ...(username === '' ? {} : { username }) }
    const reply = await line.execute(({ signal }) =>
      oneExchange(`${url.replace(/\/+$/, '')}/oauth/token`, {
        method: 'POST',
        headers: {
          authorization: `Basic ${basic}`,
          accept: 'application/json',
          'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
        },
        body: new URLSearchParams(asked).toString(),
        signal,
      }).then((come) => {
        if (come.status >= 500) throw noToken()
        return come
      }),
    )
    if (reply.status !== 200) throw noToken()
    return Granted.parse(JSON.parse(reply.body))
  }

  async function renewed(username: string): Promise<string> {
    const asked = clock().epochMilliseconds / 1000
    const { access_token: token, expires_in: lasts = lastsUnsaid } = await granted(username)
    kept.delete(username)
    kept.set(username, { token, renewAt: asked + Math.max(lasts - renewBefore, lasts / 2), endsAt: asked + lasts })
    const oldest = kept.keys().next().value
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
    return token
  }

  /** One request for each user name at a time. */
  function renewedOnce(username: string): Promise<string> {
    const under = coming.get(username) ?? renewed(username).finally(() => coming.delete(username))
    coming.set(username, under)
    return under
  }

  return async (viewer, refused) => {
    const username = (viewer === undefined ? undefined : await usernameOf(viewer)) ?? ''
    const mine = kept.get(username)
    if (mine !== undefined && mine.token === refused) kept.delete(username)
    const now = clock().epochMilliseconds / 1000
    const held = kept.get(username)
    if (held !== undefined && now < held.renewAt) return held.token
    try {
      return await renewedOnce(username)
    } catch {
      if (held !== undefined && now < held.endsAt) return held.token
      throw noToken()
    }
  }
}

/** It says nothing of who asked, nor what was answered. */
function noToken(): Error {
  return new Error('HMPPS Auth gave no token.')
}
