import { Temporal } from 'temporal-polyfill'
import type { CaseFacts } from '../../domain/allocation/case-facts.ts'
import type { WorkloadOfPerson } from '../../domain/allocation/case-services.ts'
import type { ListedCase } from '../../domain/allocation/caseload-listed.ts'
import { type Fact, known, notKnown } from '../../domain/allocation/fact.ts'
import { readTier, type Tier } from '../../domain/allocation/tier.ts'
import { busiestFirst, type WorkloadFigure } from '../../domain/allocation/workload-figures.ts'
import { Crn } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import type { CardMessage } from '../card.ts'
import {
  aisha,
  hostile,
  longName,
  priya,
  rightToLeft,
  thirtyPeople,
  exampleToday as today,
  tom,
} from '../example-world.ts'
import { type CaseCardView, caseCard } from './case-card.ts'
import { caseListCard } from './case-list-card.ts'
import { type CaseloadView, caseloadCard } from './caseload-card.ts'
import { type TeamWorkloadView, teamWorkloadCard } from './team-workload-card.ts'
import { type WorkloadView, workloadCard } from './workload-card.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const lastNight = today.subtract({ days: 1 })
const crnOf = (number: number) => Crn.parse(`X3${String(number).padStart(5, '0')}`)

function tierOf(code: string, provisional = false): Tier {
  const tier = readTier(code, provisional)
  if (tier === undefined) throw new Error(`No tier is written ${code}.`)
  return tier
}

/** A case with something in every row. */
const facts: CaseFacts = {
  crn: crnOf(30_741),
  name: 'Gwendolen Ashby',
  limitedAccess: false,
  eventNumber: 2,
  holder: known({ staffCode: aisha.staffCode }, 'allocations'),
  hasActiveOrder: known(true, 'allocations'),
  transferInProgress: known(false, 'allocations'),
  caseType: known('community', 'allocations'),
  tier: known(tierOf('D', true), 'tier', day('2026-11-07')),
  rosh: known('HIGH', 'risk-and-needs', day('2026-11-07')),
  registrations: known(
    [
      { code: 'RHRH', name: 'High RoSH', startedOn: day('2026-10-28'), nextReviewOn: day('2027-04-22') },
      { code: 'RCPR', name: 'Child protection', startedOn: day('2026-10-28') },
      { code: 'ADVP', name: 'Domestic abuse perpetrator', startedOn: day('2020-01-06'), endedOn: day('2024-05-01') },
    ],
    'manage-supervision',
  ),
  mappa: known({ level: 2, category: 2 }, 'manage-supervision'),
  everSexualOffence: known(false, 'risk-and-needs'),
  lastAssessedOn: known(day('2026-06-30'), 'risk-and-needs'),
  sentencedOn: known(day('2026-10-23'), 'manage-supervision'),
  requirements: known(['100 hours unpaid work', 'Rehabilitation activity, 20 days'], 'manage-supervision'),
  enquiries: known(
    [
      { about: 'police', step: 'asked', on: day('2026-10-26') },
      { about: 'police', step: 'answered', on: day('2026-11-04') },
      { about: 'safeguarding', step: 'asked', on: day('2026-11-12') },
    ],
    'manage-supervision',
  ),
}

const inOrder: CaseFacts = {
  ...facts,
  crn: crnOf(30_742),
  name: rightToLeft.name,
  holder: known('nobody', 'allocations'),
  waitsIn: 'N03T01',
  tier: known(tierOf('B2'), 'tier', day('2026-11-07')),
  rosh: known('LOW', 'risk-and-needs', day('2026-11-07')),
  registrations: known([], 'manage-supervision'),
  mappa: known('none', 'manage-supervision'),
  requirements: known([], 'manage-supervision'),
}

/** A case of which the services told next to nothing. */
const notAnswered: CaseFacts = {
  ...facts,
  crn: crnOf(30_743),
  name: hostile.name,
  limitedAccess: true,
  holder: known({ staffCode: longName.staffCode, name: longName.name }, 'allocations'),
  tier: notKnown('tier', 'none'),
  rosh: notKnown('risk-and-needs', 'not-answered'),
  registrations: notKnown('manage-supervision', 'not-understood'),
  mappa: notKnown('manage-supervision', 'not-understood'),
  lastAssessedOn: known('none', 'risk-and-needs'),
  sentencedOn: notKnown('allocations', 'conflicting'),
  requirements: notKnown('manage-supervision', 'not-answered'),
}

const long: CaseFacts = {
  ...facts,
  name: longName.name,
  registrations: known(
    Array.from({ length: 60 }, (_, index) => ({
      name: `${hostile.name} ${index + 1}`,
      startedOn: day('2020-01-06').add({ weeks: index }),
      nextReviewOn: day('2027-01-04').add({ weeks: index }),
    })),
    'manage-supervision',
  ),
  requirements: known(
    Array.from({ length: 60 }, (_, index) => `${index + 1} hours unpaid work, ${longName.name}`),
    'manage-supervision',
  ),
}

const inBrief = (view: Partial<CaseCardView>): CardMessage =>
  caseCard({ facts, heldBy: aisha.name, today, written: true, buttons: [], ...view })

