import type { CaseServicesServer } from './case-services-server.ts'
import type { ServiceName } from './faults.ts'

export type Said = { status: number; body: unknown; headers: Headers }

/** Asks one of the services without any adapter, with a token of its own. With a body it is a POST. */
export function asking(server: CaseServicesServer, userName?: string) {
  let token: string | undefined
  return async (service: ServiceName, path: string, body?: unknown): Promise<Said> => {
    token ??= await tokenFrom(server, userName)
    const response = await fetch(server.urls[service] + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text), headers: response.headers }
  }
}

async function tokenFrom({ urls, client }: CaseServicesServer, userName: string | undefined): Promise<string> {
  const response = await fetch(`${urls.hmppsAuth}/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString('base64')}` },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      ...(userName === undefined ? {} : { username: userName }),
    }),
  })
  return ((await response.json()) as { access_token: string }).access_token
}
