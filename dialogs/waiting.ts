import { waitingCard } from '../cards/waiting-card.ts'
import type { Booking } from '../domain/booking.ts'
import type { StaffCode } from '../domain/ids.ts'
import { type Desk, type Reply, readNotes, type Turn } from './turn.ts'

/**
 * Everything that waits for this person: sessions to sign, changes they were asked for, booked sessions that have passed,
 * actions to take on, more time to agree, drafts to finish.
 */
export async function whatWaits(turn: Turn, desk: Desk): Promise<Reply> {
  const me = turn.person.staffCode
  const [toSign, drafts, toCorrect, booked, mine, asked] = await Promise.all([
    desk.supervisions.toSign(me),
    desk.drafts.openOf(me),
    desk.supervisions.toCorrect(me),
    desk.bookings.booked(
      [me],
      turn.today.subtract({ months: desk.policy.monthsBack }),
      turn.today.subtract({ days: 1 }),
    ),
    desk.actions.openOf([me]),
    desk.actions.openAskedBy(me),
  ])
  // Who held the session is the one who says what became of it.
  const passed = booked.filter((booking) => booking.supervisor === me)
  const toConfirm = mine.filter((action) => action.state === 'asked')
  const others = new Set<StaffCode>([
    ...toSign.map((session) => session.loggedBy),
    ...drafts.flatMap((draft) => draft.other ?? []),
    ...[...toCorrect, ...passed].flatMap((session) => [session.practitioner, session.supervisor]),
    ...toConfirm.map((action) => action.askedBy),
    ...asked.map((action) => action.owner),
  ])
  const people = await desk.staff.byStaffCodes([...others])
  const names = new Map(people.map((person) => [person.staffCode, person.name]))
  const nameOf = (code: StaffCode) => names.get(code) ?? code
  const otherOf = ({ practitioner, supervisor }: Pick<Booking, 'practitioner' | 'supervisor'>) =>
    nameOf(practitioner === me ? supervisor : practitioner)
  const message = waitingCard({
    toSign: toSign.map((session) => ({ session, loggerName: nameOf(session.loggedBy) })),
    drafts: drafts.map((draft) => ({ draft, otherName: draft.other && names.get(draft.other) })),
    toCorrect: toCorrect.map((session) => ({ session, otherName: otherOf(session) })),
    passed: passed.map((booking) => ({ booking, otherName: otherOf(booking) })),
    toConfirm: toConfirm.map((action) => ({ action, askerName: nameOf(action.askedBy) })),
    moreTime: asked.flatMap((action) =>
      action.moreTime === undefined ? [] : [{ action, ownerName: nameOf(action.owner), until: action.moreTime.due }],
    ),
    policy: desk.policy,
  })
  const read = [...toSign, ...toCorrect].flatMap((session) => readNotes(turn, session))
  return { message, notes: read }
}
