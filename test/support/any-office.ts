import fc from 'fast-check'
import type { ReminderFacts } from '../../domain/reminders/reminder-facts.ts'
import { KindId } from '../../domain/supervision-kind.ts'
import { aBooking } from './bookings.ts'
import { day } from './days.ts'
import { aPerson } from './people.ts'
import { anAction, factsOf, type officeOf } from './reminders.ts'
import { away } from './windows.ts'

const head = aPerson({ staffCode: 'N03H001', name: 'Gwen Ellis', grade: 'HoPDU' })
const managers = ['N03S001', 'N03S002'].map((staffCode, index) =>
  aPerson({ staffCode, name: `Manager ${index}`, grade: 'SPO', managerStaffCode: head.staffCode }),
)
const staff = [0, 1, 2, 3].map((index) =>
  aPerson({ staffCode: `N03A00${index}`, name: `Person ${index}`, managerStaffCode: managers[index % 2]?.staffCode }),
)
export const everybody = [head, ...managers, ...staff]
const someone = fc.constantFrom(...everybody)

const begins = day('2026-11-01')
const near = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((days) => begins.add({ days }).toString())
const someDays = (from: number, to: number, most: number) =>
  fc.tuple(near(from, to), fc.integer({ min: 0, max: most })).map(([first, days]) => {
    return [first, day(first).add({ days }).toString()] as const
  })
const someKinds = fc.uniqueArray(fc.constantFrom(...KindId.options), { minLength: 1, maxLength: 4 })

const factsAbout = (person: (typeof everybody)[number], absences: ReminderFacts['absences'], index: number) =>
  fc
    .record({
      sessions: fc.array(fc.record({ kinds: someKinds, heldOn: near(-200, 90), counts: fc.boolean() }), {
        maxLength: 10,
      }),
      booked: fc.array(fc.tuple(someKinds, near(-5, 90)), { maxLength: 3 }),
      asked: fc.array(fc.tuple(near(-60, 60), fc.integer({ min: 0, max: 40 })), { maxLength: 3 }),
      reviews: fc.array(near(-60, 90), { maxLength: 2 }),
    })
    .map(({ sessions, booked, asked, reviews }) =>
      factsOf(person, {
        ...{ sessions, absences },
        bookings: booked.map(([kinds, on], at) =>
          aBooking(index * 10 + at, {
            practitioner: person.staffCode,
            supervisor: person.managerStaffCode ?? head.staffCode,
            kinds,
            on: day(on),
            bookedAt: begins.subtract({ days: 30 }).toZonedDateTime('UTC').toInstant(),
          }),
        ),
        actions: asked.map(([on, days], at) => anAction(index * 10 + at, person, on, day(on).add({ days }).toString())),
        reviews: reviews.map((dueOn) => ({ practitioner: person.staffCode, kind: 'oasys', dueOn })),
      }),
    )

export type AnyOffice = { on: string; office: Parameters<typeof officeOf>[0]; facts: ReminderFacts[] }

/** Seven people over the turn of a year, with whatever happened to them: absences, covers, sessions, bookings, actions, reviews. */
export const anyOffice: fc.Arbitrary<AnyOffice> = fc
  .record({
    on: near(0, 90),
    absent: fc.array(fc.tuple(someone, someDays(-10, 90, 20), fc.boolean()), { maxLength: 5 }),
    covers: fc.array(fc.tuple(fc.constantFrom(head, ...managers), someone, someDays(-10, 90, 40)), { maxLength: 4 }),
  })
  .chain(({ on, absent, covers }) => {
    const spells = absent.map(([who, [from, to], ends]) => [who, from, ends ? to : undefined] as const)
    const awayOf = (person: (typeof everybody)[number]) =>
      spells.filter(([who]) => who === person).map(([, from, to]) => away(from, to))
    const office = {
      people: everybody,
      away: spells,
      covers: covers.map(([manager, by, [from, to]]) => [manager, by, from, to] as const) as unknown as NonNullable<
        AnyOffice['office']['covers']
      >,
    }
    const facts = fc.tuple(...everybody.map((person, index) => factsAbout(person, awayOf(person), index)))
    return fc.record({ on: fc.constant(on), office: fc.constant(office), facts })
  })
