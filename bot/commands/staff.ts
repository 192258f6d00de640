import { StaffCode } from '../../domain/ids.ts'
import { readStaffRows } from '../../domain/staff-import.ts'
import { staffColumns, staffRowOf } from '../../domain/staff-row.ts'
import { openStore } from '../../store/open-store.ts'
import { type CommandOptions, runAsProgram, type Streams } from './command.ts'
import { writeCsvRows } from './csv-rows.ts'
import { readRows, reportImport } from './import-file.ts'

const usage = `Use one of:
  npm run --silent staff -- import FILE.csv   loads or updates the staff list
  npm run --silent staff -- export            prints it
  npm run --silent staff -- hold CODE         keeps everything about a person until it is released
  npm run --silent staff -- release CODE      lets the usual periods apply again
`

/**
 * The staff list from and to a file. `import` takes every row that can stand and prints how many were added, changed,
 * unchanged and rejected, with the reason for each rejected row; the code is 1 when there is one. `export` prints a file
 * that `import` reads without changing anything. `hold` and `release` stop and start the removal of what is past its time.
 */
export async function run(argv: readonly string[], streams: Streams, options: CommandOptions): Promise<number> {
  const [verb, file, ...more] = argv
  if (verb === 'import' && file !== undefined && more.length === 0) return await importFrom(file, streams, options)
  if (verb === 'export' && file === undefined) return await exportTo(streams, options)
  if ((verb === 'hold' || verb === 'release') && file !== undefined && more.length === 0) {
    return await holdOrRelease(verb, file, streams, options)
  }
  streams.err.write(usage)
  return 2
}

async function importFrom(file: string, streams: Streams, options: CommandOptions): Promise<number> {
  const read = await readRows(file, staffColumns, streams)
  if (read === undefined) return 1
  const store = await openStore({ ...options, serving: false })
  try {
    const { people, rejected } = readStaffRows(read.rows, await store.staff.everyone())
    const { added, changed, unchanged } = await store.staff.put(people, {
      event: 'staff.imported',
      at: options.clock(),
    })
    return reportImport({ added, changed, unchanged }, [...read.rejected, ...rejected], streams)
  } finally {
    await store.close()
  }
}

async function exportTo({ out }: Streams, options: CommandOptions): Promise<number> {
  const store = await openStore({ ...options, serving: false })
  try {
    out.write(writeCsvRows(staffColumns, (await store.staff.everyone()).map(staffRowOf)))
    return 0
  } finally {
    await store.close()
  }
}

async function holdOrRelease(
  verb: 'hold' | 'release',
  typed: string,
  { out, err }: Streams,
  options: CommandOptions,
): Promise<number> {
  const store = await openStore({ ...options, serving: false })
  try {
    const code = StaffCode.safeParse(typed).data
    const person = code && (await store.staff.byStaffCode(code))
    if (person === undefined) {
      err.write('Nobody on the staff list has that staff code. Nothing was changed.\n')
      return 1
    }
    const { staffCode } = person
    const at = options.clock()
    if (verb === 'hold') {
      const put = await store.holds.put({ person: staffCode, at }, { event: 'hold.put', at, subject: staffCode })
      out.write(
        `${staffCode} ${put ? 'is' : 'was already'} on hold: nothing about them is removed until it is released.\n`,
      )
    } else {
      const released = await store.holds.release(staffCode, { event: 'hold.released', at, subject: staffCode })
      out.write(`${staffCode} ${released ? 'is no longer' : 'was not'} on hold: the usual periods apply.\n`)
    }
    return 0
  } finally {
    await store.close()
  }
}

await runAsProgram(run, import.meta.url)
