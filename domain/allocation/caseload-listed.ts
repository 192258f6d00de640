import { tierInWords } from './allocation-words.ts'
import type { CaseloadEntry } from './case-services.ts'
import type { Tier } from './tier.ts'

/** A case that its viewer may see. */
export type ListedCase = Extract<CaseloadEntry, { sight: 'open' }>

/**
 * What a viewer is shown of a caseload: the cases they may see, each once, the highest tier first and then by name. Nothing
 * tells of those they may not see. `unchecked`: of some it could not be found out, and those are left out too.
 */
export function caseloadListed(entries: readonly CaseloadEntry[]): { cases: ListedCase[]; unchecked: boolean } {
  const open = entries.filter((entry) => entry.sight === 'open')
  const cases = [...new Map(open.map((entry) => [entry.crn, entry])).values()]
  const orderOf = ({ tier, name, crn }: ListedCase) => [tierOrder(tier), name ?? '\uffff', crn].join('\t')
  cases.sort((one, other) => orderOf(one).localeCompare(orderOf(other), 'en-GB'))
  return { cases, unchecked: entries.some(({ sight }) => sight === 'not-answered') }
}

/** Letters in their order, whatever the model; then what has none, then what is not known. */
function tierOrder(tier: Tier | undefined): string {
  if (tier === undefined) return 'Z'
  return tier.model === 'none' ? 'Y' : tier.code
}

/** How many cases there are of each tier, in the order of the list: "A", 2. A provisional tier counts as what it is now. */
export function countByTier(cases: readonly Pick<ListedCase, 'tier'>[]): { tier: string; count: number }[] {
  const groups = Map.groupBy(cases, ({ tier }) =>
    tier === undefined ? 'not known' : tierInWords({ ...tier, provisional: false }),
  )
  return [...groups].map(([tier, { length }]) => ({ tier, count: length }))
}
