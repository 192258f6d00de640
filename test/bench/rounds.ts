import autocannon from 'autocannon'
import type { Person } from '../../domain/staff.ts'
import { cpuSeconds, type Running } from './programs.ts'
import { median, report } from './report.ts'

/** So many conversations go on at a time, in rounds of so many seconds. */
export const connections = 16
const roundSeconds = 2
const rounds = 8

let activities = 0
/** Something that a person sends, as JSON. */
export function activity(serviceUrl: string, person: Person, rest: Record<string, unknown>): string {
  return JSON.stringify({
    id: `b${++activities}`,
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:${person.staffCode}`, aadObjectId: person.entraObjectId, name: person.name },
    recipient: { id: '28:bench' },
    conversation: { id: `a:${person.staffCode}`, conversationType: 'personal', tenantId: 't' },
    ...rest,
  })
}

export function message(serviceUrl: string, person: Person, text: string): string {
  return activity(serviceUrl, person, { type: 'message', text, textFormat: 'plain' })
}

/** Sends something once, outside a round. */
export async function sendTo({ url }: Running, body: string): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const { status } = await fetch(`${url}/api/messages`, { method: 'POST', headers, body })
  if (status !== 200) throw new Error(`The service answered ${status}.`)
}

/** A kind of turn: the program that answers it, what it is asked, and how an answer over HTTP begins that is the right one. */
export type TurnKind = { program: Running; body: () => string; answer: string; aim?: string }
type Figures = { perSecond: number; cpuMs: number; p99: number; failed: number }

/** One round of a kind of turn: turns a second, and the CPU time of one. Every answer has to be 200 and the right one. */
async function oneRound({ program, body, answer }: TurnKind): Promise<Figures> {
  const cpuBefore = await cpuSeconds(program)
  const result = await autocannon({
    url: `${program.url}/api/messages`,
    connections,
    duration: roundSeconds,
    requests: [
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        setupRequest: (request) => ({ ...request, body: body() }),
      },
    ],
    verifyBody: (received) => String(received ?? '').startsWith(answer),
  })
  return {
    perSecond: result.requests.average,
    cpuMs: ((await cpuSeconds(program)) - cpuBefore) * (1000 / result.requests.total),
    p99: result.latency.p99,
    failed: result.non2xx + result.errors + result.mismatches,
  }
}

/** Kinds of turns taking turns with the echo, and each reported over it. */
export async function overEcho(echo: TurnKind, kinds: Readonly<Record<string, TurnKind>>): Promise<void> {
  const baseline: Figures[] = []
  const figures = Object.entries(kinds).map(([name, kind]) => ({ name, kind, rounds: [] as Figures[] }))
  // The first rounds warm everything up.
  for (let round = -2; round < rounds; round++) {
    const ofEcho = await oneRound(echo)
    if (round >= 0) baseline.push(ofEcho)
    for (const { kind, rounds: all } of figures) {
      const figure = await oneRound(kind)
      if (round >= 0) all.push(figure)
    }
  }
  for (const { name, kind, rounds: all } of figures) {
    const each = (figure: keyof Figures) => all.map((round) => round[figure])
    const ratio = (figure: keyof Figures) =>
      median(all.map((round, index) => round[figure] / (baseline[index]?.[figure] ?? 0)))
    report(name, ratio('perSecond'), kind.aim ?? '', {
      cpuRatio: 1 / ratio('cpuMs'),
      perSecond: median(each('perSecond')),
      cpuMs: median(each('cpuMs')),
      p99Ms: median(each('p99')),
      failed: each('failed').reduce((sum, failed) => sum + failed, 0),
    })
  }
}
