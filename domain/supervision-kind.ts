import { z } from 'zod'
import { IsoDate } from './ids.ts'
import { Grade } from './staff.ts'

/** The kinds of supervision staff have, by the ids that other systems and files use. */
export const KindId = z.enum(['monthly', 'reflective', 'observation', 'performance', 'competency', 'rcat', 'saqua'])
export type KindId = z.infer<typeof KindId>

/** In what part somebody writes a session down: as the line manager, as the person supervised, or as quality officer. */
export const LoggerPart = z.enum(['manager', 'practitioner', 'qdo'])
export type LoggerPart = z.infer<typeof LoggerPart>

const Id = z.string().regex(/^[a-z][a-z0-9-]{1,30}$/)

/** A set of words to choose from, such as the ratings of an inspection. The first is shown first. */
export const Scale = z.strictObject({
  id: Id,
  choices: z
    .array(
      z.strictObject({
        /** What is kept of an answer. */
        id: Id,
        /** What people read: "Requires improvement". */
        name: z.string().min(1).max(40),
        /** What people type for it besides its name and id. */
        also: z.array(z.string().min(1).max(40)).default([]),
      }),
    )
    .min(2),
})
export type Scale = z.infer<typeof Scale>

/** What an answer is. Every answer is kept as text: that of a choice as the choice's id, that of a case as its number. */
export const AnswerType = z.discriminatedUnion('type', [
  /** Words; `most` characters where that is less than any note may have. */
  z.strictObject({ type: z.literal('text'), most: z.int().min(10).optional() }),
  /** One choice of a scale of the policy. */
  z.strictObject({ type: z.literal('choice'), scale: z.string() }),
  /** One case, which was drawn at random or nominated by the person supervised. */
  z.strictObject({ type: z.literal('case'), from: z.enum(['draw', 'nomination']) }),
  /** People by name or number. More than `warnAbove` are said to be many, and taken. */
  z.strictObject({ type: z.literal('people'), warnAbove: z.int().min(1) }),
])
export type AnswerType = z.infer<typeof AnswerType>

/** One thing a kind of supervision asks. */
export const KindQuestion = z.strictObject({
  id: Id,
  /** The label of the input on the card, also what a person may type before a colon to answer it. */
  label: z.string().min(1).max(60),
  /** The same thing asked in a sentence in the chat. */
  ask: z.string().min(1).max(200),
  required: z.boolean(),
  /** Only the two people of the session ever see the answer. */
  private: z.boolean(),
  /** A case reference number answers it as well as words do. */
  takesCases: z.boolean(),
  answer: AnswerType.default({ type: 'text' }),
  /** The question it belongs to: it is asked only where that one is answered. */
  of: Id.optional(),
  /** Of the questions with the same word here, at least one has to be answered. */
  oneOf: Id.optional(),
  /** A new session begins with what the person's last one of the kind answered. */
  carriesOver: z.boolean().optional(),
  /** Only the person supervised is asked. */
  ofPractitioner: z.boolean().optional(),
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
  /** Empty where nobody logs it here. */
  loggedBy: z.array(LoggerPart),
  /** Grades that have this kind of supervision. */
  grades: z.array(Grade).min(1),
  /** Kinds that may be held in the same session. */
  combinesWith: z.array(KindId),
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

const LocalTime = z.iso.time({ precision: -1, error: 'should be a time of day, like 09:30' })

/** What booking a session works with. Times of day are local. */
export const BookingRules = z.strictObject({
  /** How long a session of each kind is booked for when nobody says: minutes. */
  usualMinutes: z.record(KindId, z.int().min(5).max(480)),
  /** How far ahead a session may be booked, in calendar months. */
  monthsAhead: z.int().min(1).max(12),
  /** A session that begins before or ends after these hours is booked with a remark. */
  officeHours: z.strictObject({ from: LocalTime, to: LocalTime }),
  /** From when on a working day a session whose day has passed is asked about. */
  askFrom: LocalTime,
  /** How many days a link to a calendar file works. */
  linkDays: z.int().min(1).max(31),
})

/** The kinds of a policy, with the limits that hold for every session. */
export const SupervisionPolicy = z
  .strictObject({
    kinds: z.array(SupervisionKind).min(1),
    /** What questions offer to choose from. */
    scales: z.array(Scale),
    minutes: z.strictObject({ least: z.int().min(1), most: z.int().max(1440) }),
    /** How far back a session may be written down, in calendar months. */
    monthsBack: z.int().min(1).max(60),
    /** The most characters an answer may have. */
    noteCharacters: z.int().min(100).max(10_000),
    windows: WindowRules,
    booking: BookingRules,
    /** The most full-time equivalents that a line manager is meant to have. */
    spanLimit: z.number().min(1).max(100),
  })
  .superRefine((policy, context) => {
    for (const [path, message] of wrongNames(policy)) context.addIssue({ code: 'custom', path, message })
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

/** Names in a policy that stand for nothing in it, each with where it is and what is wrong. */
function* wrongNames(policy: {
  kinds: readonly SupervisionKind[]
  scales: readonly Scale[]
}): Iterable<[(string | number)[], string]> {
  for (const [at, kind] of policy.kinds.entries()) {
    for (const [index, { answer, of }] of kind.questions.entries()) {
      const path = ['kinds', at, 'questions', index]
      if (answer.type === 'choice' && !policy.scales.some(({ id }) => id === answer.scale))
        yield [[...path, 'answer', 'scale'], `There is no scale "${answer.scale}"`]
      if (of !== undefined && !kind.questions.some(({ id }) => id === of))
        yield [[...path, 'of'], `The kind has no question "${of}"`]
    }
  }
}

/** The choices of a question; none for one that is answered in other ways. */
export function choicesOf(policy: Pick<SupervisionPolicy, 'scales'>, { answer }: KindQuestion): Scale['choices'] {
  if (answer.type !== 'choice') return []
  return policy.scales.find(({ id }) => id === answer.scale)?.choices ?? []
}

/** An answer as people read it: the name of a choice for its id, anything else as it is. */
export function answerInWords(
  policy: Pick<SupervisionPolicy, 'scales'>,
  question: KindQuestion,
  answer: string,
): string {
  return choicesOf(policy, question).find(({ id }) => id === answer)?.name ?? answer
}
