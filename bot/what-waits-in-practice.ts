import { showAction } from '../dialogs/action/show-actions.ts'
import { showSession } from '../dialogs/session/show-record.ts'
import type { Desk, Turn } from '../dialogs/turn.ts'
import type { Message } from '../domain/ports.ts'
import type { Person } from '../domain/staff.ts'
import type { Clock } from './clock.ts'

/**
 * In practice, what waits for whoever is being played is shown at once: a session to agree, and an action to take on. Of
 * several of a kind it says how many there are.
 */
export async function whatWaitsInPractice(person: Person, desk: Desk, clock: Clock): Promise<Message[]> {
  const me = person.staffCode
  const today = clock.today()
  const [toSign, open, covers] = await Promise.all([
    desk.supervisions.toSign(me),
    desk.actions.openOf([me]),
    desk.absences.coversOn(today),
  ])
  const toTakeOn = open.filter(({ state }) => state === 'asked')
  const turn: Turn = { person, personal: true, now: clock.now(), today, covers, place: {} }
  const [session, ...moreSessions] = toSign
  const [action, ...moreActions] = toTakeOn
  const many = [
    ...(moreSessions.length > 0 ? [`${toSign.length} sessions wait for you to agree.`] : []),
    ...(moreActions.length > 0 ? [`${toTakeOn.length} actions wait for you to take on.`] : []),
  ]
  return [
    ...(session !== undefined && moreSessions.length === 0
      ? [(await showSession(session.id, turn, desk)).message]
      : []),
    ...(action !== undefined && moreActions.length === 0 ? [(await showAction(action.id, turn, desk)).message] : []),
    ...(many.length > 0 ? [{ text: `${many.join(' ')} Say “what is waiting for me?”` }] : []),
  ]
}
