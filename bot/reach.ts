import { type TellingDesk, tell, toldWith } from '../dialogs/tell.ts'
import type { Delivery, Messenger, Notice, Notices, ShownCard } from '../domain/ports.ts'
import { isInPost } from '../domain/staff.ts'
import type { Background } from './background.ts'
import type { Clock } from './clock.ts'
import { placeOf } from './messenger.ts'

type Reached = 'reached' | 'not reached yet'

type Parts = {
  desk: TellingDesk
  notices: Notices
  messenger: Messenger
  clock: Clock
  background: Background
  /** Called when somebody could not be reached, so that their next sign of life is not passed over. */
  onNotReached: () => void
}

/**
 * Takes a notice to the person it is for: a card with the thing as it stands now, never as it stood when the notice was
 * made. The card about it that they have in front of them already is changed too. Whatever becomes of it is kept, beside
 * the turn that waits to hear of it; a notice that could not be delivered waits for the person's next sign of life.
 */
export function reachPeople(parts: Parts): (notice: Notice) => Promise<Reached> {
  const { desk, notices, messenger, clock, background } = parts
  const underWay = new Map<string, Promise<Reached>>()

  type Delivered = { outcome: Delivery['outcome']; ids: readonly string[]; shown?: ShownCard }

  async function deliver(notice: Notice): Promise<Delivered> {
    const today = clock.today()
    const together = await goingWith(notice)
    const ids = together.map(({ id }) => id)
    if (together.length === 0) return { outcome: 'delivered', ids }
    const person = await desk.staff.byStaffCode(notice.to)
    const told =
      person !== undefined && isInPost(person, today.toString())
        ? await tell(notice, person, desk, today, together)
        : undefined
    if (person === undefined || told === undefined) return { outcome: 'failed', ids }
    const { message, shows, changed } = told
    const [current] = changed === undefined ? [] : await desk.shownCards.of(notice.about, person.staffCode)
    const [delivery] = await Promise.all([
      messenger.sendTo(person, message),
      current && changed && messenger.update(current, changed),
    ])
    if (delivery.outcome !== 'delivered') parts.onNotReached()
    const place = placeOf(delivery)
    const shown = place === undefined || shows === undefined ? undefined : { thing: shows, to: person.staffCode, place }
    return { outcome: delivery.outcome, ids, shown }
  }

  /** The notices that are told on one card: those that still wait, where it can be several. */
  async function goingWith(notice: Notice): Promise<readonly Notice[]> {
    const key = toldWith(notice)
    if (key === notice.id) return [notice]
    return (await notices.undelivered(notice.to)).filter((other) => toldWith(other) === key)
  }

  // One notice is not taken to its person twice at once, by what they did and by what somebody else did.
  return (notice) => {
    const key = toldWith(notice)
    const known = underWay.get(key)
    if (known !== undefined) return known
    const delivered = deliver(notice)
    background.run('notice', async () => {
      try {
        const { outcome, ids, shown } = await delivered
        await notices.settle(ids, outcome, clock.now(), shown)
      } finally {
        underWay.delete(key)
      }
    })
    const reached = delivered.then(({ outcome }) => (outcome === 'delivered' ? 'reached' : 'not reached yet'))
    underWay.set(key, reached)
    return reached
  }
}
