import assert from 'node:assert/strict'
import { cardInWords } from '../../cards/card-in-words.ts'
import { cardBudget, cardBytes } from '../../cards/card-with.ts'
import { choosePersonCard } from '../../cards/choose-person-card.ts'
import {
  aisha,
  exampleDraft,
  exampleDraftId,
  exampleSession,
  exampleSessionId,
  exampleSignOff,
  examplePolicy as policy,
  priya,
  thirtyPeople,
} from '../../cards/example-world.ts'
import { type RecordView, recordCard } from '../../cards/session/record-card.ts'
import { waitingCard } from '../../cards/waiting-card.ts'
import { welcomeCard } from '../../cards/welcome-card.ts'
import type { RecordedSession } from '../../domain/supervision.ts'
import { titlesOf } from './card-parts.ts'

const many = (count: number) => Array.from({ length: count }, (_, index) => exampleSession(index))
const record = (sessions: RecordedSession[], rest: Partial<RecordView> = {}) =>
  recordCard({
    subject: aisha,
    own: false,
    period: '2026/27',
    sessions,
    names: new Map([aisha, priya].map((person) => [person.staffCode, person.name])),
    sight: 'full',
    policy,
    more: 0,
    ...rest,
  }).card

describe('the record of somebody', () => {
  it('counts what counts: not a corrected entry, and one the practitioner logged only once agreed', () => {
    const sessions = [
      exampleSession(1),
      exampleSession(2, { loggedBy: aisha.staffCode }),
      exampleSession(3, {
        loggedBy: aisha.staffCode,
        signOff: { ...exampleSignOff(exampleSessionId(3), 'agreed'), by: priya.staffCode },
      }),
      exampleSession(4, { correctedBy: exampleSessionId(1) }),
    ]
    const text = cardInWords(record(sessions))
    assert.match(text, /Monthly 2, Reflective 2\.\n1 more will count once agreed\./)
    assert.match(text, /✓ agreed, ● waiting and ■ corrected/)
  })

  for (const [given, more, says, counted] of [
    [12, 0, undefined, /^Monthly 12,/m],
    [13, 1, '1 older one is not shown', /^Monthly 13,/m],
    [30, 18, '18 older ones are not shown', /^Monthly 30,/m],
    [12, 18, '18 older ones are not shown', /^Of the newest 12: Monthly 12,/m],
    [14, 0, '2 older ones are not shown', /^Monthly 14,/m],
  ] as const) {
    it(`lists twelve of ${given} given, with ${more} after the twelfth`, () => {
      const card = record(many(given), { more })
      const text = cardInWords(card)
      assert.equal(text.match(/Waiting for/g)?.length, 12)
      assert.equal(titlesOf(card).length, 3)
      assert.match(text, counted)
      if (says === undefined) assert.doesNotMatch(text, /not shown/)
      else assert.ok(text.includes(says), text)
    })
  }

  it('says plainly that it is empty, and what to do', () => {
    assert.match(cardInWords(record([], { own: true })), /Nothing is recorded for you in 2026\/27\.\n.+log it yourself/)
    assert.match(cardInWords(record([])), /Nothing is recorded for Aisha Khan in 2026\/27\./)
  })

  it('tells somebody else that they were seen looking, and the person themself nothing of the kind', () => {
    assert.match(cardInWords(record(many(1))), /It is written down that you looked\./)
    assert.doesNotMatch(cardInWords(record(many(1), { own: true })), /written down/)
  })
})

describe('what is waiting', () => {
  const nothing = {
    toSign: [],
    drafts: [],
    toCorrect: [],
    passed: [],
    toConfirm: [],
    moreTime: [],
    toReflect: [],
    policy,
  }

  it('shows eight of each and the number left, within its size', () => {
    const { card } = waitingCard({
      ...nothing,
      toSign: many(40).map((session) => ({ session, loggerName: '字'.repeat(100) })),
      drafts: many(9).map((_, index) => ({ draft: exampleDraft(index), otherName: '字'.repeat(100) })),
      toCorrect: many(8).map((session) => ({ session, otherName: '字'.repeat(100) })),
    })
    assert.equal(titlesOf(card).length, 24)
    const text = cardInWords(card)
    assert.match(
      text,
      /To check and agree \(40\)[\s\S]+\n32 more\.[\s\S]+To correct \(8\)[\s\S]+Begun and not saved \(9\)[\s\S]+\n1 more\./,
    )
    assert.ok(cardBytes(card) <= cardBudget, String(cardBytes(card)))
  })

  it('says so in one sentence when there is nothing', () => {
    const { card } = waitingCard(nothing)
    assert.equal(cardInWords(card), '# Waiting for you\nNothing is waiting for you. You are up to date.')
  })
})

describe('several people of one name', () => {
  it('are offered as at most six buttons, then the name in full is asked for', () => {
    const { card } = choosePersonCard({ draft: exampleDraftId(1), words: 'Grace', people: thirtyPeople.slice(0, 10) })
    assert.equal(titlesOf(card).length, 7)
    assert.match(cardInWords(card), /4 more fit\. Type the first name and surname instead\./)
  })

  it('are told apart by grade, team and staff code', () => {
    const people = [aisha, { ...priya, name: aisha.name }]
    const { card } = choosePersonCard({ draft: exampleDraftId(1), words: 'Aisha Khan', people })
    assert.deepEqual(titlesOf(card), ['Aisha Khan (N03A001)', 'Aisha Khan (N03S001)', 'Cancel'])
    assert.match(cardInWords(card), /probation officer, N03T1[\s\S]+senior probation officer, N03T1/)
  })
})

describe('the welcome', () => {
  it('offers three things that work for the grade', () => {
    const buttons = (grade: 'PO' | 'HoPDU' | 'ADMIN') => titlesOf(welcomeCard({ person: { name: 'A B', grade } }).card)
    assert.deepEqual(buttons('PO'), ['Log a session', 'My supervisions', 'What is waiting for me'])
    assert.deepEqual(buttons('HoPDU'), ['Log a session', 'What is waiting for me', 'Help'])
    assert.ok(!buttons('ADMIN').includes('Log a session'))
  })
})
