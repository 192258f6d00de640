import { Temporal } from 'temporal-polyfill'
import type { Reflection } from '../../domain/reflection.ts'
import type { ShownCounts } from '../../domain/reflective-pattern.ts'
import type { CardMessage } from '../card.ts'
import {
  aisha,
  examplePolicy,
  exampleSession,
  exampleSessionId,
  exampleSignOff,
  exampleToday,
  hostile,
  priya,
} from '../example-world.ts'
import { chooseSessionCard } from './choose-session-card.ts'
import { reflectiveCard } from './reflective-card.ts'
import { sessionCard } from './session-card.ts'
import { withdrawCard, withdrawnCard } from './withdraw-card.ts'

const line = 'Mostly about targets; the last ten minutes were.'
const withdrawnFor = (viewer: typeof aisha, session = withdrawn) =>
  sessionCard({
    session,
    practitioner: aisha,
    supervisor: priya,
    viewer: viewer.staffCode,
    sight: 'full',
    policy: examplePolicy,
  })
const withdrawn = exampleSession(1, {
  withdrawn: {
    by: priya.staffCode,
    at: Temporal.Instant.from('2026-11-23T10:00:00Z'),
    reason: 'Logged twice, with **Tom** too.',
  },
})
const quarters = (...counts: [number, number, number, number][]) =>
  counts.map(([yes, partly, no, unanswered], index) => {
    const from = Temporal.PlainDate.from('2026-04-01').add({ months: 3 * index })
    return { from, to: from.add({ months: 3 }).subtract({ days: 1 }), counts: { yes, partly, no, unanswered } }
  })
const shownQuarters = (...figures: ShownCounts[]) =>
  quarters(...figures.map((): [number, number, number, number] => [0, 0, 0, 0])).map(({ from, to }, index) => ({
    from,
    to,
    figures: figures[index] ?? {},
  }))
const lineOf = (number: number, reflection: Reflection) => ({
  session: exampleSessionId(number),
  practitioner: number === 2 ? hostile.staffCode : aisha.staffCode,
  heldOn: exampleToday.subtract({ days: number }),
  reflection,
})
const names = new Map([aisha, hostile].map((person) => [person.staffCode, person.name]))

/** The cards of withdrawing a session, and of how reflective sessions were. */
export const endingExamples: { name: string; message: CardMessage }[] = [
  { name: 'session-withdrawn-logger', message: withdrawnFor(priya) },
  {
    name: 'session-withdrawn-signer',
    message: withdrawnFor(aisha, { ...withdrawn, signOff: exampleSignOff(exampleSessionId(1), 'agreed') }),
  },
  {
    name: 'withdraw-the-same-day',
    message: withdrawCard({
      session: exampleSession(1),
      policy: examplePolicy,
      otherName: hostile.name,
      needsReason: false,
    }),
  },
  {
    name: 'withdraw-later',
    message: withdrawCard({
      session: exampleSession(1, { corrects: exampleSessionId(2) }),
      policy: examplePolicy,
      otherName: aisha.name,
      needsReason: true,
      problems: ['It was not logged today, so please say why it is withdrawn. Nothing was changed.'],
    }),
  },
  {
    name: 'was-withdrawn',
    message: withdrawnCard({ session: withdrawn, loggerName: hostile.name, policy: examplePolicy }),
  },
  {
    name: 'choose-session',
    message: chooseSessionCard({
      sessions: [
        { session: exampleSession(1), otherName: aisha.name },
        { session: exampleSession(2, { heldOn: exampleToday.subtract({ days: 20 }) }), otherName: hostile.name },
      ],
      to: 'withdraw',
      more: 3,
      policy: examplePolicy,
    }),
  },
  {
    name: 'reflective-team',
    message: reflectiveCard({
      year: '2026/27',
      parts: [
        {
          whose: 'own',
          quarters: quarters([1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 0, 0]),
          lines: [lineOf(1, { rating: 'yes' })],
        },
        {
          whose: 'team',
          quarters: quarters([6, 3, 1, 2], [4, 4, 2, 0], [1, 2, 0, 5]),
          lines: [
            lineOf(2, { rating: 'no', line }),
            ...[3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((day) => lineOf(day, { rating: 'partly' })),
          ],
        },
      ],
      names,
      policy: examplePolicy,
    }),
  },
  {
    name: 'reflective-pdu',
    message: reflectiveCard({
      year: '2026/27',
      parts: [
        {
          whose: 'pdu',
          quarters: shownQuarters({ answers: 24, ratings: { yes: 12, partly: 7, no: 5 } }, { answers: 9 }, {}),
        },
      ],
      names,
      policy: examplePolicy,
    }),
  },
  {
    name: 'reflective-covering',
    message: reflectiveCard({
      year: '2026/27',
      parts: [
        { whose: 'team', quarters: quarters([1, 2, 0, 5]), lines: [] },
        { whose: 'pdu', quarters: 'left out' },
      ],
      names,
      policy: examplePolicy,
    }),
  },
]
