import { Temporal } from 'temporal-polyfill'
import { type Days, includes } from '../../absence.ts'
import { nthWorkingDayAfter } from '../../working-days.ts'
import type { AllocationRule } from '../allocation-rule.ts'
import { counted, dayInReason } from '../allocation-words.ts'
import { checkOf, type Finding, suitable } from '../possible-worlds.ts'
import type { PractitionerFacts } from '../practitioner-facts.ts'
import { type RuleFact, shownOn } from '../rule-fact.ts'
import { onceFor, type WeighingDay } from '../weighing-day.ts'

type Day = Temporal.PlainDate

/** Whether somebody is there to begin with the case. Why they are away is nobody's business here. */
export const availability: AllocationRule = {
  id: 'availability',
  name: 'Availability',
  inWords({ rules: { availability: rule } }) {
    return `Somebody who is away today and for more than ${counted(rule.moreThanDays, 'more working day')} is outside guidance. Away today, or from a day within ${counted(rule.withinDays, 'working day')}, needs a written rationale.`
  },
  check({ practitioner: { away } }, { rules: { availability: rule } }, on) {
    const awayToday = away.some((days) => includes(days, on.today))
    const next = awayToday ? undefined : nextAbsence(away, rule.withinDays, on)
    const finding = (): Finding => {
      if (awayToday) return awayNow(away, rule.moreThanDays, on)
      if (next === undefined) {
        return suitable(`No absence is recorded that starts within ${counted(rule.withinDays, 'working day')}.`)
      }
      return {
        outcome: 'needs-rationale',
        reason: `This person is away from ${dayInReason(next)}, within ${counted(rule.withinDays, 'working day')}.`,
        change: 'Somebody who stays at work, or to wait until the absence is over.',
      }
    }
    const fact = (words: string, day: Day): RuleFact => ({ shown: shownOn(words, { source: 'leave-record' }, day) })
    const facts = awayToday
      ? [fact('Away today', on.today)]
      : [next === undefined ? fact('No absence recorded', on.today) : fact('Away from', next)]
    return checkOf('availability', facts, [finding()])
  },
}

function awayNow(away: PractitionerFacts['away'], moreThanDays: number, on: WeighingDay): Finding {
  const isAway = (day: Day) => away.some((days) => includes(days, day))
  const change = 'Somebody who is at work, or to wait until the absence is over.'
  return workingDaysAfter(moreThanDays + 1, on).every(isAway)
    ? {
        outcome: 'outside-guidance',
        reason: `This person is away today and for more than ${counted(moreThanDays, 'more working day')}.`,
        change,
      }
    : { outcome: 'needs-rationale', reason: 'This person is away today.', change }
}

/** The first day after today on which an absence starts, where that is within so many working days. */
function nextAbsence(away: readonly Days[], withinDays: number, on: WeighingDay): Day | undefined {
  if (away.length === 0) return undefined
  const last = workingDaysAfter(withinDays, on).at(-1) ?? on.today
  const { compare } = Temporal.PlainDate
  return away
    .map(({ from }) => from)
    .filter((from) => compare(from, on.today) > 0 && compare(from, last) <= 0)
    .sort(compare)[0]
}

/** The next working days after today, so many of them. */
function workingDaysAfter(count: number, on: WeighingDay): readonly Day[] {
  return onceFor(on, `working ${count}`, () => {
    const days: Day[] = []
    for (let day = on.today; days.length < count; days.push(day)) day = nthWorkingDayAfter(1, day, on.workingDays)
    return days
  })
}
