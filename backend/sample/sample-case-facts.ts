import { Temporal } from 'temporal-polyfill'
import type { CaseFacts, EnquiryContact } from '../../domain/allocation/case-facts.ts'
import { type Fact, type FactSource, known, notKnown } from '../../domain/allocation/fact.ts'
import { readTier, type Tier } from '../../domain/allocation/tier.ts'
import type { SampleCase, Unanswered } from './sample-case.ts'
import { ruledRegister, sampleRegisterNames } from './sample-registers.ts'

type Day = Temporal.PlainDate

/**
 * What the case services of the sample world say of a case to somebody who may see it. `teams` are those in whose lists of
 * waiting cases it is looked for; `nameOf` gives the name of a member of staff.
 */
export function sampleCaseFacts(
  one: SampleCase,
  teams: readonly string[],
  nameOf: (staffCode: string) => string | undefined,
): CaseFacts {
  const { rosh } = one
  const isListed = isWaiting(one) && teams.includes(one.teamCode)
  const isHeld = one.managerStaffCode !== undefined
  /** A fact of this case, unless the question behind it is one that fails. */
  const answered = <T>(question: Unanswered, source: FactSource, fact: () => Fact<T>) =>
    one.unanswered.includes(question) ? notKnown(source, 'not-answered') : fact()

  return {
    crn: one.crn,
    name: one.name,
    limitedAccess: isLimited(one),
    eventNumber: one.eventNumber,
    holder: sampleHolder(one, nameOf),
    ...(isListed ? { waitsIn: one.teamCode } : {}),
    hasActiveOrder: known(one.hasActiveOrder, 'allocations'),
    transferInProgress: isListed
      ? known(one.transferInProgress, 'allocations')
      : isHeld
        ? known(false, 'allocations')
        : notKnown('allocations', 'none'),
    caseType: isListed ? caseTypeOf(one) : notKnown('allocations', 'none'),
    tier: answered('tier', 'tier', () => {
      const tier = sampleTier(one)
      return tier === undefined ? notKnown('tier', 'none') : known(tier, 'tier', one.tier?.calculatedOn)
    }),
    rosh: answered('rosh', 'risk-and-needs', () =>
      rosh === undefined || rosh.level === 'NOT_FOUND'
        ? notKnown('risk-and-needs', 'none')
        : known(rosh.level, 'risk-and-needs', rosh.assessedOn),
    ),
    registrations: answered('registers', 'manage-supervision', () => known(registrationsOf(one), 'manage-supervision')),
    mappa: answered('registers', 'manage-supervision', () => known(mappaOf(one), 'manage-supervision')),
    everSexualOffence: answered('sexual-offence', 'risk-and-needs', () =>
      one.everSexualOffence === undefined
        ? notKnown('risk-and-needs', 'none')
        : known(one.everSexualOffence, 'risk-and-needs'),
    ),
    lastAssessedOn: answered('assessments', 'risk-and-needs', () => known(lastAssessedOf(one), 'risk-and-needs')),
    sentencedOn: known(one.sentencedOn, 'manage-supervision'),
    requirements: known(
      one.requirements.map(({ description }) => description),
      'manage-supervision',
    ),
    enquiries: answered('contacts', 'manage-supervision', () => known(enquiriesOf(one), 'manage-supervision')),
  }
}

/** Who holds a sample case, with their name. */
export function sampleHolder(
  { managerStaffCode }: SampleCase,
  nameOf: (staffCode: string) => string | undefined,
): CaseFacts['holder'] {
  if (managerStaffCode === undefined) return known('nobody', 'allocations')
  const name = nameOf(managerStaffCode)
  return known({ staffCode: managerStaffCode, ...(name === undefined ? {} : { name }) }, 'allocations')
}

/** Whether a list of unallocated cases has it: somebody is to be supervised, and without a tier none is listed. */
export function isWaiting({ managerStaffCode, hasActiveOrder, tier }: SampleCase): boolean {
  return managerStaffCode === undefined && hasActiveOrder && tier !== undefined
}

/** Whether some people may not see it. */
export function isLimited({ excludedFrom, restrictedTo }: SampleCase): boolean {
  return excludedFrom.length > 0 || restrictedTo.length > 0
}

/** The tier of a sample case; undefined where the tier service has none. */
export function sampleTier({ tier }: SampleCase): Tier | undefined {
  return tier === undefined ? undefined : readTier(tier.score, tier.provisional)
}

/** The case type in words of the product; undefined where the services know none. */
export function sampleCaseType({ caseType }: SampleCase): 'community' | 'licence' | 'custody' | undefined {
  return ({ COMMUNITY: 'community', LICENSE: 'licence', CUSTODY: 'custody', UNKNOWN: undefined } as const)[caseType]
}

function caseTypeOf(one: SampleCase): CaseFacts['caseType'] {
  const caseType = sampleCaseType(one)
  return caseType === undefined ? notKnown('allocations', 'none') : known(caseType, 'allocations')
}

function registrationsOf({ registrations }: SampleCase) {
  return registrations.map(({ code, ...days }) => {
    const ruled = ruledRegister(code)
    return { ...(ruled === undefined ? {} : { code: ruled }), name: sampleRegisterNames[code], ...days }
  })
}

function mappaOf({ mappa }: SampleCase) {
  return mappa === undefined ? 'none' : { level: mappa.level, category: mappa.category }
}

function lastAssessedOf({ assessments }: SampleCase): Day | 'none' {
  const days = assessments.flatMap(({ completedOn }) => (completedOn === undefined ? [] : [completedOn]))
  return days.sort(Temporal.PlainDate.compare).at(-1) ?? 'none'
}

/** The entries of the contact log about enquiries. Where one has no code, its name says what it is. */
const enquiryEntries: readonly (Pick<EnquiryContact, 'about' | 'step'> & { code: string; name: string })[] = [
  { code: 'C369', name: 'Police intelligence enquiries requested', about: 'police', step: 'asked' },
  { code: 'C515', name: 'Police intelligence response received', about: 'police', step: 'answered' },
  { code: 'SFGC', name: 'Safeguarding enquiries requested', about: 'safeguarding', step: 'asked' },
  { code: 'SFRR', name: 'Safeguarding enquiries response received', about: 'safeguarding', step: 'answered' },
]

function enquiriesOf({ contacts }: SampleCase): EnquiryContact[] {
  return contacts.flatMap(({ code, type, on }) => {
    const meant = enquiryEntries.find((entry) => (code === undefined ? entry.name === type : entry.code === code))
    return meant === undefined ? [] : [{ about: meant.about, step: meant.step, on }]
  })
}
