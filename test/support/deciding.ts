import type { Card } from '../../cards/card.ts'
import { cardInWords } from '../../cards/card-in-words.ts'
import { beginAllocation, changeAllocation, withSaid } from '../../dialogs/allocation/allocation-draft.ts'
import { decideAllocation } from '../../dialogs/allocation/decide-allocation.ts'
import type { Desk, Turn } from '../../dialogs/turn.ts'
import type { CaseFacts } from '../../domain/allocation/case-facts.ts'
import type {
  AllocationQuestion,
  AllocationToSubmit,
  CaseServices,
  Submission,
} from '../../domain/allocation/case-services.ts'
import type { PractitionerAnswer } from '../../domain/allocation/practitioner-facts.ts'
import type { CaseViewer } from '../../domain/case-view.ts'
import type { AllocationDraftId } from '../../domain/ids.ts'
import type { Notice } from '../../domain/ports.ts'
import { aCase, aPractitioner } from './allocation-facts.ts'
import { crnOf } from './case-draws.ts'
import { aDrawDesk } from './draw-desk.ts'
import { aisha, officePeople, priya } from './people.ts'

export const crn = crnOf(1)
/** Words of somebody's own that are long enough. */
export const why = 'Knows the family from last year and has the time in December.'

/** A desk where Priya decides about Aisha, on case services that say and do what a test states, with all that they were asked. */
export async function aDecidingDesk() {
  const office = await aDrawDesk(officePeople, [])
  const { access, grade, hasEmail, workload, casesPastWeek, hasManaged } = aPractitioner()
  const services = {
    sight: 'open' as 'open' | 'restricted' | 'not-answered',
    facts: {} as Partial<CaseFacts>,
    practitioner: {} as Partial<PractitionerAnswer>,
    hasOrder: true,
    becomes: 'submitted' as Submission,
    submitted: [] as { allocation: AllocationToSubmit; by: CaseViewer }[],
    asked: [] as (Pick<AllocationQuestion, 'inHalfTheTime'> | 'sight' | 'view')[],
    reached: [] as Notice[],
  }
  const factsNow = (): CaseFacts => {
    const { eventNumber = 1, ...rest } = aCase({ crn, ...services.facts })
    return services.hasOrder ? { ...rest, eventNumber } : rest
  }
  const sightNow = () => {
    const { sight } = services
    return sight === 'not-answered' ? ({ sight: 'unknown', why: sight } as const) : { sight }
  }
  const cases: CaseServices = {
    ...office.desk.cases,
    forAllocation: async ({ practitioners, inHalfTheTime = false }) => {
      services.asked.push({ inHalfTheTime })
      const now = sightNow()
      if (now.sight !== 'open') return now as { sight: 'restricted' }
      const answer = { access, grade, hasEmail, workload, casesPastWeek, hasManaged, ...services.practitioner }
      return { sight: 'open', facts: factsNow(), practitioners: new Map(practitioners.map((code) => [code, answer])) }
    },
    sights: async (crns) => {
      services.asked.push('sight')
      return crns.map(() => sightNow() as { sight: 'restricted' })
    },
    views: async (crns) => {
      services.asked.push('view')
      return crns.map((one) => {
        const now = sightNow()
        return now.sight === 'open'
          ? { sight: 'open', crn: one, limitedAccess: services.facts.limitedAccess ?? false }
          : (now as { sight: 'restricted' })
      })
    },
    holderOf: async () => factsNow().holder,
    submit: async (allocation, by) => {
      services.submitted.push({ allocation, by })
      return services.becomes
    },
  }
  const desk: Desk = {
    ...office.desk,
    cases,
    submitAllocations: true,
    reach: async (notice) => {
      services.reached.push(notice)
      return 'reached'
    },
  }
  const turn = (at?: string): Turn => ({ ...office.turn(priya, at), userToken: 'a token of hers' })
  return {
    office,
    services,
    desk,
    turn,
    /** Begins to give the case to Aisha, with her manager's reasoning. */
    async begun(at?: string): Promise<AllocationDraftId> {
      const { shows } = await beginAllocation(aisha, crn, turn(at), desk)
      const id = shows as AllocationDraftId
      await changeAllocation(id, (draft) => withSaid(draft, { reasoning: why }), turn(at), desk)
      return id
    },
    decide: async (id: AllocationDraftId, at?: string) => {
      const { message } = await decideAllocation(id, turn(at), desk)
      return 'card' in message ? cardInWords(message.card as Card) : message.text
    },
  }
}
