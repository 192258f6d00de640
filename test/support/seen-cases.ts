import type { CaseFacts } from '../../domain/allocation/case-facts.ts'
import type { CaseForAllocation, CaseloadEntry, CaseServices } from '../../domain/allocation/case-services.ts'
import { known } from '../../domain/allocation/fact.ts'
import type { Crn } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import { aCase } from './allocation-facts.ts'
import { unaskedCaseServices } from './unasked-case-services.ts'

/** A case held by somebody. */
export function heldCase(crn: Crn, holder: Person | undefined, about: Partial<CaseFacts> = {}): CaseFacts {
  const held = holder === undefined ? ('nobody' as const) : { staffCode: holder.staffCode }
  return aCase({ crn, holder: known(held, 'allocations'), ...about })
}

/** What is said of one case: its facts, or why there are none. */
export type SaidOfCase = Exclude<CaseForAllocation, { sight: 'open' }> | CaseFacts

/** What case services are made to say; whoever asks hears the same. What is not given they cannot be asked. */
export type Said = {
  cases?: ReadonlyMap<Crn, SaidOfCase>
  caseload?: readonly CaseloadEntry[]
  percents?: ReadonlyMap<string, number | undefined>
}

/** Case services that say what a test gives them. A number that it does not name is no case. */
export function caseServicesSaying({ cases, caseload, percents }: Said): CaseServices {
  return {
    ...unaskedCaseServices,
    ...(cases === undefined
      ? {}
      : {
          forAllocation: async ({ crn }) => {
            const said = cases.get(crn) ?? ({ sight: 'unknown', why: 'no-such-case' } as const)
            return 'sight' in said ? said : { sight: 'open', facts: said, practitioners: new Map() }
          },
        }),
    ...(caseload === undefined ? {} : { caseloadInShort: async () => caseload }),
    ...(percents === undefined
      ? {}
      : {
          workloads: async (codes) =>
            new Map(
              codes.map((code) => {
                const percent = percents.get(code)
                return [code, known({ cases: 99, ...(percent === undefined ? {} : { percent }) }, 'workload')]
              }),
            ),
        }),
  }
}
