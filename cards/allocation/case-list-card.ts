import { roshInWords, tierInWords } from '../../domain/allocation/allocation-words.ts'
import type { CaseFacts } from '../../domain/allocation/case-facts.ts'
import type { CardMessage } from '../card.ts'
import { type CardElement, cardWith } from '../card-with.ts'
import { heading, remark, sentence } from '../lines.ts'
import { beginning, typed } from '../typed.ts'
import { holderInWords, limitedAccessInWords } from './case-card.ts'
import { factInWords } from './fact-words.ts'

/** A case that was asked about: as its reader may see it, or the sentence that says why nothing of it is shown. */
export type ListedCase = { facts: CaseFacts; heldBy?: string | undefined } | { says: string }

/** Several cases that were asked about at once, in short, in the order asked. One that is not shown has no number either. */
export function caseListCard(view: {
  cases: readonly ListedCase[]
  /** So many more were named. */
  left: number
  written: boolean
}): CardMessage {
  const { cases, left, written } = view
  return {
    card: cardWith([
      heading('Cases in brief'),
      ...cases.map((one, index): CardElement => {
        const items = 'says' in one ? notShown(one.says, index, cases.length) : inShort(one)
        return { type: 'Container', spacing: 'Medium', separator: index > 0, items }
      }),
      ...(left > 0
        ? [sentence(`You named ${left} more. I show ${cases.length} at most, so please ask for those again.`)]
        : []),
      remark(
        `Facts are from the case services, read now.${written ? ' It is written down that you looked.' : ''} For all of a case, say “show me” and its number.`,
      ),
    ]),
    summary: 'Cases in brief',
  }
}

function notShown(says: string, index: number, count: number): CardElement[] {
  return [typed({ strong: `Case ${index + 1} of ${count}` }), { ...sentence(says), spacing: 'None' }]
}

function inShort({ facts, heldBy }: Extract<ListedCase, { facts: CaseFacts }>): CardElement[] {
  const { crn, name, limitedAccess, holder, tier, rosh } = facts
  const under = (line: CardElement): CardElement => ({ ...line, spacing: 'None' })
  return [
    typed({ strong: crn }, ...(name === undefined ? [] : [`, ${beginning(name, 60)}`])),
    ...(limitedAccess ? [under(sentence(limitedAccessInWords))] : []),
    under(typed({ quiet: 'Held by: ' }, ...factInWords(holder, (value) => holderInWords(value, heldBy)))),
    under(typed({ quiet: 'Tier: ' }, ...factInWords(tier, tierInWords, 'worked out'))),
    under(typed({ quiet: 'RoSH: ' }, ...factInWords(rosh, roshInWords, 'assessed'))),
  ]
}
