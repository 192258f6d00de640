import { Temporal } from 'temporal-polyfill'
import { windowLeftOutCard } from '../../cards/reminders/window-left-out-card.ts'
import { StaffCode } from '../../domain/ids.ts'
import { manages } from '../../domain/rights.ts'
import { KindId } from '../../domain/supervision-kind.ts'
import { shownTo } from '../shown-to.ts'
import type { Tell } from '../telling.ts'

/** Somebody wants no more reminders of some windows. What they gave the same reason for is told together. */
export const tellOfLeftOut: Tell = async (notice, person, desk, today) => {
  const [, code] = notice.about.split(':')
  const who = await desk.staff.byStaffCode(StaffCode.parse(code))
  if (who === undefined || !manages(person, who, await desk.absences.coversOn(today))) return undefined
  const { notThisWindow } = (await desk.reminderPreferences.of(who.staffCode)).preferences
  const said = notThisWindow.find(({ thing }) => thing === notice.about)
  if (said === undefined) return undefined
  const together = notThisWindow.filter(({ reason, ends }) => reason === said.reason && ends === said.ends)
  const kinds = together.flatMap(({ thing }) => KindId.safeParse(thing.split(':')[2]).data ?? [])
  const ends = Temporal.PlainDate.from(said.ends)
  const shown = await shownTo(person.staffCode, said.reason, desk)
  return { message: windowLeftOutCard(who, { kinds, ends, reason: shown(said.reason, false) }, desk.policy) }
}
