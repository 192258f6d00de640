import type { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import { type Fact, type FactSource, type NotKnown, notKnown } from '../../domain/allocation/fact.ts'
import type { CaseViewer } from '../../domain/case-view.ts'
import type { StaffCode } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import type { Answer, NoAnswer } from './answer-in-reply.ts'
import type { Deadline } from './deadline.ts'
import type { Question, ServiceClient } from './service-client.ts'

/** The services that are asked, by the name their facts carry. */
export type ServiceName = Extract<
  FactSource,
  'allocations' | 'workload' | 'tier' | 'estate' | 'risk-and-needs' | 'manage-supervision' | 'delius'
>
export type Services = Record<ServiceName, ServiceClient>

/** What is known of a member of staff for asking about them. */
export type StaffMember = Pick<Person, 'staffCode' | 'username' | 'teamCode'>

/** One question of somebody, for as long as there is time for it: everything asked for it goes through here. */
export type Asking = {
  by: CaseViewer
  deadline: Deadline
  now: Temporal.Instant
  read<S extends z.ZodType>(service: ServiceName, question: Question<S>): Promise<Answer<z.output<S>>>
  /** The same with half of the time, for a first source that has a second one behind it. */
  sooner: Asking
  /** The staff list; nobody where it cannot be read in time. */
  personOf(code: StaffCode): Promise<StaffMember | undefined>
  /** So many entries of an answer were left out because nobody could understand them. */
  leftOut(service: ServiceName, of: string, entries: number): void
}

/** What no answer means for a fact. Not being allowed to ask is not an answer. */
export function whyNot(source: FactSource, status: NoAnswer): NotKnown {
  if (status === 'not-found') return notKnown(source, 'none')
  return notKnown(source, status === 'not-understood' ? 'not-understood' : 'not-answered')
}

/** A fact out of an answer. */
export function fromAnswer<T, V>(source: FactSource, answer: Answer<T>, read: (body: T) => Fact<V>): Fact<V> {
  return answer.status === 'ok' ? read(answer.body) : whyNot(source, answer.status)
}

/**
 * What the first source says, else the second, which is asked only then. Where neither knows, one that did not answer counts
 * for more than one that has nothing: it might have had it.
 */
export async function orElse<T>(first: Fact<T>, second: () => Fact<T> | Promise<Fact<T>>): Promise<Fact<T>> {
  if (first.known) return first
  const other = await second()
  if (other.known) return other
  const order = ['not-answered', 'not-understood', 'conflicting', 'none'] as const
  const why = order.find((reason) => reason === first.why || reason === other.why) ?? other.why
  return notKnown(other.source, why)
}

/** Asks at most once, and only when the answer is wanted. */
export function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined
  return () => {
    asked ??= ask()
    return asked
  }
}
