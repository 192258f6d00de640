import { Temporal } from 'temporal-polyfill'
import type { StaffCode } from '../domain/ids.ts'
import { Grade } from '../domain/staff.ts'
import type { RecordedSession } from '../domain/supervision.ts'
import type { CardMessage } from './card.ts'
import {
  aisha,
  examplePerson,
  examplePolicy,
  exampleSession,
  exampleSessionId,
  exampleSignOff,
  hostile,
  longName,
  priya,
} from './example-world.ts'
import { helpCard } from './help-card.ts'
import { plainCard } from './plain-card.ts'
import { type RecordView, recordCard } from './session/record-card.ts'
import { welcomeCard } from './welcome-card.ts'

const outcomes = ['agreed', undefined, 'change-asked', 'agreed-with-comment'] as const

/** Sessions a fortnight apart, newest first, of every standing in turn. */
const history = (count: number): RecordedSession[] =>
  Array.from({ length: count }, (_, index) => {
    const outcome = outcomes[index % outcomes.length]
    return exampleSession(100 + index, {
      heldOn: Temporal.PlainDate.from('2026-11-20').subtract({ weeks: 2 * index }),
      kinds: index % 3 === 0 ? ['monthly', 'reflective'] : ['monthly'],
      minutes: 45 + 15 * (index % 4),
      loggedBy: index % 2 === 0 ? priya.staffCode : aisha.staffCode,
      ...(outcome === undefined ? {} : { signOff: exampleSignOff(exampleSessionId(100 + index), outcome) }),
      ...(index === 2 ? { correctedBy: exampleSessionId(99) } : {}),
    })
  })

const names = new Map<StaffCode, string>([aisha, priya].map((person) => [person.staffCode, person.name]))
const record = (view: Partial<RecordView>): CardMessage =>
  recordCard({
    subject: aisha,
    own: false,
    period: '2026/27',
    sessions: history(5),
    names,
    sight: 'full',
    policy: examplePolicy,
    more: 0,
    ...view,
  })

const commands = [
  { part: 'Sessions' as const, words: 'reflective with NAME on Friday, 45 mins', does: 'Logs a supervision session' },
  { part: 'Sessions' as const, words: 'what has NAME had this year?', does: 'Shows what somebody you manage has had' },
  { part: 'Sessions' as const, words: 'my supervisions', does: 'Shows what is recorded about you' },
  {
    part: 'Actions and time away' as const,
    words: 'what is waiting for me?',
    does: 'Lists what you have to agree, correct or finish',
  },
  { part: 'Words' as const, words: 'what is RCAT?', does: 'Explains an abbreviation' },
  { part: 'Sessions' as const, words: 'cancel', does: 'Stops what we are doing; nothing is saved' },
]

export const listExamples: { name: string; message: CardMessage }[] = [
  { name: 'record-own', message: record({ own: true }) },
  { name: 'record-of-staff', message: record({}) },
  { name: 'record-one-session', message: record({ sessions: history(1), period: '1 June to 22 November 2026' }) },
  { name: 'record-long', message: record({ sessions: history(12), more: 14 }) },
  { name: 'record-dates-only', message: record({ sight: 'dates', sessions: history(14) }) },
  { name: 'record-empty-own', message: record({ own: true, sessions: [] }) },
  { name: 'record-empty-hostile-name', message: record({ subject: hostile, sessions: [] }) },
  { name: 'record-long-name', message: record({ subject: longName, names: new Map(), sessions: history(2) }) },
  ...Grade.options.map((grade) => ({
    name: `welcome-${grade.toLowerCase()}`,
    message: welcomeCard({ person: examplePerson('N03A100', grade === 'PO' ? hostile.name : aisha.name, grade) }),
  })),
  { name: 'welcome-manager', message: welcomeCard({ person: priya, exampleName: 'Aisha' }) },
  {
    name: 'plain',
    message: plainCard('Cancelled', 'Nothing was recorded. To begin again, say “log a supervision”.'),
  },
  {
    name: 'help',
    message: helpCard({ person: priya, commands, examples: ['monthly and reflective with Aisha Khan today, an hour'] }),
  },
]
