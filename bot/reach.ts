import { type TellingDesk, tell } from '../dialogs/tell.ts'
import type { Messenger, Notice, Notices } from '../domain/ports.ts'
import { isInPost } from '../domain/staff.ts'
import type { Clock } from './clock.ts'
import { placeOf } from './messenger.ts'

type Parts = {
  desk: TellingDesk
  notices: Notices
  messenger: Messenger
  clock: Clock
  /** Called when somebody could not be reached, so that their next sign of life is not passed over. */
  onNotReached: () => void
}

/**
 * Takes a notice to the person it is for: a card with the thing as it stands now, never as it stood when the notice was
 * made. The card about it that they have in front of them already is changed too. Whatever becomes of it is kept; a notice
 * that could not be delivered waits for the person's next sign of life.
 */
export function reachPeople(parts: Parts): (notice: Notice) => Promise<'reached' | 'not reached yet'> {
  const { desk, notices, messenger, clock } = parts
  const underWay = new Map<string, Promise<'reached' | 'not reached yet'>>()
  const take = async (notice: Notice): Promise<'reached' | 'not reached yet'> => {
    const today = clock.today()
    const person = await desk.staff.byStaffCode(notice.to)
    const told =
      person !== undefined && isInPost(person, today.toString()) ? await tell(notice, person, desk, today) : undefined
    if (person === undefined || told === undefined) {
      await notices.settle(notice.id, 'failed', clock.now())
      return 'not reached yet'
    }
    const { message, shows, changed } = told
    const [current] = changed === undefined ? [] : await desk.shownCards.of(notice.about, person.staffCode)
    const [delivery] = await Promise.all([
      messenger.sendTo(person, message),
      current && changed && messenger.update(current, changed),
    ])
    const place = placeOf(delivery)
    const shown = place === undefined || shows === undefined ? undefined : { thing: shows, to: person.staffCode, place }
    await notices.settle(notice.id, delivery.outcome, clock.now(), shown)
    if (delivery.outcome === 'delivered') return 'reached'
    parts.onNotReached()
    return 'not reached yet'
  }
  // One notice is not taken to its person twice at once, by what they did and by what somebody else did.
  return (notice) => {
    const taking = underWay.get(notice.id) ?? take(notice).finally(() => underWay.delete(notice.id))
    underWay.set(notice.id, taking)
    return taking
  }
}
