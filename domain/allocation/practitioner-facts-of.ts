import { Temporal } from 'temporal-polyfill'
import type { Days } from '../absence.ts'
import type { IsoDate } from '../ids.ts'
import { type Grade, isInPost, type Person } from '../staff.ts'
import { fullTimeEquivalents } from '../team-states.ts'
import { type Fact, known, notKnown } from './fact.ts'
import type { PractitionerAnswer, PractitionerFacts } from './practitioner-facts.ts'

type Day = Temporal.PlainDate

/** What a practitioner's facts are put together from. */
export type KnownOfPractitioner = {
  /** From the staff list, and with them whom it names as mentor and as line manager, where it names somebody it has. */
  person: Person
  mentor?: Person | undefined
  manager?: Person | undefined
  /** Everybody who reports to the line manager, this person among them. */
  reports: readonly Person[]
  /** What the case services say. */
  answer: PractitionerAnswer
  /** Days away that stand, in no order; those that are over may be among them. */
  absences: readonly Days[]
  /** The day of the last session of any kind that counts. */
  lastSupervisedOn: Day | 'none'
  /** The local days on which other cases were given to them through the assistant, of late. */
  givenOn?: readonly Day[]
}

/**
 * A practitioner with everything an allocation weighs, on a local day. A mentor or line manager who is not in post that
 * day is none. Days after the last day in post, and before the first, are days away.
 */
export function practitionerFactsOf(from: KnownOfPractitioner, today: Day): PractitionerFacts {
  const { person, mentor, answer } = from
  const isThere = (other: Person | undefined) => other !== undefined && isInPost(other, today.toString())
  return {
    ...answer,
    staffCode: person.staffCode,
    grade: mergedGrade(person.grade, answer.grade),
    workload: withFigure(answer.workload),
    qualifiedOn: qualificationOf(person),
    mentor: mentor !== undefined && isThere(mentor) ? { qualifiedOn: qualificationOf(mentor) } : 'none',
    training: trainingOf(person),
    away: daysAwayFrom(person, from.absences, today),
    lastSupervisedOn: from.lastSupervisedOn,
    ...givenSince(from, today),
    managerSpan: isThere(from.manager) ? spanOf(from.reports, today) : notKnown('staff-list', 'none'),
  }
}

/** A figure is of the night after its day: what was given on a later day is not in it. One without a day is last night's. */
function givenSince(
  { answer: { workload }, givenOn = [] }: KnownOfPractitioner,
  today: Day,
): Pick<PractitionerFacts, 'givenSince'> {
  const figureOf = (workload.known ? workload.on : undefined) ?? today.subtract({ days: 1 })
  const since = givenOn.filter((day) => Temporal.PlainDate.compare(day, figureOf) > 0).length
  return since === 0 ? {} : { givenSince: since }
}

/** A grade that the case services do not give leaves the staff list's; two that differ leave none. */
function mergedGrade(listed: Grade, answered: Fact<Grade>): Fact<Grade> {
  if (answered.known && answered.value !== listed) return notKnown('staff-list', 'conflicting')
  return known(listed, 'staff-list')
}

/** Nought means that the workload service has no figure, never that somebody is free. */
function withFigure(workload: PractitionerAnswer['workload']): PractitionerAnswer['workload'] {
  if (!workload.known || workload.value.potential > 0) return workload
  return notKnown(workload.source, 'none')
}

function qualificationOf({ qualifiedOn }: Person): Fact<Day> {
  return qualifiedOn === undefined ? notKnown('staff-list', 'none') : known(dayOf(qualifiedOn), 'staff-list')
}

function trainingOf({ training }: Person): PractitionerFacts['training'] {
  return Object.fromEntries(Object.entries(training).map(([name, on]) => [name, dayOf(on)]))
}

function daysAwayFrom({ startedOn, endedOn }: Person, absences: readonly Days[], today: Day): Days[] {
  const away = [...absences]
  if (startedOn !== undefined) away.push({ from: today, to: dayOf(startedOn).subtract({ days: 1 }) })
  if (endedOn !== undefined) away.push({ from: dayOf(endedOn).add({ days: 1 }) })
  return away.filter(({ to }) => to === undefined || Temporal.PlainDate.compare(to, today) >= 0)
}

function spanOf(reports: readonly Person[], today: Day): Fact<number> {
  return known(fullTimeEquivalents(reports, today.toString()), 'staff-list')
}

function dayOf(day: IsoDate): Day {
  return Temporal.PlainDate.from(day)
}
