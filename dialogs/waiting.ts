import { waitingCard } from '../cards/waiting-card.ts'
import { type Desk, type Reply, readNotes, type Turn } from './turn.ts'

/** Everything that waits for this person: sessions to sign, drafts to finish, changes they were asked for. */
export async function whatWaits(turn: Turn, desk: Desk): Promise<Reply> {
  const me = turn.person.staffCode
  const [toSign, drafts, toCorrect] = await Promise.all([
    desk.supervisions.toSign(me),
    desk.drafts.openOf(me),
    desk.supervisions.toCorrect(me),
  ])
  const others = [
    ...toSign.map((session) => session.loggedBy),
    ...drafts.flatMap((draft) => draft.other ?? []),
    ...toCorrect.flatMap((session) => [session.practitioner, session.supervisor]),
  ]
  const people = await desk.staff.byStaffCodes([...new Set(others)])
  const names = new Map(people.map((person) => [person.staffCode, person.name]))
  const message = waitingCard({
    toSign: toSign.map((session) => ({ session, loggerName: names.get(session.loggedBy) ?? session.loggedBy })),
    drafts: drafts.map((draft) => ({ draft, otherName: draft.other && names.get(draft.other) })),
    toCorrect: toCorrect.map((session) => {
      const other = session.practitioner === me ? session.supervisor : session.practitioner
      return { session, otherName: names.get(other) ?? other }
    }),
    policy: desk.policy,
  })
  const read = [...toSign, ...toCorrect].flatMap((session) => readNotes(turn, session))
  return { message, notes: read }
}
