import { spawn } from 'node:child_process'
import { once } from 'node:events'

/**
 * All benchmarks, one after the other, each in a process of its own. Absolute figures depend on the machine; the ratios are
 * what counts. Nothing here passes or fails, save that a benchmark that breaks is said.
 */
for (const part of ['turns.ts', 'allocation.ts', 'understanding.ts', 'states.ts', 'sweep.ts', 'outbox.ts']) {
  const running = spawn(process.execPath, [new URL(part, import.meta.url).pathname], { stdio: 'inherit' })
  const [code] = await once(running, 'exit')
  if (code !== 0) {
    console.error(`The benchmark ${part} broke off.`)
    process.exitCode = 1
  }
}
