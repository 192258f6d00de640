import sinon from 'sinon'

/** Where the Entra of the tests is: no connection to it is ever made. */
export const entraAddress = 'https://entra.example'

/**
 * Entra, as far as this service meets it: a token for the service itself, and one on behalf of each person whose token is
 * shown. It stands in for `fetch`, because MSAL takes no address that is not https. `asked` are the tokens shown, in order;
 * `itself` stands for the service.
 */
export function anEntra() {
  const asked: string[] = []
  const real = globalThis.fetch
  const json = (body: unknown) =>
    new Response(JSON.stringify(body), { status: 200, headers: { 'content-type': 'application/json' } })
  const fetched: typeof globalThis.fetch = async (input, init) => {
    const url = String(input instanceof Request ? input.url : input)
    if (!url.startsWith(entraAddress)) return real(input, init)
    const tenant = `${entraAddress}/${new URL(url).pathname.split('/')[1]}`
    if (!url.includes('/token')) {
      return json({
        issuer: `${tenant}/v2.0`,
        authorization_endpoint: `${tenant}/oauth2/v2.0/authorize`,
        token_endpoint: `${tenant}/oauth2/v2.0/token`,
        jwks_uri: `${tenant}/keys`,
      })
    }
    const assertion = new URLSearchParams(String(init?.body)).get('assertion') ?? 'itself'
    asked.push(assertion)
    return json({ token_type: 'Bearer', access_token: `for ${assertion}`, expires_in: 3600 })
  }
  sinon.replace(globalThis, 'fetch', fetched)
  return { asked, end: () => sinon.restore() }
}
