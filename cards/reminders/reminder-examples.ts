import { Temporal } from 'temporal-polyfill'
import type { Action } from '../../domain/action.ts'
import type { Booking } from '../../domain/booking.ts'
import { ActionId, AllocationId, BookingId, IsoDate, TeamActionId } from '../../domain/ids.ts'
import type { ReminderStep } from '../../domain/reminders/reminders-named.ts'
import type { Person } from '../../domain/staff.ts'
import type { KindId } from '../../domain/supervision-kind.ts'
import type { TeamAction } from '../../domain/team-action.ts'
import type { CardMessage } from '../card.ts'
import {
  aisha,
  exampleCrns,
  examplePolicy,
  exampleToday,
  hostile,
  longName,
  priya,
  rightToLeft,
  thirtyPeople,
} from '../example-world.ts'
import { type MyRemindersView, myRemindersCard } from './my-reminders-card.ts'
import type { ReminderRow } from './reminder-row.ts'
import { type RemindersView, remindersCard } from './reminders-card.ts'
import { type SaidOfReminders, saidOfRemindersCard } from './said-card.ts'
import { windowLeftOutCard } from './window-left-out-card.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const at = Temporal.Instant.from('2026-11-20T14:05:00Z')
const crns = exampleCrns('X320741', 'X320766', 'X320799')

const windowOf = (person: Person, ...kinds: KindId[]): ReminderStep[] =>
  kinds.map((kind) => ({
    step: '14',
    thing: { what: 'window-closing', person: person.staffCode, kind, window: IsoDate.parse('2026-10-01') },
  }))
const toBook = (person: Person, name: string | undefined, ...kinds: KindId[]): ReminderRow => ({
  reminders: windowOf(person, ...kinds),
  person: person.staffCode,
  ...(name === undefined ? {} : { name }),
  toDo: {
    what: 'window-closing',
    kinds,
    closesOn: day('2026-12-06'),
    mayBook: true,
    mayLog: true,
    toConfirm: false,
  },
})
const booking: Booking = {
  id: BookingId.parse(idOf(7)),
  meeting: BookingId.parse(idOf(7)),
  revision: 0,
  practitioner: aisha.staffCode,
  supervisor: priya.staffCode,
  kinds: ['monthly', 'reflective'],
  on: exampleToday,
  at: Temporal.PlainTime.from('14:00'),
  minutes: 60,
  bookedBy: priya.staffCode,
  bookedAt: at,
  state: 'booked',
}
const session: ReminderRow = {
  reminders: [
    { step: '0', thing: { what: 'session-today', person: aisha.staffCode, booking: BookingId.parse(idOf(7)) } },
  ],
  person: aisha.staffCode,
  toDo: { what: 'session-today', booking, otherName: hostile.name },
}
const action: Action = {
  id: ActionId.parse(idOf(8)),
  text: 'Finish the safeguarding refresher, and **tell the team** what was new.',
  askedBy: priya.staffCode,
  askedAt: at,
  owner: aisha.staffCode,
  due: day('2026-11-25'),
  state: 'confirmed',
  steps: [],
}
const actionDue: ReminderRow = {
  reminders: [
    {
      step: '3',
      thing: {
        what: 'action-due',
        person: aisha.staffCode,
        action: action.id,
        due: IsoDate.parse('2026-11-25'),
      },
    },
  ],
  person: aisha.staffCode,
  toDo: { what: 'action-due', action, askerName: priya.name },
}
const teamAction: TeamAction = {
  id: TeamActionId.parse(idOf(9)),
  way: 'everyone',
  text: 'Finish the domestic abuse refresher',
  due: exampleToday,
  askedBy: priya.staffCode,
  askedAt: at,
  chat: '19:one',
  people: [{ person: aisha.staffCode, inChat: true }],
}
const teamActionDue: ReminderRow = {
  reminders: [
    {
      step: '0',
      thing: {
        what: 'team-action-due',
        person: aisha.staffCode,
        teamAction: idOf(9),
        due: IsoDate.parse('2026-11-22'),
      },
    },
  ],
  person: aisha.staffCode,
  toDo: { what: 'team-action-due', action: teamAction, askerName: longName.name },
}
const touchPoint = (restricted: boolean): ReminderRow => ({
  reminders: [
    {
      step: '3',
      thing: { what: 'touch-point', person: aisha.staffCode, allocation: AllocationId.parse(idOf(10)) },
    },
  ],
  person: aisha.staffCode,
  toDo: {
    what: 'touch-point',
    dueOn: day('2026-11-24'),
    ...(restricted || crns[0] === undefined ? {} : { crn: crns[0] }),
  },
})
const review = (count: number): ReminderRow => ({
  reminders: [
    {
      step: 'overdue',
      thing: { what: 'review-due', person: aisha.staffCode, review: 'oasys', due: IsoDate.parse('2026-11-13') },
    },
  ],
  person: aisha.staffCode,
  toDo: { what: 'review-due', review: 'oasys', dueOn: day('2026-11-13'), crns: crns.slice(0, count) },
})

