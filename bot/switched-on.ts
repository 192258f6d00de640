import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { StateStore } from '../domain/ports.ts'

const Kept = z.object({ on: z.iso.date() })
/** The sample world has had an assistant for so long. */
const monthsInPractice = 3

/** The local day on which the service first ran on these records. Without a slash in its key it is kept for good. */
export async function switchedOn(
  state: Pick<StateStore, 'keepFirst'>,
  today: Temporal.PlainDate,
  practice: boolean,
): Promise<Temporal.PlainDate> {
  const first = practice ? today.subtract({ months: monthsInPractice }) : today
  const { on } = Kept.parse(await state.keepFirst('switched-on', { on: first.toString() }))
  return Temporal.PlainDate.from(on)
}
