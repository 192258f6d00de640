import type { SampleCase } from '../../../backend/sample/sample-case.ts'
import { sampleRegisterNames } from '../../../backend/sample/sample-registers.ts'
import type { ServicesWorld } from './services-world.ts'
import { type Answer, eventNumber, failedBehind, heldTier, ok } from './wire.ts'

/** The risks of a case as hmpps-allocations puts them together, in each of the shapes it has had. */
export function allocationRisks(world: ServicesWorld, one: SampleCase): Answer {
  if (one.unanswered.includes('registers')) return failedBehind
  const isActive = ({ endedOn }: SampleCase['registrations'][number]) => endedOn === undefined
  return ok({
    name: one.name,
    crn: one.crn,
    ...heldTier(world, one),
    completedDate: null,
    convictionNumber: eventNumber(world, one),
    laoCase: one.excludedFrom.length + one.restrictedTo.length > 0,
    activeRegistrations: [...one.registrations.filter(isActive).map(entry), ...mappaEntry(one)],
    inactiveRegistrations: one.registrations.filter((registration) => !isActive(registration)).map(entry),
    ...riskOf(world, one),
  })
}

function entry({ code, startedOn, endedOn, nextReviewOn }: SampleCase['registrations'][number]) {
  return {
    type: sampleRegisterNames[code],
    registered: startedOn.toString(),
    ...(endedOn === undefined ? {} : { endDate: endedOn.toString() }),
    ...(nextReviewOn === undefined ? {} : { nextReviewDate: nextReviewOn.toString() }),
    notes: null,
    flag: { description: code.startsWith('R') ? 'RoSH' : 'Safeguarding' },
  }
}

/** MAPPA is a register entry like others here, without its level and category. */
function mappaEntry({ mappa }: SampleCase) {
  if (mappa === undefined) return []
  const days = { registered: mappa.startedOn.toString(), nextReviewDate: mappa.nextReviewOn.toString() }
  return [{ type: 'MAPPA', ...days, notes: null, flag: { description: 'Public Protection' } }]
}

function riskOf({ quirks }: ServicesWorld, one: SampleCase) {
  const roshRisk =
    one.rosh === undefined || one.unanswered.includes('rosh')
      ? null
      : {
          overallRisk: one.rosh.level,
          ...(one.rosh.assessedOn === undefined ? {} : { assessedOn: one.rosh.assessedOn.toString() }),
          riskInCommunity: { Public: 'LOW', 'Known Adult': 'MEDIUM', Staff: 'LOW', Children: 'LOW' },
        }
  if (quirks.riskVersion === 'flat') {
    return {
      roshRisk,
      rsr: { level: 'MEDIUM', lastUpdatedOn: '2026-01-22', percentage: 4.2 },
      ogrs: { lastUpdatedOn: '2026-01-22', score: 40 },
    }
  }
  if (quirks.riskVersion === '1') {
    return {
      riskVersion: '1',
      risk: {
        roshRisk,
        groupReconvictionScore: { oneYear: 20, twoYears: 35, scoreLevel: 'LOW' },
        riskOfSeriousRecidivismScore: {
          percentageScore: 4.2,
          staticOrDynamic: 'STATIC',
          source: 'OASYS',
          algorithmVersion: '5',
          scoreLevel: 'MEDIUM',
        },
      },
    }
  }
  return {
    riskVersion: '2',
    risk: {
      roshRisk,
      allReoffendingPredictor: { staticOrDynamic: 'DYNAMIC', score: 15.99, band: 'MEDIUM' },
      combinedSeriousReoffendingPredictor: {
        algorithmVersion: '6',
        staticOrDynamic: 'DYNAMIC',
        score: 0.55,
        band: 'HIGH',
      },
    },
  }
}