const tiers = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'B2', 'D0S', 'MISSING'] as const
const names = [aisha, longName, hostile, rightToLeft, ...thirtyPeople].map(({ name }) => name)

/** Cases of every sort, in their order. */
const held = (count: number): ListedCase[] =>
  Array.from({ length: count }, (_, index) => ({
    sight: 'open',
    crn: crnOf(index),
    ...(index % 9 === 8 ? {} : { name: names[index % names.length] ?? '' }),
    limitedAccess: index % 7 === 2,
    ...(index % 11 === 10 ? {} : { tier: tierOf(tiers[index % tiers.length] ?? 'A', index % 4 === 3) }),
    ...(index % 6 === 5 ? {} : { allocatedOn: day('2026-11-16').subtract({ weeks: 3 * index }) }),
  }))

const caseload = (view: Partial<CaseloadView>): CardMessage =>
  caseloadCard({ subject: aisha, own: false, cases: held(5), unchecked: false, page: 1, ...view })

const limits = { rationaleAbove: 100, outsideAbove: 110 }
const loaded = (percent?: number, rest: WorkloadOfPerson = {}): Fact<WorkloadOfPerson> =>
  known(
    { ...(percent === undefined ? {} : { percent }), cases: 31, contractedHours: 37, reductionHours: 0, ...rest },
    'workload',
    lastNight,
  )
const workload = (view: Partial<WorkloadView>): CardMessage =>
  workloadCard({
    subject: aisha,
    own: false,
    workload: loaded(118),
    cases: 29,
    limits,
    today,
    mayShowCaseload: true,
    ...view,
  })

const percents = [98.5, 171, 110, 110.4, undefined, 100, 64.5, 104, 0] as const
const figures = (people: readonly Person[]): WorkloadFigure[] =>
  busiestFirst(people.map((person, index) => ({ person, workload: loaded(percents[index % percents.length]) })))
const team = (view: Partial<TeamWorkloadView>): CardMessage =>
  teamWorkloadCard({
    whose: 'own',
    reader: priya,
    figures: figures([aisha, tom, longName, hostile, rightToLeft, ...thirtyPeople.slice(0, 4)]),
    limits,
    today,
    page: 1,
    ...view,
  })

export const caseExamples: { name: string; message: CardMessage }[] = [
  { name: 'case', message: inBrief({}) },
  { name: 'case-own', message: inBrief({ heldBy: 'you', written: false }) },
  {
    name: 'case-nobodys',
    message: inBrief({ facts: inOrder, heldBy: undefined, teamName: 'Kelmoor North', written: false }),
  },
  { name: 'case-little-known', message: inBrief({ facts: notAnswered, heldBy: undefined }) },
  { name: 'case-longest', message: inBrief({ facts: long, heldBy: longName.name }) },
  {
    name: 'cases',
    message: caseListCard({
      cases: [
        { facts, heldBy: aisha.name },
        { says: 'Access is restricted.' },
        { facts: notAnswered },
        { facts: inOrder },
      ],
      left: 0,
      written: true,
    }),
  },
  {
    name: 'cases-too-many',
    message: caseListCard({
      cases: Array.from({ length: 10 }, (_, index) => ({ facts: { ...long, crn: crnOf(index) }, heldBy: 'you' })),
      left: 2,
      written: false,
    }),
  },
  { name: 'caseload', message: caseload({}) },
  { name: 'caseload-own-first-page', message: caseload({ own: true, cases: held(30) }) },
  { name: 'caseload-last-page', message: caseload({ subject: hostile, cases: held(30), page: 9 }) },
  { name: 'caseload-not-all-checked', message: caseload({ subject: longName, cases: held(1), unchecked: true }) },
  { name: 'caseload-empty', message: caseload({ cases: [] }) },
  { name: 'workload', message: workload({}) },
  { name: 'workload-own', message: workload({ own: true, workload: loaded(84), cases: 31 }) },
  {
    name: 'workload-of-a-trainee',
    message: workload({ subject: rightToLeft, workload: loaded(104, { reductionHours: 22.2 }) }),
  },
  { name: 'workload-without-a-figure', message: workload({ workload: loaded(0), cases: 'not-known' }) },
  {
    name: 'workload-not-answered',
    message: workload({ workload: notKnown('workload', 'not-answered'), cases: undefined, mayShowCaseload: false }),
  },
  {
    name: 'workload-of-an-earlier-night',
    message: workload({ subject: longName, workload: known({ percent: 100.5 }, 'workload', day('2026-11-12')) }),
  },
  { name: 'workload-team', message: team({}) },
  { name: 'workload-team-over', message: team({ over: 110 }) },
  { name: 'workload-team-nobody-over', message: team({ over: 200, figures: figures([aisha, tom]) }) },
  { name: 'workload-team-of-another', message: team({ whose: longName, figures: figures(thirtyPeople), page: 2 }) },
  { name: 'workload-pdu', message: team({ whose: 'pdu', figures: figures(thirtyPeople), over: 100, page: 1 }) },
]
