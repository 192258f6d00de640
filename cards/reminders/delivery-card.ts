import type { StaffCode } from '../../domain/ids.ts'
import type { DeliveryReport } from '../../domain/reminders/delivery-report.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { cardWith } from '../card-with.ts'
import { shortDayOf } from '../due/state-words.ts'
import { heading, remark, sentence, subheading, wideRow } from '../lines.ts'
import { beginning, typed } from '../typed.ts'
import { countInWords } from '../words.ts'
import { some, whyNotReached } from './reminder-words.ts'

export type DeliveryView = {
  report: DeliveryReport
  names: ReadonlyMap<StaffCode, string>
  /** How many days back it looks. */
  days: number
  /** From 1 on; one that does not exist is the last. */
  page: number
}

const onAPage = 15

const outcomeWords: Record<keyof DeliveryReport['counts'], string> = {
  delivered: 'Delivered',
  'not-installed': 'Not installed',
  blocked: 'Blocked',
  throttled: 'Held up by Teams',
  failed: 'Failed',
  unknown: 'Outcome not known',
  'too-big': 'Too big',
  later: 'Put to a later time',
  dropped: 'No longer needed',
  cancelled: 'Cancelled',
}

/** How many messages reached people and how many did not, and whom they do not reach. No word of what they said. */
export function deliveryCard({ report, names, days, page }: DeliveryView): CardMessage {
  const { counts, unreachable } = report
  const outcomes = (Object.keys(outcomeWords) as (keyof typeof outcomeWords)[]).filter((one) => (counts[one] ?? 0) > 0)
  const pages = Math.max(1, Math.ceil(unreachable.length / onAPage))
  const at = Math.min(page, pages)
  const shown = unreachable.slice((at - 1) * onAPage, at * onAPage)
  return {
    card: cardWith(
      [
        heading('Delivery report'),
        sentence(
          outcomes.length === 0
            ? `Nothing was to be delivered in the last ${some(days, 'day')}.`
            : `Reminders, and notices that did not arrive at once, in the last ${some(days, 'day')}:`,
        ),
        ...outcomes.map((one) => wideRow(outcomeWords[one], countInWords(counts[one] ?? 0))),
        subheading('Could not be reached'),
        ...(shown.length === 0 ? [sentence('Nobody.')] : []),
        ...shown.map(({ person, why, since }) =>
          typed(
            { strong: beginning(names.get(person) ?? person, 60) },
            ` (${person}): ${whyNotReached[why]}, since ${shortDayOf(since)}.`,
          ),
        ),
        ...(pages === 1 ? [] : [sentence(`Page ${at} of ${pages}.`, { spacing: 'Medium' })]),
        remark('It has no word of what the messages said. In words: “delivery report”.'),
      ],
      [
        ...(at < pages ? [button(`Page ${at + 1}`, { verb: 'delivery.show', page: String(at + 1) })] : []),
        ...(at > 1 ? [button(`Page ${at - 1}`, { verb: 'delivery.show', page: String(at - 1) })] : []),
      ],
    ),
    summary: 'Delivery report',
  }
}
