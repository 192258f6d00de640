import type { Temporal } from 'temporal-polyfill'
import type { Crn, StaffCode } from './ids.ts'
import type { Person } from './staff.ts'

/** A case with what the case services say of it. A fact that is absent is not known, which is never good news. */
export type OpenCase = {
  crn: Crn
  /** The person on probation. */
  name?: string
  /** Some people may not see it, though the one who asks may. */
  limitedAccess: boolean
  heldBy?: StaffCode | 'nobody'
  /** The day whoever holds it got it. */
  allocatedOn?: Temporal.PlainDate
  contactSuspended?: boolean
  inCustody?: boolean
  recalled?: boolean
  /** The order has ended. */
  ended?: boolean
}

/**
 * A case as one person may see it. Limited access is a case of the type, so whoever shows one has to say what they show
 * to somebody who may not see it; and what stands there holds nothing that could be shown, not even the number.
 *  - `restricted`: there is such a case and this person may not see it.
 *  - `unknown`: there is no such case, or it could not be found out whether this person may see it.
 */
export type CaseView =
  | ({ sight: 'open' } & OpenCase)
  | { sight: 'restricted' }
  | { sight: 'unknown'; why: 'no-such-case' | 'not-answered' }

/**
 * Whether one person may see a case, and nothing else of it: enough to mask a number.
 *  - `open`: nothing hides it from them. Of a number that no case has the services say the same: nobody is shut out from it.
 *  - `unknown`: it could not be found out, so it is to be treated as hidden.
 */
export type CaseSight = { sight: 'open' } | { sight: 'restricted' } | { sight: 'unknown'; why: 'not-answered' }

/** Who asks the case services: what they show depends on it. */
export type CaseViewer = Pick<Person, 'staffCode'> & {
  /** The token with which Teams proved who they are, where it gave one: the case services may be asked in their name. */
  userToken?: string
}

/** The case services. Nothing here throws: that they could not be asked is an answer. */
export type Cases = {
  /** Everything a practitioner holds, as the viewer may see it. An order that has ended may be among them. */
  caseloadOf(practitioner: StaffCode, viewer: CaseViewer): Promise<readonly CaseView[] | 'not-answered'>
  /** Whether the viewer may see each of these cases, in the order asked; hundreds cost no more than one. */
  sights(crns: readonly Crn[], viewer: CaseViewer): Promise<readonly CaseSight[]>
  /** Each of these cases as the viewer may see it, in the order asked. */
  views(crns: readonly Crn[], viewer: CaseViewer): Promise<readonly CaseView[]>
}
