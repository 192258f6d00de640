import assert from 'node:assert/strict'
import type { SampleCase } from '../../backend/sample/sample-case.ts'
import * as ask from './sample-sides.ts'
import { triedDays, worldOn } from './sample-worlds.ts'

type Side = (one: SampleCase, facts: ask.Facts) => boolean

/** The day from which the first sentence plan is due: release, else sentence. */
const began = (one: SampleCase) => String(one.releasedOn ?? one.sentencedOn)
const unassessedSince = (one: SampleCase) => (ask.lastAssessed(one) ?? '') < began(one)
const eventSince = (one: SampleCase) => {
  const event = ask.lastContact(one, 'SIGEV')
  return event !== undefined && event > (ask.lastAssessed(one) ?? '') ? event : undefined
}
const nextReviews = (one: SampleCase) => one.registrations.flatMap(({ nextReviewOn }) => nextReviewOn?.toString() ?? [])
const notAnswered = (one: SampleCase, asked: string, answered: string) => {
  const day = ask.lastContact(one, asked)
  return day !== undefined && (ask.lastContact(one, answered) ?? '') < day ? day : undefined
}
const unpaidWork = (one: SampleCase) => one.requirements.find(({ code }) => code === 'W')
const worked = (one: SampleCase) => one.contacts.some(({ type, attended }) => /unpaid work/i.test(type) && attended)
/** The second of two failures within 12 months of each other that nothing was done about. */
const secondFailure = (one: SampleCase, facts: ask.Facts) => {
  const [last, before] = one.failuresToComply.map(String).sort().reverse()
  const pair = last !== undefined && before !== undefined && before >= facts.on('-P12M')
  return pair && one.breachStartedOn === undefined ? last : undefined
}
const is = (day: string | undefined, test: (day: string) => boolean) => day !== undefined && test(day)

/**
 * Every kind of overdue review, with cases that must be there for it to be tried. Working days are told in calendar
 * days, on one side whatever the bank holidays: 5 are 7 to 11, 10 are 14 to 18, 15 are 21 to 25, 20 are 28 to 32.
 */
