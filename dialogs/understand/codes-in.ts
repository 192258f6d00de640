import { StaffCode } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'

/** People given by their staff code, which leaves no doubt: a name beside it adds nothing. */
export function codesIn(
  text: string,
  index: { byCode(code: StaffCode): Person | undefined },
): { people: Person[]; words: string; at: number; end: number; anchored: true }[] {
  if (!/\d/.test(text)) return []
  return [...text.matchAll(/(?<![\p{L}\p{N}])[A-Za-z0-9]{4,12}(?![\p{L}\p{N}])/gu)].flatMap((match) => {
    const code = StaffCode.safeParse(match[0])
    const person = code.success && /\d/.test(match[0]) ? index.byCode(code.data) : undefined
    if (person === undefined) return []
    const end = match.index + match[0].length
    return [{ people: [person], words: match[0], at: match.index, end, anchored: true as const }]
  })
}
