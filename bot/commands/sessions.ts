import { createHash } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Config } from '../../config/config.ts'
import { defaultSupervisionPolicy } from '../../config/kinds.ts'
import { defaultRetentionPolicy } from '../../config/retention.ts'
import { type RejectedRow, rejectedFor } from '../../domain/file-rows.ts'
import { SessionId } from '../../domain/ids.ts'
import { contentOf, type PastSession, readSessionRow, sessionColumns } from '../../domain/session-import.ts'
import type { Session } from '../../domain/supervision.ts'
import { openStore, type Store } from '../../store/open-store.ts'
import { clockOf } from '../clock.ts'
import { type CommandOptions, runAsProgram, type Streams } from './command.ts'
import { readRows, reportImport } from './import-file.ts'

type Options = CommandOptions & Partial<Pick<Config, 'policy' | 'retention'>>

const usage = `Use:
  npm run --silent sessions -- import FILE.csv   brings past sessions in: ${sessionColumns.join(',')}
`

/** A page is one short transaction, and others may write between two of them. */
const rowsAtOnce = 100
const pauseMs = 2

/**
 * Brings past sessions in from a file: every row that can stand, unsigned and marked as imported. Prints how many were
 * added, known already and rejected, with the reason for each rejected row; the code is 1 when there is one. The same row
 * again, in the file or in another, is known by what it says and changes nothing.
 */
export async function run(argv: readonly string[], streams: Streams, options: Options): Promise<number> {
  const [verb, file, ...more] = argv
  if (verb !== 'import' || file === undefined || more.length > 0) {
    streams.err.write(usage)
    return 2
  }
  const read = await readRows(file, sessionColumns, streams)
  if (read === undefined) return 1
  const store = await openStore({ ...options, serving: false })
  try {
    const people = new Map((await store.staff.everyone()).map((person) => [person.staffCode, person]))
    const rules = {
      people,
      policy: options.policy ?? defaultSupervisionPolicy,
      retention: options.retention ?? defaultRetentionPolicy,
      today: clockOf(options.clock).today(),
    }
    const sessions: PastSession[] = []
    const rejected: RejectedRow[] = [...read.rejected]
    for (const { line, cells } of read.rows) {
      const { session, problems } = readSessionRow(cells, rules)
      if (session === undefined) rejected.push(rejectedFor(line, problems))
      else sessions.push(session)
    }
    const added = await bringIn(sessions, store, options)
    return reportImport({ added, unchanged: sessions.length - added }, rejected, streams)
  } finally {
    await store.close()
  }
}

async function bringIn(sessions: readonly PastSession[], store: Store, { clock }: Options): Promise<number> {
  let added = 0
  for (let start = 0; start < sessions.length; start += rowsAtOnce) {
    const at = clock()
    const page = sessions.slice(start, start + rowsAtOnce).map((session) => asRecorded(session, at))
    const result = await store.supervisions.bringIn(page, (count) => ({
      event: 'sessions.imported',
      at,
      detail: String(count),
    }))
    added += result.added
    await setTimeout(pauseMs)
  }
  return added
}

function asRecorded(session: PastSession, loggedAt: Session['loggedAt']): Session {
  return {
    ...session,
    id: idFrom(contentOf(session)),
    loggedBy: session.supervisor,
    loggedAt,
    answers: {},
    privateAnswers: {},
  }
}

/** An id that follows from a text, so that the same session has the same id in every file. */
function idFrom(text: string): SessionId {
  const hex = createHash('sha256').update(`past session ${text}`).digest('hex')
  return SessionId.parse(hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5'))
}

await runAsProgram(run, import.meta.url)
