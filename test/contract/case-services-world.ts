import { allocationCases, casesInExamples } from '../../backend/sample/sample-allocation-cases.ts'
import type { SampleCase } from '../../backend/sample/sample-case.ts'
import { firstSpecial, sampleCases, sampleCrn } from '../../backend/sample/sample-cases.ts'
import { daysFrom } from '../../backend/sample/sample-days.ts'
import { samplePeople } from '../../backend/sample/sample-people.ts'
import { reviewCases } from '../../backend/sample/sample-review-cases.ts'
import { Crn, StaffCode } from '../../domain/ids.ts'
import { day } from '../support/days.ts'

/** The day on which the contract of the case services is tried. Some of its entries are on the night the clocks went back. */
export const contractDay = day('2026-11-22')

const people = samplePeople(contractDay)
const cases = sampleCases(people, contractDay)
const on = daysFrom(contractDay)
const abouts = [...allocationCases(on), ...reviewCases(on)].map(({ about }) => about)
const numbered = (number: number) => cases.find(({ crn }) => crn === sampleCrn(number))

/** Every case of the sample world on that day; those that wait to be weighed, one for each thing that matters. */
export const contractCases: readonly SampleCase[] = cases
export const contractPeople = people
export const casesToWeigh: readonly SampleCase[] = [
  ...allocationCases(on).map((_, place) => firstSpecial + place),
  ...casesInExamples(on).map(({ number }) => number),
].flatMap((number) => numbered(number) ?? [])

/** The case that stands in the sample world for this. Throws when there is none. */
export function caseAbout(about: string): SampleCase {
  const found = numbered(firstSpecial + abouts.indexOf(about))
  if (found === undefined || !abouts.includes(about)) throw new Error(`No case is about ${about}.`)
  return found
}

export const code = (staffCode: string): StaffCode => StaffCode.parse(staffCode)
export const as = (staffCode: string) => ({ staffCode: code(staffCode) })
/** Nobody has this number. */
export const nobodysCrn: Crn = Crn.parse('A000001')
export const manager = as('N03A001')
export const allTeams = ['N03T01', 'N03T02', 'N03T03', 'N03T04']
