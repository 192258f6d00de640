import type { IncomingHttpHeaders } from 'node:http'
import restify, { type Request, type Response, type Server } from 'restify'
import type { HttpAnswer } from './teams-adapter.ts'

/** What the HTTP side of the service needs from the rest. */
export type Routes = {
  message(authorization: string, body: unknown, headers: IncomingHttpHeaders): Promise<HttpAnswer>
  /** The calendar file behind a link; undefined when the link does not hold. */
  calendarFile(token: string): Promise<string | undefined>
  /** The parts that cannot serve now; empty when all can. */
  notReady(): Promise<string[]>
  metrics(): Promise<{ contentType: string; text: string }>
  /** The card gallery, in local mode. */
  gallery?(): Promise<string>
}

const largestBody = 256 * 1024
const slowestBodyMs = 10_000
const deadLink = 'This link does not work any more: ask the assistant “what is booked?” for a new one.'

/** The HTTP server: it moves bytes and nothing else. Whatever is not a route below is 404. */
export function httpServer(routes: Routes): Server {
  const server = restify.createServer({
    name: 'supervision',
    ignoreTrailingSlash: true,
    handleUncaughtExceptions: false,
  })
  server.server.requestTimeout = slowestBodyMs
  server.server.headersTimeout = slowestBodyMs

  server.get('/healthz', async (_request: Request, response: Response) => {
    sendText(response, 200, 'alive')
  })
  server.get('/readyz', async (_request: Request, response: Response) => {
    const parts = await routes.notReady()
    response.send(parts.length === 0 ? 200 : 503, { ready: parts.length === 0, notReady: parts })
  })
  server.get('/metrics', async (_request: Request, response: Response) => {
    const { contentType, text } = await routes.metrics()
    response.sendRaw(200, text, { 'Content-Type': contentType })
  })
  const calendarFile = async (request: Request, response: Response) => {
    const file = await routes.calendarFile(String(request.params.token)).catch(() => undefined)
    response.header('Cache-Control', 'no-store')
    // The address of this page is a secret of its reader.
    response.header('Referrer-Policy', 'no-referrer')
    response.header('X-Content-Type-Options', 'nosniff')
    if (file === undefined) return sendText(response, 404, deadLink)
    response.header('Content-Disposition', 'attachment; filename="supervision.ics"')
    response.sendRaw(200, file, { 'Content-Type': 'text/calendar; charset=utf-8' })
  }
  server.get('/ics/:token', calendarFile)
  server.head('/ics/:token', calendarFile)
  const gallery = routes.gallery
  if (gallery !== undefined) {
    server.get('/cards', async (_request: Request, response: Response) => {
      response.sendRaw(200, await gallery(), { 'Content-Type': 'text/html; charset=utf-8' })
    })
  }
  server.post(
    '/api/messages',
    onlyJson,
    ...restify.plugins.bodyParser({ maxBodySize: largestBody, mapParams: false, rejectUnknown: true }),
    async (request: Request, response: Response) => {
      const answer = await routes
        .message(request.headers.authorization ?? '', request.body, request.headers)
        .catch((): HttpAnswer => ({ status: 500 }))
      if (answer.body === undefined) response.sendRaw(answer.status, '')
      else response.send(answer.status, answer.body)
    },
  )
  return server
}

function sendText(response: Response, status: number, text: string): void {
  response.sendRaw(status, text, { 'Content-Type': 'text/plain; charset=utf-8' })
}

function onlyJson(request: Request, response: Response, next: (go?: false) => void): void {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  const plain = ['identity', undefined].includes(request.headers['content-encoding'])
  if (type === 'application/json' && plain) next()
  else {
    response.sendRaw(415, '')
    next(false)
  }
}
