import { Temporal } from 'temporal-polyfill'
import { StaffCode } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import { KindId, type SupervisionKind, type SupervisionPolicy } from '../../domain/supervision-kind.ts'
import { supervisionCalendar } from '../../domain/supervision-window.ts'
import { countStates, type PersonStanding, worstFirst } from '../../domain/team-states.ts'
import { type KindStanding, type SupervisionFacts, statesOf } from '../../domain/window-state.ts'
import { workingDaysWithout } from '../../domain/working-days.ts'
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
import { type DueView, dueCard } from './due-card.ts'
import { type PduView, pduCard } from './pdu-card.ts'
import { type TeamView, teamCard } from './team-card.ts'

const windows: Record<KindId, [name: string, inWords: string, window: SupervisionKind['window']]> = {
  monthly: ['Monthly', 'a monthly session', 'month'],
  reflective: ['Reflective', 'a reflective session', 'quarter'],
  observation: ['Observation', 'an observation', 'half-year'],
  performance: ['Performance', 'a performance session', 'quarter'],
  competency: ['Competency', 'a competency assessment', 'year'],
  rcat: ['RCAT', 'an RCAT', 'quarter'],
  saqua: ['SAQUA', 'a SAQUA', 'year'],
}

/** The example policy with all seven kinds: only their windows and words matter here. */
const policy: SupervisionPolicy = {
  ...examplePolicy,
  kinds: KindId.options.map((id): SupervisionKind => {
    const [name, inWords, window] = windows[id]
    const known = examplePolicy.kinds.find((kind) => kind.id === id) ?? examplePolicy.kinds[0]
    if (known === undefined) throw new Error('The example policy has no kinds.')
    return { ...known, id, name, inWords, window, grades: ['PO', 'PSO', 'PQiP'] }
  }),
}

const workingDays = workingDaysWithout(() => false)
const monthStart = Temporal.PlainDate.from('2026-04-08')

/** A session of every kind in each of its windows from April to `months` later, but for those that are left out. */
function heldUntil(months: number, without: readonly KindId[] = []): SupervisionFacts['sessions'] {
  return Array.from({ length: months }, (_, month) => ({
    kinds: KindId.options.filter((id) => !without.includes(id)),
    heldOn: monthStart.add({ months: month }).toString(),
    counts: true,
  }))
}

const standings = (facts: Partial<SupervisionFacts>, person: Person = aisha, today = exampleToday): KindStanding[] =>
  statesOf(
    person,
    { sessions: [], bookings: [], absences: [], ...facts },
    supervisionCalendar(policy, today, workingDays),
  )

const ofAll: Partial<SupervisionFacts> = {
  sessions: [
    { kinds: ['monthly', 'performance'], heldOn: '2026-10-07', counts: true },
    { kinds: ['reflective'], heldOn: '2026-05-05', counts: true },
    { kinds: ['monthly'], heldOn: '2026-11-12', counts: false },
    { kinds: ['competency'], heldOn: '2026-09-09', counts: true },
  ],
  bookings: [{ kinds: ['reflective'], on: '2026-12-03' }],
  absences: [{ from: Temporal.PlainDate.from('2026-07-20'), to: Temporal.PlainDate.from('2026-09-30') }],
}

const due = (view: Partial<DueView>): CardMessage =>
  dueCard({
    subject: aisha,
    own: false,
    today: exampleToday,
    standings: standings(ofAll),
    sight: 'full',
    policy,
    mayLog: KindId.options,
    mayBook: KindId.options,
    ...view,
  })

/** Thirty people of every sort: each misses other kinds, the later ones less. */
const thirty: PersonStanding[] = [aisha, tom, longName, hostile, rightToLeft, ...thirtyPeople.slice(5)].map(
  (person, place) => ({
    person,
    standings: standings(
      {
        sessions: heldUntil(8 - (place % 4), place % 5 === 0 ? [] : [KindId.options[place % 7] ?? 'rcat']),
        bookings: place % 6 === 0 ? [{ kinds: ['monthly'], on: '2026-11-26' }] : [],
        absences: place % 9 === 0 ? [{ from: Temporal.PlainDate.from('2026-10-12') }] : [],
      },
      person,
    ),
  }),
)
const fine: PersonStanding[] = [aisha, tom, rightToLeft].map((person) => ({
  person,
  standings: standings({ sessions: heldUntil(8) }, person),
}))

const team = (view: Partial<TeamView>): CardMessage =>
  teamCard({ reader: priya, today: exampleToday, people: worstFirst(thirty), page: 1, policy, ...view })

const teamsOf = (names: readonly string[]): PduView['teams'] =>
  names.map((name, place) => ({
    manager: { staffCode: StaffCode.parse(`N03S${String(place).padStart(3, '0')}`), name },
    people: 7 + place,
    span: 6.4 + place * 1.3,
    counts: countStates(thirty.slice(place, place + 7).flatMap((one) => one.standings)),
    ...(place === 1 ? { coveredBy: priya.name } : {}),
  }))
const pdu = (view: Partial<PduView>): CardMessage =>
  pduCard({
    today: exampleToday,
    teams: teamsOf([priya.name, longName.name, 'Ruth Abel', hostile.name]),
    page: 1,
    policy,
    ...view,
  })

export const dueExamples: { name: string; message: CardMessage }[] = [
  { name: 'due-own', message: due({ own: true }) },
  { name: 'due-of-staff', message: due({ subject: longName }) },
  { name: 'due-dates-only', message: due({ sight: 'dates', mayLog: [], mayBook: [] }) },
  { name: 'due-one-kind-overdue', message: due({ kind: 'rcat' }) },
  { name: 'due-one-kind-met', message: due({ own: true, kind: 'performance', mayLog: ['monthly'] }) },
  { name: 'due-everything-fine', message: due({ own: true, standings: standings({ sessions: heldUntil(8) }) }) },
  {
    name: 'due-not-yet-started',
    message: due({ standings: standings({}, { ...aisha, startedOn: '2026-11-16' as never }), subject: hostile }),
  },
  { name: 'team-first-page', message: team({}) },
  { name: 'team-last-page', message: team({ page: 3 }) },
  { name: 'team-one-kind', message: team({ kind: 'reflective', people: worstFirst(thirty, ['reflective']) }) },
  { name: 'team-of-another-manager', message: team({ manager: longName, people: worstFirst(thirty.slice(0, 6)) }) },
  { name: 'team-everybody-fine', message: team({ people: fine }) },
  { name: 'team-of-nobody', message: team({ people: [] }) },
  { name: 'pdu', message: pdu({}) },
  { name: 'pdu-one-kind', message: pdu({ kind: 'rcat' }) },
  {
    name: 'pdu-many-managers',
    message: pdu({ teams: teamsOf(thirtyPeople.slice(0, 14).map(({ name }) => name)), page: 2 }),
  },
  { name: 'pdu-of-nobody', message: pdu({ teams: [] }) },
]
