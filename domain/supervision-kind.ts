import { z } from 'zod'
import { IsoDate } from './ids.ts'
import { Grade } from './staff.ts'

/** The kinds of supervision staff have, by the ids that other systems and files use. */
export const KindId = z.enum(['monthly', 'reflective', 'observation', 'performance', 'competency', 'rcat', 'saqua'])
export type KindId = z.infer<typeof KindId>

/** In what part somebody writes a session down: as the line manager, as the person supervised, or as quality officer. */
export const LoggerPart = z.enum(['manager', 'practitioner', 'qdo'])
export type LoggerPart = z.infer<typeof LoggerPart>

/** One thing a kind of supervision asks. Its answer is free text. */
export const KindQuestion = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]{1,30}$/),
  /** The label of the input on the card, also what a person may type before a colon to answer it. */
  label: z.string().min(1).max(60),
  /** The same thing asked in a sentence in the chat. */
  ask: z.string().min(1).max(200),
  required: z.boolean(),
  /** Only the two people of the session ever see the answer. */
  private: z.boolean(),
  /** A case reference number answers it as well as words do. */
  takesCases: z.boolean(),
})
export type KindQuestion = z.infer<typeof KindQuestion>

/** A kind of supervision, as the policy describes it. All of it is configuration. */
export const SupervisionKind = z.strictObject({
  id: KindId,
  /** As a heading: "Reflective". */
  name: z.string().min(1).max(40),
  /** In a sentence: "a reflective session". */
  inWords: z.string().min(1).max(60),
  /** The calendar window in which one session is expected. */
  window: z.enum(['month', 'quarter', 'half-year', 'year']),
  loggedBy: z.array(LoggerPart).min(1),
  /** Grades that have this kind of supervision. */
  grades: z.array(Grade).min(1),
  /** Kinds that may be held in the same session. */
  combinesWith: z.array(KindId),
  /** Whether the assistant can log it. One that it cannot is named honestly and never half recorded. */
  canBeLogged: z.boolean(),
  questions: z.array(KindQuestion),
})
export type SupervisionKind = z.infer<typeof SupervisionKind>

/** What decides whether a window is met, due, overdue or waived. */
export const WindowRules = z.strictObject({
  /** The month in which the supervision year begins: 4 is April. */
  yearBegins: z.int().min(1).max(12),
  /** Windows that closed before this day are not looked at. Without it: before the year in force. */
  countsFrom: IsoDate.optional(),
  /** An open window is due soon when it has so many days left or fewer. */
  dueSoonDays: z.int().min(0).max(366),
  /** A window is waived for somebody who was not there for more than this share of its working days. */
  waivedAbove: z.number().min(0).max(1),
})

/** The kinds of a policy, with the limits that hold for every session. */
export const SupervisionPolicy = z.strictObject({
  kinds: z.array(SupervisionKind).min(1),
  minutes: z.strictObject({ least: z.int().min(1), most: z.int().max(1440) }),
  /** How far back a session may be written down, in calendar months. */
  monthsBack: z.int().min(1).max(60),
  /** The most characters an answer may have. */
  noteCharacters: z.int().min(100).max(10_000),
  windows: WindowRules,
  /** The most full-time equivalents that a line manager is meant to have. */
  spanLimit: z.number().min(1).max(100),
})
export type SupervisionPolicy = z.infer<typeof SupervisionPolicy>

/** The kind with this id. Every id of `KindId` is in a policy that was read, or the policy was refused. */
export function kindOf(policy: SupervisionPolicy, id: KindId): SupervisionKind {
  const kind = policy.kinds.find((candidate) => candidate.id === id)
  if (kind === undefined) throw new Error(`The policy has no kind "${id}".`)
  return kind
}

/** The questions of several kinds in the policy's order, each once. */
export function questionsOf(policy: SupervisionPolicy, kinds: readonly KindId[]): KindQuestion[] {
  const seen = new Set<string>()
  return policy.kinds
    .filter((kind) => kinds.includes(kind.id))
    .flatMap((kind) => kind.questions)
    .filter((question) => !seen.has(question.id) && seen.add(question.id))
}
