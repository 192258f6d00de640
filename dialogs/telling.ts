import type { Temporal } from 'temporal-polyfill'
import { plainCard } from '../cards/plain-card.ts'
import type { ThingId } from '../domain/ids.ts'
import type { Message, Notice } from '../domain/ports.ts'
import type { Person } from '../domain/staff.ts'
import type { Desk } from './turn.ts'

/** What somebody is shown because of a notice. */
export type Told = {
  message: Message
  /** What the message is the current card about, if it is one. */
  shows?: ThingId
  /** Not all of it could be told, because something could not be found out: the notice waits, and is told again. */
  unfinished?: true
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
  /** All that are told with it, this one included. */
  together: readonly Notice[],
) => Promise<Told | undefined>

/** What a card turns into when a newer card about the same thing has come. */
export const movedOn = plainCard('Moved on', 'The newest card about this is further down.')
