import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { failures, sayFailure } from '../../domain/failure.ts'
import { SessionId } from '../../domain/ids.ts'
import { counts, type RecordedSession, signerOf, standingOf } from '../../domain/supervision.ts'
import { supervisionYearOf, yearInWords } from '../../domain/supervision-year.ts'
import { aisha, priya } from '../support/people.ts'

const session: RecordedSession = {
  id: SessionId.parse('00000000-0000-4000-8000-000000000001'),
  practitioner: aisha.staffCode,
  supervisor: priya.staffCode,
  loggedBy: priya.staffCode,
  kinds: ['reflective'],
  heldOn: Temporal.PlainDate.from('2026-11-20'),
  minutes: 45,
  crns: [],
  answers: {},
  privateAnswers: {},
  loggedAt: Temporal.Instant.from('2026-11-20T15:00:00Z'),
}
const signed = (outcome: 'agreed' | 'agreed-with-comment' | 'change-asked') => ({
  session: session.id,
  by: aisha.staffCode,
  outcome,
  signedAt: session.loggedAt,
})

describe('A recorded session', () => {
  const standings: [string, Partial<RecordedSession>, string, boolean][] = [
    ['logged by the manager and not signed', {}, 'waiting', true],
    ['logged by the practitioner and not signed', { loggedBy: aisha.staffCode }, 'waiting', false],
    ['logged by the practitioner and agreed', { loggedBy: aisha.staffCode, signOff: signed('agreed') }, 'agreed', true],
    [
      'logged by the practitioner, agreed with a comment',
      { loggedBy: aisha.staffCode, signOff: signed('agreed-with-comment') },
      'agreed-with-comment',
      true,
    ],
    [
      'logged by the practitioner, a change asked for',
      { loggedBy: aisha.staffCode, signOff: signed('change-asked') },
      'change-asked',
      false,
    ],
    ['logged by the manager, a change asked for', { signOff: signed('change-asked') }, 'change-asked', true],
    [
      'withdrawn after it was agreed',
      { signOff: signed('agreed'), withdrawn: { by: priya.staffCode, at: session.loggedAt } },
      'withdrawn',
      false,
    ],
    ['corrected by another', { signOff: signed('agreed'), correctedBy: session.id }, 'corrected', false],
    [
      'withdrawn',
      { signOff: signed('agreed'), withdrawn: { by: priya.staffCode, at: session.loggedAt } },
      'withdrawn',
      false,
    ],
  ]
  for (const [name, rest, standing, counting] of standings) {
    it(`${name} is “${standing}” and ${counting ? 'counts' : 'does not count'}`, () => {
      assert.equal(standingOf({ ...session, ...rest }), standing)
      assert.equal(counts({ ...session, ...rest }), counting)
    })
  }
  it('is signed by whichever of the two did not log it', () => {
    assert.equal(signerOf(session), aisha.staffCode)
    assert.equal(signerOf({ ...session, loggedBy: aisha.staffCode }), priya.staffCode)
  })
})

describe('The supervision year', () => {
  it('runs from April to March and holds every day once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), (days) => {
        const day = Temporal.PlainDate.from('2020-01-01').add({ days })
        const { from, to } = supervisionYearOf(day)
        assert.ok(Temporal.PlainDate.compare(from, day) <= 0 && Temporal.PlainDate.compare(day, to) <= 0)
        assert.equal(`${from.month}-${from.day} ${to.month}-${to.day}`, '4-1 3-31')
      }),
    )
  })
  it('is written with both its years', () => {
    assert.equal(yearInWords(supervisionYearOf(Temporal.PlainDate.from('2026-11-22'))), '2026/27')
    assert.equal(yearInWords(supervisionYearOf(Temporal.PlainDate.from('2100-03-31'))), '2099/00')
  })
})

describe('A failure', () => {
  for (const code of Object.keys(failures) as (keyof typeof failures)[]) {
    it(`“${code}” says what happened, whether anything was saved, what to do, and its reference`, () => {
      const sentence = sayFailure({ code, reference: 'K7M2PX' })
      assert.match(sentence, /K7M2PX/)
      const { saved } = failures[code]
      if (saved === 'not saved') assert.match(sentence, /Nothing was saved/)
      if (saved === 'unknown') assert.match(sentence, /do not know whether/)
      assert.doesNotMatch(sentence, /!|error|exception/i)
    })
  }
})
