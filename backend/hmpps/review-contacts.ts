import { type Fact, known, notKnown } from '../../domain/allocation/fact.ts'
import type { Crn } from '../../domain/ids.ts'
import type { ContactMeaning, ReviewContact } from '../../domain/reviews/review-facts.ts'
import type { Asking } from './asking.ts'
import { contactLog } from './contact-log.ts'
import { enquiryIn } from './enquiries.ts'
import type { Contact } from './wire/manage-supervision.ts'

const ours = 'manage-supervision'

const codes: Readonly<Record<string, ContactMeaning>> = { SIGEV: 'significant-event', MO1: 'management-oversight' }
/** Unpaid work has many codes, so its name decides also where there is one. */
const names: readonly (readonly [RegExp, ContactMeaning])[] = [
  [/unpaid work/i, 'unpaid-work'],
  [/significant event/i, 'significant-event'],
  [/^management oversight$/i, 'management-oversight'],
]
/** Outcomes of an appointment that the person came to. */
const attendedOutcomes = ['ATTC', 'AFTC']

/**
 * What reviews hang on in the contact log. An entry with a code that means nothing here is kept by its code alone, because
 * the policy may name it. An entry that matters and has no day, or a log too long to be read, makes the whole not known.
 */
export async function reviewContacts(asking: Asking, crn: Crn): Promise<Fact<readonly ReviewContact[]>> {
  const log = await contactLog(asking, crn)
  if (!('contacts' in log)) return log
  if (!log.isWhole) return notKnown(ours, 'not-answered')
  const entries: ReviewContact[] = []
  let ignored = log.unread
  for (const contact of log.contacts) {
    const is = meaningOf(contact)
    if (is === 'not-understood') ignored += 1
    if (is === 'not-understood' || (is === undefined && contact.typeCode === undefined)) continue
    if (contact.startDateTime === undefined) {
      if (is !== undefined) return notKnown(ours, 'not-understood')
      ignored += 1
      continue
    }
    entries.push(entryOf(contact, is, contact.startDateTime))
  }
  if (ignored > 0) asking.leftOut(ours, 'contacts', ignored)
  return known(entries, ours)
}

function meaningOf(contact: Contact): ContactMeaning | 'not-understood' | undefined {
  const enquiry = enquiryIn(contact)
  if (typeof enquiry === 'object') return `${enquiry.about}-${enquiry.step}`
  const { type, typeCode } = contact
  const byCode = typeCode === undefined ? undefined : codes[typeCode.toUpperCase()]
  const byName = names.find(([name, is]) => (typeCode === undefined || is === 'unpaid-work') && name.test(type ?? ''))
  return byCode ?? byName?.[1] ?? (enquiry === 'not-understood' ? enquiry : undefined)
}

function entryOf(
  { typeCode, didTheyComply, outcomeCode }: Contact,
  is: ContactMeaning | undefined,
  on: ReviewContact['on'],
): ReviewContact {
  const came = attendedOutcomes.includes(outcomeCode?.toUpperCase() ?? '') || didTheyComply
  return {
    ...(is === undefined ? {} : { is }),
    ...(is === undefined && typeCode !== undefined ? { code: typeCode } : {}),
    on,
    ...(is === 'unpaid-work' && came !== undefined ? { attended: came } : {}),
  }
}
