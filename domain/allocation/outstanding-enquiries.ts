import { Temporal } from 'temporal-polyfill'
import type { EnquiryContact } from './case-facts.ts'

/** An enquiry that has no answer: asked on a day, or never asked. */
export type OutstandingEnquiry = { about: EnquiryContact['about']; askedOn?: Temporal.PlainDate }

/**
 * Which of these enquiries have no answer. One is answered when an answer came on or after the day it was last asked; an
 * answer to nothing that was asked counts for nothing.
 */
export function outstandingEnquiries(
  contacts: readonly EnquiryContact[],
  needed: readonly EnquiryContact['about'][],
): OutstandingEnquiry[] {
  return needed.flatMap((about): OutstandingEnquiry[] => {
    const lastOf = (step: EnquiryContact['step']) =>
      contacts
        .filter((contact) => contact.about === about && contact.step === step)
        .map(({ on }) => on)
        .sort(Temporal.PlainDate.compare)
        .at(-1)
    const askedOn = lastOf('asked')
    if (askedOn === undefined) return [{ about }]
    const answeredOn = lastOf('answered')
    const isAnswered = answeredOn !== undefined && Temporal.PlainDate.compare(answeredOn, askedOn) >= 0
    return isAnswered ? [] : [{ about, askedOn }]
  })
}
