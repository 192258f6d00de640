import { z } from 'zod'
import { currentLetters, olderLetters } from './tier.ts'

const months = z.int().min(1).max(600)
const days = z.int().min(1).max(3660)
const percent = z.number().min(1).max(1000)

/** What every rule has: who says so, and whether that has been confirmed. */
const saidBy = { authority: z.string().trim().min(1).max(200), confirmed: z.boolean() }
const plain = z.strictObject(saidBy)
const training = z.strictObject({ ...saidBy, months })

const Numbers = z.strictObject({
  /** A PO is newly qualified for so many months after qualifying. */
  newlyQualifiedMonths: months,
  rules: z.strictObject({
    access: plain,
    contactable: plain,
    'already-held': plain,
    transfer: plain,
    /** A PO needs a rationale for a very high risk until so many months after qualifying. */
    'risk-for-grade': z.strictObject({ ...saidBy, settledMonths: months }),
    'tier-for-grade': z.strictObject({
      ...saidBy,
      outside: z.strictObject({ current: z.array(z.enum(currentLetters)), older: z.array(z.enum(olderLetters)) }),
      rationale: z.strictObject({ current: z.array(z.enum(currentLetters)), older: z.array(z.enum(olderLetters)) }),
    }),
    /** From this level on MAPPA needs a PO who is not newly qualified. */
    mappa: z.strictObject({ ...saidBy, officerFromLevel: z.int().min(1).max(3) }),
    'sexual-offence': plain,
    children: plain,
    'domestic-abuse': plain,
    /** A mentor has been qualified for so many months. */
    'trainee-mentor': z.strictObject({ ...saidBy, mentorMonths: months }),
    /** A training holds for so many calendar months. */
    'training-safeguarding': training,
    'training-domestic-abuse': training,
    'training-sexual-offences': training,
    /** Percent of capacity, with the case: above these. `protected` is for newly qualified officers and trainees. */
    workload: z.strictObject({
      ...saidBy,
      rationaleAbove: percent,
      outsideAbove: percent,
      protectedOutsideAbove: percent,
    }),
    /** Working days: away today for more than so many more; away from a day so many ahead or sooner. */
    availability: z.strictObject({ ...saidBy, moreThanDays: days, withinDays: days }),
    /** Days since the last supervision of any kind. */
    'supervised-lately': z.strictObject({ ...saidBy, days }),
    /** Full-time equivalents who report to the line manager. */
    'manager-span': z.strictObject({ ...saidBy, mostReports: z.number().min(1).max(100) }),
    /** How far back an earlier risk level counts. */
    'history-of-risk': z.strictObject({ ...saidBy, months }),
    'assessment-age': z.strictObject({ ...saidBy, months }),
    enquiries: plain,
    /** When a fact is so old that it is a concern of its own. */
    'facts-age': z.strictObject({ ...saidBy, roshMonths: months, workloadDays: days }),
  }),
  /** How many cases are weighed in one answer. */
  mostCases: z.int().min(1).max(10),
  /** The fewest characters of the manager's own reasoning. */
  reasoningCharacters: z.int().min(1).max(1000),
  /** Days from the allocation to the first discussion about the case. */
  touchPointDays: days,
})

/** The numbers of the allocation rules, each with its authority, and what goes with an allocation. All of it is configuration. */
export const AllocationPolicy = Numbers.superRefine((policy, context) => {
  for (const [path, message] of contradictions(policy)) {
    context.addIssue({ code: 'custom', path: ['rules', ...path], message })
  }
})
export type AllocationPolicy = z.infer<typeof AllocationPolicy>

/** Numbers that are right one by one and say nothing together, each with where it is and what it should be. */
function* contradictions({
  newlyQualifiedMonths,
  rules,
}: z.infer<typeof Numbers>): Iterable<[(string | number)[], string]> {
  const { rationaleAbove, outsideAbove, protectedOutsideAbove } = rules.workload
  if (outsideAbove < rationaleAbove)
    yield [['workload', 'outsideAbove'], `should not be less than rationaleAbove, which is ${rationaleAbove}`]
  if (protectedOutsideAbove > outsideAbove)
    yield [['workload', 'protectedOutsideAbove'], `should not be more than outsideAbove, which is ${outsideAbove}`]
  if (rules['risk-for-grade'].settledMonths < newlyQualifiedMonths)
    yield [
      ['risk-for-grade', 'settledMonths'],
      `should not be less than newlyQualifiedMonths, which is ${newlyQualifiedMonths}`,
    ]
  for (const model of ['current', 'older'] as const) {
    const { outside, rationale } = rules['tier-for-grade']
    for (const [at, letter] of rationale[model].entries()) {
      if (outside[model].some((other) => other === letter))
        yield [['tier-for-grade', 'rationale', model, at], `"${letter}" should not be in outside.${model} as well`]
    }
  }
}
