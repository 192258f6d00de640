import { createInterface } from 'node:readline'
import type { Config } from '../../config/config.ts'
import { defaultSupervisionPolicy } from '../../config/kinds.ts'
import { nameIndex } from '../../dialogs/understand/names.ts'
import { understand } from '../../dialogs/understand/understand.ts'
import { openStore } from '../../store/open-store.ts'
import { clockOf } from '../clock.ts'
import { type CommandOptions, runAsProgram, type Streams } from './command.ts'

type Options = CommandOptions & Partial<Pick<Config, 'policy'>>

const usage = `Use:
  npm run --silent understand < FILE   reads one message a line and prints how each is understood, as one JSON line each
`

/**
 * Reads one message a line and writes one JSON line each, in order: `text`, `intent`, `confidence` and `entities`, as the
 * chat reads them, with the staff list and the day in force. Nobody is speaking, so "my manager" names nobody. Works with
 * an empty staff list; nothing that is read is kept.
 */
export async function run(
  argv: readonly string[],
  { out, err }: Streams,
  options: Options,
  lines: AsyncIterable<string> = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }),
): Promise<number> {
  if (argv.length > 0) {
    err.write(usage)
    return 2
  }
  const store = await openStore({ ...options, serving: false })
  try {
    const names = nameIndex(await store.staff.everyone())
    const clock = clockOf(options.clock)
    const policy = options.policy ?? defaultSupervisionPolicy
    for await (const text of lines) {
      const { intent, confidence, entities } = understand(text, { today: clock.today(), names, policy })
      out.write(`${JSON.stringify({ text, intent, confidence, entities })}\n`)
    }
    return 0
  } finally {
    await store.close()
  }
}

await runAsProgram(run, import.meta.url)
