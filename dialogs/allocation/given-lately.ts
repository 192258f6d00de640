import { Temporal } from 'temporal-polyfill'
import { momentInWords } from '../../cards/words.ts'
import type { Allocation } from '../../domain/allocation/allocation.ts'
import type { Crn, StaffCode } from '../../domain/ids.ts'
import type { Desk, Turn } from '../turn.ts'

/** That a case was given to somebody through the assistant a short while ago, which the case services may not show yet. */
export async function givenLately(crn: Crn, turn: Turn, desk: Pick<Desk, 'allocations' | 'staff'>): Promise<string[]> {
  const [latest] = await desk.allocations.ofCase(crn)
  if (latest === undefined || latest.submission === 'refused' || latest.submission === 'not-submitted') return []
  if (Temporal.PlainDate.compare(latest.touchPointOn, turn.today) < 0) return []
  return [`${await gaveInWords(latest, turn, desk)} To allocate it now is a new decision.`]
}

/** Who gave a case to whom, and when: "You gave this case to Tom Okafor on 22 November 2026 at 10:00." */
export async function gaveInWords(
  { decidedBy, to, decidedAt }: Pick<Allocation, 'decidedBy' | 'to' | 'decidedAt'>,
  turn: Turn,
  desk: Pick<Desk, 'staff'>,
): Promise<string> {
  const people = await desk.staff.byStaffCodes([decidedBy, to])
  const nameOf = (code: StaffCode) => people.find(({ staffCode }) => staffCode === code)?.name ?? code
  const who = decidedBy === turn.person.staffCode ? 'You' : nameOf(decidedBy)
  return `${who} gave this case to ${nameOf(to)} on ${momentInWords(decidedAt)}.`
}
