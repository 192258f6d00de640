import { StaffCode } from '../../domain/ids.ts'
import type { SampleCaseFacts } from './sample-case.ts'
import { contact } from './sample-contacts.ts'
import type { DayFrom } from './sample-days.ts'
import { type CaseRow, heldBy } from './sample-plain-case.ts'

/**
 * Cases that practitioners of the Playground's first user hold, one on each side of the day a review falls due. Limits
 * in working days are passed or missed by a week or more, so that no bank holiday decides which side a case is on.
 */
export function reviewCases(on: DayFrom): CaseRow[] {
  const checked = (asked: string, answered: string) => [
    contact.policeAsked(on(asked)),
    contact.policeAnswered(on(answered)),
  ]
  const assessed = (offset: string) => ({ assessments: [{ status: 'COMPLETE' as const, completedOn: on(offset) }] })
  /** Sentenced and allocated some months ago, assessed since, with everything done that was to be done. */
  const settled: Partial<SampleCaseFacts> = {
    sentencedOn: on('-P8M'),
    sentenceEndsOn: on('P10M'),
    ...assessed('-P7M'),
    contacts: checked('-P8M', '-P7M'),
    phase: 'STD',
    ...heldBy('N03A002', on('-P7M20D')),
  }
  const also = (...contacts: SampleCaseFacts['contacts']) => ({ contacts: [...(settled.contacts ?? []), ...contacts] })
  const longAgo = { sentencedOn: on('-P14M'), ...heldBy('N03A003', on('-P13M15D')) }
  const sentenced = (offset: string): Partial<SampleCaseFacts> => ({
    sentencedOn: on(offset),
    assessments: [],
    contacts: checked(offset, offset),
    phase: 'INIT',
    ...heldBy('N03A009', on(offset)),
  })
  const registered = (next?: string, code: 'RCPR' | 'ADVP' = 'ADVP'): Partial<SampleCaseFacts> => ({
    registrations: [{ code, startedOn: on('-P7M'), ...(next === undefined ? {} : { nextReviewOn: on(next) }) }],
    ...heldBy('N03A007', on('-P7M')),
  })
  const child = (...contacts: SampleCaseFacts['contacts']) => ({ ...registered('P2M', 'RCPR'), ...also(...contacts) })
  const failed = (...offsets: string[]) => ({
    failuresToComply: offsets.map(on),
    ...heldBy('N03A012', on('-P7M')),
  })
  const worked = (offset: string, attended = true) => contact.unpaidWork(on(offset), attended)
  const unpaidWork = (offset: string, hours: number, ...sessions: SampleCaseFacts['contacts']) => ({
    ...sentenced(offset),
    ...assessed('-P10D'),
    requirements: [{ code: 'W' as const, description: `${hours} hours unpaid work`, hours }],
    contacts: [...checked(offset, offset), ...sessions],
    ...heldBy('N03A008', on(offset)),
  })

  const rows: CaseRow[] = [
    { about: 'oasys: within 12 months', ...longAgo, ...assessed('-P11M25D') },
    { about: 'oasys: older than 12 months', ...longAgo, ...assessed('-P12M5D') },
    { about: 'oasys: event since, within 10 working days', ...also(contact.significantEvent(on('-P5D'))) },
    { about: 'oasys: event since, longer ago', ...also(contact.significantEvent(on('-P28D'))) },
    { about: 'oasys: event before the assessment', ...also(contact.significantEvent(on('-P7M10D'))) },
    { about: 'isp: within 15 working days', ...sentenced('-P12D') },
    { about: 'isp: longer ago', ...sentenced('-P40D') },
    { about: 'isp: done since sentence', ...sentenced('-P40D'), ...assessed('-P20D') },
    { about: 'isp: assessed before sentence only', ...sentenced('-P40D'), ...assessed('-P60D') },
    {
      about: 'isp: released within 15 working days',
      ...assessed('-P2M'),
      caseType: 'LICENSE',
      releasedOn: on('-P12D'),
    },
    { about: 'isp: released longer ago', ...assessed('-P3M'), caseType: 'LICENSE', releasedOn: on('-P40D') },
    { about: 'isp: target passed', ...sentenced('-P12D'), planTargetOn: on('-P2D') },
    { about: 'isp: target to come', ...sentenced('-P40D'), planTargetOn: on('P5D') },
    { about: 'register: review passed', ...registered('-P10D') },
    { about: 'register: review today', ...registered('P0D') },
    { about: 'register: review to come', ...registered('P20D') },
    { about: 'register: no day given', ...registered() },
    { about: 'enforcement: one failure', ...failed('-P30D') },
    { about: 'enforcement: two, the second lately', ...failed('-P40D', '-P5D') },
    { about: 'enforcement: two, longer ago', ...failed('-P50D', '-P30D') },
    { about: 'enforcement: two, more than 12 months apart', ...failed('-P13M15D', '-P30D'), ...longAgo },
    { about: 'enforcement: breach started', ...failed('-P50D', '-P30D'), breachStartedOn: on('-P20D') },
    { about: 'enforcement: recalled', ...failed('-P50D', '-P30D'), recalledOn: on('-P20D') },
    { about: 'unpaid-work: no session yet, in time', ...unpaidWork('-P18D', 100) },
    { about: 'unpaid-work: no session yet, too late', ...unpaidWork('-P42D', 100) },
    { about: 'unpaid-work: only missed sessions', ...unpaidWork('-P42D', 80, worked('-P14D', false)) },
    { about: 'unpaid-work: first session held', ...unpaidWork('-P42D', 100, worked('-P26D'), worked('-P19D')) },
    { about: 'unpaid-work: under way after 11 months', ...unpaidWork('-P11M', 200, worked('-P10M15D')) },
    { about: 'unpaid-work: not completed after 12 months', ...unpaidWork('-P12M5D', 200, worked('-P11M15D')) },
    {
      about: 'unpaid-work: completed',
      ...unpaidWork('-P13M', 120, worked('-P12M15D'), worked('-P3M')),
      requirements: [{ code: 'W', description: '120 hours unpaid work', hours: 120, completedOn: on('-P3M') }],
    },
    { about: 'safeguarding: police asked lately', contacts: [contact.policeAsked(on('-P5D'))] },
    { about: 'safeguarding: police asked longer ago', contacts: [contact.policeAsked(on('-P28D'))] },
    { about: 'safeguarding: police not asked, sentenced lately', ...sentenced('-P3D'), contacts: [] },
    { about: 'safeguarding: police not asked, sentenced longer ago', ...sentenced('-P20D'), contacts: [] },
    { about: 'safeguarding: child flag, asked lately', ...child(contact.safeguardingAsked(on('-P5D'))) },
    { about: 'safeguarding: child flag, asked longer ago', ...child(contact.safeguardingAsked(on('-P28D'))) },
    { about: 'safeguarding: child flag, not asked', ...child() },
    {
      about: 'safeguarding: child flag, answered',
      ...child(contact.safeguardingAsked(on('-P7M')), contact.safeguardingAnswered(on('-P6M20D'))),
    },
    { about: 'touch-point: allocated within 15 days', ...heldBy('N03A004', on('-P14D')) },
    { about: 'touch-point: allocated 15 days ago', ...heldBy('N03A004', on('-P15D')) },
    { about: 'touch-point: allocated longer ago', ...heldBy('N03A004', on('-P18D')) },
    { about: 'touch-point: held', ...heldBy('N03A004', on('-P20D')), ...also(contact.oversight(on('-P6D'))) },
    { about: 'left out: contact suspended', ...longAgo, ...assessed('-P13M'), contactSuspended: true, phase: 'FTHRD' },
    { about: 'left out: in custody', ...longAgo, ...assessed('-P13M'), inCustody: true, phase: 'SENT' },
    {
      about: 'left out: recalled',
      ...longAgo,
      ...assessed('-P13M'),
      recalledOn: on('-P2M'),
      inCustody: true,
      phase: 'SENT',
    },
    { about: 'left out: ended', ...longAgo, ...assessed('-P13M'), endedOn: on('-P10D'), hasActiveOrder: false },
    { about: 'draw: allocated 27 days ago', ...heldBy('N03A002', on('-P27D')) },
    { about: 'draw: allocated 28 days ago', ...heldBy('N03A002', on('-P28D')) },
    { about: 'draw: limited access, hidden from the manager', excludedFrom: [StaffCode.parse('N03A001')] },
    { about: 'draw: limited access, hidden from everybody else', restrictedTo: [StaffCode.parse('N03A002')] },
    { about: 'draw: access cannot be checked', unanswered: ['access'], ...heldBy('N03A005', on('-P7M')) },
  ]
  return rows.map((row) => ({ ...settled, ...row }))
}
