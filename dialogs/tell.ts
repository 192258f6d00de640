import { signedCard } from '../cards/session/signed-card.ts'
import { withdrawnCard } from '../cards/session/withdraw-card.ts'
import { withoutCases } from '../domain/hidden-cases.ts'
import { SessionId } from '../domain/ids.ts'
import type { NoticeKind } from '../domain/notice-kind.ts'
import type { Notice } from '../domain/ports.ts'
import type { Person } from '../domain/staff.ts'
import { signerOf } from '../domain/supervision.ts'
import { tellOfAction } from './action/tell-action.ts'
import { tellOfAllocation, tellOfSettled } from './allocation/tell-allocation.ts'
import { tellOfAbsence, tellOfCover } from './away/tell-away.ts'
import { askAboutBooking, tellOfBooking } from './booking/tell-booking.ts'
import { tellOfLeftOut } from './reminders/tell-left-out.ts'
import { tellOfReview } from './reviews/tell-review.ts'
import { hiddenFrom, sessionShown } from './session/session-shown.ts'
import { tellOfTeamAction } from './team-action/tell-team-action.ts'
import { movedOn, type Tell, type TellingDesk } from './telling.ts'
import { pairOfSession } from './two-people.ts'

export { movedOn, type Tell, type TellingDesk, type Told } from './telling.ts'

const tellers: Record<NoticeKind, Tell> = {
  'please-sign': async (notice, person, desk) => {
    const session = await sessionAbout(notice, desk)
    return (
      session && { message: await sessionShown(session, person.staffCode, desk), shows: session.id, changed: movedOn }
    )
  },
  'was-signed': async (notice, person, desk) => {
    const found = await sessionOf(notice, person, desk)
    if (found === undefined) return undefined
    const { session, practitioner, supervisor, whole } = found
    const signer = signerOf(session) === practitioner.staffCode ? practitioner : supervisor
    return { message: signedCard({ session, signerName: signer.name, policy: desk.policy }), changed: whole }
  },
  'was-withdrawn': async (notice, person, desk) => {
    const found = await sessionOf(notice, person, desk)
    if (found === undefined) return undefined
    const { session, practitioner, supervisor, whole } = found
    const logger = session.loggedBy === practitioner.staffCode ? practitioner : supervisor
    return { message: withdrawnCard({ session, loggerName: logger.name, policy: desk.policy }), changed: whole }
  },
  'booking-changed': tellOfBooking,
  'booking-passed': askAboutBooking,
  'absence-recorded': tellOfAbsence,
  'action-step': tellOfAction,
  'team-action-asked': tellOfTeamAction,
  'cover-arranged': tellOfCover,
  'was-given-case': tellOfAllocation,
  'allocation-settled': tellOfSettled,
  'review-not-mine': tellOfReview,
  'window-left-out': tellOfLeftOut,
}

/** What a person is told of a notice, as the thing stands now; undefined when there is nothing left to say. */
export const tell: Tell = (notice, ...rest) => tellers[notice.what](notice, ...rest)

/** What everything that is told on one card has in common: it waits for the same person, and is a question of the same sort. */
export function toldWith(notice: Notice): string {
  return notice.what === 'booking-passed' ? `${notice.what}:${notice.to}` : notice.id
}

const sessionAbout = (notice: Notice, desk: TellingDesk) => desk.supervisions.byId(SessionId.parse(notice.about))

async function sessionOf(notice: Notice, person: Person, desk: TellingDesk) {
  const session = await sessionAbout(notice, desk)
  if (session === undefined) return undefined
  const pair = await pairOfSession(session, desk)
  const whole = await sessionShown(session, person.staffCode, desk)
  const seen = withoutCases(session, await hiddenFrom(session, person.staffCode, desk))
  return { session: seen, ...pair, whole }
}
