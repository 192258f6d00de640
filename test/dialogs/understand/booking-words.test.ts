import assert from 'node:assert/strict'
import { bookingWords, passedWords, yesOrNo } from '../../../dialogs/understand/booking-words.ts'
import { day } from '../../support/days.ts'

/** Sunday 22 November 2026. */
const today = day('2026-11-22')
const thu = '2026-11-26'
const fri = '2026-11-27'

describe('What is wanted of a booked session', () => {
  const table: [string, unknown][] = [
    ['move my session with Aisha to Friday at 3', { does: 'move', from: {}, to: { on: fri, at: '15:00' } }],
    ['can we move Thursday’s session to Monday', { does: 'move', from: { on: thu }, to: { on: '2026-11-23' } }],
    [
      'move the session from Thursday to Friday at 3pm',
      { does: 'move', from: { on: thu }, to: { on: fri, at: '15:00' } },
    ],
    ['move it to 3', { does: 'move', from: {}, to: { at: '15:00' } }],
    ['move it to quarter to 3', { does: 'move', from: {}, to: { at: '14:45' } }],
    ['I want to move my session on Thursday', { does: 'move', from: { on: thu }, to: {} }],
    ['postpone the session on Thursday until Friday', { does: 'move', from: { on: thu }, to: { on: fri } }],
    ['push my monthly back to Friday at 11:30', { does: 'move', from: {}, to: { on: fri, at: '11:30' } }],
    ['bring the reflective forward to tomorrow', { does: 'move', from: {}, to: { on: '2026-11-23' } }],
    ['reschedule my reflective to next Friday', { does: 'move', from: {}, to: { on: fri } }],
    ['cancel the session on Thursday', { does: 'cancel', which: { on: thu } }],
    ['cancel the session at 10:30', { does: 'cancel', which: { at: '10:30' } }],
    ['cancel the session on Thursday, 26 November', { does: 'cancel', which: { on: thu } }],
    ['cancel my session because I am in court', { does: 'cancel', which: {}, reason: 'I am in court' }],
    ["I can't make Thursday, I am in court", { does: 'cancel', which: { on: thu }, reason: 'I am in court' }],
    ['i cant make it monday, court', { does: 'cancel', which: { on: '2026-11-23' }, reason: 'court' }],
    ['sorry I won’t be able to make it on Thursday', { does: 'cancel', which: { on: thu } }],
    ['book a session with Aisha on Thursday, she had to cancel Tuesday', undefined],
    ['book a reflective with Aisha on Thursday at 2', undefined],
    ['what is booked?', undefined],
    ['', undefined],
  ]
  for (const [text, expected] of table) {
    it(`“${text}” is ${expected === undefined ? 'no change' : JSON.stringify(expected)}`, () => {
      assert.deepEqual(bookingWords(text, today), expected)
    })
  }
})

describe('What is said of a session whose day has passed', () => {
  const table: [string, unknown][] = [
    ['it was held', { says: 'held', which: {} }],
    ['Yes, it went ahead as planned.', { says: 'held', which: {} }],
    ['the session with Aisha on Friday took place', { says: 'held', which: { on: '2026-11-20' } }],
    ['it did not happen', { says: 'did-not-happen', which: {} }],
    ['It didn’t happen because she was ill', { says: 'did-not-happen', which: {}, reason: 'she was ill' }],
    ['it did not happen, she was in court', { says: 'did-not-happen', which: {}, reason: 'she was in court' }],
    ['the reflective with Aisha on Friday was cancelled', { says: 'did-not-happen', which: { on: '2026-11-20' } }],
    ['it was moved to Friday at 3', { says: 'moved', to: { on: fri, at: '15:00' } }],
    ['that got rearranged to Monday', { says: 'moved', to: { on: '2026-11-23' } }],
    ['it was held up by a delay', undefined],
    ['it was a good session', undefined],
    ['she was moved to another team', undefined],
  ]
  for (const [text, expected] of table) {
    it(`“${text}” is ${expected === undefined ? 'nothing of the kind' : JSON.stringify(expected)}`, () => {
      assert.deepEqual(passedWords(text, today), expected)
    })
  }
})

describe('Yes and no', () => {
  for (const yes of [
    'yes',
    'Yes please',
    'ok',
    'book it',
    'move it please',
    'go ahead',
    'that’s fine',
    'Yes, that works.',
  ])
    it(`“${yes}” is yes`, () => assert.equal(yesOrNo(yes), 'yes'))
  for (const no of ['no', 'No thanks.', 'leave it', 'keep it', 'don’t book it', 'never mind'])
    it(`“${no}” is no`, () => assert.equal(yesOrNo(no), 'no'))
  for (const neither of ['cancel', 'yes but on Friday', 'no, Thursday', 'Thursday', 'book a session', ''])
    it(`“${neither}” is neither`, () => assert.equal(yesOrNo(neither), undefined))
})
