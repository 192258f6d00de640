import type { Person } from '../staff.ts'
import type { AllocationPolicy } from './allocation-policy.ts'
import type { WorkloadOfPerson } from './case-services.ts'
import type { Fact } from './fact.ts'

/** Somebody with how much they have to do. */
export type WorkloadFigure = { person: Person; workload: Fact<WorkloadOfPerson> }

/** Percent of capacity; undefined where it is not known. Nought is what the workload service says when it has no data. */
export function percentOf(workload: Fact<WorkloadOfPerson>): number | undefined {
  const percent = workload.known ? workload.value.percent : undefined
  return percent === 0 ? undefined : percent
}

/** The percentages above which a workload stands out. */
export type WorkloadLimits = Pick<AllocationPolicy['rules']['workload'], 'rationaleAbove' | 'outsideAbove'>

/** Where a workload lies, the most pressing first: above both limits, above the first alone, above none, or not known. */
const workloadBands = ['far-over', 'over', 'within', 'not-known'] as const
export type WorkloadBand = (typeof workloadBands)[number]

export function bandOf(percent: number | undefined, { rationaleAbove, outsideAbove }: WorkloadLimits): WorkloadBand {
  if (percent === undefined) return 'not-known'
  if (percent > outsideAbove) return 'far-over'
  return percent > rationaleAbove ? 'over' : 'within'
}

/** The highest percentage first, those that are not known last; people alike by name. */
export function busiestFirst(figures: readonly WorkloadFigure[]): WorkloadFigure[] {
  const rank = ({ workload }: WorkloadFigure) => percentOf(workload) ?? -1
  return [...figures].sort(
    (one, other) => rank(other) - rank(one) || one.person.name.localeCompare(other.person.name, 'en-GB'),
  )
}
