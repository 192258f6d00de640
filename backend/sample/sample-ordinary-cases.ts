import { Temporal } from 'temporal-polyfill'
import type { StaffCode } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import type { SampleCaseFacts, SampleContact } from './sample-case.ts'
import { contact } from './sample-contacts.ts'
import { type CaseCourse, courses } from './sample-courses.ts'
import { type DayFrom, daysFrom } from './sample-days.ts'
import { type CaseProfile, caseloads } from './sample-profiles.ts'

/** A case with the number that it keeps on every day, from which its CRN is made. */
export type NumberedCase = { number: number; facts: SampleCaseFacts }

/**
 * The caseload of everybody who is in post: a mix of profiles that suits their grade, each at another point of its
 * course. It depends on the order of `people` and on nothing else.
 */
export function ordinaryCases(people: readonly Person[], today: Temporal.PlainDate): NumberedCase[] {
  const on = daysFrom(today)
  return people.flatMap((person, place) => {
    const caseload = caseloadOf(person, on)
    if (caseload === undefined) return []
    const size = Math.round(caseload.cases * (person.fte ?? 1))
    return Array.from({ length: size }, (_, index) => {
      const profile = caseload.profiles[index % caseload.profiles.length]
      const course = courses[(index + place * 5) % courses.length]
      if (profile === undefined || course === undefined) throw new Error('A caseload needs profiles and courses.')
      const predecessor = index % 9 === 4 ? colleagueOf(person, people) : undefined
      return { number: place * 40 + index, facts: factsOf(person, profile, course, predecessor, on) }
    })
  })
}

/** The mix for a person's grade; nothing for who holds no cases: managers, and people who left or have not started. */
function caseloadOf(person: Person, on: DayFrom) {
  const today = on('P0D').toString()
  if ((person.startedOn ?? '') > today || (person.endedOn ?? '9999') < today) return undefined
  if (person.grade === 'PSO') return caseloads.servicesOfficer
  if (person.grade === 'PQiP') return caseloads.trainee
  if (person.grade !== 'PO') return undefined
  return (person.qualifiedOn ?? '') > on('-P1Y').toString() ? caseloads.newlyQualified : caseloads.officer
}

/** Somebody else of the team, from whom a case was taken over. */
function colleagueOf(person: Person, people: readonly Person[]): StaffCode | undefined {
  const practitioners = people.filter((other) => other.teamCode === person.teamCode && other.grade !== 'SPO')
  return practitioners[(practitioners.indexOf(person) + 1) % practitioners.length]?.staffCode
}

function factsOf(
  person: Person,
  profile: CaseProfile,
  course: CaseCourse,
  predecessor: StaffCode | undefined,
  on: DayFrom,
): SampleCaseFacts {
  const began = on(course.sentenced)
  const onLicence = profile.type === 'LICENSE'
  const started = Temporal.PlainDate.from(person.startedOn ?? began)
  const allocatedOn = latest(on(course.allocated), started)
  const lastAssessed = on(course.assessed.at(-1) ?? course.sentenced)
  const manager = person.managerStaffCode
  return {
    teamCode: person.teamCode ?? '',
    managerStaffCode: person.staffCode,
    previousManagers: predecessor === undefined ? [] : [predecessor],
    allocatedOn,
    ...(manager === undefined ? {} : { allocatedBy: manager }),
    eventNumber: predecessor === undefined ? 1 : 2,
    caseType: course.state === 'custody' ? 'CUSTODY' : profile.type,
    hasActiveOrder: course.state !== 'ended',
    transferInProgress: false,
    excludedFrom: [],
    restrictedTo: [],
    unanswered: [],
    tier: { score: profile.tier, provisional: course.assessed.length === 0, calculatedOn: lastAssessed },
    rosh: { level: profile.rosh, assessedOn: lastAssessed },
    registrations: profile.registers.map((code) => ({
      code,
      startedOn: began,
      nextReviewOn: on(course.registerReview ?? 'P3M'),
    })),
    ...(profile.mappa === undefined
      ? {}
      : { mappa: { level: profile.mappa[0], category: profile.mappa[1], startedOn: began, nextReviewOn: on('P2M') } }),
    everSexualOffence: profile.sexual === true,
    assessments: course.assessed.map((day) => ({ status: 'COMPLETE', completedOn: on(day) })),
    sentencedOn: onLicence || course.state === 'custody' ? began.subtract({ months: 18 }) : began,
    sentenceEndsOn: on(course.ends),
    ...(onLicence && course.state !== 'custody' ? { releasedOn: began } : {}),
    requirements:
      profile.unpaidHours === undefined
        ? [{ code: 'F', description: '20 days rehabilitation activity' }]
        : [{ code: 'W', description: `${profile.unpaidHours} hours unpaid work`, hours: profile.unpaidHours }],
    contacts: contactsOf(profile, course, began, on),
    failuresToComply: (course.failures ?? []).map(on),
    ...(course.breach === undefined ? {} : { breachStartedOn: on(course.breach) }),
    phase: phaseOf(course, began, on),
    contactSuspended: course.state === 'suspended',
    inCustody: course.state === 'custody' || course.state === 'recalled',
    ...(course.state === 'recalled' ? { recalledOn: on('-P1M') } : {}),
    ...(course.state === 'ended' ? { endedOn: on(course.ends) } : {}),
  }
}

function contactsOf(profile: CaseProfile, course: CaseCourse, began: Temporal.PlainDate, on: DayFrom): SampleContact[] {
  const after = (days: number) => began.add({ days })
  const contacts: SampleContact[] = []
  if (course.enquiries !== 'not asked') contacts.push(contact.policeAsked(after(2)))
  if (course.enquiries === undefined) contacts.push(contact.policeAnswered(after(12)))
  if (profile.registers.some((code) => code === 'RCPR' || code === 'RCCO' || code === 'RCHD')) {
    if (course.enquiries !== 'not asked') contacts.push(contact.safeguardingAsked(after(3)))
    if (course.enquiries === undefined) contacts.push(contact.safeguardingAnswered(after(16)))
  }
  if (course.event !== undefined) contacts.push(contact.significantEvent(on(course.event)))
  if (profile.unpaidHours !== undefined && course.firstWork !== undefined) {
    contacts.push(contact.unpaidWork(after(course.firstWork), true))
  }
  if (course.touchPoint !== undefined) contacts.push(contact.oversight(on(course.touchPoint)))
  return contacts
}

function phaseOf(course: CaseCourse, began: Temporal.PlainDate, on: DayFrom): SampleCaseFacts['phase'] {
  if (course.state === 'suspended') return 'FTHRD'
  if (course.state === 'custody' || course.state === 'recalled') return 'SENT'
  return Temporal.PlainDate.compare(began, on('-P12W')) > 0 ? 'INIT' : 'STD'
}

function latest(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) >= 0 ? one : other
}
