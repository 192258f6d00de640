import type { WorkloadOfPerson } from '../../domain/allocation/case-services.ts'
import { type Fact, known, notKnown } from '../../domain/allocation/fact.ts'
import type { StaffCode } from '../../domain/ids.ts'
import { type Asking, fromAnswer } from './asking.ts'
import { lastNight } from './last-night.ts'
import { path } from './service-path.ts'
import { valueIn } from './wire/as-written.ts'
import { Overview } from './wire/workload.ts'

/** How much each of these has to do, of the day that the service gives, else of last night. 0 percent stands for no figure. */
export async function workloads(
  asking: Asking,
  practitioners: readonly StaffCode[],
): Promise<ReadonlyMap<StaffCode, Fact<WorkloadOfPerson>>> {
  const codes = [...new Set(practitioners)]
  return new Map(
    await Promise.all(
      codes.map(async (code): Promise<[StaffCode, Fact<WorkloadOfPerson>]> => [code, await workloadOf(asking, code)]),
    ),
  )
}

async function workloadOf(asking: Asking, code: StaffCode): Promise<Fact<WorkloadOfPerson>> {
  const team = (await asking.personOf(code))?.teamCode
  if (team === undefined) return notKnown('workload', 'none')
  const at = path`/team/${team}/offenderManagers/${code}`
  const answer = await asking.read('workload', { at, reads: Overview })
  return fromAnswer('workload', answer, (overview): Fact<WorkloadOfPerson> => {
    const { capacity, totalCases, weeklyHours, totalReductionHours, lastUpdatedOn } = overview
    const percent = valueIn(capacity)
    const value: WorkloadOfPerson = {
      ...(percent === undefined || percent === 0 ? {} : { percent }),
      ...(totalCases === undefined ? {} : { cases: totalCases }),
      ...(weeklyHours === undefined ? {} : { contractedHours: weeklyHours }),
      ...(totalReductionHours === undefined ? {} : { reductionHours: totalReductionHours }),
    }
    if (Object.keys(value).length === 0) {
      return notKnown('workload', capacity === 'unreadable' ? 'not-understood' : 'none')
    }
    return known(value, 'workload', lastUpdatedOn ?? lastNight(asking.now))
  })
}
