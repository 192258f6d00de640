import type { Temporal } from 'temporal-polyfill'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { type CardElement, cardWith } from '../card-with.ts'
import { heading, remark, sentence } from '../lines.ts'
import { typed } from '../typed.ts'
import { countInWords, momentInWords } from '../words.ts'

export type KeptView = {
  /** Each sort of record: how many there are, how long they are kept and who can see them, in words. */
  sorts: readonly { title: string; count: number; kept: string; seenBy: string }[]
  heldSince?: Temporal.Instant | undefined
}

/** What is kept about its reader, for how long, and who can see it. */
export function keptCard({ sorts, heldSince }: KeptView): CardMessage {
  const some = sorts.filter(({ count }) => count > 0)
  const none = sorts.filter(({ count }) => count === 0).map(({ title }) => title.toLowerCase())
  return {
    card: cardWith(
      [
        heading('What is kept about you'),
        ...(heldSince === undefined
          ? []
          : [
              sentence(
                `There has been a hold since ${momentInWords(heldSince)}: nothing about you is removed until it is released.`,
              ),
            ]),
        ...some.map(
          ({ title, count, kept, seenBy }): CardElement => ({
            type: 'Container',
            spacing: 'Medium',
            separator: true,
            items: [
              typed({ strong: `${title}: ${countInWords(count)}` }),
              { ...typed(`Kept ${kept}. Seen by ${seenBy}.`), spacing: 'None' },
            ],
          }),
        ),
        ...(none.length === 0 ? [] : [remark(`Nothing yet: ${none.join('; ')}.`)]),
        remark(
          'To have it all, say “give me a copy”, or “give me a copy as data”. For who looked, say “who has looked at my record?”.',
        ),
      ],
      [
        button('Save a copy to read', { verb: 'mine.copy', as: 'page' }, { primary: true }),
        button('Save a copy as data', { verb: 'mine.copy', as: 'data' }),
        button('Who has looked', { verb: 'mine.views' }),
      ],
    ),
    summary: 'What is kept about you',
  }
}