const sides: [review: string, what: string, isThere: Side][] = [
  ['oasys', 'in its twelfth month', (c, w) => is(ask.lastAssessed(c), (on) => w.isOver(on, 11) && !w.isOver(on, 12))],
  ['oasys', 'after twelve months', (c, w) => is(ask.lastAssessed(c), (on) => w.isOver(on, 12) && !w.isOver(on, 13))],
  ['oasys', 'event lately', (c, w) => is(eventSince(c), (on) => on > w.on('-P14D'))],
  ['oasys', 'event longer ago', (c, w) => is(eventSince(c), (on) => on < w.on('-P18D'))],
  [
    'oasys',
    'event before the assessment',
    (c) => ask.lastContact(c, 'SIGEV') !== undefined && eventSince(c) === undefined,
  ],
  ['isp', 'sentenced lately', (c, w) => unassessedSince(c) && !c.releasedOn && began(c) > w.on('-P21D')],
  ['isp', 'sentenced longer ago', (c, w) => unassessedSince(c) && !c.releasedOn && began(c) < w.on('-P25D')],
  ['isp', 'released lately', (c, w) => unassessedSince(c) && c.releasedOn !== undefined && began(c) > w.on('-P21D')],
  [
    'isp',
    'released longer ago',
    (c, w) => unassessedSince(c) && c.releasedOn !== undefined && began(c) < w.on('-P25D'),
  ],
  ['isp', 'done', (c, w) => !unassessedSince(c) && began(c) < w.on('-P25D')],
  ['isp', 'target passed', (c, w) => unassessedSince(c) && is(c.planTargetOn?.toString(), (on) => on < w.today)],
  ['isp', 'target to come', (c, w) => unassessedSince(c) && is(c.planTargetOn?.toString(), (on) => on > w.today)],
  ['register', 'review passed', (c, w) => nextReviews(c).some((on) => on < w.today)],
  ['register', 'review today', (c, w) => nextReviews(c).includes(w.today)],
  ['register', 'review to come', (c, w) => nextReviews(c).some((on) => on > w.today)],
  ['register', 'no day', (c) => c.registrations.some(({ nextReviewOn }) => nextReviewOn === undefined)],
  ['enforcement', 'one failure', (c) => c.failuresToComply.length === 1],
  ['enforcement', 'two, the second lately', (c, w) => is(secondFailure(c, w), (on) => on > w.on('-P14D'))],
  ['enforcement', 'two, longer ago', (c, w) => is(secondFailure(c, w), (on) => on < w.on('-P18D'))],
  ['enforcement', 'two, too far apart', (c, w) => c.failuresToComply.length === 2 && !secondFailure(c, w)],
  ['enforcement', 'breach started', (c) => c.failuresToComply.length === 2 && c.breachStartedOn !== undefined],
  [
    'unpaid-work',
    'not begun, in time',
    (c, w) => !!unpaidWork(c) && !worked(c) && String(c.sentencedOn) > w.on('-P28D'),
  ],
  ['unpaid-work', 'not begun, late', (c, w) => !!unpaidWork(c) && !worked(c) && String(c.sentencedOn) < w.on('-P32D')],
  ['unpaid-work', 'begun', (c, w) => !!unpaidWork(c) && worked(c) && String(c.sentencedOn) < w.on('-P32D')],
  ['unpaid-work', 'missed only', (c) => !worked(c) && c.contacts.some(({ attended }) => attended === false)],
  [
    'unpaid-work',
    'within 12 months',
    (c, w) => isUnfinished(c) && w.isOver(String(c.sentencedOn), 11) && !isYearOld(c, w),
  ],
  ['unpaid-work', 'over 12 months', (c, w) => isUnfinished(c) && isYearOld(c, w)],
  ['unpaid-work', 'completed', (c, w) => unpaidWork(c)?.completedOn !== undefined && isYearOld(c, w)],
  ['safeguarding', 'police asked lately', (c, w) => is(notAnswered(c, 'C369', 'C515'), (on) => on > w.on('-P14D'))],
  ['safeguarding', 'police asked long ago', (c, w) => is(notAnswered(c, 'C369', 'C515'), (on) => on < w.on('-P18D'))],
  [
    'safeguarding',
    'police not asked yet',
    (c, w) => !ask.lastContact(c, 'C369') && String(c.sentencedOn) > w.on('-P7D'),
  ],
  [
    'safeguarding',
    'police never asked',
    (c, w) => !ask.lastContact(c, 'C369') && String(c.sentencedOn) < w.on('-P11D'),
  ],
  ['safeguarding', 'police answered', (c) => ask.lastContact(c, 'C515') !== undefined],
  ['safeguarding', 'child, asked lately', (c, w) => is(notAnswered(c, 'SFGC', 'SFRR'), (on) => on > w.on('-P14D'))],
  ['safeguarding', 'child, asked long ago', (c, w) => is(notAnswered(c, 'SFGC', 'SFRR'), (on) => on < w.on('-P18D'))],
  ['safeguarding', 'child, never asked', (c) => ask.hasChildFlag(c) && !ask.lastContact(c, 'SFGC')],
  ['safeguarding', 'child, answered', (c) => ask.hasChildFlag(c) && ask.lastContact(c, 'SFRR') !== undefined],
  ['touch-point', '14 days ago', (c, w) => c.allocatedOn?.toString() === w.on('-P14D')],
  ['touch-point', '15 days ago', (c, w) => c.allocatedOn?.toString() === w.on('-P15D')],
  ['touch-point', 'longer ago, not held', (c, w) => isAllocatedLately(c, w) && !ask.lastContact(c, 'MO1')],
  ['touch-point', 'longer ago, held', (c, w) => isAllocatedLately(c, w) && ask.lastContact(c, 'MO1') !== undefined],
  ['a draw', 'allocated 27 days ago', (c, w) => c.allocatedOn?.toString() === w.on('-P27D')],
  ['a draw', 'allocated 28 days ago', (c, w) => c.allocatedOn?.toString() === w.on('-P28D')],
]

function isUnfinished(one: SampleCase): boolean {
  const requirement = unpaidWork(one)
  return requirement !== undefined && requirement.completedOn === undefined && worked(one)
}

function isYearOld(one: SampleCase, facts: ask.Facts): boolean {
  return facts.isOver(one.sentencedOn.toString(), 12)
}

function isAllocatedLately(one: SampleCase, facts: ask.Facts): boolean {
  const day = String(one.allocatedOn)
  return day < facts.on('-P15D') && day >= facts.on('-P25D')
}

/** What takes a case out of the reviews. */
const leftOut: [why: string, is: (one: SampleCase) => boolean][] = [
  ['contact is suspended', (c) => c.contactSuspended && c.phase === 'FTHRD'],
  ['in custody', (c) => c.inCustody && c.phase === 'SENT' && c.recalledOn === undefined],
  ['recalled', (c) => c.recalledOn !== undefined],
  ['ended', (c) => c.endedOn !== undefined && c.managerStaffCode !== undefined],
]

describe('the facts of the sample world for overdue reviews', () => {
  let all: ask.Facts[] = []
  before(() => {
    all = triedDays.map((day) => ask.factsOf(worldOn(day), day))
  })

  for (const [review, what, isThere] of sides) {
    it(`always has a case that somebody holds for ${review}: ${what}`, () => {
      for (const facts of all)
        assert.ok(
          facts.aCaseHeld((one) => isThere(one, facts)),
          `not on ${facts.today}`,
        )
    })
  }

  for (const [why, is] of leftOut) {
    it(`always has a case to leave out because it is ${why}`, () => {
      for (const facts of all) assert.ok(facts.anyCase(is), `not on ${facts.today}`)
    })
  }
})
