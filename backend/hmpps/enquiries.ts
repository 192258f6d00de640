import type { EnquiryContact } from '../../domain/allocation/case-facts.ts'
import { type Fact, known, notKnown } from '../../domain/allocation/fact.ts'
import type { Crn } from '../../domain/ids.ts'
import type { Answer } from './answer-in-reply.ts'
import { type Asking, whyNot } from './asking.ts'
import { path } from './service-path.ts'
import { ActivityPage, type Contact, type ContactPage, SchedulePage } from './wire/manage-supervision.ts'

const ours = 'manage-supervision'
/** Entries a page, and how many pages are read of one log. */
const pageSize = 100
const mostPages = 30

const codes: Readonly<Record<string, Omit<EnquiryContact, 'on'>>> = {
  C369: { about: 'police', step: 'asked' },
  C515: { about: 'police', step: 'answered' },
  SFGC: { about: 'safeguarding', step: 'asked' },
  SFRR: { about: 'safeguarding', step: 'answered' },
}

/** Names of entries that are understood without a code, though they are no enquiry. */
const otherNames = /unpaid work|significant event|management oversight/i

/** What an entry of the contact log says of an enquiry: its code decides, and where it has none its name. */
function enquiryIn({ type, typeCode }: Contact): Omit<EnquiryContact, 'on'> | 'something-else' | 'not-understood' {
  if (typeCode !== undefined) return codes[typeCode.toUpperCase()] ?? 'something-else'
  if (type === undefined) return 'not-understood'
  const isPolice = /police intel/i.test(type)
  if (isPolice || /safeguarding enquir/i.test(type)) {
    const about = isPolice ? 'police' : 'safeguarding'
    if (/response|received|answer/i.test(type)) return { about, step: 'answered' }
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
  const first = await logOf(sooner, (page) =>
    sooner.read(ours, {
      at: path`/activity/${crn}`,
      query: { size: String(pageSize), page: String(page) },
      body: {},
      reads: ActivityPage,
    }),
  )
  if ('enquiries' in first && (first.isWhole || isDecided(first))) return known(first.enquiries, ours)
  if ('enquiries' in first) return notKnown(ours, 'not-answered')
  const second = await logOf(asking, (page) =>
    asking.read(ours, {
      at: path`/schedule/${crn}/previous`,
      query: { size: String(pageSize), page: String(page) },
      reads: SchedulePage,
    }),
  )
  if (!('enquiries' in second)) return first
  const isEnough = second.enquiries.length > 0 && (second.isWhole || isDecided(second))
  return isEnough ? known(second.enquiries, ours) : first
}

async function logOf(
  asking: Asking,
  pageAt: (page: number) => Promise<Answer<ContactPage>>,
): Promise<Log | ReturnType<typeof notKnown>> {
  const first = await pageAt(0)
  if (first.status !== 'ok') return whyNot(ours, first.status)
  const pages = pagesIn(first.body)
  const rest = await Promise.all(Array.from({ length: Math.min(pages, mostPages) - 1 }, (_, at) => pageAt(at + 1)))
  const contacts: Contact[] = [...first.body.contacts.items]
  let unread = first.body.contacts.unread
  for (const page of rest) {
    if (page.status !== 'ok') return whyNot(ours, page.status === 'not-found' ? 'not-answered' : page.status)
    contacts.push(...page.body.contacts.items)
    unread += page.body.contacts.unread
  }
  return logFrom(asking, contacts, unread, pages <= mostPages)
}

/** The first page says how many there are; where it does not, it is taken for the only one unless it is full. */
function pagesIn({ totalPages, totalResults, contacts }: ContactPage): number {
  const here = contacts.items.length + contacts.unread
  if (totalPages !== undefined) return Math.max(1, totalPages)
  if (totalResults !== undefined && here > 0) return Math.max(1, Math.ceil(totalResults / here))
  return here >= pageSize ? mostPages + 1 : 1
}

function logFrom(
  asking: Asking,
  contacts: readonly Contact[],
  unread: number,
  isWhole: boolean,
): Log | ReturnType<typeof notKnown> {
  const enquiries: EnquiryContact[] = []
  let ignored = unread
  for (const contact of contacts) {
    const what = enquiryIn(contact)
    if (what === 'not-understood') ignored += 1
    if (typeof what === 'string') continue
    // An enquiry without a day could be before or after the others.
    if (contact.startDateTime === undefined) return notKnown(ours, 'not-understood')
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
