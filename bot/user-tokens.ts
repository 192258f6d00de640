import { z } from 'zod'
import { EntraObjectId } from '../domain/ids.ts'

const Claims = z.object({ oid: EntraObjectId, exp: z.number() })
const mostPeople = 1000
/** A token that ends within this time is of no more use: a call with it could come too late. */
const spareMs = 60_000

/** The tokens with which Teams proved who people are. They are held in memory alone, until they end. */
export type UserTokens = {
  /** Takes a token that came with something this person sent; one of somebody else is left alone. */
  learn(person: string | undefined, token: string | undefined): void
  of(person: string | undefined): string | undefined
}

/**
 * Remembers the token of each person who sent one. Whether a token is genuine is for Entra to say when it is exchanged;
 * here it has only to be about the person whom the channel says it came from.
 */
export function userTokens(now: () => number): UserTokens {
  const kept = new Map<string, { token: string; until: number }>()
  return {
    learn(person, token) {
      if (person === undefined || token === undefined) return
      const claims = claimsOf(token)
      if (claims === undefined || claims.oid !== person.toLowerCase()) return
      kept.delete(claims.oid)
      kept.set(claims.oid, { token, until: claims.exp * 1000 - spareMs })
      const [oldest] = kept.keys()
      if (kept.size > mostPeople && oldest !== undefined) kept.delete(oldest)
    },
    of(person) {
      const found = person === undefined ? undefined : kept.get(person.toLowerCase())
      return found !== undefined && now() < found.until ? found.token : undefined
    },
  }
}

function claimsOf(token: string) {
  const [, body] = token.split('.')
  if (body === undefined) return undefined
  try {
    return Claims.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8'))).data
  } catch {
    return undefined
  }
}
