import { Temporal } from 'temporal-polyfill'
import { type Fact, known, notKnown } from '../../domain/allocation/fact.ts'
import type { ReviewFacts, UnpaidWork } from '../../domain/reviews/review-facts.ts'
import { type Asking, fromAnswer, orElse } from './asking.ts'
import { isActive, lastOf } from './sentence-facts.ts'
import type { CaseReads } from './supervision-state.ts'
import type { AllocatedCaseDetails } from './wire/allocations.ts'
import { valueIn } from './wire/as-written.ts'
import type { Sentence, Sentences } from './wire/manage-supervision.ts'

const ours = 'manage-supervision'
type Day = Temporal.PlainDate
type OrderFacts = Pick<ReviewFacts, 'sentencedOn' | 'releasedOn' | 'unpaidWork'>

/** Sentence, release and unpaid work of the orders that stand. The second source knows neither release nor what is completed. */
export async function orderFacts(asking: Asking, { sentences, allocated }: CaseReads): Promise<OrderFacts> {
  const answer = await sentences()
  const sentencedOn = fromAnswer(ours, answer, (body) => sentencedIn(standing(body, asking)))
  const unpaidWork = fromAnswer(ours, answer, (body) => unpaidWorkIn(body, standing(body, asking)))
  const second = async () => await allocated()
  return {
    releasedOn: fromAnswer(ours, answer, (body) => releasedIn(body, standing(body, asking), asking)),
    sentencedOn: await orElse(sentencedOn, async () => fromAnswer('allocations', await second(), lastSentence)),
    unpaidWork: await orElse(unpaidWork, async () => fromAnswer('allocations', await second(), unpaidWorkNamed)),
  }
}

function standing({ sentences }: Sentences, asking: Asking): readonly Sentence[] {
  return sentences.items.filter((one) => one.order?.startDate !== undefined && isActive(one, asking.now))
}

function sentencedIn(orders: readonly Sentence[]): Fact<Day> {
  const day = lastOf(orders, ({ order }) => order?.startDate)?.order?.startDate
  return day === undefined ? notKnown(ours, 'none') : known(day, ours)
}

/** The latest release until today; a day that cannot be read may be that. */
function releasedIn({ sentences }: Sentences, orders: readonly Sentence[], { now }: Asking): Fact<Day | 'none'> {
  const written = orders.flatMap(({ order }) => order?.releaseDate ?? [])
  if (sentences.unread > 0 || orders.length === 0 || written.includes('unreadable'))
    return notKnown(ours, 'not-understood')
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate()
  const days = written
    .flatMap((one) => valueIn(one) ?? [])
    .filter((day) => Temporal.PlainDate.compare(day, today) <= 0)
    .toSorted(Temporal.PlainDate.compare)
  return known(days.at(-1) ?? 'none', ours)
}

const isUnpaidWork = (words: string) => /unpaid work/i.test(words)

/** The requirement of unpaid work; one that no longer stands is completed. Of several it counts what is not. */
function unpaidWorkIn({ sentences }: Sentences, orders: readonly Sentence[]): Fact<UnpaidWork | 'none'> {
  const lists = orders.map(({ requirements }) => requirements)
  const all = lists.flatMap((list) => valueIn(list)?.items ?? [])
  const work = all.filter(({ code, description }) => code?.toUpperCase() === 'W' || isUnpaidWork(description))
  if (work.some(({ active }) => active === true)) return known({ completed: false }, ours)
  if (work.some(({ active }) => active === undefined)) return known({}, ours)
  const isWhole = sentences.unread === 0 && orders.length > 0 && lists.every((list) => valueIn(list)?.unread === 0)
  if (!isWhole) return notKnown(ours, 'not-understood')
  return known(work.length > 0 ? { completed: true } : 'none', ours)
}

function lastSentence({ activeEvents: { items } }: AllocatedCaseDetails): Fact<Day> {
  const day = lastOf(items, ({ sentence }) => sentence?.startDate)?.sentence?.startDate
  return day === undefined ? notKnown('allocations', 'none') : known(day, 'allocations')
}

function unpaidWorkNamed({ activeEvents: { items, unread } }: AllocatedCaseDetails): Fact<UnpaidWork | 'none'> {
  const lists = items.map(({ requirements }) => valueIn(requirements))
  if (lists.some((list) => list?.items.some(isUnpaidWork))) return known({}, 'allocations')
  const isWhole = unread === 0 && items.length > 0 && lists.every((list) => list?.unread === 0)
  return isWhole ? known('none', 'allocations') : notKnown('allocations', 'not-understood')
}
