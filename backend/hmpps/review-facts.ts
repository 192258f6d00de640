import { Temporal } from 'temporal-polyfill'
import { type Fact, known, notKnown } from '../../domain/allocation/fact.ts'
import { readTier } from '../../domain/allocation/tier.ts'
import type { Crn } from '../../domain/ids.ts'
import {
  type CaseForReview,
  leftOutBecause,
  type ReviewFacts,
  type ReviewQuestion,
} from '../../domain/reviews/review-facts.ts'
import { accessToMany } from './access-to-many.ts'
import { type Asking, fromAnswer, once } from './asking.ts'
import { activeCases, mayISee } from './caseload.ts'
import { complianceFacts } from './compliance-facts.ts'
import { orderFacts } from './order-facts.ts'
import { registersOf } from './registers.ts'
import { reviewContacts } from './review-contacts.ts'
import { lastAssessedOn } from './risk-facts.ts'
import { path } from './service-path.ts'
import { caseReads, supervisionState } from './supervision-state.ts'
import { CaseRisks } from './wire/allocations.ts'
import { type ActiveCase, AllocationEvents } from './wire/workload.ts'

/** The day on which each case was allocated to somebody, of those allocated lately. */
type AllocatedLately = (crn: Crn) => Fact<Temporal.PlainDate | 'none'>

/**
 * What the reviews of somebody’s cases hang on: one call for all their cases, one for all allocations, two or three a case to
 * find out whether it has reviews, and five more where it has.
 */
export async function reviewFacts(
  asking: Asking,
  { practitioner, crns, allocatedSince }: ReviewQuestion,
): Promise<readonly CaseForReview[] | 'not-answered'> {
  const teamCode = (await asking.personOf(practitioner))?.teamCode
  const held = await activeCases(asking, practitioner, teamCode)
  if (held === 'not-answered' || teamCode === undefined) return 'not-answered'
  const wanted = held.items.filter(({ crn }) => crns === undefined || crns.includes(crn))
  const lately = once(() => allocatedLately(asking, practitioner, teamCode, allocatedSince))
  const access = await accessToMany(
    asking,
    wanted.map(({ crn }) => crn),
  )
  const cases = wanted.map(async (one): Promise<CaseForReview> => {
    const may = mayISee(access, one.crn)
    if (may.sight === 'restricted') return { sight: 'restricted' }
    return may.sight === 'open' ? openCase(asking, one, may.limitedAccess, lately) : { sight: 'not-answered' }
  })
  const unread = Array.from({ length: held.unread }, (): CaseForReview => ({ sight: 'not-answered' }))
  return Promise.all([...cases, ...unread])
}

async function openCase(
  asking: Asking,
  { crn, name, tier: written }: ActiveCase,
  limitedAccess: boolean,
  lately: () => Promise<AllocatedLately>,
): Promise<CaseForReview> {
  const reads = caseReads(asking, crn)
  const tier = written === undefined ? undefined : readTier(written, false)
  const leftOut = leftOutBecause(await supervisionState(asking, crn, tier, reads))
  const seen = { sight: 'open' as const, crn, ...(name === undefined ? {} : { name }), limitedAccess }
  if (leftOut !== undefined) return { ...seen, leftOut }
  const risks = once(() => asking.read('allocations', { at: path`/cases/allocated/${crn}/risks`, reads: CaseRisks }))
  const [order, compliance, assessed, { registrations }, contacts, allocated] = await Promise.all([
    orderFacts(asking, reads),
    complianceFacts(asking, crn, reads),
    lastAssessedOn(asking, crn),
    registersOf(asking, crn, risks),
    reviewContacts(asking, crn),
    lately(),
  ])
  const facts: ReviewFacts = {
    ...order,
    ...compliance,
    lastAssessedOn: assessed,
    registrations,
    contacts,
    allocatedOn: allocated(crn),
  }
  return { ...seen, facts }
}

async function allocatedLately(
  asking: Asking,
  practitioner: ReviewQuestion['practitioner'],
  teamCode: string,
  since: Temporal.PlainDate,
): Promise<AllocatedLately> {
  const answer = await asking.read('workload', {
    at: path`/allocation/events/teams`,
    query: { since: since.toZonedDateTime('Europe/London').toInstant().toString() },
    body: { teams: [teamCode] },
    reads: AllocationEvents,
  })
  const unread = answer.status === 'ok' ? answer.body.cases.unread : 0
  if (unread > 0) asking.leftOut('workload', 'allocations', unread)
  const events = fromAnswer('workload', answer, ({ cases }) => known(cases.items, 'workload'))
  return (crn) => {
    if (!events.known) return events
    const days = events.value
      .filter((event) => event.crn === crn && event.staff.code === practitioner)
      .map(({ allocatedOn }) => allocatedOn)
      .filter((day) => Temporal.PlainDate.compare(day, since) >= 0)
      .toSorted(Temporal.PlainDate.compare)
    const last = days.at(-1)
    if (last !== undefined) return known(last, 'workload')
    return unread > 0 ? notKnown('workload', 'not-understood') : known('none', 'workload')
  }
}
