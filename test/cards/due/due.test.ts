import assert from 'node:assert/strict'
import { cardInWords } from '../../../cards/card-in-words.ts'
import { cardBudget, cardBytes } from '../../../cards/card-with.ts'
import { dueCard } from '../../../cards/due/due-card.ts'
import { pduCard } from '../../../cards/due/pdu-card.ts'
import { daysLeftInWords, keyOf, waiverInWords, windowInWords, windowsInWords } from '../../../cards/due/state-words.ts'
import { peopleShown, teamCard } from '../../../cards/due/team-card.ts'
import { aisha, priya, thirtyPeople } from '../../../cards/example-world.ts'
import { defaultSupervisionPolicy as policy } from '../../../config/kinds.ts'
import { IsoDate } from '../../../domain/ids.ts'
import { countStates, worstFirst } from '../../../domain/team-states.ts'
import { day } from '../../support/days.ts'
import { away, booked, held, standings } from '../../support/windows.ts'
import { buttonsOf, titlesOf } from '../card-parts.ts'

const today = day('2026-11-22')
const window = (from: string, to: string) => ({ from: IsoDate.parse(from), to: IsoDate.parse(to) })
const none = { workingDays: 21, away: 0, notStarted: 0, gone: 0 }

describe('Windows and states in words', () => {
  for (const [from, to, words] of [
    ['2026-11-01', '2026-11-30', 'November 2026'],
    ['2026-10-01', '2026-12-31', 'October to December 2026'],
    ['2026-10-01', '2027-03-31', 'October 2026 to March 2027'],
    ['2026-04-01', '2027-03-31', 'April 2026 to March 2027'],
  ] as const) {
    it(words, () => assert.equal(windowInWords(window(from, to)), words))
  }

  it('name several in a list, with the year once where it is one year', () => {
    const april = window('2026-04-01', '2026-04-30')
    const may = window('2026-05-01', '2026-05-31')
    const winter = window('2026-10-01', '2027-03-31')
    assert.equal(windowsInWords([april, may]), 'April and May 2026')
    assert.equal(windowsInWords([may, winter]), 'May 2026 and October 2026 to March 2027')
    assert.equal(windowsInWords([may]), 'May 2026')
  })

  it('say why a window is waived, in days where the reader may know', () => {
    assert.equal(waiverInWords({ ...none, away: 15 }, true), 'away on 15 of its 21 working days')
    assert.equal(
      waiverInWords({ ...none, notStarted: 9, away: 3 }, true),
      'not yet started and away on 12 of its 21 working days',
    )
    assert.equal(waiverInWords({ ...none, gone: 21 }, true), 'gone on 21 of its 21 working days')
    assert.doesNotMatch(waiverInWords({ ...none, away: 15 }, false), /\d/)
  })

  it('count the days that are left', () => {
    const left = (to: string) => daysLeftInWords(today, to)
    assert.deepEqual(
      [left('2026-11-30'), left('2026-11-23'), left('2026-11-22')],
      ['8 days left', '1 day left', 'today is the last day'],
    )
  })

  it('explain the shapes that are on a card, the one to look at first in front', () => {
    assert.equal(keyOf(['met', 'overdue', 'met']), '▲ overdue, ✓ met')
  })
})

describe('What is due for one person', () => {
  const due = (facts: Parameters<typeof standings>[1], rest: Partial<Parameters<typeof dueCard>[0]> = {}) =>
    dueCard({
      subject: aisha,
      own: false,
      today,
      standings: standings('2026-11-22', facts),
      sight: 'full',
      policy,
      mayLog: ['monthly'],
      mayBook: ['monthly'],
      ...rest,
    }).card
  const words = (...given: Parameters<typeof due>) => cardInWords(due(...given))

  it('begins with what is overdue and ends with what is met', () => {
    const text = words({ sessions: [held('2026-11-05', 'monthly'), held('2026-07-06', 'reflective')] })
    const states = [...text.matchAll(/: (overdue|due soon|due|met)$/gm)].map((match) => match[1])
    assert.deepEqual(states, ['overdue', 'overdue', 'overdue', 'due', 'due', 'due', 'met'])
  })

  it('says when the next one is booked, also where an earlier window is overdue', () => {
    const text = words({ bookings: [booked('2026-12-03', 'reflective')] }, { kind: 'reflective' })
    assert.match(text, /July to September 2026 closed on 30 Sep 2026 without one\. Booked for 3 Dec 2026\./)
    assert.match(text, /Now: Booked for 3 Dec 2026\. October to December 2026, by 31 Dec 2026\./)
  })

  it('says of a session that waits whom it waits for', () => {
    const sessions = [{ ...held('2026-11-12', 'monthly'), counts: false }]
    assert.match(words({ sessions }), /A session on 12 Nov 2026 counts once you have agreed\./)
    assert.match(words({ sessions }, { own: true }), /counts once your line manager has agreed\./)
    assert.match(words({ sessions }, { mayLog: [] }), /counts once the line manager has agreed\./)
  })

  it('keeps from a reader of dates on how many days somebody was away', () => {
    const facts = { absences: [away('2026-11-02', '2026-11-25')] }
    assert.match(words(facts, { kind: 'monthly' }), /November 2026: waived, away on 18 of its 21 working days\./)
    assert.doesNotMatch(words(facts, { kind: 'monthly', sight: 'dates' }), /18/)
  })

  it('offers to log and to book only what the reader may, with one primary button while something is pressing', () => {
    const titles = (...given: Parameters<typeof due>) => titlesOf(due(...given))
    assert.deepEqual(titles({}), ['Log a session', 'Book a session', 'What was held'])
    assert.deepEqual(titles({}, { kind: 'monthly' }), ['Log it', 'Book it', 'All kinds', 'What was held'])
    assert.deepEqual(titles({}, { kind: 'rcat' }), ['All kinds', 'What was held'])
    assert.deepEqual(titles({}, { mayLog: [], mayBook: [] }), ['What was held'])
    assert.equal(buttonsOf(due({}, { kind: 'monthly' })).filter(({ style }) => style === 'positive').length, 1)
    const met = due({ sessions: [held('2026-11-05', 'monthly')] }, { kind: 'monthly', own: true })
    assert.equal(buttonsOf(met).filter(({ style }) => style === 'positive').length, 0)
  })
})

