import type { StaffCode } from '../../domain/ids.ts'
import { pairFor } from '../../domain/rights.ts'
import type { KindId } from '../../domain/supervision-kind.ts'
import { beginBooking, bookingReply } from '../booking/booking-draft.ts'
import { myManagers } from '../my-team.ts'
import { beginDraft, formReply, showDraft } from '../session/log-supervision.ts'
import { type Desk, type Presses, type Reply, refuse, type Turn } from '../turn.ts'
import { pduOverview } from './pdu-overview.ts'
import { showDue } from './show-due.ts'
import { showTeam } from './show-team.ts'

/** The buttons about what is due, and those that take it up. */
export const duePresses: Presses<'states.show' | 'team.show' | 'pdu.show' | 'supervision.begin' | 'booking.begin'> = {
  'states.show': async ({ person, kind }, _data, turn, desk) => {
    const subject = await desk.staff.byStaffCode(person)
    return subject === undefined
      ? refuse(turn, 'states', 'That person is no longer on the staff list.')
      : showDue(subject, kind, turn, desk)
  },
  'team.show': ({ manager, kind, page }, _data, turn, desk) =>
    showTeam(manager, { kind, page: Number(page ?? 1) }, turn, desk),
  'pdu.show': ({ kind, page }, _data, turn, desk) => pduOverview({ kind, page: Number(page ?? 1) }, turn, desk),
  'supervision.begin': async ({ person, kind }, _data, turn, desk) => {
    const other = await otherFor(person, turn, desk)
    return other === 'not theirs' ? refused(person, turn) : beginToLog(other, kind, turn, desk)
  },
  'booking.begin': async ({ person, kind }, _data, turn, desk) => {
    const other = await otherFor(person, turn, desk)
    if (other === 'not theirs') return refused(person, turn)
    const kinds = kind === undefined ? {} : { kinds: [kind] }
    return bookingReply(await beginBooking({ ...kinds, ...other }, turn, desk), turn, desk)
  },
}

function refused(subject: StaffCode, turn: Turn): Reply {
  const says = 'You can log and book sessions with people you manage, so nothing was begun.'
  return refuse(turn, 'begin', says, { subject })
}

/** The other person of a session about somebody's supervision, which may be one's own. */
async function otherFor(
  practitioner: StaffCode,
  turn: Turn,
  desk: Desk,
): Promise<{ other?: StaffCode } | 'not theirs'> {
  if (practitioner === turn.person.staffCode) {
    const [manager, ...more] = await myManagers(turn, desk)
    return manager === undefined || more.length > 0 ? {} : { other: manager.staffCode }
  }
  const subject = await desk.staff.byStaffCode(practitioner)
  const pair = subject && pairFor(turn.person, subject, turn.today.toString(), turn.covers)
  return pair?.practitioner.staffCode === practitioner ? { other: practitioner } : 'not theirs'
}

/** The form for a session. Pressed again before anything is filled in, it is the same form. */
async function beginToLog(
  said: { other?: StaffCode },
  kind: KindId | undefined,
  turn: Turn,
  desk: Desk,
): Promise<Reply> {
  const kinds = kind === undefined ? [] : [kind]
  const begun = (await desk.drafts.openOf(turn.person.staffCode)).find(
    (draft) =>
      draft.other === said.other &&
      draft.kinds.join() === kinds.join() &&
      draft.heldOn === undefined &&
      draft.corrects === undefined &&
      Object.keys(draft.answers).length === 0,
  )
  if (begun !== undefined) return showDraft(begun.id, turn, desk)
  return formReply(await beginDraft({ kinds, ...said }, turn, desk), turn, desk)
}
