import { openStore } from '../../store/open-store.ts'
import { aSession, note } from './records.ts'

/** A service that records one session in the folder given, says so, and then waits to be killed. */
const [, , dataDir = ''] = process.argv
const store = await openStore({ dataDir, serving: true })
await store.supervisions.record(aSession(1), note())
process.stdout.write('recorded\n')
setInterval(() => {}, 60_000)
