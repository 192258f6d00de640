import assert from 'node:assert/strict'
import {
  absenceReasonIn,
  awayWish,
  coverIn,
  daysAwayIn,
  namesAnIllness,
} from '../../../dialogs/understand/away-words.ts'
import { day } from '../../support/days.ts'

/** A Sunday. */
const today = day('2026-11-22')

describe('The days somebody is away', () => {
  const said: [string, string][] = [
    ['Aisha is off sick until 3 December', '–2026-12-03'],
    ['off up to and including Friday', '–2026-11-27'],
    ['Tom is off from Monday', '2026-11-23–'],
    ['off sick since Tuesday', '2026-11-17–'],
    ['I am on leave next week', '2026-11-23–2026-11-27'],
    ['on leave from Monday to Friday', '2026-11-23–2026-11-27'],
    ['annual leave 1 to 12 December', '2026-12-01–2026-12-12'],
    ['annual leave 1-12 Dec', '2026-12-01–2026-12-12'],
    ['leave 24 Dec to 2 Jan', '2026-12-24–2027-01-02'],
    ['away 30 November - 4 December', '2026-11-30–2026-12-04'],
    ['I am off tomorrow', '2026-11-23–2026-11-23'],
    ['off on Thursday', '2026-11-26–2026-11-26'],
    ['off for two weeks from 7 December', '2026-12-07–2026-12-18'],
    ['off for 3 days from Wednesday', '2026-11-25–2026-11-27'],
    ['off sick for a week', '2026-11-22–2026-11-28'],
    ['was off sick last week', '2026-11-09–2026-11-13'],
    ['who is off this week?', '2026-11-22–2026-11-27'],
    ['who was off this week?', '2026-11-16–2026-11-20'],
    ['off on 31 November', 'no such day: 31 November'],
    ['Aisha is off', '–'],
    ['', '–'],
  ]
  for (const [text, days] of said) {
    it(`“${text}”: ${days}`, () => {
      const { from, to, impossible } = daysAwayIn(text, today)
      assert.equal(impossible === undefined ? `${from ?? ''}–${to ?? ''}` : `no such day: ${impossible}`, days)
    })
  }
})

describe('The reason for being away', () => {
  const said: [string, string | undefined, boolean][] = [
    ['off sick', 'sick', false],
    ['signed off until Friday', 'sick', false],
    ['on annual leave', 'leave', false],
    ['jury service', 'leave', false],
    ['on a training course', 'other', false],
    ['off', undefined, false],
    ['off sick with a migraine', 'sick', true],
    ['off, bad back', 'sick', true],
    ['off having an operation', 'sick', true],
    ['off with stress', 'sick', true],
  ]
  for (const [text, reason, illness] of said) {
    it(`“${text}” is ${reason ?? 'not said'}${illness ? ', and says an illness that is not kept' : ''}`, () => {
      assert.equal(absenceReasonIn(text), reason)
      assert.equal(namesAnIllness(text), illness)
    })
  }
})

describe('What is wanted of time away', () => {
  const said: [string, string][] = [
    ['who is off this week?', 'ask'],
    ['whos off', 'ask'],
    ['who’s off', 'ask'],
    ['is Aisha off', 'ask'],
    ['who covers my team?', 'ask'],
    ['my leave', 'ask'],
    ['Aisha is back', 'back'],
    ['I’m back', 'back'],
    ['Tom came back early', 'back'],
    ['Tom has returned from leave', 'back'],
    ['cancel my leave', 'take-back'],
    ['Aisha is no longer off', 'take-back'],
    ['end the cover', 'take-back'],
    ['extend Aisha’s sick leave until 10 December', 'change'],
    ['change my leave to next week', 'change'],
    ['Aisha is off sick', 'record'],
    ['I am on leave next week, Ruth covers', 'record'],
  ]
  for (const [text, wish] of said) it(`“${text}”: ${wish}`, () => assert.equal(awayWish(text), wish))
})

describe('Who covers', () => {
  const said: [string, [by: string, forWhom: string, rest: string] | undefined][] = [
    ['I am on leave next week, Ruth covers', ['Ruth', '', 'I am on leave next week']],
    ['I’m on leave next week and Ruth is covering', ['Ruth', '', 'I am on leave next week']],
    ['I am off on Friday; Ruth will cover for me', ['Ruth', 'for me', 'I am off on Friday']],
    ['Ruth covers my team until Friday', ['Ruth', 'my team until Friday', '']],
    ['Gwen Ellis stands in for Priya next week', ['Gwen Ellis', 'for Priya next week', '']],
    ['my team is covered by Ruth from Monday', ['Ruth', 'from Monday', '']],
    ['I am on leave next week', undefined],
    ['we covered risk today', undefined],
  ]
  for (const [text, cover] of said) {
    it(`“${text}”: ${cover === undefined ? 'nobody' : cover[0]}`, () => {
      const found = coverIn(text)
      assert.deepEqual(found && [found.by, found.forWhom, found.rest], cover)
    })
  }

  it('is looked for in any text, however long or odd, without delay', () => {
    for (const text of ['covers '.repeat(300), ', '.repeat(1000), 'a'.repeat(2000), ' covered by'.repeat(180)]) {
      const start = performance.now()
      coverIn(text)
      awayWish(text)
      daysAwayIn(text, today)
      assert.ok(performance.now() - start < 100)
    }
  })
})
