import type { KindId } from '../../domain/supervision-kind.ts'
import { aPerson } from './people.ts'

/**
 * A year of an invented team of twelve. How somebody takes to reminders:
 *  - `ahead`: meets early in each window, so is hardly ever reminded.
 *  - `first`: books when first reminded. `last`: books when reminded the second time.
 *  - `chased`: meets some days after the digest named them. `never`: monthly sessions alone, and those late.
 */
export type Habit = 'ahead' | 'first' | 'last' | 'chased' | 'never'

const spo = 'N03S001'
const inTeam = (number: number, name: string, more: Parameters<typeof aPerson>[0] | object = {}) =>
  aPerson({ staffCode: `N03A${String(number).padStart(3, '0')}`, name, grade: 'PO', managerStaffCode: spo, ...more })

export const head = aPerson({ staffCode: 'N03H001', name: 'Gwen Ellis', grade: 'HoPDU' })
export const manager = aPerson({ staffCode: spo, name: 'Priya Nair', grade: 'SPO', managerStaffCode: 'N03H001' })
export const standIn = aPerson({ staffCode: 'N03S002', name: 'Ruth Abel', grade: 'SPO', pduCode: 'N03P2' })

export const team: [person: ReturnType<typeof aPerson>, habit: Habit][] = [
  [manager, 'first'],
  [inTeam(1, 'Aisha Khan'), 'first'],
  [inTeam(2, 'Tom Okafor', { grade: 'PSO' }), 'last'],
  [inTeam(3, 'Megan Price', { grade: 'PQiP' }), 'ahead'],
  [inTeam(4, 'Bilal Rahman'), 'ahead'],
  [inTeam(5, 'Carys Morgan'), 'first'],
  [inTeam(6, 'Dele Adeyemi', { grade: 'PSO' }), 'chased'],
  [inTeam(7, 'Ewan Fraser'), 'never'],
  [inTeam(8, 'Farah Siddiqui'), 'first'],
  [inTeam(9, 'Grace Owen', { endedOn: '2026-10-30' }), 'last'],
  [inTeam(10, 'Hugh Lister', { startedOn: '2026-09-01' }), 'ahead'],
  [inTeam(11, 'Ines Duarte', { startedOn: '2027-01-11' }), 'chased'],
]

/** Days away. With `knownOn` it was not known before that day when they would be back. */
export const away: { who: string; from: string; to: string; knownOn?: string }[] = [
  { who: 'Aisha Khan', from: '2026-07-20', to: '2026-07-31' },
  { who: 'Tom Okafor', from: '2026-08-17', to: '2026-08-28' },
  { who: 'Carys Morgan', from: '2026-09-28', to: '2027-01-15', knownOn: '2027-01-08' },
  { who: 'Priya Nair', from: '2026-08-03', to: '2026-08-14' },
  { who: 'Priya Nair', from: '2026-12-21', to: '2026-12-31' },
  { who: 'Priya Nair', from: '2027-02-16', to: '2027-02-17', knownOn: '2027-02-17' },
  { who: 'Gwen Ellis', from: '2026-06-01', to: '2026-06-03' },
  { who: 'Farah Siddiqui', from: '2026-12-14', to: '2026-12-18' },
  { who: 'Ewan Fraser', from: '2026-05-26', to: '2026-05-29' },
]

/** Who stood in for Priya. At Christmas nobody did. */
export const covers = [{ from: '2026-08-03', to: '2026-08-14' }]

/** From when to when the service did not run: nothing was looked at and nothing sent. */
export const down: [from: string, to: string][] = [
  ['2026-06-15 22:00', '2026-06-18 07:00'],
  ['2026-09-15 08:00', '2026-09-15 11:20'],
  ['2026-11-24 05:00', '2026-11-24 18:40'],
]

/** Mornings on which somebody was in the middle of something with the assistant, from and until when. */
export const inDialog: { who: string; from: string; until: string }[] = [
  { who: 'Priya Nair', from: '2026-07-06 08:26', until: '2026-07-06 08:47' },
]

/** What was asked of whom, by when, and when it was done. */
export const actions: { who: string; asked: string; due: string; done?: string; moreTime?: [string, string] }[] = [
  { who: 'Aisha Khan', asked: '2026-04-20', due: '2026-05-08', done: '2026-05-06' },
  { who: 'Tom Okafor', asked: '2026-06-08', due: '2026-06-12', done: '2026-06-12' },
  { who: 'Dele Adeyemi', asked: '2026-07-01', due: '2026-07-18', done: '2026-07-24' },
  { who: 'Ewan Fraser', asked: '2026-09-01', due: '2026-09-11', done: '2026-10-02' },
  {
    who: 'Bilal Rahman',
    asked: '2026-10-05',
    due: '2026-10-16',
    moreTime: ['2026-10-14', '2026-10-30'],
    done: '2026-10-29',
  },
  { who: 'Farah Siddiqui', asked: '2026-12-07', due: '2026-12-16', done: '2026-12-22' },
  { who: 'Priya Nair', asked: '2027-01-12', due: '2027-01-22', done: '2027-01-21' },
]

/** One thing asked of everybody: who did it when. */
export const teamAction = {
  asked: '2026-11-16',
  due: '2026-12-12',
  done: new Map([
    ['Aisha Khan', '2026-11-18'],
    ['Bilal Rahman', '2026-11-20'],
    ['Megan Price', '2026-12-01'],
    ['Hugh Lister', '2026-12-09'],
    ['Tom Okafor', '2026-12-11'],
    ['Farah Siddiqui', '2026-12-21'],
    ['Dele Adeyemi', '2026-12-14'],
    ['Ewan Fraser', '2027-01-05'],
    ['Carys Morgan', '2027-01-20'],
    ['Priya Nair', '2026-11-16'],
  ]),
}

/** Cases that were given to somebody: when, when their first discussion was due, and when it was held. */
export const touchPoints: { who: string; decided: string; on: string; held: string }[] = [
  { who: 'Aisha Khan', decided: '2026-05-05', on: '2026-05-20', held: '2026-05-19' },
  { who: 'Ewan Fraser', decided: '2026-06-18', on: '2026-07-03', held: '2026-07-09' },
  { who: 'Hugh Lister', decided: '2026-09-18', on: '2026-10-03', held: '2026-10-06' },
]

/** Reviews of cases: when they were due and when they were done. */
export const reviews: { who: string; kind: string; due: string; done: string }[] = [
  { who: 'Tom Okafor', kind: 'oasys', due: '2026-05-01', done: '2026-05-06' },
  { who: 'Dele Adeyemi', kind: 'oasys', due: '2026-08-28', done: '2026-09-18' },
  { who: 'Dele Adeyemi', kind: 'oasys', due: '2026-08-28', done: '2026-09-08' },
  { who: 'Ewan Fraser', kind: 'register', due: '2026-11-20', done: '2026-12-15' },
  { who: 'Aisha Khan', kind: 'isp', due: '2027-02-26', done: '2027-03-01' },
]

/** What people said about their reminders, on which day. */
export const wishes: {
  who: string
  on: string
  says: 'snooze next week' | 'pause' | 'not this window' | 'stop sessions'
  kind?: KindId
  until?: string
}[] = [
  { who: 'Tom Okafor', on: '2026-05-18', says: 'snooze next week', kind: 'monthly' },
  { who: 'Bilal Rahman', on: '2026-06-01', says: 'stop sessions' },
  { who: 'Dele Adeyemi', on: '2026-09-16', says: 'not this window', kind: 'observation' },
  { who: 'Farah Siddiqui', on: '2026-10-13', says: 'pause', until: '2026-10-26' },
]
