import assert from 'node:assert/strict'
import type { WorkloadOfPerson } from '../../domain/allocation/case-services.ts'
import type { Fact } from '../../domain/allocation/fact.ts'
import type { CaseView } from '../../domain/case-view.ts'
import type { CurrentServices } from './case-services.ts'
import { as, code, contractCases, contractDay, manager } from './case-services-world.ts'

const heldBy = (staffCode: string) => contractCases.filter(({ managerStaffCode }) => managerStaffCode === staffCode)

/** What practitioners hold, and how much there is to do. */
export function caseloadsContract(services: CurrentServices): void {
  const viewsOf = async (staffCode: string, viewer: string) => {
    const views = await services().caseloadOf(code(staffCode), as(viewer))
    assert.ok(views !== 'not-answered')
    return views
  }

  for (const holder of ['N03A002', 'N03A003', 'N03A005', 'N03A008', 'N03B004']) {
    it(`give everything that ${holder} holds, as it stands`, async () => {
      const shown = (await viewsOf(holder, holder)).map(viewInWords)
      const held = heldBy(holder).map((one) => {
        if (one.unanswered.includes('access')) return 'unknown'
        const state = [one.contactSuspended, one.inCustody, one.recalledOn !== undefined, one.endedOn !== undefined]
        return `${one.crn} ${one.name} ${one.managerStaffCode} ${one.allocatedOn} ${state}`
      })
      assert.deepEqual(shown.sort(), held.sort())
    })
  }

  it('give the names of the teams that they know, whatever else is asked', async () => {
    const names = await services().teamNames(['N03T02', 'N03T99', 'N03T01'], manager)
    assert.deepEqual(Object.fromEntries(names), { N03T01: 'Kelmoor North', N03T02: 'Kelmoor South' })
    assert.equal((await services().teamNames([], manager)).size, 0)
  })

  it('hide from a manager what the manager may not see, and count it', async () => {
    const views = await viewsOf('N03A002', manager.staffCode)
    const held = heldBy('N03A002')
    const hidden = held.filter(({ excludedFrom, restrictedTo }) => {
      return excludedFrom.includes(manager.staffCode) || restrictedTo.length > 0
    })
    assert.equal(hidden.length, 2)
    assert.equal(views.length, held.length)
    assert.equal(views.filter(({ sight }) => sight === 'restricted').length, 2)
  })

  it('give the same in short, with tier and type', async () => {
    const entries = await services().caseloadInShort(code('N03A002'), manager)
    assert.ok(entries !== 'not-answered')
    const shown = entries.map((entry) => {
      if (entry.sight !== 'open') return entry.sight
      return `${entry.crn} ${entry.name} ${entry.tier?.code} ${entry.caseType} ${entry.allocatedOn}`
    })
    const types = { COMMUNITY: 'community', LICENSE: 'licence', CUSTODY: 'custody', UNKNOWN: undefined }
    const held = heldBy('N03A002').map((one) => {
      if (one.excludedFrom.length + one.restrictedTo.length > 0) {
        const isSeen = !one.excludedFrom.includes(manager.staffCode) && one.restrictedTo.length === 0
        if (!isSeen) return 'restricted'
      }
      return `${one.crn} ${one.name} ${one.tier?.score} ${types[one.caseType]} ${one.allocatedOn}`
    })
    assert.deepEqual(shown.sort(), held.sort())
  })

  it('say of a case in a caseload, in short, that it could not be checked', async () => {
    const entries = await services().caseloadInShort(code('N03A005'), manager)
    assert.ok(entries !== 'not-answered')
    assert.equal(entries.filter(({ sight }) => sight === 'not-answered').length, 1)
  })

  it('give the workload of each as it was last night, and none where there is none', async () => {
    const asked = ['N03A005', 'N03A010', 'N03A030', 'N03A008', 'N03Z999'].map(code)
    const loads = await services().workloads(asked, manager)
    assert.deepEqual([...loads.keys()], asked)
    const shown = Object.fromEntries([...loads].map(([staffCode, load]) => [staffCode, loadInWords(load)]))
    const cases = (staffCode: string) => heldBy(staffCode).length
    const lastNight = contractDay.subtract({ days: 1 })
    assert.deepEqual(shown, {
      N03A005: `94%, ${cases('N03A005')} cases, 37 hours less 7.4, on ${lastNight}`,
      N03A010: `none, ${cases('N03A010')} cases, 22.2 hours less 0, on ${lastNight}`,
      N03A030: `none, ${cases('N03A030')} cases, 37 hours less 0, on ${lastNight}`,
      N03A008: `88%, ${cases('N03A008')} cases, 29.6 hours less 0, on ${lastNight}`,
      N03Z999: '- none',
    })
  })
}

function viewInWords(view: CaseView): string {
  if (view.sight !== 'open') return view.sight
  const state = [view.contactSuspended, view.inCustody, view.recalled, view.ended]
  return `${view.crn} ${view.name} ${view.heldBy} ${view.allocatedOn} ${state}`
}

function loadInWords(load: Fact<WorkloadOfPerson>): string {
  if (!load.known) return `- ${load.why}`
  const { percent, cases, contractedHours, reductionHours } = load.value
  const share = percent === undefined ? 'none' : `${percent}%`
  return `${share}, ${cases} cases, ${contractedHours} hours less ${reductionHours}, on ${load.on}`
}
