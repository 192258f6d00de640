import assert from 'node:assert/strict'
import { daysFrom } from '../../backend/sample/sample-days.ts'
import { reviewCases } from '../../backend/sample/sample-review-cases.ts'
import type { ReviewId } from '../../domain/reviews/review.ts'
import type { CaseForReview } from '../../domain/reviews/review-facts.ts'
import { reviewsOf } from '../../domain/reviews/reviews-of.ts'
import { inShort, reviewDayOn } from '../support/review-facts.ts'
import type { CurrentServices } from './case-services.ts'
import { as, caseAbout, code, contractCases, contractDay } from './case-services-world.ts'

const on = (offset: string) => contractDay.add(offset)
const allocatedSince = on('-P90D')

/** A case, its kind of review, and how that stands on the day of the contract. A target day is in no service. */
const stands: [about: string, kind: ReviewId, says: RegExp][] = [
  ['oasys: within 12 months', 'oasys', /^due-soon/],
  ['oasys: older than 12 months', 'oasys', /^overdue/],
  ['oasys: event since, within 10 working days', 'oasys', /^due-soon by .*, not-due/],
  ['oasys: event since, longer ago', 'oasys', /^overdue by .*, not-due/],
  ['oasys: event before the assessment', 'oasys', /^not-due by [-\d]+$/],
  ['isp: within 15 working days', 'isp', /^due-soon/],
  ['isp: longer ago', 'isp', /^overdue/],
  ['isp: done since sentence', 'isp', /^done/],
  ['isp: assessed before sentence only', 'isp', /^overdue/],
  ['isp: released within 15 working days', 'isp', /^due-soon/],
  ['isp: released longer ago', 'isp', /^overdue/],
  ['register: review passed', 'register', /^overdue/],
  ['register: review today', 'register', /^due-soon/],
  ['register: review to come', 'register', /^not-due by/],
  ['register: no day given', 'register', /^cannot-tell$/],
  ['enforcement: one failure', 'enforcement', /^not-due$/],
  ['enforcement: two, the second lately', 'enforcement', /^due-soon/],
  ['enforcement: two, longer ago', 'enforcement', /^overdue/],
  ['enforcement: two, more than 12 months apart', 'enforcement', /^not-due$/],
  ['enforcement: breach started', 'enforcement', /^done$/],
  ['unpaid-work: no session yet, in time', 'unpaid-work', /^due-soon by .*, not-due/],
  ['unpaid-work: no session yet, too late', 'unpaid-work', /^overdue by .*, not-due/],
  ['unpaid-work: only missed sessions', 'unpaid-work', /^overdue by .*, not-due/],
  ['unpaid-work: first session held', 'unpaid-work', /^not-due by .*, done$/],
  ['unpaid-work: not completed after 12 months', 'unpaid-work', /^overdue by .*, done$/],
  ['unpaid-work: completed', 'unpaid-work', /^done$/],
  ['safeguarding: police asked lately', 'safeguarding', /^due-soon/],
  ['safeguarding: police asked longer ago', 'safeguarding', /^overdue/],
  ['safeguarding: police not asked, sentenced lately', 'safeguarding', /^due-soon/],
  ['safeguarding: police not asked, sentenced longer ago', 'safeguarding', /^overdue/],
  ['safeguarding: child flag, asked lately', 'safeguarding', /^due-soon/],
  ['safeguarding: child flag, not asked', 'safeguarding', /^overdue/],
  ['safeguarding: child flag, answered', 'safeguarding', /^done$/],
  ['touch-point: allocated within 15 days', 'touch-point', /^due-soon/],
  ['touch-point: allocated 15 days ago', 'touch-point', /^due-soon/],
  ['touch-point: allocated longer ago', 'touch-point', /^overdue/],
  ['touch-point: held', 'touch-point', /^done$/],
  ['oasys: within 12 months', 'touch-point', /^not-due$/],
]

const leftOut: [about: string, why: string][] = [
  ['left out: contact suspended', 'suspended'],
  ['left out: in custody', 'in-custody'],
  ['left out: recalled', 'recalled'],
  ['left out: ended', 'ended'],
  ['enforcement: recalled', 'recalled'],
]

/** What the reviews of cases hang on. */
export function reviewsContract(services: CurrentServices): void {
  const read = async (about: string, asker?: string): Promise<CaseForReview | undefined> => {
    const { crn, managerStaffCode } = caseAbout(about)
    assert.ok(managerStaffCode)
    const question = { practitioner: managerStaffCode, crns: [crn], allocatedSince }
    const answer = await services().reviewFacts(
      question,
      asker === undefined ? { staffCode: managerStaffCode } : as(asker),
    )
    assert.ok(answer !== 'not-answered')
    assert.ok(answer.length <= 1)
    return answer[0]
  }

  for (const [about, kind, says] of stands) {
    it(`know what decides a review (${about})`, async () => {
      const one = await read(about)
      assert.ok(one?.sight === 'open' && one.leftOut === undefined)
      assert.match(inShort(reviewsOf(one.facts, reviewDayOn(contractDay.toString())), kind), says)
      assert.equal(one.name, caseAbout(about).name)
    })
  }

  for (const [about, why] of leftOut) {
    it(`say of a case that has no reviews only why (${about})`, async () => {
      const one = await read(about)
      assert.ok(one?.sight === 'open')
      assert.equal(one.leftOut, why)
      assert.ok(!('facts' in one))
    })
  }

  it('tell nothing of a case to somebody who may not see it, nor where that cannot be found out', async () => {
    assert.deepEqual(await read('draw: limited access, hidden from the manager', 'N03A001'), { sight: 'restricted' })
    assert.deepEqual(await read('draw: access cannot be checked', 'N03A001'), { sight: 'not-answered' })
    const open = await read('draw: limited access, hidden from the manager')
    assert.ok(open?.sight === 'open' && open.limitedAccess)
  })

  it('answer for everything somebody holds, or for those of it that are asked about', async () => {
    const practitioner = code('N03A002')
    const viewer = { staffCode: practitioner }
    const held = contractCases.filter(({ managerStaffCode }) => managerStaffCode === practitioner)
    const all = await services().reviewFacts({ practitioner, allocatedSince }, viewer)
    assert.equal(all.length, held.length)
    const elsewhere = caseAbout('oasys: older than 12 months').crn
    const some = await services().reviewFacts({ practitioner, crns: [elsewhere], allocatedSince }, viewer)
    assert.deepEqual(some, [])
  })

  it('count no allocation before the day that is given', async () => {
    const { crn, managerStaffCode } = caseAbout('touch-point: allocated longer ago')
    assert.ok(managerStaffCode)
    const allocated = async (since: string) => {
      const question = { practitioner: managerStaffCode, crns: [crn], allocatedSince: on(since) }
      const answer = await services().reviewFacts(question, { staffCode: managerStaffCode })
      assert.ok(answer !== 'not-answered')
      const [one] = answer
      assert.ok(one?.sight === 'open' && one.leftOut === undefined && one.facts.allocatedOn.known)
      return String(one.facts.allocatedOn.value)
    }
    assert.equal(await allocated('-P18D'), on('-P18D').toString())
    assert.equal(await allocated('-P17D'), 'none')
  })

  it('have a case for every row of the sample', () => {
    const rows = reviewCases(daysFrom(contractDay)).map(({ about }) => about)
    for (const [about] of [...stands, ...leftOut]) assert.ok(rows.includes(about), about)
  })
}
