import assert from 'node:assert/strict'
import { Outcome } from '../../../domain/allocation/check.ts'
import {
  decisionCharacters,
  mayBeDecided,
  needsAgreement,
  needsReasoning,
  problemsWithDecision,
} from '../../../domain/allocation/problems-with-decision.ts'
import { StaffCode } from '../../../domain/ids.ts'

const policy = { reasoningCharacters: 40 }
const why = 'Aisha has held two cases like this and has the room for it'
const head = StaffCode.parse('N03A090')
const wrong = (
  draft: Partial<Parameters<typeof problemsWithDecision>[0]>,
  outcome: Outcome = 'needs-rationale',
  drafted = 'Workload: 104%.',
) => problemsWithDecision({ sections: {}, ...draft }, outcome, drafted, policy).map(({ field }) => field)

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
    assert.deepEqual(wrong({ reasoning: 'x'.repeat(39) }), ['reasoning'])
    assert.deepEqual(wrong({ reasoning: 'x'.repeat(40) }), [])
  })

  it('does not take the draft’s own sentences for reasoning', () => {
    const drafted = 'This person’s workload would be over 100%, which needs a written rationale.'
    assert.deepEqual(wrong({ reasoning: drafted }, 'needs-rationale', drafted), ['reasoning'])
    assert.deepEqual(wrong({ reasoning: `${drafted} ${why}` }, 'needs-rationale', drafted), [])
  })

  it('says how many characters there are so far', () => {
    const [problem] = problemsWithDecision({ sections: {}, reasoning: 'She knows him' }, 'cannot-tell', '', policy)
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
    assert.deepEqual(wrong({ reasoning: 'y'.repeat(decisionCharacters + 1) }), ['reasoning'])
    assert.deepEqual(wrong({ reasoning: 'y'.repeat(decisionCharacters) }), [])
  })
})
