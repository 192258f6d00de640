import { type TellingDesk, tell, toldWith } from '../dialogs/tell.ts'
import type { BeforeRequest, Delivery, Messenger, Notice, Notices, ShownCard } from '../domain/ports.ts'
import { afterDelivery } from '../domain/reminders/backoff.ts'
import type { SendingPolicy } from '../domain/reminders/sending-policy.ts'
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
  retry: SendingPolicy['retry']
  /** A number from 0 to 1. */
  random: () => number
  /** Called when somebody could not be reached, so that their next sign of life is not passed over. */
  onNotReached: () => void
}

export type PeopleReached = {
  /** Takes a notice to its person at once. What became of it is kept beside the turn that waits to hear of it. */
  reach(notice: Notice): Promise<Reached>
  /** The same for a notice that comes out of the outbox again, within the channel's limits; gives what became of it once that is kept. */
  deliver(notice: Notice, before: BeforeRequest): Promise<Delivery>
}

/**
 * Takes a notice to the person it is for: a card with the thing as it stands now, never as it stood when the notice was
 * made. The card about it that they have in front of them already is changed too. A notice that could not be delivered waits
 * for the person's next sign of life, and comes again by itself where that can help.
 */
export function reachPeople(parts: Parts): PeopleReached {
  const { desk, notices, messenger, clock, background } = parts
  type Told = { delivery: Delivery; ids: readonly string[]; shown?: ShownCard; again?: boolean; unfinished?: boolean }
  const underWay = new Map<string, { told: Promise<Told>; kept: Promise<void> }>()
  const failed: Delivery = { outcome: 'failed' }
  const nothingToTell: Delivery = {
    outcome: 'delivered',
    place: { serviceUrl: '', conversationId: '', messageId: '' },
  }

  async function toPerson(notice: Notice, before: BeforeRequest | undefined): Promise<Told> {
    const today = clock.today()
    const together = await goingWith(notice)
    const ids = together.map(({ id }) => id)
    if (together.length === 0) return { delivery: nothingToTell, ids }
    const person = await desk.staff.byStaffCode(notice.to)
    const told =
      person !== undefined && isInPost(person, today.toString())
        ? await tell(notice, person, desk, today, together)
        : undefined
    if (person === undefined || told === undefined) return { delivery: failed, ids }
    const { message, shows, changed, unfinished = false } = told
    const [current] = changed === undefined ? [] : await desk.shownCards.of(notice.about, person.staffCode)
    const [delivery] = await Promise.all([
      messenger.sendTo(person, message, before),
      current && changed && messenger.update(current, changed),
    ])
    if (delivery.outcome !== 'delivered') parts.onNotReached()
    const place = placeOf(delivery)
    const shown = place === undefined || shows === undefined ? undefined : { thing: shows, to: person.staffCode, place }
    return { delivery, ids, shown, again: before === undefined, unfinished }
  }

  /** The notices that are told on one card: those that still wait, where it can be several. */
  async function goingWith(notice: Notice): Promise<readonly Notice[]> {
    const key = toldWith(notice)
    if (key === notice.id) return [notice]
    return (await notices.undelivered(notice.to)).filter((other) => toldWith(other) === key)
  }

  /** What comes out of the outbox is settled there too, so only a first try puts it in. */
  async function keep({ ids, shown, again, ...told }: Told): Promise<void> {
    const now = clock.now()
    const delivery = toSettle(told)
    const next = afterDelivery(delivery, { attempts: 1, unknowns: 0 }, now, parts.random(), parts.retry)
    const comesAgain = again === true && 'again' in next ? next.again : undefined
    await notices.settle(ids, delivery.outcome, now, shown, comesAgain)
  }

  /** What was told only in part came, and is still to be told. */
  function toSettle({ delivery, unfinished }: Pick<Told, 'delivery' | 'unfinished'>): Delivery {
    return unfinished && delivery.outcome === 'delivered' ? failed : delivery
  }

  // One notice is not taken to its person twice at once, by what they did and by what somebody else did.
  function take(notice: Notice, before?: BeforeRequest) {
    const key = toldWith(notice)
    const known = underWay.get(key)
    if (known !== undefined) return known
    const told = toPerson(notice, before)
    const kept = told.then(keep).finally(() => underWay.delete(key))
    background.run('notice', () => kept)
    underWay.set(key, { told, kept })
    return { told, kept }
  }

  return {
    async reach(notice) {
      const { delivery } = await take(notice).told
      return delivery.outcome === 'delivered' ? 'reached' : 'not reached yet'
    },
    async deliver(notice, before) {
      const { told, kept } = take(notice, before)
      await kept
      return toSettle(await told)
    },
  }
}
