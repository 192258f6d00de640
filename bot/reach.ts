import { sessionCard } from '../cards/session-card.ts'
import { signedCard } from '../cards/signed-card.ts'
import { pairOfSession } from '../dialogs/two-people.ts'
import type { Messenger, Notice, Notices, ShownCards, StaffList, SupervisionLog } from '../domain/ports.ts'
import { isInPost } from '../domain/staff.ts'
import { signerOf } from '../domain/supervision.ts'
import type { SupervisionPolicy } from '../domain/supervision-kind.ts'
import type { Clock } from './clock.ts'
import { placeOf } from './messenger.ts'
import { movedOn } from './moved-on.ts'

type Parts = {
  staff: StaffList
  supervisions: SupervisionLog
  notices: Notices
  shownCards: ShownCards
  messenger: Messenger
  policy: SupervisionPolicy
  clock: Clock
  /** Called when somebody could not be reached, so that their next sign of life is not passed over. */
  onNotReached: () => void
}

/**
 * Takes a notice to the person it is for: a card with the session as it stands now, never as it stood when the notice was
 * made. The card about it that they have in front of them already is changed too. Whatever becomes of it is kept; a notice
 * that could not be delivered waits for the person's next sign of life.
 */
export function reachPeople(parts: Parts): (notice: Notice) => Promise<'reached' | 'not reached yet'> {
  const { staff, supervisions, notices, shownCards, messenger, policy, clock } = parts
  const underWay = new Map<string, Promise<'reached' | 'not reached yet'>>()
  const take = async (notice: Notice): Promise<'reached' | 'not reached yet'> => {
    const [session, person] = await Promise.all([supervisions.byId(notice.about), staff.byStaffCode(notice.to)])
    if (session === undefined || person === undefined || !isInPost(person, clock.today().toString())) {
      await notices.settle(notice.id, 'failed', clock.now())
      return 'not reached yet'
    }
    const pair = await pairOfSession(session, { staff })
    const whole = sessionCard({ session, ...pair, viewer: person.staffCode, sight: 'full', policy })
    const [current] = await shownCards.of(session.id, person.staffCode)
    const signer = signerOf(session) === pair.practitioner.staffCode ? pair.practitioner : pair.supervisor
    const told = notice.what === 'was-signed' ? signedCard({ session, signerName: signer.name, policy }) : whole
    const changed = notice.what === 'was-signed' ? whole : movedOn
    const [delivery] = await Promise.all([
      messenger.sendTo(person, told),
      current && messenger.update(current, changed),
    ])
    const place = placeOf(delivery)
    const shown = place !== undefined && told === whole ? { thing: session.id, to: person.staffCode, place } : undefined
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
