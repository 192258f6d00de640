import { Grade } from '../../staff.ts'
import type { AllocationPolicy } from '../allocation-policy.ts'
import type { AllocationRule } from '../allocation-rule.ts'
import { counted } from '../allocation-words.ts'
import { known } from '../fact.ts'
import { monthsHavePassed } from '../how-long-ago.ts'
import { gradeFact } from '../officer.ts'
import { checkOf, type Finding, mayBe, suitable } from '../possible-worlds.ts'
import type { PractitionerFacts } from '../practitioner-facts.ts'
import { dayFact, type FactName, type RuleFact, ruleFact } from '../rule-fact.ts'
import type { WeighingDay } from '../weighing-day.ts'

const mentorName: FactName = { label: 'Mentor', subject: 'The mentor', wanted: 'A mentor' }
const qualifiedName: FactName = {
  label: 'Mentor qualified',
  subject: 'The day the mentor qualified',
  wanted: 'The day the mentor qualified,',
}

const mentorMonths = (policy: AllocationPolicy) => counted(policy.rules['trainee-mentor'].mentorMonths, 'month')

/** A trainee does not stand alone. */
export const traineeMentor: AllocationRule = {
  id: 'trainee-mentor',
  name: 'Mentor of a trainee',
  inWords: (policy) =>
    `A trainee (PQiP) has a mentor in post who has been qualified for ${mentorMonths(policy)} or more. Otherwise any case is outside guidance.`,
  check({ practitioner }, policy, on) {
    const { grade, mentor } = practitioner
    if (grade.known && grade.value !== 'PQiP') {
      return checkOf('trainee-mentor', [gradeFact(practitioner)], [suitable('This person is not a trainee.')])
    }
    const mentors = mentor === 'none' ? [false] : mentorsItMayBe(mentor, policy, on)
    const findings = mayBe(grade, Grade.options).flatMap((one) =>
      one === 'PQiP'
        ? mentors.map((isGood) => judge(mentor !== 'none', isGood, policy))
        : [suitable('This person has the mentor that a trainee needs.')],
    )
    return checkOf('trainee-mentor', [gradeFact(practitioner), mentorFact(mentor)], findings)
  },
}

type Mentor = Exclude<PractitionerFacts['mentor'], 'none'>

/** Whether the mentor has been qualified for long enough: both where it is not known since when. */
function mentorsItMayBe({ qualifiedOn }: Mentor, policy: AllocationPolicy, on: WeighingDay): readonly boolean[] {
  if (!qualifiedOn.known) return [true, false]
  return [monthsHavePassed(qualifiedOn.value, policy.rules['trainee-mentor'].mentorMonths, on)]
}

function mentorFact(mentor: PractitionerFacts['mentor']): RuleFact {
  if (mentor === 'none') return ruleFact(mentorName, known('none', 'staff-list'), (none) => none)
  return dayFact(qualifiedName, mentor.qualifiedOn)
}

function judge(hasMentor: boolean, isGood: boolean, policy: AllocationPolicy): Finding {
  if (isGood) return suitable(`This trainee’s mentor has been qualified for ${mentorMonths(policy)} or more.`)
  return {
    outcome: 'outside-guidance',
    reason: hasMentor
      ? `This is a trainee (PQiP), and the mentor has been qualified for less than ${mentorMonths(policy)}.`
      : 'This is a trainee (PQiP) without a mentor in post.',
    change: `A mentor qualified for ${mentorMonths(policy)} or more.`,
  }
}
