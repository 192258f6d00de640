import { setImmediate } from 'node:timers/promises'
import { charactersRead } from './plain-text.ts'
import { type UnderstandContext, understand } from './understand.ts'

/** Between them they make every reader and every rule look at something. Nobody on a staff list is named. */
const examples: readonly string[] = [
  'hello',
  'thank you',
  'zyx',
  'Quvx abc defg',
  'what is oasys?',
  'does zyx stand for it?',
  "what's zyx?",
  'reflective with Zyxy Quvx on Friday, 45 mins, x320741',
  'had a monthly with Zyxy for an hour and a half last Thursday at half past 2. Theme: zyx. Learned: zyx.',
  "zyx's monthly was on 18/11/26 and 20 November from 10am, crn: x 320741",
  'book a reflective with my manager for next Monday at 2pm',
  'leave from 3 to 12 December, back on the 14th',
  'zyx since June, in the last 3 weeks and 2025/26, 2 weeks ago or yesterday morning',
  'the twenty-first of October zyx',
  'supervisoin with zyxs on tuseday; dont say monthly and reflective & rcat #',
  'remind me about my unpaid work reviews and registers in 3 weeks',
  'zyx can not be done today - <b>zyx</b> &amp; *zyx* \u00bd',
]

/** A word of each script makes the readers ready for it: a pattern is made again for text beyond Latin. */
const scripts: readonly string[] = ['', ' \u00e9t\u00e9', ' \u0436\u0443\u043a \u2019']

/** A pattern is made in full only when it is used a second time. */
const times = 3

/**
 * Reads examples of everything, so that the first message of a person is read as fast as the ones after it. Changes
 * nothing that is read. Lets other work go first after each example; may be left to run by itself.
 */
export async function warmUp(context: UnderstandContext): Promise<void> {
  for (const script of scripts) {
    for (const example of examples) {
      for (let count = 0; count < times; count++) understand((example + script).slice(0, charactersRead), context)
      await setImmediate()
    }
  }
}