describe('A team', () => {
  const people = (count: number) =>
    thirtyPeople.slice(0, count).map((person) => ({ person, standings: standings('2026-11-22') }))
  const team = (count: number, page = 1, rest: Partial<Parameters<typeof teamCard>[0]> = {}) =>
    teamCard({ reader: priya, today, people: people(count), page, policy, ...rest }).card

  for (const [count, page, says, buttons] of [
    [12, 1, undefined, []],
    [13, 1, 'People 1 to 12 of 13, the worst first. Page 1 of 2.', ['Page 2']],
    [13, 2, 'People 13 to 13 of 13, the worst first. Page 2 of 2.', ['Page 1']],
    [30, 2, 'People 13 to 24 of 30, the worst first. Page 2 of 3.', ['Page 3', 'Page 1']],
    [30, 9, 'People 25 to 30 of 30, the worst first. Page 3 of 3.', ['Page 2']],
  ] as const) {
    it(`of ${count} on page ${page}: ${says ?? 'no other page'}`, () => {
      const card = team(count, page)
      const text = cardInWords(card)
      if (says === undefined) assert.doesNotMatch(text, /Page/)
      else assert.ok(text.includes(says), text)
      const shown = peopleShown({ people: people(count), page }).map(({ person }) => person.name)
      assert.deepEqual(titlesOf(card), [...shown, ...buttons, 'How reflective they were'])
      assert.match(text, new RegExp(`${count} people: ${count} have something overdue`))
    })
  }

  it('keeps to its size with the longest names there are', () => {
    const long = people(12).map((one) => ({ ...one, person: { ...one.person, name: '字'.repeat(100) } }))
    const card = team(12, 1, { people: long })
    assert.ok(cardBytes(card) <= cardBudget, String(cardBytes(card)))
    assert.equal(new Set(titlesOf(card)).size, 12 + 1, 'people of one name can be told apart')
  })

  it('explains every shape and every column that it shows', () => {
    const text = cardInWords(team(3))
    assert.match(text, /▲ overdue, ○ due\./)
    assert.match(text, /Columns: monthly, reflective, observation, performance, competency, RCAT and SAQUA\./)
  })

  it('has only the columns that somebody of the page has', () => {
    const spos = people(2).map((one) => ({ ...one, standings: standings('2026-11-22', {}, { grade: 'SPO' }) }))
    assert.match(cardInWords(team(2, 1, { people: spos })), /^Name \| Mo \| Re \| Pe$/m)
  })

  it('says so when it is empty, and when everybody is fine', () => {
    assert.match(cardInWords(team(0)), /Nobody in post who has supervision is in this team/)
    assert.match(cardInWords(team(0, 1, { kind: 'rcat' })), /Nobody in post who has an RCAT/)
    const kinds = policy.kinds.map(({ id }) => id)
    const sessions = Array.from({ length: 8 }, (_, month) =>
      held(`2026-${String(4 + month).padStart(2, '0')}-08`, ...kinds),
    )
    const fine = people(2).map((one) => ({ ...one, standings: standings('2026-11-22', { sessions }) }))
    assert.match(cardInWords(team(2, 1, { people: worstFirst(fine) })), /2 people: nothing is overdue or due soon\./)
  })
})

describe('A PDU', () => {
  const teamOf = (span: number) => ({
    manager: priya,
    people: 9,
    span,
    counts: { ...countStates([]), met: 4, due: 1, 'due-soon': 2, booked: 3, overdue: 5, missed: 6 },
  })
  const text = (...teams: ReturnType<typeof teamOf>[]) => cardInWords(pduCard({ today, teams, page: 1, policy }).card)

  it('counts what is due together with what is booked, and adds up the teams', () => {
    assert.match(text(teamOf(8), teamOf(8)), /✓ 8 met, ○ 12 due, ▲ 10 overdue, ✕ 12 missed/)
  })

  for (const [span, says] of [
    [10, 'Span 10.0, within 10.0.'],
    [10.1, '▲ Span 10.1, over 10.0.'],
    [10.05, '▲ Span 10.05, over 10.0.'],
    [0.5, 'Span 0.5, within 10.0.'],
  ] as const) {
    it(`says of a span of ${span}: ${says}`, () =>
      assert.ok(text(teamOf(span)).includes(` ${says}`), text(teamOf(span))))
  }
})
