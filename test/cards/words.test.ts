import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import { exampleSession, exampleSessionId, exampleSignOff, examplePolicy as policy } from '../../cards/example-world.ts'
import {
  dayInWords,
  durationInWords,
  kindsAsHeading,
  kindsInWords,
  listInWords,
  momentInWords,
  shortDay,
  standingInWords,
} from '../../cards/words.ts'
import { defaultSupervisionPolicy } from '../../config/kinds.ts'
import type { KindId } from '../../domain/supervision-kind.ts'

describe('the words on cards', () => {
  it('give a day with its weekday, and short in lists', () => {
    const day = Temporal.PlainDate.from('2026-11-20')
    assert.equal(dayInWords(day), 'Friday 20 November 2026')
    assert.equal(shortDay(day), '20 Nov 2026')
    assert.equal(dayInWords(Temporal.PlainDate.from('2028-02-29')), 'Tuesday 29 February 2028')
    assert.equal(shortDay(Temporal.PlainDate.from('2026-09-06')), '6 Sep 2026')
  })

  for (const [at, says] of [
    ['2026-11-20T14:05:59Z', '20 November 2026 at 14:05'],
    ['2026-07-01T23:30:00Z', '2 July 2026 at 00:30'],
    ['2026-03-29T00:59:00Z', '29 March 2026 at 00:59'],
    ['2026-03-29T01:00:00Z', '29 March 2026 at 02:00'],
  ] as const) {
    it(`read ${at} by the clock in London: ${says}`, () => {
      assert.equal(momentInWords(Temporal.Instant.from(at)), says)
    })
  }

  for (const [minutes, says] of [
    [1, '1 minute'],
    [45, '45 minutes'],
    [60, '1 hour'],
    [61, '1 hour 1 minute'],
    [75, '1 hour 15 minutes'],
    [480, '8 hours'],
  ] as const) {
    it(`say ${says} for ${minutes} minutes`, () => assert.equal(durationInWords(minutes), says))
  }

  const kindTable: [KindId[], string, string][] = [
    [['monthly'], 'a monthly session', 'Monthly session'],
    [['observation'], 'an observation', 'Observation'],
    [['rcat'], 'an RCAT', 'RCAT'],
    [['reflective', 'monthly'], 'a monthly and reflective session', 'Monthly and reflective session'],
    [
      ['monthly', 'reflective', 'performance'],
      'a monthly, reflective and performance session',
      'Monthly, reflective and performance session',
    ],
    [['monthly', 'observation'], 'a monthly session and an observation', 'Monthly session and observation'],
    [
      ['monthly', 'reflective', 'observation', 'rcat'],
      'a monthly and reflective session, an observation and an RCAT',
      'Monthly and reflective session, observation and RCAT',
    ],
  ]
  for (const [ids, sentence, heading] of kindTable) {
    it(`say “${sentence}” for ${ids.join(', ')}`, () => {
      assert.equal(kindsInWords(defaultSupervisionPolicy, ids), sentence)
      assert.equal(kindsAsHeading(defaultSupervisionPolicy, ids), heading)
    })
  }

  it('join a list as people do', () => {
    assert.equal(listInWords([]), '')
    assert.equal(listInWords(['a']), 'a')
    assert.equal(listInWords(['a', 'b']), 'a and b')
    assert.equal(listInWords(['a', 'b', 'c']), 'a, b and c')
  })

  const id = exampleSessionId(1)
  for (const [rest, says] of [
    [{}, 'Waiting for Aisha Khan to agree'],
    [{ signOff: exampleSignOff(id, 'agreed') }, 'Agreed by Aisha Khan on 21 Nov 2026'],
    [
      { signOff: exampleSignOff(id, 'agreed-with-comment', 'Yes') },
      'Agreed with a comment by Aisha Khan on 21 Nov 2026',
    ],
    [{ signOff: exampleSignOff(id, 'change-asked', 'No') }, 'A change was asked for by Aisha Khan on 21 Nov 2026'],
    [{ correctedBy: exampleSessionId(2) }, 'Corrected by a newer entry'],
  ] as const) {
    it(`say where a session stands: ${says}`, () => {
      assert.equal(standingInWords(exampleSession(1, rest), 'Aisha Khan'), says)
    })
  }

  it('know every kind that the example policy and the built-in one share by the same name', () => {
    for (const kind of policy.kinds) {
      const builtIn = defaultSupervisionPolicy.kinds.find(({ id: other }) => other === kind.id)
      assert.equal(kind.name, builtIn?.name)
      assert.deepEqual(
        kind.questions.map((question) => [question.id, question.label, question.private, question.takesCases]),
        builtIn?.questions.map((question) => [question.id, question.label, question.private, question.takesCases]),
      )
    }
  })
})
