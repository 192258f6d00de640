import type { Temporal } from 'temporal-polyfill'
import type { Person } from '../../domain/staff.ts'
import type { KindId, SupervisionPolicy } from '../../domain/supervision-kind.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { cardWith } from '../card-with.ts'
import { heading, note, row, sentence } from '../lines.ts'
import { dayInWords, kindsAsHeading } from '../words.ts'

/** Tells a line manager that somebody wants no more reminders of some windows, and why. */
export function windowLeftOutCard(
  who: Pick<Person, 'staffCode' | 'name'>,
  { kinds, ends, reason }: { kinds: readonly KindId[]; ends: Temporal.PlainDate; reason: string },
  policy: SupervisionPolicy,
): CardMessage {
  return {
    card: cardWith(
      [
        heading('Not this window'),
        row('Who', { strong: who.name }),
        row('What', kindsAsHeading(policy, kinds)),
        row('Last day', dayInWords(ends)),
        ...note('Why', reason, reason.length),
        sentence('They get no more reminders of it. It stays due until it is held or the window is waived.'),
      ],
      [button('What is due', { verb: 'states.show', person: who.staffCode })],
    ),
    summary: 'Somebody leaves a window out',
  }
}
