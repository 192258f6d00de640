import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readPolicy } from '../../config/policy.ts'
import { defaultReviewPolicy } from '../../config/reviews.ts'
import { ReviewId } from '../../domain/reviews/review.ts'

describe('The review policy', () => {
  const read = async (reviews: unknown) => {
    const folder = await mkdtemp(join(tmpdir(), 'policy-'))
    const file = join(folder, 'policy.json')
    await writeFile(file, JSON.stringify({ reviews }))
    const problems: string[] = []
    const policies = readPolicy(file, problems)
    await rm(folder, { recursive: true })
    return { policy: policies?.reviews, problems }
  }

  it('is described with every number and who says so', () => {
    const described = readFileSync('docs/review-policy.md', 'utf8')
    for (const kind of ReviewId.options) {
      const { authority, confirmed, ...numbers } = defaultReviewPolicy.rules[kind]
      const row = described.split('\n').find((line) => line.startsWith(`| \`${kind}\` |`)) ?? ''
      assert.ok(row.endsWith(`| ${authority} | ${confirmed ? 'yes' : 'no'} |`), kind)
      for (const [name, value] of Object.entries(numbers))
        assert.ok(row.includes(`\`${name}\` ${value}`), `${kind}: ${name}`)
    }
    const { dueSoonDays, callsPerSecond } = defaultReviewPolicy
    assert.ok(described.includes(`\`dueSoonDays\` (${dueSoonDays})`))
    assert.ok(described.includes(`\`callsPerSecond\` (${callsPerSecond})`))
  })

  it('is confirmed by default only where the case services give the day', () => {
    const confirmed = ReviewId.options.filter((kind) => defaultReviewPolicy.rules[kind].confirmed)
    assert.deepEqual(confirmed, ['register'])
  })

  it('takes each value of a policy file on its own, and codes in small letters', async () => {
    const { policy, problems } = await read({ significantEventCodes: ['c053'], rules: { isp: { workingDays: 10 } } })
    assert.deepEqual(problems, [])
    assert.deepEqual(policy, {
      ...defaultReviewPolicy,
      significantEventCodes: ['C053'],
      rules: { ...defaultReviewPolicy.rules, isp: { ...defaultReviewPolicy.rules.isp, workingDays: 10 } },
    })
  })

  for (const [what, reviews] of [
    ['rules.oasys.months', { rules: { oasys: { months: 0 } } }],
    ['rules.isp.workingDays', { rules: { isp: { workingDays: 1.5 } } }],
    ['callsPerSecond', { callsPerSecond: 0 }],
    ['dueSoonDays', { dueSoonDays: 'soon' }],
    ['rules', { rules: { tea: {} } }],
  ] as const) {
    it(`is refused with the path of a wrong value: ${what}`, async () => {
      const { policy, problems } = await read(reviews)
      assert.equal(policy, undefined)
      assert.ok(problems[0]?.includes(`reviews.${what}`), problems[0])
    })
  }
})
