import { Temporal } from 'temporal-polyfill'
import type { SampleCase, SampleRegister } from '../../backend/sample/sample-case.ts'
import type { SampleWorkload } from '../../backend/sample/sample-workload.ts'
import type { SampleWorld } from '../../backend/sample/sample-world.ts'
import { isInPost, type Person, type TrainingName } from '../../domain/staff.ts'

/** The facts of a sample world, asked in the way the tables of allocation and review rules put them. */
export function factsOf(world: SampleWorld, today: string) {
  const now = Temporal.PlainDate.from(today)
  const on = (offset: string) => now.add(offset).toString()
  const inPost = world.people.filter((person) => isInPost(person, today))
  const practitioners = inPost.filter(({ grade }) => grade === 'PO' || grade === 'PSO' || grade === 'PQiP')
  const waiting = world.cases.filter((one) => one.managerStaffCode === undefined)
  const held = world.cases.filter((one) => one.managerStaffCode !== undefined && isOpen(one))
  const qualified = (person: Person | undefined, months: number) => {
    return person?.qualifiedOn !== undefined && isOver(person.qualifiedOn, months)
  }
  /** Whether so many months have gone by since that day, today included. */
  function isOver(day: string, months: number): boolean {
    return Temporal.PlainDate.from(day).add({ months }).toString() <= today
  }

  return {
    today,
    on,
    /** Somebody in post of whom this is so. */
    someone: (is: (person: Person) => boolean) => practitioners.some(is),
    /** A case waiting to be allocated, of which this is so. */
    aCaseWaiting: (is: (one: SampleCase) => boolean) => waiting.some(is),
    /** A case somebody holds that is neither suspended, in custody, recalled nor ended, of which this is so. */
    aCaseHeld: (is: (one: SampleCase) => boolean) => held.some(is),
    anyCase: (is: (one: SampleCase) => boolean) => world.cases.some(is),
    qualified,
    mentorOf: (person: Person) => world.people.find(({ staffCode }) => staffCode === person.mentorStaffCode),
    /** How long ago a training was; the two in the middle are within a month of the limit of 36 months. */
    trained: (
      person: Person,
      name: TrainingName,
    ): 'lately' | 'just in time' | 'just too late' | 'long ago' | 'never' => {
      const day = person.training[name]
      if (day === undefined) return 'never'
      if (isOver(day, 37)) return 'long ago'
      if (Temporal.PlainDate.from(day).add({ months: 36 }).toString() < today) return 'just too late'
      return isOver(day, 35) ? 'just in time' : 'lately'
    },
    isAway: (person: Person) =>
      world.absences.some(({ staffCode, from, to }) => {
        return staffCode === person.staffCode && from.toString() <= today && today <= to.toString()
      }),
    /** A practitioner and their workload, of whom this is so. */
    someLoad: (is: (load: SampleWorkload, person: Person) => boolean) =>
      practitioners.some((person) =>
        world.workload.some((load) => load.staffCode === person.staffCode && is(load, person)),
      ),
    /** An absence of somebody in post, as ISO days. */
    someAbsence: (is: (from: string, to: string) => boolean) =>
      world.absences.some(({ from, to }) => is(from.toString(), to.toString())),
    spans: inPost
      .filter(({ grade }) => grade === 'SPO')
      .map((spo) => inPost.filter(({ managerStaffCode }) => managerStaffCode === spo.staffCode))
      .map((reports) => reports.reduce((tenths, { fte }) => tenths + Math.round((fte ?? 1) * 10), 0) / 10),
    lastSeen: (person: Person): string =>
      world.sessions.reduce((latest, { practitioner, heldOn }) => {
        return practitioner === person.staffCode && heldOn.toString() > latest ? heldOn.toString() : latest
      }, ''),
    isOver,
  }
}
export type Facts = ReturnType<typeof factsOf>

function isOpen(one: SampleCase): boolean {
  return !one.contactSuspended && !one.inCustody && one.recalledOn === undefined && one.endedOn === undefined
}

const roshRegisters: readonly SampleRegister[] = ['RLRH', 'RMRH', 'RHRH', 'RVHR']
const roshLevels = ['LOW', 'MEDIUM', 'HIGH', 'VERY_HIGH']

/** Whether the case has an entry in one of these registers that has not ended. */
export function isOn(one: SampleCase, ...codes: SampleRegister[]): boolean {
  return one.registrations.some(({ code, endedOn }) => codes.includes(code) && endedOn === undefined)
}

export function hasChildFlag(one: SampleCase): boolean {
  return isOn(one, 'RCPR', 'RCCO', 'RCHD')
}

/** Entries of the RoSH register at a higher level than today's. */
export function higherRoshOf(one: SampleCase) {
  const level = roshLevels.indexOf(one.rosh?.level ?? '')
  return level < 0 ? [] : one.registrations.filter(({ code }) => roshRegisters.indexOf(code) > level)
}

/** The day of the assessment completed last, or nothing. */
export function lastAssessed(one: SampleCase): string | undefined {
  const days = one.assessments.flatMap(({ completedOn }) => (completedOn === undefined ? [] : String(completedOn)))
  return days.sort().at(-1)
}

/** The day of the last entry with this code, or nothing. */
export function lastContact(one: SampleCase, code: string): string | undefined {
  const days = one.contacts.filter((contact) => contact.code === code).map(({ on }) => on.toString())
  return days.sort().at(-1)
}
