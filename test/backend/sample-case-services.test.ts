import assert from 'node:assert/strict'
import { sampleCaseServices } from '../../backend/sample/sample-case-services.ts'
import { unaskedCaseServices } from '../../backend/unasked-case-services.ts'
import { candidatesIn, leftOutReasons } from '../../domain/case-draw.ts'
import type { CaseView } from '../../domain/case-view.ts'
import { Crn, StaffCode } from '../../domain/ids.ts'
import { day } from '../support/days.ts'
import { triedDays, worldOn } from './sample-worlds.ts'

const as = (code: string) => ({ staffCode: StaffCode.parse(code) })
const holder = as('N03A002')
const manager = as('N03A001')
const count = (views: readonly CaseView[], sight: CaseView['sight']) =>
  views.filter((view) => view.sight === sight).length

describe('The case services of the sample world', () => {
  const today = triedDays[0] ?? ''
  const services = sampleCaseServices(() => day(today))
  const caseload = async (practitioner: { staffCode: StaffCode }, viewer: { staffCode: StaffCode }) => {
    const views = await services.caseloadOf(practitioner.staffCode, viewer)
    assert.ok(views !== 'not-answered')
    return views
  }

  it('give a practitioner everything they hold, and their manager all but what the manager may not see', async () => {
    const held = worldOn(today).cases.filter((one) => one.managerStaffCode === holder.staffCode)
    const own = await caseload(holder, holder)
    assert.equal(count(own, 'open'), held.length)
    const asManager = await caseload(holder, manager)
    assert.equal(asManager.length, held.length)
    assert.equal(count(asManager, 'restricted'), 2)
  })

  it('hand out nothing at all about a case that the asker may not see', async () => {
    const hidden = worldOn(today).cases.filter((one) => one.excludedFrom.includes(manager.staffCode))
    assert.ok(hidden.length > 0)
    const views = await services.views(
      hidden.map((one) => one.crn),
      manager,
    )
    for (const view of views) assert.deepEqual(view, { sight: 'restricted' })
  })

  it('say so when it cannot be checked who may see a case, and when there is no such case', async () => {
    const unchecked = worldOn(today)
      .cases.filter((one) => one.unanswered.includes('access'))
      .map((one) => one.crn)
    assert.ok(unchecked.length > 0)
    const views = await services.views([...unchecked, Crn.parse('A000001')], holder)
    assert.deepEqual(views.at(-1), { sight: 'unknown', why: 'no-such-case' })
    for (const view of views.slice(0, -1)) assert.deepEqual(view, { sight: 'unknown', why: 'not-answered' })
  })

  it('have, on any day, cases that can be drawn, and for each reason one that cannot', async () => {
    const known = new Set<string>()
    for (const tried of triedDays) {
      const services = sampleCaseServices(() => day(tried))
      const views = await services.caseloadOf(holder.staffCode, manager)
      assert.ok(views !== 'not-answered')
      const { eligible, leftOut } = candidatesIn(views, [], day(tried))
      assert.ok(eligible.length >= 5, tried)
      for (const reason of Object.keys(leftOut)) known.add(reason)
    }
    // Nothing has been drawn yet, and the sample cases have every fact.
    assert.deepEqual(
      [...known].sort(),
      leftOutReasons.filter((reason) => !['drawn-lately', 'facts-missing'].includes(reason)).sort(),
    )
  })

  it('move with the clock', async () => {
    let now = day('2026-11-20')
    const services = sampleCaseServices(() => now)
    const allocated = async () => {
      const views = await services.caseloadOf(holder.staffCode, holder)
      return views === 'not-answered'
        ? []
        : views.map((view) => (view.sight === 'open' ? String(view.allocatedOn) : ''))
    }
    const before = await allocated()
    now = day('2026-11-21')
    assert.notDeepEqual(await allocated(), before)
  })
})

describe('Case services that cannot be asked', () => {
  it('say so of every question', async () => {
    assert.equal(await unaskedCaseServices.caseloadOf(holder.staffCode, manager), 'not-answered')
    const crns = ['X320741', 'X320742'].map((crn) => Crn.parse(crn))
    assert.deepEqual(
      await unaskedCaseServices.views(crns, manager),
      crns.map(() => ({ sight: 'unknown', why: 'not-answered' })),
    )
  })
})
