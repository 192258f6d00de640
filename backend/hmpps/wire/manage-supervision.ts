import { z } from 'zod'
import { Day, field, list, maybe, Whole, Words } from './as-written.ts'

/** What manage-supervision-and-delius answers. Risk flags, sentences and the activity log are assumed shapes. */

const RiskFlag = z
  .object({
    code: maybe(Words),
    description: maybe(Words),
    nextReviewDate: maybe(Day),
    createdDate: maybe(Day),
    removed: maybe(z.boolean()),
    removalHistory: maybe(list(z.object({ removalDate: Day }))),
  })
  .refine(({ code, description }) => code !== undefined || description !== undefined)
export type RiskFlag = z.infer<typeof RiskFlag>

/** A number, by itself or behind words: 2, M2, "Level 2", "Category M1", or any of these as the code of something. */
const NumberedText = z
  .string()
  .trim()
  .regex(/^(?:(?:mappa\s+)?(?:level|cat(?:egory)?)\s*)?M?\d$/i)
  .transform((written) => Number(written.slice(-1)))
const Numbered = z.union([
  Whole,
  NumberedText,
  z.object({ code: z.union([Whole, NumberedText]) }).transform(({ code }) => code),
])

/** `GET /risk-flags/{crn}`. */
export const RiskFlags = z.object({
  mappa: field(z.object({ level: field(Numbered), category: field(Numbered), startDate: maybe(Day) })),
  riskFlags: list(RiskFlag),
  removedRiskFlags: list(RiskFlag),
})

const Sentence = z.object({
  eventNumber: maybe(Whole),
  order: maybe(z.object({ startDate: maybe(Day), endDate: maybe(Day), releaseDate: field(Day), status: maybe(Words) })),
  requirements: field(list(z.object({ description: Words, code: maybe(Words), active: maybe(z.boolean()) }))),
})
export type Sentence = z.infer<typeof Sentence>

/** `GET /sentences/{crn}`. */
export const Sentences = z.object({ sentences: list(Sentence) })
export type Sentences = z.infer<typeof Sentences>

const Contact = z.object({
  type: maybe(Words),
  typeCode: maybe(Words),
  startDateTime: maybe(Day),
  didTheyComply: maybe(z.boolean()),
  outcomeCode: maybe(Words),
})
export type Contact = z.infer<typeof Contact>

const page = { page: maybe(Whole), totalPages: maybe(Whole), totalResults: maybe(Whole) }

/** `POST /activity/{crn}?size=&page=`. */
export const ActivityPage = z
  .object({ ...page, activities: list(Contact) })
  .transform(({ activities, ...counted }) => ({ ...counted, contacts: activities }))

/** `GET /schedule/{crn}/previous?size=&page=`. */
export const SchedulePage = z
  .object({ personSchedule: z.object({ ...page, appointments: list(Contact) }) })
  .transform(({ personSchedule: { appointments, ...counted } }) => ({ ...counted, contacts: appointments }))

export type ContactPage = z.infer<typeof ActivityPage>

/** The words of a code, or of a code with a description. */
const Coded = z.union([
  Words,
  z
    .object({ code: maybe(Words), description: maybe(Words) })
    .transform(({ code, description }) => [code, description].filter(Boolean).join(' ')),
])

/** A sentence of the supervision package: whether it is custodial, and where the person is in it. */
const PackageSentence = z.object({
  type: maybe(z.object({ isCustodial: maybe(z.boolean()) })),
  custody: maybe(z.object({ status: maybe(Coded) })),
})
export type PackageSentence = z.infer<typeof PackageSentence>

/** `GET /frontend-context/{crn}`: where somebody is in their supervision. */
export const SupervisionContext = z.object({
  currentPhase: maybe(z.object({ phase: maybe(z.object({ code: Words })) })),
  context: maybe(z.object({ sentences: maybe(list(PackageSentence)) })),
})
export type SupervisionContext = z.infer<typeof SupervisionContext>

/** Something that was started, and how it stands. */
const Started = field(z.object({ status: maybe(Words) }))

/** `GET /compliance/{crn}`: whether a breach or recall is under way, and how often somebody failed to comply. */
export const Compliance = z.object({
  currentSentences: list(
    z.object({
      activeBreach: Started,
      activeRecall: Started,
      compliance: maybe(z.object({ breachStarted: maybe(z.boolean()), failureToComplyCount: maybe(Whole) })),
    }),
  ),
})
export type Compliance = z.infer<typeof Compliance>

/** `GET /compliance/non-compliance-detail/{crn}`: an assumed shape. */
export const NonCompliance = z.object({ nonCompliance: list(z.object({ date: Day })) })
