import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { cardInWords } from '../../../cards/card-in-words.ts'
import { cardBudget, cardBytes } from '../../../cards/card-with.ts'
import {
  aisha,
  exampleCrns,
  exampleSession,
  exampleSessionId,
  exampleSignOff,
  longName,
  examplePolicy as policy,
  priya,
} from '../../../cards/example-world.ts'
import { recordCard } from '../../../cards/session/record-card.ts'
import { sessionCard } from '../../../cards/session/session-card.ts'
import type { SessionView } from '../../../cards/session/session-stage.ts'
import { waitingCard } from '../../../cards/waiting-card.ts'
import type { RecordedSession } from '../../../domain/supervision.ts'
import { titlesOf } from '../card-parts.ts'

const id = exampleSessionId(1)
const show = (
  session: RecordedSession,
  viewer: { staffCode: SessionView['viewer'] },
  rest: Partial<SessionView> = {},
) =>
  sessionCard({
    session,
    practitioner: aisha,
    supervisor: priya,
    viewer: viewer.staffCode,
    sight: 'full',
    policy,
    ...rest,
  })

const signOffs = [
  undefined,
  exampleSignOff(id, 'agreed'),
  exampleSignOff(id, 'agreed-with-comment', 'OPEN-comment'),
  exampleSignOff(id, 'change-asked', 'OPEN-change'),
]
const sessions = fc
  .record({
    loggedBy: fc.constantFrom(aisha.staffCode, priya.staffCode),
    kinds: fc.subarray(['monthly', 'reflective', 'observation'] as const, { minLength: 1 }),
    signOff: fc.constantFrom(...signOffs),
    correctedBy: fc.constantFrom(undefined, exampleSessionId(2)),
    answers: fc.dictionary(fc.constantFrom('workload', 'theme', 'wellbeing', 'dropped'), fc.constant('OPEN-answer')),
    privateAnswers: fc.dictionary(fc.constantFrom('wellbeing', 'workload', 'dropped'), fc.constant('SECRET-answer')),
  })
  .map((rest) => exampleSession(1, { ...rest, crns: exampleCrns('X320741'), minutes: 77 }))

