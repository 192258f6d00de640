import type { StaffCode } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import type { Desk } from '../turn.ts'
import { whichOne } from '../understand/which-one.ts'

const mostWords = 8

/**
 * Which of some people who were offered, in this order, a message names: by place ("the second one"), by a part of the name
 * that only one of them has, or by staff code. Undefined where it names none of them, or more than one.
 */
export async function oneOfThem(
  words: string,
  offered: readonly StaffCode[],
  desk: Pick<Desk, 'staff' | 'names'>,
): Promise<Person | undefined> {
  if (words.split(/\s+/).length > mostWords) return undefined
  const place = whichOne(words, offered.length)
  const code = place === undefined ? undefined : offered[place]
  if (code !== undefined) return desk.staff.byStaffCode(code)
  const { people } = (await desk.names()).find(words, { closeTo: offered, asked: true })
  const [only, ...more] = people.filter(({ staffCode }) => offered.includes(staffCode))
  return more.length > 0 ? undefined : only
}
