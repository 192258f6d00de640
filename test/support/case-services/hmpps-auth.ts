import { type Answer, ok, refusal } from './wire.ts'

/** The one client that the tests have at HMPPS Auth. */
export const client = { id: 'supervision-assistant', secret: 'practice only' }

/**
 * HMPPS Auth: tokens for a client, for itself or in the name of a user, and whether a token that somebody shows is one of
 * them. A token is good for as long as `seconds` says at the time it is given.
 */
export function hmppsAuth(now: () => number) {
  const given = new Map<string, { until: number; userName?: string }>()
  let count = 0
  return {
    seconds: 3600,
    /** `POST /oauth/token`. What is asked may stand in the address or in the body. */
    give(authorization: string | undefined, asked: URLSearchParams): Answer {
      const proof = `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString('base64')}`
      if (authorization !== proof) return refusal(401, 'Bad credentials')
      if (asked.get('grant_type') !== 'client_credentials') return refusal(400, 'Unsupported grant type')
      const userName = asked.get('username')?.toUpperCase()
      const token = `token-${++count}`
      given.set(token, { until: now() + this.seconds * 1000, ...(userName === undefined ? {} : { userName }) })
      return ok({
        access_token: token,
        token_type: 'bearer',
        expires_in: this.seconds - 1,
        scope: 'read write',
        sub: userName ?? client.id,
        auth_source: userName === undefined ? 'none' : 'delius',
        iss: 'http://127.0.0.1/hmppsAuth/issuer',
      })
    },
    /** Whom a token stands for: a user, or the client itself; undefined where it is not good. */
    holderOf(authorization: string | undefined): { userName?: string } | undefined {
      const holder = given.get(/^Bearer (.+)$/i.exec(authorization ?? '')?.[1] ?? '')
      return holder === undefined || holder.until <= now() ? undefined : holder
    },
    /** Makes every token that was given worthless. */
    revoke: () => given.clear(),
  }
}