const reminders = (view: Partial<RemindersView>): CardMessage =>
  remindersCard({
    rows: [toBook(aisha, undefined, 'reflective')],
    today: exampleToday,
    policy: examplePolicy,
    reminders: {
      snoozes: ['tomorrow', 'three-days', 'next-week'],
      mandatory: ['action-due', 'team-action-due', 'touch-point', 'review-due'],
    },
    ...view,
  })

const said = (what: SaidOfReminders): CardMessage => saidOfRemindersCard(what)
const mine = (view: Partial<MyRemindersView>): CardMessage =>
  myRemindersCard({
    coming: [
      { at: Temporal.Instant.from('2026-11-23T09:00:00Z'), title: 'Reflective session' },
      { at: Temporal.Instant.from('2026-11-24T09:00:00Z'), title: 'Monthly session', name: hostile.name },
    ],
    days: 30,
    preferences: { snoozed: [], notThisWindow: [], stopped: [] },
    today: exampleToday,
    canStop: ['window-closing', 'session-today'],
    ...view,
  })

export const reminderExamples: { name: string; message: CardMessage }[] = [
  { name: 'reminder-to-book', message: reminders({}) },
  {
    name: 'reminder-problem',
    message: reminders({ problems: ['Please say why. Your line manager will see the reason.'] }),
  },
  { name: 'reminder-of-staff', message: reminders({ rows: [toBook(hostile, hostile.name, 'monthly', 'reflective')] }) },
  { name: 'reminder-session-today', message: reminders({ rows: [session] }) },
  { name: 'reminder-action', message: reminders({ rows: [actionDue] }) },
  { name: 'reminder-review', message: reminders({ rows: [review(1)] }) },
  { name: 'reminder-touch-point-restricted', message: reminders({ rows: [touchPoint(true)] }) },
  {
    name: 'reminders-several',
    message: reminders({
      rows: [session, review(3), touchPoint(false), actionDue, teamActionDue, toBook(aisha, undefined, 'reflective')],
    }),
  },
  {
    name: 'reminders-of-many-staff',
    message: reminders({
      rows: thirtyPeople.map((person) => toBook(person, person.name, 'monthly', 'reflective', 'performance', 'rcat')),
    }),
  },
  {
    name: 'reminder-put-off',
    message: said({
      said: 'put-off',
      titles: ['To book: Reflective session'],
      name: rightToLeft.name,
      until: '2026-11-24T09:00',
    }),
  },
  {
    name: 'reminder-left-out',
    message: said({
      said: 'left-out',
      titles: ['To book: Reflective session'],
      reason: 'On secondment until **March**',
      told: 'told',
    }),
  },
  { name: 'reminder-stopped', message: said({ said: 'stopped', what: 'window-closing' }) },
  { name: 'reminder-begun-again', message: said({ said: 'begun-again', what: 'window-closing' }) },
  {
    name: 'reminder-settled',
    message: said({ said: 'settled', titles: ['Reflective session'], why: 'It is booked.' }),
  },
  {
    name: 'reminder-newer',
    message: said({ said: 'newer', titles: ['Reflective session'], sentAt: '2026-12-28T09:00' }),
  },
  {
    name: 'reminder-window-left-out',
    message: windowLeftOutCard(
      hostile,
      { kinds: ['monthly', 'reflective'], ends: day('2026-12-31'), reason: 'On secondment until **March**' },
      examplePolicy,
    ),
  },
  { name: 'my-reminders', message: mine({}) },
  {
    name: 'my-reminders-paused',
    message: mine({
      preferences: {
        pausedUntil: IsoDate.parse('2026-11-30'),
        snoozed: [{ thing: 'one', step: '14', until: '2026-11-24T09:00' }],
        notThisWindow: [{ thing: 'two', reason: 'On secondment', ends: IsoDate.parse('2026-12-31') }],
        stopped: ['session-today'],
      },
    }),
  },
  { name: 'my-reminders-none', message: mine({ coming: [] }) },
]
