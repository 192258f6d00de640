import type { Temporal } from 'temporal-polyfill'
import { plainCard } from '../cards/plain-card.ts'
import { sessionCard } from '../cards/session-card.ts'
import { signedCard } from '../cards/signed-card.ts'
import { SessionId, type ThingId } from '../domain/ids.ts'
import type { NoticeKind } from '../domain/notice-kind.ts'
import type { Message, Notice } from '../domain/ports.ts'
import type { Person } from '../domain/staff.ts'
import { signerOf } from '../domain/supervision.ts'
import type { Desk } from './turn.ts'
import { pairOfSession } from './two-people.ts'

/** What somebody is shown because of a notice. */
export type Told = {
  message: Message
  /** What the message is the current card about, if it is one. */
  shows?: ThingId
  /** What the card about the same thing that they have in front of them already turns into. */
  changed?: Message
}

/** What every teller works with: less than in a turn, because nobody has asked anything. */
export type TellingDesk = Omit<Desk, 'reach' | 'names' | 'mint'>

/** What a person is told of a notice, as the thing stands now; undefined when there is nothing left to say. */
export type Tell = (
  notice: Notice,
  person: Person,
  desk: TellingDesk,
  today: Temporal.PlainDate,
) => Promise<Told | undefined>

/** What a card turns into when a newer card about the same thing has come. */
export const movedOn = plainCard('Moved on', 'The newest card about this is further down.')

const tellers: Record<NoticeKind, Tell> = {
  'please-sign': async (notice, person, desk) => {
    const found = await sessionOf(notice, person, desk)
    return found && { message: found.whole, shows: found.session.id, changed: movedOn }
  },
  'was-signed': async (notice, person, desk) => {
    const found = await sessionOf(notice, person, desk)
    if (found === undefined) return undefined
    const { session, practitioner, supervisor, whole } = found
    const signer = signerOf(session) === practitioner.staffCode ? practitioner : supervisor
    return { message: signedCard({ session, signerName: signer.name, policy: desk.policy }), changed: whole }
  },
}

/** What a person is told of a notice, as the thing stands now; undefined when there is nothing left to say. */
export const tell: Tell = (notice, person, desk, today) => tellers[notice.what](notice, person, desk, today)

async function sessionOf(notice: Notice, person: Person, desk: TellingDesk) {
  const session = await desk.supervisions.byId(SessionId.parse(notice.about))
  if (session === undefined) return undefined
  const pair = await pairOfSession(session, desk)
  const whole = sessionCard({ session, ...pair, viewer: person.staffCode, sight: 'full', policy: desk.policy })
  return { session, ...pair, whole }
}
