import { mayHold } from '../../domain/retention.ts'
import { type Desk, noteOf, type Reply, refuse, type Turn } from '../turn.ts'
import type { Reading } from '../understand/understand.ts'

/** "Put a hold on Aisha's record", "release the hold on Aisha", and not "what do you hold". */
const putting = /\b(?:put|place|set|add)\b.{0,40}\bhold\b|^(?:please )?hold\b/i
const releasing = /\b(?:release|lift|remove|end|take off|clear)\b.{0,40}\bhold\b/i

export function isAboutHold(text: string): boolean {
  return putting.test(text) || releasing.test(text)
}

/** Puts or releases a hold, for an administrator. While there is one, nothing about that person is removed. */
export async function holdInWords(text: string, reading: Reading, turn: Turn, desk: Desk): Promise<Reply> {
  const [person, ...more] = reading.people
  if (!mayHold(turn.person)) {
    return refuse(
      turn,
      'hold',
      'Only an administrator can put or release a hold, so nothing was changed. Ask the administrator of the staff list.',
      person === undefined || more.length > 0 ? {} : { subject: person.staffCode },
    )
  }
  if (person === undefined || more.length > 0 || reading.unknownName !== undefined) {
    return {
      message: {
        text: 'Whose records? Please say the first name and surname, or the staff code. Nothing was changed.',
      },
    }
  }
  const { staffCode: subject, name } = person
  if (releasing.test(text)) {
    const released = await desk.holds.release(subject, noteOf(turn, 'hold.released', { subject }))
    const said = released
      ? `The hold on the records of ${name} is released. The usual periods apply again.`
      : `There was no hold on the records of ${name}. Nothing was changed.`
    return { message: { text: said } }
  }
  const put = await desk.holds.put(
    { person: subject, at: turn.now, by: turn.person.staffCode },
    noteOf(turn, 'hold.put', { subject }),
  )
  const said = put
    ? `There is a hold on the records of ${name} now: nothing about them is removed until you say “release the hold on ${name}”.`
    : `There was a hold on the records of ${name} already. Nothing was changed.`
  return { message: { text: said } }
}
