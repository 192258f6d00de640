import { ownWeighingCard } from '../../cards/allocation/own-weighing-card.ts'
import { aboutOneself } from '../../domain/allocation/about-oneself.ts'
import { type Allocation, wasGiven } from '../../domain/allocation/allocation.ts'
import type { AllocationAnswer, Weighing } from '../../domain/allocation/allocation-answers.ts'
import { rulesThen } from '../../domain/allocation/rules-said.ts'
import type { Crn, StaffCode } from '../../domain/ids.ts'
import type { Desk, Reply, Turn } from '../turn.ts'
import { mayBeShown, nowInSight } from './now-in-sight.ts'

/** "Why was I given X320741?": the decision and what it rested on; of a case they were weighed for and did not get, their own part. */
export async function whyMine(crn: Crn | undefined, turn: Turn, desk: Desk): Promise<Reply> {
  const me = turn.person.staffCode
  const given = (await desk.allocations.to(me)).find((one) => wasGiven(one) && (crn === undefined || one.crn === crn))
  if (given !== undefined) return whyGiven(given, turn, desk)
  const weighed = crn === undefined ? undefined : await desk.allocationAnswers.weighing(me, crn)
  if (weighed === undefined) {
    const text =
      crn === undefined
        ? 'No case was given to you through me. To hear how you were weighed for one, say “why was I not given” and its number.'
        : 'You were not weighed for that case through me.'
    return { message: { text } }
  }
  const seen = await mayBeShown(weighed.answer.crn, turn, desk)
  if (seen !== true) return seen.reply
  const checks = aboutOneself(weighed.weighing.checks)
  return shown(weighed.answer, { ...weighed.weighing, checks }, undefined, {}, desk)
}

async function whyGiven(given: Allocation, turn: Turn, desk: Desk): Promise<Reply> {
  const seen = await nowInSight(given.crn, turn, desk)
  if ('reply' in seen) return seen.reply
  const answer = await desk.allocationAnswers.byId(given.answer)
  const weighing = answer?.about.find(({ practitioner }) => practitioner === turn.person.staffCode)
  if (answer === undefined || weighing === undefined) {
    return { message: { text: 'How you were weighed for that case is kept no longer.' } }
  }
  return shown(answer, weighing, given, seen, desk)
}

async function shown(
  answer: Pick<AllocationAnswer, 'crn' | 'askedAt' | 'askedBy' | 'rules'>,
  weighing: Weighing,
  given: Allocation | undefined,
  { caseName }: { caseName?: string },
  desk: Desk,
): Promise<Reply> {
  const nameOf = async (code: StaffCode) => (await desk.staff.byStaffCode(code))?.name ?? code
  const message = ownWeighingCard({
    answer,
    weighing,
    caseName,
    askedBy: await nameOf(answer.askedBy),
    rules: rulesThen(answer, desk.allocationPolicy),
    decided: given && {
      by: await nameOf(given.decidedBy),
      at: given.decidedAt,
      reasoning: given.reasoning,
      agreedBy: given.agreedBy && (await nameOf(given.agreedBy)),
      touchPointOn: given.touchPointOn,
    },
  })
  return { message }
}
