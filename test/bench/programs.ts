import { type ChildProcess, execFileSync, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { serviceAddresses } from '../../config/environment.ts'
import { freePort } from '../support/free-port.ts'
import type { Counted, Told } from './case-services-program.ts'

const path = (file: string) => fileURLToPath(new URL(file, import.meta.url))

export type Running = { url: string; process: ChildProcess; readyMs: number }

/** Starts a program and waits until it is ready to serve; the time is from its start to the first 200 of /readyz. */
async function start(args: string[], port: number, env: Record<string, string> = {}): Promise<Running> {
  const began = performance.now()
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  for (;;) {
    const ready = await fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (ready) return { url, process: child, readyMs: performance.now() - began }
    if (child.exitCode !== null) throw new Error(`${args[0]} stopped before it was ready.`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

export async function stop(running: Running): Promise<void> {
  const ended = new Promise((resolve) => running.process.once('exit', resolve))
  running.process.kill('SIGTERM')
  await ended
}

export const startEcho = async () => {
  const port = await freePort()
  return start([path('echo-bot.ts'), String(port)], port)
}
export const startOurs = async (dataDir: string, env: Record<string, string> = {}) => {
  const port = await freePort()
  return start(['--import', path('../../bot/check-node.mjs'), path('../../bot/main.ts')], port, {
    PORT: String(port),
    DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
    NODE_ENV: '',
    ...env,
  })
}

/** Teams, as fast as it can be: takes everything at once. */
export async function quickConnector() {
  let count = 0
  const server = createServer((request, response) => {
    request.resume()
    request.on('end', () => {
      response.writeHead(201, { 'content-type': 'application/json' })
      response.end(`{"id":"m${++count}"}`)
    })
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    sent: () => count,
    close: () => server.close(),
  }
}

/** The CPU time a program has used since its start, in seconds, as it says itself. */
export async function cpuSeconds(running: Running): Promise<number> {
  const metrics = await (await fetch(`${running.url}/metrics`)).text()
  return Number(/^process_cpu_seconds_total (\S+)/m.exec(metrics)?.[1])
}

/** What a program holds in memory, in MB. */
export const residentMb = (running: Running) =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(running.process.pid)])) / 1024

/** The case services of HMPPS on this machine, and the settings with which the service asks them. */
export async function startCaseServices() {
  const child = fork(path('case-services-program.ts'))
  const said = async <T>(): Promise<T> => (await once(child, 'message'))[0] as T
  const { urls, client } = await said<{ urls: Record<string, string>; client: { id: string; secret: string } }>()
  const addresses = Object.entries(serviceAddresses).map(([name, service]) => [name, urls[service] ?? ''])
  const env: Record<string, string> = {
    CASE_SERVICES: 'hmpps',
    CASE_SERVICES_CLIENT_ID: client.id,
    CASE_SERVICES_CLIENT_SECRET: client.secret,
    HMPPS_AUTH_URL: urls.hmppsAuth ?? '',
    ...Object.fromEntries(addresses),
  }
  return {
    env,
    /** From now on each answer takes so many milliseconds, and calls are counted anew. */
    begin: (ms: number) => child.send({ begin: ms } satisfies Told),
    /** From now on what was answered once is answered again without being worked out. */
    answerAtOnce: () => child.send('answer at once' satisfies Told),
    counted: () => {
      const counted = said<Counted>()
      child.send('count' satisfies Told)
      return counted
    },
    stop: async () => {
      const ended = once(child, 'exit')
      child.kill()
      await ended
    },
  }
}
