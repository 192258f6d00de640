import { Temporal } from 'temporal-polyfill'
import type { RecordedSession } from '../../domain/supervision.ts'
import type { CardMessage } from '../card.ts'
import {
  aisha,
  examplePolicy,
  exampleSession,
  exampleSessionId,
  exampleSignOff,
  hostile,
  longName,
  priya,
  rightToLeft,
} from '../example-world.ts'
import { longAnswers } from './form-examples.ts'
import { sessionCard } from './session-card.ts'
import type { SessionView } from './session-stage.ts'
import { signedCard } from './signed-card.ts'

const seenBy = (
  viewer: { staffCode: SessionView['viewer'] },
  session: RecordedSession,
  rest: Partial<SessionView> = {},
) =>
  sessionCard({
    session,
    practitioner: aisha,
    supervisor: priya,
    viewer: viewer.staffCode,
    sight: 'full',
    policy: examplePolicy,
    ...rest,
  })

const id = exampleSessionId(1)
const waiting = exampleSession(1)
const byPractitioner = exampleSession(1, { loggedBy: aisha.staffCode })
const agreed = exampleSession(1, { signOff: exampleSignOff(id, 'agreed') })
const comment = 'Agreed. We also said that the **Thursday** visits stay as they are.'
const commented = exampleSession(1, { signOff: exampleSignOff(id, 'agreed-with-comment', comment) })
const change = 'It was 45 minutes, and X320799 was discussed too.'
const changeAsked = exampleSession(1, { signOff: exampleSignOff(id, 'change-asked', change) })
const corrected = exampleSession(1, { ...changeAsked, correctedBy: exampleSessionId(2) })
const correction = exampleSession(2, { corrects: id, minutes: 45 })
const { wellbeing, ...openAnswers } = longAnswers
const longest = exampleSession(3, { answers: openAnswers, privateAnswers: { wellbeing } })
const withoutNotes = exampleSession(4, { answers: {}, privateAnswers: {}, crns: [], kinds: ['observation'] })
const hostileWords = '<img src=x onerror=alert(1)> [press me](https://example.com) {{DATE(2026-01-01T00:00:00Z)}}'

export const sessionExamples: { name: string; message: CardMessage }[] = [
  { name: 'session-recorded-asked', message: seenBy(priya, waiting, { reached: 'asked' }) },
  { name: 'session-recorded-sending', message: seenBy(priya, waiting, { reached: 'sending' }) },
  {
    name: 'session-recorded-not-reached',
    message: seenBy(aisha, byPractitioner, { reached: 'waiting-unreachable' }),
  },
  { name: 'session-waiting-logger', message: seenBy(priya, waiting) },
  { name: 'session-waiting-signer', message: seenBy(aisha, waiting) },
  { name: 'session-waiting-manager-signs', message: seenBy(priya, byPractitioner) },
  {
    name: 'session-signer-words-missing',
    message: seenBy(aisha, waiting, {
      problems: [
        { field: 'answer.words', says: 'Please say what should change, then press “Ask for a change” again.' },
      ],
    }),
  },
  { name: 'session-agreed-logger', message: seenBy(priya, agreed) },
  { name: 'session-agreed-signer', message: seenBy(aisha, agreed) },
  { name: 'session-commented-logger', message: seenBy(priya, commented) },
  { name: 'session-commented-signer', message: seenBy(aisha, commented) },
  { name: 'session-change-asked-logger', message: seenBy(priya, changeAsked) },
  { name: 'session-change-asked-signer', message: seenBy(aisha, changeAsked) },
  { name: 'session-corrected-logger', message: seenBy(priya, corrected) },
  { name: 'session-corrected-signer', message: seenBy(aisha, corrected) },
  { name: 'session-correction-recorded', message: seenBy(priya, correction, { reached: 'asked' }) },
  { name: 'session-correction-signer', message: seenBy(aisha, correction) },
  { name: 'session-line-manager-now', message: seenBy({ staffCode: longName.staffCode }, commented) },
  { name: 'session-dates-only', message: seenBy({ staffCode: longName.staffCode }, commented, { sight: 'dates' }) },
  { name: 'session-imported', message: seenBy(aisha, exampleSession(6, { imported: true })) },
  { name: 'signed-agreed', message: signedCard({ session: agreed, signerName: aisha.name, policy: examplePolicy }) },
  {
    name: 'signed-change-asked',
    message: signedCard({ session: changeAsked, signerName: aisha.name, policy: examplePolicy }),
  },
  {
    name: 'signed-hostile-words',
    message: signedCard({
      session: { ...commented, signOff: exampleSignOff(commented.id, 'agreed-with-comment', hostileWords) },
      signerName: hostile.name,
      policy: examplePolicy,
    }),
  },
  { name: 'session-without-notes', message: seenBy(aisha, withoutNotes) },
  { name: 'session-longest-signer', message: seenBy(aisha, longest, { typedWords: longAnswers.change }) },
  {
    name: 'session-hostile',
    message: seenBy(priya, exampleSession(5, { ...changeAsked, answers: { theme: hostileWords } }), {
      practitioner: { staffCode: aisha.staffCode, name: hostile.name },
    }),
  },
  {
    name: 'session-right-to-left',
    message: seenBy(
      priya,
      exampleSession(6, {
        heldOn: Temporal.PlainDate.from('2026-03-29'),
        answers: { learned: longAnswers.learned.slice(0, 200) },
        signOff: exampleSignOff(exampleSessionId(6), 'agreed-with-comment', 'תודה רבה 🙏'),
      }),
      { practitioner: { staffCode: aisha.staffCode, name: rightToLeft.name } },
    ),
  },
]
