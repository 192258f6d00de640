import { readFile } from 'node:fs/promises'
import { readStaffRows } from '../../domain/staff-import.ts'
import { openStore } from '../../store/open-store.ts'
import { type CommandOptions, runAsProgram, type Streams } from './command.ts'
import { readStaffCsv, UnreadableFile, writeStaffCsv } from './staff-csv.ts'

const usage = `Use one of:
  npm run --silent staff -- import FILE.csv   loads or updates the staff list
  npm run --silent staff -- export            prints it
`

/**
 * The staff list from and to a file. `import` takes every row that can stand and prints how many were added, changed,
 * unchanged and rejected, with the reason for each rejected row; the code is 1 when there is one. `export` prints a file
 * that `import` reads without changing anything.
 */
export async function run(argv: readonly string[], streams: Streams, options: CommandOptions): Promise<number> {
  const [verb, file, ...more] = argv
  if (verb === 'import' && file !== undefined && more.length === 0) return await importFrom(file, streams, options)
  if (verb === 'export' && file === undefined) return await exportTo(streams, options)
  streams.err.write(usage)
  return 2
}

async function importFrom(file: string, { out, err }: Streams, options: CommandOptions): Promise<number> {
  let read: ReturnType<typeof readStaffCsv>
  try {
    read = readStaffCsv(await readFile(file))
  } catch (error) {
    const why = error instanceof UnreadableFile ? error.message : `${file} could not be read. Is the name right?`
    err.write(`${why}\nNothing was imported.\n`)
    return 1
  }
  const store = await openStore({ ...options, serving: false })
  try {
    const { people, rejected: notFit } = readStaffRows(read.rows, await store.staff.everyone())
    const { added, changed, unchanged } = await store.staff.put(people, {
      event: 'staff.imported',
      at: options.clock(),
    })
    const rejected = [...read.rejected, ...notFit].sort((a, b) => a.line - b.line)
    out.write(`${added} added, ${changed} changed, ${unchanged} unchanged, ${rejected.length} rejected\n`)
    for (const { line, reason } of rejected) out.write(`line ${line}: ${reason}\n`)
    if (rejected.length === 0) return 0
    const lines = rejected.map(({ line }) => line).join(', ')
    err.write(`Not imported: line ${lines}. Correct the file and import it again; the other rows are in.\n`)
    return 1
  } finally {
    await store.close()
  }
}

async function exportTo({ out }: Streams, options: CommandOptions): Promise<number> {
  const store = await openStore({ ...options, serving: false })
  try {
    out.write(writeStaffCsv(await store.staff.everyone()))
    return 0
  } finally {
    await store.close()
  }
}

await runAsProgram(run, import.meta.url)
