import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What was compiled for one process serves the next ones, which halves the time to start. It is kept when one ends well. */
const compiled = mkdtempSync(join(tmpdir(), 'compiled-'))
process.once('exit', () => rmSync(compiled, { recursive: true, force: true }))

export type Ended = { code: number | null; signal: NodeJS.Signals | null; out: string; err: string }

/** A program of the project in a process of its own, with nothing of this one's environment but what it needs to run. */
export function runProgram(
  file: string,
  argv: readonly string[],
  env: Record<string, string>,
): { child: ChildProcess; ended: Promise<Ended>; said: { out: string; err: string } } {
  const child = spawn(process.execPath, [file, ...argv], {
    cwd: root,
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: compiled, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()))
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, ...said }))
  return { child, ended, said }
}

export type ServiceProcess = { url: string; kill(signal: NodeJS.Signals): void; ended: Promise<Ended> }

/** The service as a container runs it, on the records of a folder, from a moment on; ready when this returns. */
export async function serviceProcess(dataDir: string, now = '2026-11-22T10:00:00Z'): Promise<ServiceProcess> {
  const { child, ended, said } = runProgram('bot/main.ts', [], {
    DATA_DIR: dataDir,
    PORT: '0',
    NOW: now,
  })
  const ready = new Promise<string>((resolve) => {
    child.stdout?.on('data', () => {
      const url = /"url":"(http[^"]+)"/.exec(said.out)?.[1]
      if (url !== undefined) resolve(url)
    })
  })
  const url = await Promise.race([ready, ended.then(() => undefined)])
  assert.ok(url, `The service did not start: ${said.err}`)
  return { url, kill: (signal) => void child.kill(signal), ended }
}
