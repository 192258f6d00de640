import type { Tier } from '../../domain/allocation/tier.ts'
import type { OpenCase } from '../../domain/case-view.ts'
import type { Crn } from '../../domain/ids.ts'
import type { Answer } from './answer-in-reply.ts'
import { type Asking, once } from './asking.ts'
import { isActive } from './sentence-facts.ts'
import { path } from './service-path.ts'
import { AllocatedCaseDetails } from './wire/allocations.ts'
import type { ReadList } from './wire/as-written.ts'
import { Compliance, type PackageSentence, Sentences, SupervisionContext } from './wire/manage-supervision.ts'

/** Where somebody is in their supervision; what is absent is not known. */
export type SupervisionState = Pick<OpenCase, 'contactSuspended' | 'inCustody' | 'recalled' | 'ended'>

/** Phases that are understood: contact is suspended in the final third, and SENT is in custody. Any other code says nothing. */
const phases: Readonly<Record<string, { contactSuspended: boolean; inCustody: boolean }>> = {
  INIT: { contactSuspended: false, inCustody: false },
  STD: { contactSuspended: false, inCustody: false },
  IOM: { contactSuspended: false, inCustody: false },
  OPD: { contactSuspended: false, inCustody: false },
  SPNS: { contactSuspended: false, inCustody: false },
  FTHRD: { contactSuspended: true, inCustody: false },
  SENT: { contactSuspended: false, inCustody: true },
}

/** Answers about a case from which more than one fact is read; each is asked for once, when it is wanted. */
export type CaseReads = {
  sentences: () => Promise<Answer<Sentences>>
  /** Of the last twelve months, unless the service is told otherwise. */
  compliance: () => Promise<Answer<Compliance>>
  allocated: () => Promise<Answer<AllocatedCaseDetails>>
}

export function caseReads(asking: Asking, crn: Crn): CaseReads {
  return {
    sentences: once(() => asking.sooner.read('manage-supervision', { at: path`/sentences/${crn}`, reads: Sentences })),
    compliance: once(() => asking.read('manage-supervision', { at: path`/compliance/${crn}`, reads: Compliance })),
    allocated: once(() =>
      asking.read('allocations', { at: path`/cases/allocated/${crn}`, reads: AllocatedCaseDetails }),
    ),
  }
}

/** The state of a case. An older tier says by its S that contact is suspended, also where nothing else answers. */
export async function supervisionState(
  asking: Asking,
  crn: Crn,
  tier: Tier | undefined,
  reads = caseReads(asking, crn),
): Promise<SupervisionState> {
  const [context, ended] = await Promise.all([
    asking.sooner.read('manage-supervision', { at: path`/frontend-context/${crn}`, reads: SupervisionContext }),
    hasEnded(asking, reads),
  ])
  const body = context.status === 'ok' ? context.body : undefined
  const code = body?.currentPhase?.phase?.code.toUpperCase()
  const phase = code === undefined ? undefined : phases[code]
  const byTier = tier?.model === 'older' ? tier.contactSuspended : undefined
  const sentences = body?.context?.sentences
  return stated({
    contactSuspended: byTier === true || (phase?.contactSuspended ?? byTier),
    inCustody: sentences?.items.some(({ custody }) => /in custody/i.test(custody?.status ?? '')) || phase?.inCustody,
    recalled: await isRecalled(reads, sentences),
    ended,
  })
}

/** Nobody is recalled on a sentence that was never custodial; on any other, its status says so, or a recall under way. */
async function isRecalled(
  { compliance }: CaseReads,
  sentences: ReadList<PackageSentence> | undefined,
): Promise<boolean | undefined> {
  if (sentences?.items.some(({ custody }) => /recall/i.test(custody?.status ?? ''))) return true
  const isCommunity = ({ type, custody }: PackageSentence) => type?.isCustodial === false && custody === undefined
  if (sentences?.unread === 0 && sentences.items.length > 0 && sentences.items.every(isCommunity)) return false
  const answer = await compliance()
  if (answer.status !== 'ok') return undefined
  const { items, unread } = answer.body.currentSentences
  if (items.some(({ activeRecall }) => typeof activeRecall === 'object')) return true
  return unread > 0 || items.some(({ activeRecall }) => activeRecall === 'unreadable') ? undefined : false
}

function stated(state: { [Key in keyof SupervisionState]: boolean | undefined }): SupervisionState {
  return Object.fromEntries(Object.entries(state).filter(([, is]) => is !== undefined))
}

/** Whether no order stands any more; not known where none is named at all. */
async function hasEnded(asking: Asking, { sentences, allocated }: CaseReads): Promise<boolean | undefined> {
  const first = await sentences()
  if (first.status === 'ok') {
    const { items, unread } = first.body.sentences
    const orders = items.filter(({ order }) => order?.startDate !== undefined)
    if (orders.some((one) => isActive(one, asking.now))) return false
    if (orders.length > 0 && unread === 0) return true
  }
  const second = await allocated()
  if (second.status !== 'ok') return undefined
  const { items, unread } = second.body.activeEvents
  if (items.length > 0) return false
  return unread === 0 ? true : undefined
}
