import type { Weighing } from '../../domain/allocation/allocation-answers.ts'
import type { AllocationDraft } from '../../domain/allocation/allocation-draft.ts'
import type { CaseFacts } from '../../domain/allocation/case-facts.ts'
import { draftedSections } from '../../domain/allocation/oversight-entry.ts'
import { mayBeDecided } from '../../domain/allocation/problems-with-decision.ts'
import type { Crn } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import type { Desk, Reply, Turn } from '../turn.ts'
import { myTeamsToAllocateFor } from './case-in-sight.ts'
import { justWeighed } from './just-weighed.ts'
import { notInSightReply } from './not-in-sight.ts'
import { type OneWeighed, weighOne } from './weigh-case.ts'

/** What of a draft follows from a weighing. */
type FromWeighing = Pick<
  AllocationDraft,
  'crn' | 'to' | 'answer' | 'previous' | 'limitedAccess' | 'eventNumber' | 'teamCode' | 'mentor' | 'drafted'
>

/** Somebody who was weighed to be given a case, and may be. `seen`: what whoever decides may see of the case. */
export type WeighedToDecide = {
  sight: 'open'
  seen: { caseName?: string }
  drafted: FromWeighing
  weighing: Weighing
  requirements: CaseFacts['requirements']
}

/** The answer to give where nothing can be decided. */
type NotToDecide = { sight: 'not-open'; reply: Reply } | { sight: 'open'; seen: WeighedToDecide['seen']; reply: Reply }

/** Weighs a person to decide about them; the answer to give instead where that cannot be. `inHalfTheTime` as in `weighOne`. */
export async function weighToDecide(
  person: Person,
  crn: Crn,
  { inHalfTheTime = false }: { inHalfTheTime?: boolean },
  turn: Turn,
  desk: Desk,
): Promise<WeighedToDecide | NotToDecide> {
  const teams = await myTeamsToAllocateFor(turn, desk)
  const weighed = await weighOne(crn, person, { teams, inHalfTheTime }, turn, desk)
  if (weighed.sight !== 'open') return { sight: 'not-open', reply: notInSightReply(weighed, turn, desk) }
  const { weighing, facts } = weighed
  const seen = facts.name === undefined ? {} : { caseName: facts.name }
  if (!mayBeDecided(weighing.outcome)) return { sight: 'open', seen, reply: justWeighed(weighed, desk) }
  return {
    sight: 'open',
    seen,
    drafted: await draftedFrom(weighed, turn, desk),
    weighing,
    requirements: facts.requirements,
  }
}

async function draftedFrom(
  { answer, facts, person, weighing }: Extract<OneWeighed, { sight: 'open' }>,
  turn: Turn,
  desk: Desk,
): Promise<FromWeighing> {
  const holder = facts.holder.known && facts.holder.value !== 'nobody' ? facts.holder.value : undefined
  const [previous, mentor] = await Promise.all([
    holder && desk.staff.byStaffCode(holder.staffCode),
    person.mentorStaffCode && desk.staff.byStaffCode(person.mentorStaffCode),
  ])
  const held = holder && { name: previous?.name ?? holder.name ?? holder.staffCode }
  return {
    crn: answer.crn,
    to: person.staffCode,
    answer: answer.id,
    limitedAccess: facts.limitedAccess,
    previous: holder?.staffCode,
    eventNumber: facts.eventNumber,
    teamCode: person.teamCode,
    mentor: mentor?.staffCode,
    drafted: draftedSections(
      {
        by: turn.person,
        to: person,
        previous: held,
        weighing,
        requirements: facts.requirements,
        mentor,
        today: turn.today,
        touchPointOn: touchPointOf(turn, desk),
      },
      desk.allocationPolicy,
    ),
  }
}

/** The day by which a case that is given today is first discussed. */
export function touchPointOf({ today }: Pick<Turn, 'today'>, { allocationPolicy }: Pick<Desk, 'allocationPolicy'>) {
  return today.add({ days: allocationPolicy.touchPointDays })
}
