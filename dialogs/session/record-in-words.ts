import type { Desk, Reply, Turn } from '../turn.ts'
import type { Reading } from '../understand/understand.ts'
import { showRecord } from './show-record.ts'

/** What somebody has had, as a message asks for it: one’s own record, or that of the one person named. */
export async function recordInWords(reading: Reading, turn: Turn, desk: Desk): Promise<Reply> {
  const { practitioner, from, to, date } = reading.entities
  const period = { from: from ?? date, to: to ?? date }
  if (reading.unknownName !== undefined) {
    return { message: { text: 'I do not know that name on the staff list. Please give the first name and surname.' } }
  }
  const [first, ...more] = reading.people
  if (practitioner === 'me' || first === undefined) return showRecord(turn.person, period, turn, desk)
  if (more.length === 0) return showRecord(first, period, turn, desk)
  const names = reading.people.slice(0, 6).map((person) => `${person.name} (${person.teamCode ?? person.staffCode})`)
  const list = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names)
  return { message: { text: `Who do you mean: ${list}? Please give the first name and surname, or the staff code.` } }
}
