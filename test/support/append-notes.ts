import { openStore } from '../../store/open-store.ts'
import { note } from './records.ts'

/** A command that opens the folder given beside a service and adds so many audit entries, one by one. */
const [, , dataDir = '', count = '0'] = process.argv
const store = await openStore({ dataDir, serving: false })
for (let number = 0; number < Number(count); number += 1) await store.audit.append([note('record.viewed')])
await store.close()
