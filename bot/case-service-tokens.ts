import { createHash } from 'node:crypto'
import type { ConfidentialClientApplication } from '@azure/msal-node'
import { tokensOf } from './connector-credentials.ts'

/**
 * Tokens for case services that sign in with Entra: in the name of whoever asks where Teams gave their token, else in the
 * service's own name. A user's token that Entra does not accept is never replaced by the service's own: what they may not
 * be told is for the case services to say.
 */
export function entraCaseTokens(
  application: ConfidentialClientApplication,
  scope: string,
): (viewer: { userToken?: string }) => Promise<string> {
  const own = tokensOf(application)
  const underWay = new Map<string, Promise<string>>()

  // MSAL keeps what it got for a user's token, and asks again shortly before it ends.
  const onBehalfOf = async (oboAssertion: string) => {
    const result = await application.acquireTokenOnBehalfOf({ oboAssertion, scopes: [scope] })
    if (result === null) throw new Error('Entra gave no token.')
    return result.accessToken
  }
  return ({ userToken }) => {
    if (userToken === undefined) return own(scope)
    const key = createHash('sha256').update(userToken).digest('base64')
    const asked = underWay.get(key) ?? onBehalfOf(userToken).finally(() => underWay.delete(key))
    underWay.set(key, asked)
    return asked
  }
}
