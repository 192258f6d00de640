import { Temporal } from 'temporal-polyfill'
import { Crn } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import { allocationCases } from './sample-allocation-cases.ts'
import type { SampleCase } from './sample-case.ts'
import { forenames, surnames } from './sample-case-names.ts'
import { daysFrom } from './sample-days.ts'
import { type NumberedCase, ordinaryCases } from './sample-ordinary-cases.ts'
import { plainCase } from './sample-plain-case.ts'
import { reviewCases } from './sample-review-cases.ts'

/**
 * The cases of the sample world: everybody's caseload, and one case for each side of each rule. All invented, and every
 * CRN begins with X. A case keeps its number, name and date of birth on every day; its other days are counted from
 * `today` (local).
 */
export function sampleCases(people: readonly Person[], today: Temporal.PlainDate): SampleCase[] {
  const on = daysFrom(today)
  const special = [...allocationCases(on), ...reviewCases(on)].map(
    ({ about: _about, ...differences }, place): NumberedCase => {
      return { number: 10_000 + place, facts: { ...plainCase(on), ...differences } }
    },
  )
  return [...ordinaryCases(people, today), ...special].map(({ number, facts }) => ({ ...personOf(number), ...facts }))
}

/** Who the case with this number is about. Different numbers up to 600,000 give different CRNs. */
function personOf(number: number): Pick<SampleCase, 'crn' | 'name' | 'dateOfBirth'> {
  const scattered = (number * 7919) % 600_000
  const forename = forenames[scattered % forenames.length] ?? ''
  const surname = surnames[(number * 11) % surnames.length] ?? ''
  const year = 1958 + (scattered % 47)
  return {
    crn: Crn.parse(`X${300_000 + scattered}`),
    name: `${forename} ${surname}`,
    dateOfBirth: Temporal.PlainDate.from({ year, month: 1 + (number % 12), day: 1 + (scattered % 28) }),
  }
}