describe('the card of a session', () => {
  it('has private answers for the two people of the session, and for nobody else whatever sight they have', () => {
    fc.assert(
      fc.property(
        sessions,
        fc.constantFrom(aisha, priya, longName),
        fc.constantFrom('full', 'dates'),
        fc.constantFrom(undefined, 'asked', 'waiting-unreachable', 'sending'),
        (session, viewer, sight, reached) => {
          const all = JSON.stringify(show(session, viewer, { sight, reached }))
          const mayRead = viewer !== longName && sight === 'full' && Object.keys(session.privateAnswers).length > 0
          assert.equal(all.includes('SECRET'), mayRead)
        },
      ),
    )
  })

  it('has kinds and days for somebody who may see dates: no notes, no cases, no length, no words, no buttons', () => {
    fc.assert(
      fc.property(sessions, fc.constantFrom(aisha, priya, longName), (session, viewer) => {
        const { card } = show(session, viewer, { sight: 'dates' })
        const text = cardInWords(card)
        assert.doesNotMatch(text, /OPEN|SECRET|X320741|1 hour 17/)
        assert.match(text, /20 November 2026/)
        assert.deepEqual(titlesOf(card), [])
      }),
    )
  })

  it('shows all that was written to those who may read it, also answers to a question no longer asked', () => {
    const text = cardInWords(show(exampleSession(1, { answers: { dropped: 'OPEN-answer' } }), longName).card)
    assert.match(text, /dropped\nOPEN-answer/)
  })

  it('is not mentioned with its answers in a record or a waiting list', () => {
    fc.assert(
      fc.property(sessions, fc.boolean(), (session, own) => {
        const names = new Map([[priya.staffCode, priya.name]])
        const record = { subject: aisha, own, period: '2026/27', sessions: [session], names, policy, more: 0 }
        const lists = [
          recordCard({ ...record, sight: 'full' }),
          waitingCard({
            toSign: [{ session, loggerName: 'A' }],
            drafts: [],
            toCorrect: [{ session, otherName: 'B' }],
            ...{ passed: [], toConfirm: [], moreTime: [], toReflect: [] },
            policy,
          }),
        ]
        assert.doesNotMatch(JSON.stringify(lists), /OPEN|SECRET/)
        assert.doesNotMatch(JSON.stringify(recordCard({ ...record, sight: 'dates' })), /1 hour 17|session\.show/)
      }),
    )
  })

  const ofLogger = ['Correct it', 'Withdraw it', 'Add an action']
  const asks = ['I agree', 'Agree with this comment', 'Ask for a change']
  const stages: [string, Partial<RecordedSession>, typeof aisha, string, string[]][] = [
    ['the signer is asked to check it', {}, aisha, 'Please check this session', asks],
    ['the logger waits, and may correct or withdraw it', {}, priya, 'Supervision session', ofLogger],
    ['one from earlier records is signed by nobody', { imported: true }, aisha, 'From earlier records', []],
    ['the manager signs what the practitioner logged', { loggedBy: aisha.staffCode }, priya, 'Please check', asks],
    ['an agreed one needs nothing more', { signOff: signOffs[1] }, priya, '✓ Agreed', ofLogger],
    [
      'the signer sees what they said, and is still asked whether it was reflective',
      { signOff: signOffs[2] },
      aisha,
      'You agreed with a comment',
      ['Save my answer'],
    ],
    [
      'whoever said whether it was reflective is not asked again',
      { signOff: signOffs[2], reflection: { rating: 'partly', line: 'mostly targets' } },
      aisha,
      'Reflective?: Partly, says Aisha Khan: mostly targets',
      [],
    ],
    [
      'the practitioner who logged it is asked whether it was reflective',
      { loggedBy: aisha.staffCode },
      aisha,
      '[Was this reflective?: choose from 3]',
      ['Save my answer', ...ofLogger],
    ],
    [
      'nobody asks whether another kind was reflective',
      { kinds: ['monthly'], signOff: signOffs[1] },
      aisha,
      '✓ Agreed',
      [],
    ],
    ['the logger corrects it', { signOff: signOffs[3] }, priya, '▲ A change was asked for', ofLogger],
    ['the signer waits for the correction', { signOff: signOffs[3] }, aisha, 'Priya Nair can correct it now', []],
    [
      'a corrected one leads to the newer',
      { signOff: signOffs[3], correctedBy: exampleSessionId(2) },
      priya,
      'Replaced by a newer entry',
      ['Show the newer entry'],
    ],
    [
      'a corrected one is not signed any more',
      { correctedBy: exampleSessionId(2) },
      aisha,
      '# Corrected',
      ['Show the newer entry'],
    ],
    [
      'a correction leads to the earlier one',
      { corrects: exampleSessionId(2), signOff: signOffs[1] },
      priya,
      'It replaces an earlier entry',
      [...ofLogger, 'Show the earlier entry'],
    ],
    [
      'a withdrawn one says who, when and why, and can be neither signed nor corrected',
      { withdrawn: { by: priya.staffCode, at: Temporal.Instant.from('2026-11-22T09:30:00Z'), reason: 'Logged twice' } },
      aisha,
      'Priya Nair withdrew it on 22 November 2026 at 09:30. It does not count.',
      [],
    ],
    ['a line manager reads and signs nothing', {}, longName, 'Waiting for Aisha Khan to agree', []],
  ]
  for (const [what, rest, viewer, says, buttons] of stages) {
    it(`knows its stage: ${what}`, () => {
      const { card } = show(exampleSession(1, rest), viewer)
      assert.ok(cardInWords(card).includes(says), cardInWords(card))
      assert.deepEqual(titlesOf(card), buttons)
    })
  }

  it('tells the logger truly what became of asking the other person', () => {
    const said = (reached: SessionView['reached']) => cardInWords(show(exampleSession(1), priya, { reached }).card)
    assert.match(said('asked'), /# Recorded\nAisha Khan has been asked to agree\./)
    assert.match(said('sending'), /# Recorded\nI am asking Aisha Khan to agree\./)
    assert.match(
      said('waiting-unreachable'),
      /# Recorded\nI could not reach Aisha Khan in Teams yet\. The session is saved/,
    )
    assert.match(said(undefined), /# Supervision session\nWaiting for Aisha Khan to agree\./)
  })

  it('keeps to its size whatever was written, and keeps what the signer had typed', () => {
    for (const letter of ['x', '"', '字', '\n', '\u0001']) {
      const text = `a${letter.repeat(3998)}b`
      const answers = { workload: text, cases: text, theme: text, learned: text, change: text }
      const signOff = exampleSignOff(id, 'change-asked', text)
      for (const session of [
        { answers, privateAnswers: { wellbeing: text } },
        { answers, signOff },
      ]) {
        const { card } = show(exampleSession(1, session), aisha, { typedWords: 'x'.repeat(4000) })
        assert.ok(cardBytes(card) <= cardBudget, `${JSON.stringify(letter)}: ${cardBytes(card)}`)
      }
    }
    assert.ok(JSON.stringify(show(exampleSession(1), aisha, { typedWords: 'My words' })).includes('My words'))
  })
})
