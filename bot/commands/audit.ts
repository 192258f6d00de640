import { openStore } from '../../store/open-store.ts'
import { type CommandOptions, runAsProgram, type Streams } from './command.ts'

const usage = `Use:
  npm run --silent audit -- verify   checks that no entry of the audit trail was changed, added or taken away
`

/** `verify` checks the audit trail and prints how many entries hold; the code is 1 when the chain is broken, and the first broken entry is named. */
export async function run(argv: readonly string[], { out, err }: Streams, options: CommandOptions): Promise<number> {
  if (argv.length !== 1 || argv[0] !== 'verify') {
    err.write(usage)
    return 2
  }
  const store = await openStore({ ...options, serving: false })
  try {
    const { entries, broken } = await store.audit.verify()
    if (broken === undefined) {
      out.write(`${entries} entries checked: the audit trail is whole.\n`)
      return 0
    }
    out.write(`${entries} entries hold.\n`)
    err.write(
      `The audit trail is broken at entry ${broken.sequence}: ${broken.reason}. ` +
        'Keep a copy of the database as it is, and compare it with the last backup.\n',
    )
    return 1
  } finally {
    await store.close()
  }
}

await runAsProgram(run, import.meta.url)
