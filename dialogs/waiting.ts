import { waitingCard } from '../cards/waiting-card.ts'
import type { Booking } from '../domain/booking.ts'
import type { StaffCode } from '../domain/ids.ts'
import { mayReflect } from '../domain/supervision.ts'
import { supervisionYearOf } from '../domain/supervision-year.ts'
import { moreTimeWanted } from './action/action-people.ts'
import { allocationsBegun } from './allocation/allocations-begun.ts'
import { actionsShown } from './shown-to.ts'
import { teamActionsToConfirm } from './team-action/show-team-actions.ts'
import { type Desk, type Reply, readNotes, type Turn } from './turn.ts'

/**
 * Everything that waits for this person: sessions to sign, changes they were asked for, booked sessions that have passed,
 * actions to take on, team actions to confirm, more time to agree, the question whether a session was reflective, drafts to finish, allocations to
 * decide.
 */
export async function whatWaits(turn: Turn, desk: Desk): Promise<Reply> {
  const me = turn.person.staffCode
  const covered = turn.covers.filter((cover) => cover.by === me).map((cover) => cover.manager)
  const year = supervisionYearOf(turn.today, desk.policy.windows.yearBegins)
  const [toSign, drafts, toCorrect, booked, mine, asked, bookingDraft, held, allocations, together] = await Promise.all(
    [
      desk.supervisions.toSign(me),
      desk.drafts.openOf(me),
      desk.supervisions.toCorrect(me),
      desk.bookings.booked(
        [me, ...covered],
        turn.today.subtract({ months: desk.policy.monthsBack }),
        turn.today.subtract({ days: 1 }),
      ),
      desk.actions.openOf([me]),
      moreTimeWanted(turn, desk),
      desk.bookings.lastDraft(me),
      desk.supervisions.of(me, year.from, turn.today),
      allocationsBegun(turn, desk),
      teamActionsToConfirm(turn, desk),
    ],
  )
  // Who held the session, or covers for them, is the one who says what became of it.
  const passed = booked.filter(
    (booking) => booking.practitioner !== me && (booking.supervisor === me || covered.includes(booking.supervisor)),
  )
  const signing = new Set(toSign.map((session) => session.id))
  const toReflect = held.filter((session) => mayReflect(session, me) && !signing.has(session.id))
  const toConfirm = mine.filter((action) => action.state === 'asked')
  const others = new Set<StaffCode>([
    ...toSign.map((session) => session.loggedBy),
    ...drafts.flatMap((draft) => draft.other ?? []),
    ...[...toCorrect, ...passed].flatMap((session) => [session.practitioner, session.supervisor]),
    ...[...toConfirm, ...together].map((action) => action.askedBy),
    ...asked.map((action) => action.owner),
    ...toReflect.map((session) => session.supervisor),
    ...(bookingDraft?.other === undefined ? [] : [bookingDraft.other]),
  ])
  const [people, shown] = await Promise.all([
    desk.staff.byStaffCodes([...others]),
    actionsShown([...toConfirm, ...asked], me, desk),
  ])
  const names = new Map(people.map((person) => [person.staffCode, person.name]))
  const nameOf = (code: StaffCode) => names.get(code) ?? code
  const otherOf = ({ practitioner, supervisor }: Pick<Booking, 'practitioner' | 'supervisor'>) =>
    nameOf(practitioner === me ? supervisor : practitioner)
  const message = waitingCard({
    toSign: toSign.map((session) => ({ session, loggerName: nameOf(session.loggedBy) })),
    drafts: drafts.map((draft) => ({ draft, otherName: draft.other && names.get(draft.other) })),
    toCorrect: toCorrect.map((session) => ({ session, otherName: otherOf(session) })),
    passed: passed.map((booking) => ({ booking, otherName: otherOf(booking) })),
    toConfirm: toConfirm.map((action) => ({ action: shown(action), askerName: nameOf(action.askedBy) })),
    moreTime: asked.flatMap((action) =>
      action.moreTime === undefined
        ? []
        : [{ action: shown(action), ownerName: nameOf(action.owner), until: action.moreTime.due }],
    ),
    toReflect: toReflect.map((session) => ({ session, otherName: nameOf(session.supervisor) })),
    allocations,
    toConfirmTogether: together.map((action) => ({ action, askerName: nameOf(action.askedBy) })),
    ...(bookingDraft && {
      bookingDraft: { id: bookingDraft.id, otherName: bookingDraft.other && nameOf(bookingDraft.other) },
    }),
    policy: desk.policy,
  })
  const read = [...toSign, ...toCorrect].flatMap((session) => readNotes(turn, session))
  return { message, notes: read }
}
