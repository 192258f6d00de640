import { createHash } from 'node:crypto'
import type { ConfidentialClientApplication } from '@azure/msal-node'
import { tokensOf } from './connector-credentials.ts'

/** MSAL forgets nothing by itself, and Teams gives everybody a new token every hour. */
const mostKept = 1000

/**
 * Tokens for case services that sign in with Entra: in the name of whoever asks where Teams gave their token, else in the
 * service's own name. A user's token that Entra does not accept is never replaced by the service's own: what they may not
 * be told is for the case services to say. There are two applications, so that nothing that was got for a person lies where
 * the service looks for its own. `refused` is a token that a service turned away: the service's own is asked for anew, and
 * of a person there is no other.
 * @throws when there is none to be had. The error names nobody.
 */
export function entraCaseTokens(
  applications: { own: ConfidentialClientApplication; ofPeople: ConfidentialClientApplication },
  scope: string,
): (viewer: { userToken?: string }, refused?: string) => Promise<string> {
  const own = tokensOf(applications.own)
  let exchanged = 0
  const underWay = new Map<string, Promise<string>>()

  // MSAL keeps what it got for a user's token, and asks again shortly before it ends.
  const onBehalfOf = async (oboAssertion: string) => {
    const result = await applications.ofPeople.acquireTokenOnBehalfOf({ oboAssertion, scopes: [scope] })
    if (result === null) throw new Error('Entra gave no token.')
    if (!result.fromCache && ++exchanged % mostKept === 0) applications.ofPeople.clearCache()
    return result.accessToken
  }
  return async ({ userToken }, refused) => {
    if (userToken === undefined) return own(scope, refused)
    if (refused !== undefined) throw new Error('A case service turned the token of this person away.')
    const key = createHash('sha256').update(userToken).digest('base64')
    const asked = underWay.get(key) ?? onBehalfOf(userToken).finally(() => underWay.delete(key))
    underWay.set(key, asked)
    return asked
  }
}
