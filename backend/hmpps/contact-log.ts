import { type NotKnown, notKnown } from '../../domain/allocation/fact.ts'
import type { Crn } from '../../domain/ids.ts'
import type { Answer } from './answer-in-reply.ts'
import { type Asking, whyNot } from './asking.ts'
import { path } from './service-path.ts'
import { ActivityPage, type Contact, type ContactPage } from './wire/manage-supervision.ts'

const ours = 'manage-supervision'
/** Entries a page, and how many pages are read of one log. */
export const pageSize = 100
const mostPages = 30

/** A contact log as far as it was read, in the order of the service, and how many entries of it could not be read. */
export type ContactLog = { contacts: readonly Contact[]; unread: number; isWhole: boolean }

/** Everything that was recorded of a person, as far as a log of reasonable length has it. */
export async function contactLog(asking: Asking, crn: Crn): Promise<ContactLog | NotKnown> {
  return pagesOf((page) =>
    asking.read(ours, {
      at: path`/activity/${crn}`,
      query: { size: String(pageSize), page: String(page) },
      body: {},
      reads: ActivityPage,
    }),
  )
}

/** A log put together from its pages; a page that cannot be had spoils it. */
export async function pagesOf(pageAt: (page: number) => Promise<Answer<ContactPage>>): Promise<ContactLog | NotKnown> {
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
  // A service that counts entries and gives none has not given its log.
  if (contacts.length + unread === 0 && (first.body.totalResults ?? 0) > 0) return notKnown(ours, 'not-understood')
  return { contacts, unread, isWhole: pages <= mostPages }
}

/** The first page says how many there are; where it does not, it is taken for the only one unless it is full. */
function pagesIn({ totalPages, totalResults, contacts }: ContactPage): number {
  const here = contacts.items.length + contacts.unread
  if (totalPages !== undefined) return Math.max(1, totalPages)
  if (totalResults !== undefined && here > 0) return Math.max(1, Math.ceil(totalResults / here))
  return here >= pageSize ? mostPages + 1 : 1
}
