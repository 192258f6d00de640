import type { Temporal } from 'temporal-polyfill'
import type { CaseFacts } from '../../domain/allocation/case-facts.ts'
import { type Fact, known, notKnown } from '../../domain/allocation/fact.ts'
import type { Crn } from '../../domain/ids.ts'
import type { Answer } from './answer-in-reply.ts'
import { type Asking, orElse, whyNot } from './asking.ts'
import { path } from './service-path.ts'
import type { Waiting } from './waiting-case.ts'
import { type AllocatedCaseDetails, WaitingCaseDetails } from './wire/allocations.ts'
import { type Field, factOf, type ReadList } from './wire/as-written.ts'
import { type Sentence, Sentences } from './wire/manage-supervision.ts'

/** What one source says of an order. */
type OrderFacts = Pick<CaseFacts, 'sentencedOn' | 'requirements'> & { eventNumber?: number }
type Source = 'manage-supervision' | 'allocations'

/**
 * When the person was sentenced and to what. It is about the order that waits for allocation; for a case that somebody
 * manages, about the active one sentenced last. `allocated` is the case as the allocation service knows it.
 */
export async function sentenceFacts(
  asking: Asking,
  crn: Crn,
  waiting: Promise<Waiting>,
  allocated: () => Promise<Answer<AllocatedCaseDetails>>,
): Promise<OrderFacts> {
  const at = path`/sentences/${crn}`
  const [answer, found] = await Promise.all([
    asking.sooner.read('manage-supervision', { at, reads: Sentences }),
    waiting,
  ])
  const entry = typeof found === 'object' && 'entry' in found ? found.entry : undefined
  const first =
    answer.status === 'ok'
      ? bySentences(asking, answer.body.sentences, entry?.convictionNumber)
      : noneOf(whyNot('manage-supervision', answer.status))
  const number = entry?.convictionNumber ?? first.eventNumber
  if (first.sentencedOn.known && first.requirements.known) return withNumber(first, number)
  const second =
    entry?.convictionNumber === undefined
      ? await byAllocatedCase(asking, allocated, number)
      : await byWaitingCase(asking, crn, entry.convictionNumber, entry.sentenceDate)
  return withNumber(
    {
      sentencedOn: await orElse(first.sentencedOn, () => second.sentencedOn),
      requirements: await orElse(first.requirements, () => second.requirements),
    },
    number ?? second.eventNumber,
  )
}

function withNumber(facts: OrderFacts, eventNumber: number | undefined): OrderFacts {
  return { ...facts, ...(eventNumber === undefined ? {} : { eventNumber }) }
}

function noneOf(why: ReturnType<typeof notKnown>): OrderFacts {
  return { sentencedOn: why, requirements: why }
}

/** The order sentenced last, active ones before others. */
export function lastOf<T>(orders: readonly T[], startOf: (order: T) => Temporal.PlainDate | undefined): T | undefined {
  const day = (order: T) => startOf(order)?.toString() ?? ''
  return orders.toSorted((one, other) => (day(one) < day(other) ? -1 : 1)).at(-1)
}

function bySentences(
  asking: Asking,
  { items, unread }: ReadList<Sentence>,
  eventNumber: number | undefined,
): OrderFacts {
  const source = 'manage-supervision'
  if (unread > 0) asking.leftOut(source, 'sentences', unread)
  const orders = items.filter(({ order }) => order?.startDate !== undefined)
  const active = orders.filter((one) => isActive(one, asking.now))
  const one =
    eventNumber === undefined
      ? lastOf(active.length > 0 ? active : orders, ({ order }) => order?.startDate)
      : items.find((sentence) => sentence.eventNumber === eventNumber)
  if (one === undefined) return noneOf(notKnown(source, unread > 0 ? 'not-understood' : 'none'))
  const day = one.order?.startDate
  return withNumber(
    {
      sentencedOn: day === undefined ? notKnown(source, 'none') : known(day, source),
      requirements: requirementsIn(one.requirements, source, (written) =>
        written.active === false ? [] : [written.description],
      ),
    },
    one.eventNumber,
  )
}

/** Whether an order stands today: what its status says, else its last day. */
export function isActive({ order }: Sentence, now: Temporal.Instant): boolean {
  if (order?.status !== undefined) return /^active/i.test(order.status)
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate().toString()
  return order?.endDate === undefined || order.endDate.toString() >= today
}

/** A list with a requirement that nobody can read is not the whole of it. */
function requirementsIn<T>(
  written: Field<ReadList<T>>,
  source: Source,
  words: (one: T) => readonly string[],
): Fact<readonly string[]> {
  const list = factOf(written, source)
  if (!list.known) return list
  if (list.value.unread > 0) return notKnown(source, 'not-understood')
  return known(list.value.items.flatMap(words), source)
}

async function byWaitingCase(
  asking: Asking,
  crn: Crn,
  eventNumber: number,
  sentenceDate: Temporal.PlainDate | undefined,
): Promise<OrderFacts> {
  const source = 'allocations'
  const at = path`/cases/unallocated/${crn}/convictions/${eventNumber}`
  const details = await asking.read(source, { at, reads: WaitingCaseDetails })
  const day = sentenceDate === undefined ? undefined : known(sentenceDate, source)
  if (details.status !== 'ok') {
    const why = whyNot(source, details.status)
    return { sentencedOn: day ?? why, requirements: why }
  }
  return {
    sentencedOn: day ?? factOf(details.body.sentenceDate, source),
    requirements: requirementsIn(details.body.requirements, source, (written) => [written]),
  }
}

async function byAllocatedCase(
  asking: Asking,
  allocated: () => Promise<Answer<AllocatedCaseDetails>>,
  eventNumber: number | undefined,
): Promise<OrderFacts> {
  const source = 'allocations'
  const details = await allocated()
  if (details.status !== 'ok') return noneOf(whyNot(source, details.status))
  const { items, unread } = details.body.activeEvents
  if (unread > 0) asking.leftOut(source, 'active orders', unread)
  const one =
    eventNumber === undefined
      ? lastOf(items, ({ sentence }) => sentence?.startDate)
      : items.find(({ number }) => number === eventNumber)
  if (one === undefined) return noneOf(notKnown(source, unread > 0 ? 'not-understood' : 'none'))
  const day = one.sentence?.startDate
  return withNumber(
    {
      sentencedOn: day === undefined ? notKnown(source, 'none') : known(day, source),
      requirements: requirementsIn(one.requirements, source, (written) => [written]),
    },
    one.number,
  )
}
