import type { StaffCode } from '../../domain/ids.ts'
import type { Turn } from '../turn.ts'
import type { Reading } from '../understand/understand.ts'

/** Whether a message asks for somebody else's record instead of one's own; the staff code where it is clear whose. */
export function somebodyElse(
  { people, unknownName, entities }: Reading,
  { person }: Turn,
): { staffCode?: StaffCode } | undefined {
  if (unknownName !== undefined) return {}
  if (entities.practitioner === 'me' || people.length === 0) return undefined
  if (people.some(({ staffCode }) => staffCode === person.staffCode)) return undefined
  const [only, ...more] = people
  return more.length === 0 && only !== undefined ? { staffCode: only.staffCode } : {}
}
