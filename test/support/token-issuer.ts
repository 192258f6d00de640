import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const base64url = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')

/** How a token is made wrong on purpose. */
export type Token = {
  claims?: Record<string, unknown>
  header?: Record<string, unknown>
  /** `wrong` is a key that nobody published; `public` signs with the published key as a shared secret. */
  key?: 'right' | 'unendorsed' | 'wrong' | 'public' | 'none'
}

/**
 * An issuer of channel tokens on this machine: it publishes its keys as the Bot Framework does, one with the endorsement
 * for Teams and one without, and signs whatever it is asked to.
 */
export async function tokenIssuer(appId: string, serviceUrl: () => string) {
  const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
  const right = pair()
  const unendorsed = pair()
  const wrong = pair()
  const jwk = (kid: string, key: KeyObject, endorsements: string[]) => ({
    ...key.export({ format: 'jwk' }),
    kid,
    use: 'sig',
    alg: 'RS256',
    endorsements,
  })
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json')
    if (request.url === '/keys') {
      const keys = [jwk('right', right.publicKey, ['msteams']), jwk('unendorsed', unendorsed.publicKey, ['webchat'])]
      return response.end(JSON.stringify({ keys }))
    }
    response.end(
      JSON.stringify({ issuer, jwks_uri: `${address}/keys`, id_token_signing_alg_values_supported: ['RS256'] }),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const issuer = 'https://issuer.example'

  function token({ claims, header, key = 'right' }: Token = {}): string {
    const now = Math.floor(Date.now() / 1000)
    const body = {
      iss: issuer,
      aud: appId,
      iat: now,
      nbf: now - 60,
      exp: now + 3600,
      serviceurl: serviceUrl(),
      ...claims,
    }
    const algorithm = key === 'none' ? 'none' : key === 'public' ? 'HS256' : 'RS256'
    const signed = `${base64url({ alg: algorithm, typ: 'JWT', kid: key === 'unendorsed' ? 'unendorsed' : 'right', ...header })}.${base64url(body)}`
    return `${signed}.${signature(signed, key)}`
  }

  function signature(signed: string, key: NonNullable<Token['key']>): string {
    if (key === 'none') return ''
    if (key === 'public') {
      return createHmac('sha256', right.publicKey.export({ format: 'pem', type: 'spki' }))
        .update(signed)
        .digest('base64url')
    }
    const signer = { right, unendorsed, wrong }[key]
    return createSign('RSA-SHA256').update(signed).sign(signer.privateKey, 'base64url')
  }

  return {
    metadataUrl: `${address}/metadata`,
    issuer,
    token,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}
