import assert from 'node:assert/strict'
import { sampleCaseServices } from '../../backend/sample/sample-case-services.ts'
import type { CaseServices } from '../../domain/allocation/case-services.ts'
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

describe('An allocation handed in to the sample world', () => {
  const waiting = worldOn('2026-11-20').cases.find((one) => one.managerStaffCode === undefined)
  const services = () => {
    const clock = { now: day('2026-11-20') }
    return { clock, services: sampleCaseServices(() => clock.now) }
  }
  const submit = (to: CaseServices) => {
    assert.ok(waiting !== undefined)
    const { crn, eventNumber } = waiting
    const what = { crn, eventNumber, to: holder.staffCode, teamCode: 'N03T01', limitedAccess: false }
    return to.submit({ ...what, entry: 'Weighed, and suitable.' }, manager)
  }
  const allocatedOn = async (in_: CaseServices) => {
    const views = await in_.caseloadOf(holder.staffCode, manager)
    assert.ok(views !== 'not-answered')
    const found = views.find((view) => view.sight === 'open' && view.crn === waiting?.crn)
    return found?.sight === 'open' ? String(found.allocatedOn) : undefined
  }

  it('stays when the day changes, with the day it was handed in', async () => {
    const { clock, services: own } = services()
    assert.equal(await submit(own), 'submitted')
    clock.now = day('2026-11-24')
    assert.equal(await allocatedOn(own), '2026-11-20')
  })

  it('counts towards the cases of the past week', async () => {
    const { services: own } = services()
    const received = async () => {
      const asked = { crn: waiting?.crn ?? Crn.parse('A000001'), asker: manager, teams: [] }
      const answer = await own.forAllocation({ ...asked, practitioners: [holder.staffCode] })
      const fact = answer.sight === 'open' ? answer.practitioners.get(holder.staffCode)?.casesPastWeek : undefined
      return fact?.known ? fact.value : Number.NaN
    }
    const before = await received()
    await submit(own)
    assert.equal(await received(), before + 1)
  })

  it('is known to that instance alone', async () => {
    assert.equal(await submit(services().services), 'submitted')
    assert.equal(await allocatedOn(services().services), undefined)
  })

  it('is refused of somebody who may not see the case', async () => {
    const hidden = worldOn('2026-11-20').cases.find(({ excludedFrom }) => excludedFrom.includes(manager.staffCode))
    assert.ok(hidden !== undefined)
    const { crn, eventNumber } = hidden
    const what = { crn, eventNumber, to: holder.staffCode, teamCode: 'N03T01', limitedAccess: true }
    const { services: own } = services()
    assert.equal(await own.submit({ ...what, entry: 'Weighed.' }, manager), 'refused')
  })
})
