/** What came back over HTTP. A body that is longer than it may be is not kept. */
export type Reply = { status: number; retryAfter?: string; body: string | 'too-long' }

export type Fetch = typeof globalThis.fetch

const mostBytes = 2 * 1024 * 1024

/**
 * One request and its whole answer. Redirects are not followed: they could take a token elsewhere.
 * @throws what `fetch` throws, when nothing or only part of an answer came.
 */
export async function oneExchange(fetch: Fetch, address: string, request: RequestInit): Promise<Reply> {
  const response = await fetch(address, { ...request, redirect: 'manual' })
  const retryAfter = response.headers.get('retry-after')
  return {
    status: response.status,
    ...(retryAfter === null ? {} : { retryAfter }),
    body: await bodyOf(response),
  }
}

async function bodyOf(response: Response): Promise<string | 'too-long'> {
  if (response.body === null) return ''
  const chunks: Uint8Array[] = []
  let length = 0
  // Leaving the loop gives the rest up and closes the connection.
  for await (const chunk of response.body) {
    length += chunk.byteLength
    if (length > mostBytes) return 'too-long'
    chunks.push(chunk)
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}
