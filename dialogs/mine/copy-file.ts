import type { Temporal } from 'temporal-polyfill'
import type { CopyFile, CopyFormat } from '../../domain/copy-file.ts'
import type { Person } from '../../domain/staff.ts'
import { copyAsData } from './copy-as-data.ts'
import { copyAsPage } from './copy-as-page.ts'
import { type CopyDesk, wholeCopy } from './whole-copy.ts'

const formats = {
  page: { ending: 'html', contentType: 'text/html', write: copyAsPage },
  data: { ending: 'json', contentType: 'application/json', write: copyAsData },
} as const

/** Everything that is kept about a person now, as a file. */
export async function copyFile(
  format: CopyFormat,
  person: Person,
  now: Temporal.Instant,
  desk: CopyDesk,
): Promise<CopyFile> {
  const { ending, contentType, write } = formats[format]
  const day = now.toZonedDateTimeISO('Europe/London').toPlainDate()
  const content = write(await wholeCopy(person, now, desk))
  return { format, name: `supervision-record-${day}.${ending}`, contentType, content }
}
