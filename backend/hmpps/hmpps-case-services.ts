import type { Temporal } from 'temporal-polyfill'
import type { CaseServices } from '../../domain/allocation/case-services.ts'
import { notKnown } from '../../domain/allocation/fact.ts'
import type { CaseViewer } from '../../domain/case-view.ts'
import type { StaffCode } from '../../domain/ids.ts'
import type { Asking, ServiceName, Services, StaffMember } from './asking.ts'
import { caseSights } from './case-sights.ts'
import { caseViews } from './case-views.ts'
import { caseloadInShort, caseloadOf } from './caseload.ts'
import { type Deadline, within } from './deadline.ts'
import { forAllocation } from './for-allocation.ts'
import { holderOf } from './holder-of.ts'
import { reviewFacts } from './review-facts.ts'
import { type ServiceCall, serviceClient } from './service-client.ts'
import { type CallLimits, usualLimits } from './service-line.ts'
import { submit } from './submit.ts'
import { teamNames } from './team-names.ts'
import type { TokenSource } from './token-source.ts'
import { workloads } from './workloads.ts'

/** Entries of an answer that were left out because nobody could understand them. Nothing in it is about a person. */
export type LeftOut = { service: ServiceName; of: string; entries: number }

export type HmppsOptions = {
  /** Base addresses. */
  urls: Record<'allocations' | 'workload' | 'tier' | 'estate' | 'arns' | 'manageSupervision' | 'delius', string>
  token: TokenSource
  /** The staff list: user names and teams. */
  personOf: (code: StaffCode) => StaffMember | undefined | Promise<StaffMember | undefined>
  clock: () => Temporal.Instant
  /** Waited for before each question is put: for asking slowly. */
  before?: () => Promise<void>
  /** Hears of each call, when its answer is there. */
  onCall?: (call: ServiceCall) => void
  onLeftOut?: (leftOut: LeftOut) => void
  /** Milliseconds for a whole answer, whatever happens. */
  whole?: number
  limits?: Partial<CallLimits>
}

const wholeAnswer = 7000

/**
 * The case services of HMPPS over HTTP. Every answer comes within `whole`: what has not been heard by then is not known. Nothing
 * is thrown, and no name, case number or answer gets into what `onCall` and `onLeftOut` hear.
 */
export function hmppsCaseServices(options: HmppsOptions): CaseServices {
  const { clock, before, onLeftOut, whole = wholeAnswer } = options
  const services = servicesOf(options)

  const asking = (by: CaseViewer, deadline: Deadline, personOf = peopleOf(options, deadline)): Asking => ({
    by,
    deadline,
    now: clock(),
    personOf,
    async read(service, question) {
      await before?.()
      return services[service].read(question, by, deadline)
    },
    get sooner() {
      return asking(by, deadline.half(), personOf)
    },
    leftOut: (service, of, entries) => onLeftOut?.({ service, of, entries }),
  })
  // When the time is over every question under way has an answer, so what is known by then is put together at once.
  const asked = <T>(
    by: CaseViewer,
    unanswered: T,
    ask: (asking: Asking) => Promise<T>,
    milliseconds = whole,
  ): Promise<T> => within(milliseconds, (deadline) => ask(asking(by, deadline)).catch(() => unanswered))

  return {
    forAllocation: (question) =>
      asked(
        question.asker,
        { sight: 'unknown', why: 'not-answered' },
        (about) => forAllocation(about, question),
        question.inHalfTheTime ? whole / 2 : whole,
      ),
    caseloadOf: (practitioner, viewer) => asked(viewer, 'not-answered', (about) => caseloadOf(about, practitioner)),
    caseloadInShort: (practitioner, viewer) =>
      asked(viewer, 'not-answered', (about) => caseloadInShort(about, practitioner)),
    sights: (crns, viewer) =>
      asked(
        viewer,
        crns.map(() => ({ sight: 'unknown', why: 'not-answered' }) as const),
        (about) => caseSights(about, crns),
      ),
    views: (crns, viewer) =>
      asked(
        viewer,
        crns.map(() => ({ sight: 'unknown', why: 'not-answered' }) as const),
        (about) => caseViews(about, crns),
      ),
    workloads: (practitioners, viewer) =>
      asked(viewer, new Map(practitioners.map((code) => [code, notKnown('workload', 'not-answered')])), (about) =>
        workloads(about, practitioners),
      ),
    holderOf: (crn, asker) => asked(asker, notKnown('allocations', 'not-answered'), (about) => holderOf(about, crn)),
    reviewFacts: (question, viewer) => asked(viewer, 'not-answered', (about) => reviewFacts(about, question)),
    teamNames: (codes, viewer) => asked(viewer, new Map(), (about) => teamNames(about, codes)),
    submit: (allocation, by) => within(whole / 2, (deadline) => submit(services.workload, allocation, by, deadline)),
  }
}

/** Each person is looked up once for an answer. */
function peopleOf({ personOf }: HmppsOptions, deadline: Deadline): Asking['personOf'] {
  const people = new Map<StaffCode, Promise<StaffMember | undefined>>()
  return (code) => {
    const person = people.get(code) ?? deadline.race(lookedUp(personOf, code), undefined)
    people.set(code, person)
    return person
  }
}

async function lookedUp(personOf: HmppsOptions['personOf'], code: StaffCode): Promise<StaffMember | undefined> {
  return personOf(code)
}

function servicesOf({ urls, token, clock, onCall, limits }: HmppsOptions): Services {
  const client = (service: ServiceName, url: string) =>
    serviceClient({
      service,
      url,
      token,
      limits: { ...usualLimits, ...limits },
      now: () => clock().epochMilliseconds,
      ...(onCall === undefined ? {} : { onCall }),
    })
  return {
    allocations: client('allocations', urls.allocations),
    workload: client('workload', urls.workload),
    tier: client('tier', urls.tier),
    estate: client('estate', urls.estate),
    'risk-and-needs': client('risk-and-needs', urls.arns),
    'manage-supervision': client('manage-supervision', urls.manageSupervision),
    delius: client('delius', urls.delius),
  }
}
