import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Card } from '../../cards/card.ts'

/** A message as a person sees it: the newest version of it. */
export type SeenMessage = {
  id: string
  conversationId: string
  text?: string
  card?: Card
  summary?: string
  /** Set where the card is one that Teams has for files. */
  file?: { contentType: string; name: string; contentUrl?: string }
  /** How often it was changed after it was sent. */
  changes: number
}

/** A call the service made to Teams. */
export type Call = {
  method: string
  path: string
  kind: 'open chat' | 'send' | 'update' | 'upload' | 'members'
  body: Record<string, unknown>
  authorization?: string
}

/** What a message says, from the body it was sent with. */
export function contentOf(body: Record<string, unknown>): Pick<SeenMessage, 'text' | 'card' | 'summary' | 'file'> {
  const [attachment] = (body.attachments ?? []) as {
    content: Card
    contentType: string
    name?: string
    contentUrl?: string
  }[]
  return {
    text: body.text as string | undefined,
    card: attachment?.content,
    summary: body.summary as string | undefined,
    ...(attachment?.name === undefined
      ? {}
      : { file: { contentType: attachment.contentType, name: attachment.name, contentUrl: attachment.contentUrl } }),
  }
}

/** A call to the connector, or of a file to somebody’s OneDrive; undefined for anything else. */
export function readCall(request: IncomingMessage, raw: string): Call | undefined {
  const { pathname: path, searchParams } = new URL(request.url ?? '/', 'http://teams')
  const { authorization } = request.headers
  if (request.method === 'PUT' && path.startsWith('/upload/')) {
    const body = { content: raw, range: request.headers['content-range'] }
    return { method: 'PUT', path, body, authorization, kind: 'upload' }
  }
  if (request.method === 'GET' && /^\/v3\/conversations\/[^/]+\/pagedmembers$/.test(path))
    return { method: 'GET', path, body: Object.fromEntries(searchParams), authorization, kind: 'members' }
  const body = raw === '' ? {} : (parse(raw) as Record<string, unknown>)
  const call = { method: request.method ?? '', path, body, authorization }
  if (call.method === 'POST' && /^\/v3\/conversations\/?$/.test(path)) return { ...call, kind: 'open chat' }
  if (call.method === 'POST' && /^\/v3\/conversations\/[^/]+\/activities(\/[^/]+)?$/.test(path))
    return { ...call, kind: 'send' }
  if (call.method === 'PUT' && /^\/v3\/conversations\/[^/]+\/activities\/[^/]+$/.test(path))
    return { ...call, kind: 'update' }
  return undefined
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

export function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

export function reply(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}
