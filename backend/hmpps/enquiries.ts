import type { EnquiryContact } from '../../domain/allocation/case-facts.ts'
import { type Fact, known, type NotKnown, notKnown } from '../../domain/allocation/fact.ts'
import type { Crn } from '../../domain/ids.ts'
import type { Asking } from './asking.ts'
import { type ContactLog, contactLog, pageSize, pagesOf } from './contact-log.ts'
import { isAfter } from './not-yet.ts'
import { path } from './service-path.ts'
import { type Contact, SchedulePage } from './wire/manage-supervision.ts'

const ours = 'manage-supervision'

const codes: Readonly<Record<string, Omit<EnquiryContact, 'on'>>> = {
  C369: { about: 'police', step: 'asked' },
  C515: { about: 'police', step: 'answered' },
  SFGC: { about: 'safeguarding', step: 'asked' },
  SFRR: { about: 'safeguarding', step: 'answered' },
}

/** Names of entries that are understood without a code, though they are no enquiry. */
const otherNames = /unpaid work|significant event|management oversight/i

/** What an entry of the contact log says of an enquiry: its code decides, and where it has none its name. */
export function enquiryIn({
  type,
  typeCode,
}: Contact): Omit<EnquiryContact, 'on'> | 'something-else' | 'not-understood' {
  if (typeCode !== undefined) return codes[typeCode.toUpperCase()] ?? 'something-else'
  if (type === undefined) return 'not-understood'
  const isPolice = /police intel/i.test(type)
  if (isPolice || /safeguarding enquir/i.test(type)) {
    const about = isPolice ? 'police' : 'safeguarding'
    const isOpen = /\b(?:no|not|without|awaiting|outstanding|pending|chas)/i.test(type)
    if (!isOpen && /response|received|answer/i.test(type)) return { about, step: 'answered' }
    if (isOpen) return { about, step: 'asked' }
    if (/request/i.test(type)) return { about, step: 'asked' }
  }
  return otherNames.test(type) ? 'something-else' : 'not-understood'
}

/** A contact log as far as it was read, in the order of the service. */
type Log = { enquiries: readonly EnquiryContact[]; isWhole: boolean; isNewestFirst: boolean; oldest?: string }

/**
 * The enquiries that other agencies were asked, from the contact log. A log that is too long to be read to its end is
 * enough where what was read of it decides. Appointments of the past stand in for a log that cannot be read; they are no
 * proof that something was never asked.
 */
export async function enquiriesOf(asking: Asking, crn: Crn): Promise<Fact<readonly EnquiryContact[]>> {
  const sooner = asking.sooner
  const first = await logOf(sooner, contactLog(sooner, crn))
  if ('enquiries' in first && (first.isWhole || isDecided(first))) return known(first.enquiries, ours)
  if ('enquiries' in first) return notKnown(ours, 'not-answered')
  const second = await logOf(
    asking,
    pagesOf((page) =>
      asking.read(ours, {
        at: path`/schedule/${crn}/previous`,
        query: { size: String(pageSize), page: String(page) },
        reads: SchedulePage,
      }),
    ),
  )
  if (!('enquiries' in second)) return first
  const isEnough = second.enquiries.length > 0 && (second.isWhole || isDecided(second))
  return isEnough ? known(second.enquiries, ours) : first
}

async function logOf(asking: Asking, log: Promise<ContactLog | NotKnown>): Promise<Log | NotKnown> {
  const read = await log
  return 'contacts' in read ? logFrom(asking, read) : read
}

function logFrom(asking: Asking, { contacts, unread, isWhole }: ContactLog): Log | NotKnown {
  const enquiries: EnquiryContact[] = []
  let ignored = unread
  for (const contact of contacts) {
    const what = enquiryIn(contact)
    if (what === 'not-understood') ignored += 1
    if (typeof what === 'string') continue
    // An enquiry without a day could be before or after the others.
    if (contact.startDateTime === undefined) return notKnown(ours, 'not-understood')
    // What is entered for a day to come has not happened.
    if (isAfter(contact.startDateTime, asking)) continue
    enquiries.push({ ...what, on: contact.startDateTime })
  }
  if (ignored > 0) asking.leftOut(ours, 'contacts', ignored)
  const days = contacts.flatMap(({ startDateTime }) => startDateTime?.toString() ?? [])
  const isNewestFirst = days.every((day, at) => at === 0 || day <= (days[at - 1] ?? day))
  const oldest = days.at(-1)
  return { enquiries, isWhole, isNewestFirst, ...(oldest === undefined ? {} : { oldest }) }
}

/** Whether the newest part of a log settles both enquiries: what is older could no longer change them. */
function isDecided({ enquiries, isNewestFirst, oldest = '' }: Log): boolean {
  if (!isNewestFirst) return false
  return (['police', 'safeguarding'] as const).every((about) => {
    const of = (step: EnquiryContact['step']) =>
      enquiries.flatMap((one) => (one.about === about && one.step === step ? one.on.toString() : []))
    const asked = of('asked').toSorted().at(-1)
    if (asked === undefined) return false
    return asked > oldest || of('answered').some((day) => day >= asked)
  })
}
