import assert from 'node:assert/strict'
import { Outcome } from '../../../domain/allocation/check.ts'
import {
  decisionCharacters,
  mayBeDecided,
  needsAgreement,
  needsReasoning,
  problemsWithDecision,
  reasoningExample,
} from '../../../domain/allocation/problems-with-decision.ts'
import { StaffCode } from '../../../domain/ids.ts'
import { crnOf } from '../../support/case-draws.ts'

const policy = { reasoningCharacters: 40 }
const why = 'Aisha has held two cases like this and has the room for it'
const head = StaffCode.parse('N03A090')
const wrong = (
  draft: Partial<Parameters<typeof problemsWithDecision>[0]>,
  outcome: Outcome = 'needs-rationale',
  drafted = 'Workload: 104%.',
) => problemsWithDecision({ crn: crnOf(1), sections: {}, ...draft }, outcome, drafted, policy).map(({ field }) => field)

describe('Deciding an allocation', () => {
  it('is possible whatever the check came to, unless the case cannot be allocated', () => {
    assert.deepEqual(
      Outcome.options.filter((outcome) => !mayBeDecided(outcome)),
      ['blocked'],
    )
  })

  it('needs the manager’s reasoning unless the check came to Suitable', () => {
    assert.deepEqual(
      Outcome.options.filter((outcome) => !needsReasoning(outcome)),
      ['suitable'],
    )
    assert.deepEqual(wrong({}, 'suitable'), [])
    assert.deepEqual(wrong({}, 'needs-rationale'), ['reasoning'])
    assert.deepEqual(wrong({}, 'cannot-tell'), ['reasoning'])
  })

  it('needs the agreement of a head of PDU outside guidance only', () => {
    assert.deepEqual(
      Outcome.options.filter((outcome) => needsAgreement(outcome)),
      ['outside-guidance'],
    )
    assert.deepEqual(wrong({ reasoning: why }, 'outside-guidance'), ['agreedBy'])
    assert.deepEqual(wrong({ reasoning: why, agreedBy: head }, 'outside-guidance'), [])
  })

  it('takes 40 characters of reasoning and not 39', () => {
    const start = 'She knows him well and has the time'
    assert.deepEqual(wrong({ reasoning: start.padEnd(39, 'x') }), ['reasoning'])
    assert.deepEqual(wrong({ reasoning: start.padEnd(40, 'x') }), [])
  })

  for (const [what, reasoning] of [
    ['one letter again and again', 'x'.repeat(60)],
    ['one word again and again', 'capacity '.repeat(10)],
    ['five words again and again', 'he has the time now '.repeat(4)],
    ['the example that stands in the empty field', reasoningExample],
  ] as const) {
    it(`does not take ${what} for reasoning`, () => assert.deepEqual(wrong({ reasoning }), ['reasoning']))
  }

  it('takes six different words', () => {
    assert.deepEqual(wrong({ reasoning: 'Considerable capacity, experience; supportive colleagues throughout' }), [])
  })

  it('takes no text that names another case, and every text that names its own', () => {
    const own = `Like ${crnOf(1)}, or ${crnOf(1).toLowerCase()}, it is for somebody with time`
    assert.deepEqual(wrong({ reasoning: own }), [])
    for (const number of [crnOf(2), crnOf(2).toLowerCase(), `${crnOf(2).slice(0, 1)}-${crnOf(2).slice(1)}`]) {
      assert.deepEqual(wrong({ reasoning: `${why}, as ${number} was` }), ['reasoning'], number)
      assert.deepEqual(wrong({ reasoning: why, sections: { support: number, discrimination: number } }), [
        'discrimination',
        'support',
      ])
      assert.deepEqual(wrong({ reasoning: why, sensitive: number }), ['sensitive'])
    }
    assert.deepEqual(wrong({ reasoning: `${why}: a 320741, 3207412 and N03A004 are no case numbers` }), [])
  })

  it('does not take the draft’s own sentences for reasoning', () => {
    const drafted = 'This person’s workload would be over 100%, which needs a written rationale.'
    assert.deepEqual(wrong({ reasoning: drafted }, 'needs-rationale', drafted), ['reasoning'])
    assert.deepEqual(wrong({ reasoning: `${drafted} ${why}` }, 'needs-rationale', drafted), [])
  })

  it('says how many characters there are so far', () => {
    const draft = { crn: crnOf(1), sections: {}, reasoning: 'She knows him' }
    const [problem] = problemsWithDecision(draft, 'cannot-tell', '', policy)
    assert.match(problem?.says ?? '', /has 13 characters so far, and needs at least 40/)
  })

  it('takes no link anywhere', () => {
    const link = 'see https://example.org'
    assert.deepEqual(wrong({ reasoning: `${why} ${link}` }), ['reasoning'])
    assert.deepEqual(wrong({ reasoning: why, sections: { support: link, discrimination: link } }), [
      'discrimination',
      'support',
    ])
    assert.deepEqual(wrong({ reasoning: why, sensitive: link }), ['sensitive'])
  })

  it('takes no text that is too long, and loses none', () => {
    assert.deepEqual(wrong({ reasoning: why.padEnd(decisionCharacters + 1, 'y') }), ['reasoning'])
    assert.deepEqual(wrong({ reasoning: why.padEnd(decisionCharacters, 'y') }), [])
  })
})
