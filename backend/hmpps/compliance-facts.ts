import { type Fact, known, notKnown } from '../../domain/allocation/fact.ts'
import type { Crn } from '../../domain/ids.ts'
import type { ReviewFacts } from '../../domain/reviews/review-facts.ts'
import type { Asking } from './asking.ts'
import { fromAnswer } from './asking.ts'
import { path } from './service-path.ts'
import type { CaseReads } from './supervision-state.ts'
import { type Compliance, NonCompliance } from './wire/manage-supervision.ts'

const ours = 'manage-supervision'

type ComplianceFacts = Pick<ReviewFacts, 'breachStarted' | 'failuresToComply'>

/** Whether a breach or recall was started, and the failures to comply, whose days are asked for only where there are two. */
export async function complianceFacts(asking: Asking, crn: Crn, { compliance }: CaseReads): Promise<ComplianceFacts> {
  const answer = await compliance()
  const breachStarted = fromAnswer(ours, answer, startedIn)
  const count = fromAnswer(ours, answer, failuresIn)
  if (count.known && count.value < 2) return { breachStarted, failuresToComply: known('fewer-than-two', ours) }
  const at = path`/compliance/non-compliance-detail/${crn}`
  const detail = await asking.read(ours, { at, query: { months: '12' }, reads: NonCompliance })
  const failuresToComply = fromAnswer(ours, detail, ({ nonCompliance: { items, unread } }) => {
    if (unread === 0)
      return known(
        items.map(({ date }) => date),
        ours,
      )
    asking.leftOut(ours, 'failures to comply', unread)
    return notKnown(ours, 'not-understood')
  })
  return { breachStarted, failuresToComply }
}

function startedIn({ currentSentences: { items, unread } }: Compliance): Fact<boolean> {
  const isStarted = items.some(
    ({ activeBreach, activeRecall, compliance }) =>
      typeof activeBreach === 'object' || typeof activeRecall === 'object' || compliance?.breachStarted === true,
  )
  if (isStarted) return known(true, ours)
  const isClear = items.every(
    ({ activeBreach, activeRecall }) => activeBreach === 'missing' && activeRecall === 'missing',
  )
  return unread === 0 && isClear ? known(false, ours) : notKnown(ours, 'not-understood')
}

/** The failures of all sentences together. */
function failuresIn({ currentSentences: { items, unread } }: Compliance): Fact<number> {
  const counts = items.map(({ compliance }) => compliance?.failureToComplyCount)
  if (unread > 0 || counts.includes(undefined)) return notKnown(ours, 'not-understood')
  return known(
    counts.reduce<number>((sum, count) => sum + (count ?? 0), 0),
    ours,
  )
}
