import { Temporal } from 'temporal-polyfill'
import { Crn } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import { allocationCases, casesInExamples } from './sample-allocation-cases.ts'
import type { SampleCase } from './sample-case.ts'
import { forenames, surnames } from './sample-case-names.ts'
import { daysFrom } from './sample-days.ts'
import { type NumberedCase, ordinaryCases } from './sample-ordinary-cases.ts'
import { plainCase } from './sample-plain-case.ts'
import { reviewCases } from './sample-review-cases.ts'

/** The number of the first case of the tables: those for allocation, then those for reviews. */
export const firstSpecial = 10_000

/**
 * The cases of the sample world: everybody's caseload, and one case for each side of each rule. All invented, and every
 * CRN begins with X. A case keeps its number, name and date of birth on every day; its other days are counted from
 * `today` (local).
 */
export function sampleCases(people: readonly Person[], today: Temporal.PlainDate): SampleCase[] {
  const on = daysFrom(today)
  const special = [...allocationCases(on), ...reviewCases(on)].map(
    ({ about: _about, ...differences }, place): NumberedCase => {
      return { number: firstSpecial + place, facts: { ...plainCase(on), ...differences } }
    },
  )
  const named = casesInExamples(on).map(({ about: _about, number, ...differences }): NumberedCase => {
    return { number, facts: { ...plainCase(on), ...differences } }
  })
  return [...ordinaryCases(people, today), ...special, ...named].map(({ number, facts }) => ({
    ...personOf(number),
    ...facts,
  }))
}

/** The CRN of the case with this number. Different numbers up to 600,000 give different ones. */
export function sampleCrn(number: number): Crn {
  return Crn.parse(`X${300_000 + scatter(number)}`)
}

function scatter(number: number): number {
  return (number * 7919) % 600_000
}

/** Who the case with this number is about. */
function personOf(number: number): Pick<SampleCase, 'crn' | 'name' | 'dateOfBirth'> {
  const scattered = scatter(number)
  const forename = forenames[scattered % forenames.length] ?? ''
  const surname = surnames[(number * 11) % surnames.length] ?? ''
  const year = 1958 + (scattered % 47)
  return {
    crn: sampleCrn(number),
    name: `${forename} ${surname}`,
    dateOfBirth: Temporal.PlainDate.from({ year, month: 1 + (number % 12), day: 1 + (scattered % 28) }),
  }
}
