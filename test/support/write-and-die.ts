import { writeSync } from 'node:fs'
import { openEmbeddedDatabase } from '../../store/embedded-database.ts'
import { migrate } from '../../store/migrations.ts'

/**
 * A service in the folder given that writes many things at once, says each one's name when it was reported as kept, and is
 * killed: in the middle of the write that is named, or from outside when none is.
 */
const [, , dataDir = '', diesIn = ''] = process.argv
const database = openEmbeddedDatabase(dataDir)
await migrate(database)

const write = (key: string) =>
  database.write(async (transaction) => {
    if (key === diesIn) process.kill(process.pid, 'SIGKILL')
    await transaction.insertInto('answered').values({ key, same_as: null, answer: '1', at: '' }).execute()
  })

for (let round = 0; ; round += 1) {
  const keys = Array.from({ length: 7 }, (_, number) => `${round}/${number}`)
  await Promise.all(keys.map((key) => write(key).then(() => writeSync(1, `${key}\n`))))
}
