import assert from 'node:assert/strict'
import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { defaultSupervisionPolicy as policy } from '../../../config/kinds.ts'
import { bookings } from '../../../dialogs/understand/booking-rules.ts'
import { caseRules } from '../../../dialogs/understand/case-rules.ts'
import { dayGroupsIn } from '../../../dialogs/understand/day-groups.ts'
import { dayRules } from '../../../dialogs/understand/day-rules.ts'
import { logRules, notLogging } from '../../../dialogs/understand/log-rules.ts'
import { nameIndex } from '../../../dialogs/understand/names.ts'
import { otherRules } from '../../../dialogs/understand/other-rules.ts'
import { refusals } from '../../../dialogs/understand/refusals.ts'
import { groupsOf } from '../../../dialogs/understand/rule.ts'
import { smallTalk } from '../../../dialogs/understand/small-talk.ts'
import { supervisionQuestions } from '../../../dialogs/understand/supervision-rules.ts'
import { understand } from '../../../dialogs/understand/understand.ts'
import { warmUp } from '../../../dialogs/understand/warm-up.ts'
import { dana, nearDana, people } from './people.ts'

const rules = [otherRules, caseRules, supervisionQuestions, notLogging, bookings, logRules, refusals, smallTalk].flat()
const sentenceWords = (
  '#kind #crn #person #manager #day #mins #period #review session i we my the a show log record had did what when who ' +
  'can is has with for on to take case next due overdue remind me cancel hello thanks delete audit everyone notes not'
).split(' ')
const dayWords = (
  '18/11/26 2026-11-18 18 november nov 20th of the 3rd month last next this week ago in 2 days fortnight on friday ' +
  'thursday gone coming yesterday day before tomorrow morning today now time end quarter from back 5 mon 1.2.26 12'
).split(' ')
const from = (words: readonly string[]) =>
  fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 9 }).map((some) => some.join(' '))

describe('A quick look that spares a reader its work', () => {
  it('is never blind to a sentence that one of its rules fits', () => {
    const groups = groupsOf(rules)
    assert.deepEqual(
      groups.flatMap((group) => group.rules),
      rules,
    )
    const fitted = new Set<RegExp>()
    fc.assert(
      fc.property(from(sentenceWords), (said) => {
        for (const { rules: some, mayFit } of groups) {
          const fitting = some.filter(({ says }) => says.test(said))
          if (fitting.length === 0) continue
          for (const { says } of fitting) fitted.add(says)
          assert.ok(
            mayFit.some((pattern) => pattern.test(said)),
            said,
          )
        }
      }),
      { numRuns: 2000 },
    )
    assert.ok(fitted.size >= 20, `only ${fitted.size} rules fitted anything`)
  })

  it('is never blind to a day that one of its rules reads', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(from(dayWords), (text) => {
        for (const { says, group } of dayRules) {
          if (text.search(says) === -1) continue
          seen.add(group)
          assert.equal(dayGroupsIn(text)?.[group], true, `${text}, ${group}`)
        }
      }),
      { numRuns: 2000 },
    )
    assert.equal(seen.size, 7)
  })
})

describe('Warming up', () => {
  it('lets other work go first, and leaves what is read as it was', async () => {
    const context = {
      today: Temporal.PlainDate.from('2026-11-22'),
      names: nameIndex(people),
      policy,
      speaker: dana,
      closeTo: nearDana,
    }
    const read = () => understand('Reflective with Aisha on Friday, 45 mins. Learned: жук', context)
    const before = read()
    let isDone = false
    const done = warmUp(context).then(() => {
      isDone = true
    })
    let turns = 0
    for (; !isDone; turns++) await setImmediate()
    await done
    assert.ok(turns >= 10, `other work had ${turns} turns`)
    assert.deepEqual(read(), before)
  })
})
