import { ActionId, AllocationId, IsoDate, StaffCode } from '../../domain/ids.ts'
import type { Digest, DigestPerson } from '../../domain/reminders/digest.ts'
import type { OverdueRow } from '../../domain/reminders/overdue.ts'
import type { Person } from '../../domain/staff.ts'
import type { CardMessage } from '../card.ts'
import {
  aisha,
  examplePolicy,
  exampleToday,
  hostile,
  longName,
  priya,
  rightToLeft,
  thirtyPeople,
  tom,
} from '../example-world.ts'
import { deliveryCard } from './delivery-card.ts'
import { digestCard } from './digest-card.ts'
import { weeklyCard } from './weekly-card.ts'

const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

const overdue = (place: number): OverdueRow[] => [
  {
    what: 'supervision',
    dueOn: '2026-10-31',
    workingDays: 15,
    kind: 'monthly',
    from: '2026-10-01',
    ...(place % 3 === 1 ? { bookedOn: '2026-11-26' } : {}),
  },
  ...(place % 2 === 0
    ? [{ what: 'review' as const, dueOn: '2026-11-12', workingDays: 6, review: 'oasys' }]
    : [
        {
          what: 'action' as const,
          dueOn: '2026-11-13',
          workingDays: 5,
          action: ActionId.parse(idOf(8)),
          moreTimeAsked: true,
        },
      ]),
  ...(place % 5 === 0
    ? [
        {
          what: 'supervision' as const,
          dueOn: '2026-09-30',
          workingDays: 37,
          kind: 'reflective' as const,
          from: '2026-07-01',
        },
        { what: 'touch-point' as const, dueOn: '2026-11-17', workingDays: 3, allocation: AllocationId.parse(idOf(10)) },
      ]
    : []),
]
const overduePerson = (person: Person, place: number): DigestPerson => ({
  person,
  isAway: place % 4 === 3,
  rows: overdue(place),
})
function digestFor(people: readonly Person[], covered: readonly Person[]): Digest {
  const own = people.map(overduePerson)
  const theirs = covered.map(overduePerson)
  const all = [...own, ...theirs]
  return {
    to: priya.staffCode,
    teams: [
      { manager: priya.staffCode, coveredFor: false, people: own },
      ...(theirs.length === 0 ? [] : [{ manager: longName.staffCode, coveredFor: true, people: theirs }]),
    ],
    people: all.length,
    things: all.reduce((sum, { rows }) => sum + rows.length, 0),
    longestWorkingDays: 37,
    unreachable: [
      { person: tom.staffCode, why: 'not-installed', since: '2026-11-18' },
      { person: hostile.staffCode, why: 'blocked', since: '2026-11-02' },
    ],
  }
}
const names = new Map(
  [priya, aisha, tom, longName, hostile, rightToLeft, ...thirtyPeople].map((person) => [person.staffCode, person.name]),
)
const windowOf = (from: string, to: string) => ({
  length: 'month' as const,
  from: IsoDate.parse(from),
  to: IsoDate.parse(to),
  workingDays: 21,
  first: 0,
  last: 29,
})
const digest = (people: readonly Person[], covered: readonly Person[] = [], page = 1): CardMessage =>
  digestCard({
    digest: digestFor(people, covered),
    standings: people.map((person) => ({
      person,
      standings: examplePolicy.kinds.map(({ id }) => ({
        kind: id,
        closed: [],
        open: { window: windowOf('2026-11-01', '2026-11-30'), state: 'due-soon' as const },
        next: { window: windowOf('2026-12-01', '2026-12-31') },
      })),
    })),
    names,
    today: exampleToday,
    policy: examplePolicy,
    page,
  })

/** The messages to managers, and the delivery report. */
export const digestExamples: { name: string; message: CardMessage }[] = [
  { name: 'digest', message: digest([aisha, tom, longName]) },
  {
    name: 'digest-first-page',
    message: digest([hostile, rightToLeft, longName, ...thirtyPeople.slice(3, 9)], [tom, aisha]),
  },
  {
    name: 'digest-last-page',
    message: digest([hostile, rightToLeft, longName, ...thirtyPeople.slice(3, 9)], [tom, aisha], 2),
  },
  {
    name: 'weekly',
    message: weeklyCard({
      weekly: {
        lines: [
          { manager: priya.staffCode, people: 4, things: 9, longestWorkingDays: 41 },
          { manager: hostile.staffCode, people: 1, things: 1, longestWorkingDays: 12 },
          { people: 1, things: 1, longestWorkingDays: 10 },
        ],
        things: 11,
      },
      names,
      today: exampleToday,
      workingDays: 10,
    }),
  },
  {
    name: 'weekly-many',
    message: weeklyCard({
      weekly: {
        lines: thirtyPeople.map(({ staffCode }, place) => ({
          manager: StaffCode.parse(staffCode),
          people: 3,
          things: 30 - place,
          longestWorkingDays: 12,
        })),
        things: 465,
      },
      names,
      today: exampleToday,
      workingDays: 10,
    }),
  },
  {
    name: 'delivery-report',
    message: deliveryCard({
      report: {
        counts: { delivered: 1204, 'not-installed': 3, blocked: 1, dropped: 37, unknown: 1 },
        unreachable: thirtyPeople.slice(0, 18).map(({ staffCode }, place) => ({
          person: staffCode,
          why: place % 2 === 0 ? ('not-installed' as const) : ('failed' as const),
          since: '2026-11-03',
        })),
      },
      names,
      days: 30,
      page: 1,
    }),
  },
  {
    name: 'delivery-report-empty',
    message: deliveryCard({ report: { counts: {}, unreachable: [] }, names, days: 30, page: 1 }),
  },
]
