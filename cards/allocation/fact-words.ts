import type { Temporal } from 'temporal-polyfill'
import { sourceInWords } from '../../domain/allocation/allocation-words.ts'
import type { Fact, NotKnown } from '../../domain/allocation/fact.ts'
import type { Words } from '../typed.ts'
import { shortDay } from '../words.ts'

/** Why a fact is not known: "the risk service did not answer". */
export function whyNotKnown({ source, why }: NotKnown): string {
  switch (why) {
    case 'none':
      return `${sourceInWords(source)} has none`
    case 'not-answered':
      return `${sourceInWords(source)} did not answer`
    case 'not-understood':
      return `what ${sourceInWords(source)} said could not be read`
    case 'conflicting':
      return 'two services say different things'
  }
}

/**
 * A fact with where it comes from and its day, quiet behind it; or that it is not known, and why. `words` may be anybody's,
 * so they go through `typed`. `dated` is said before the day: "assessed".
 */
export function factInWords<T>(fact: Fact<T>, words: (value: T) => string, dated = ''): Words[] {
  if (!fact.known) return ['Not known', { quiet: `: ${whyNotKnown(fact)}` }]
  return [words(fact.value), { quiet: `, from ${sourceInWords(fact.source)}${dayOf(fact.on, dated)}` }]
}

function dayOf(on: Temporal.PlainDate | undefined, dated: string): string {
  if (on === undefined) return ''
  return dated === '' ? `, ${shortDay(on)}` : `, ${dated} ${shortDay(on)}`
}
