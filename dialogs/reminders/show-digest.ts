import type { StaffCode } from '../../domain/ids.ts'
import { isOfManagingGrade } from '../../domain/rights.ts'
import { myTeam } from '../my-team.ts'
import { type Desk, type Reply, refuse, type Turn } from '../turn.ts'
import { digestMessage } from './digest-message.ts'
import { reminderFactsOf } from './reminder-facts-of.ts'
import { roundNow } from './round-now.ts'

/** What is overdue now among the people whom this person manages or covers for, so many at a time. */
export async function showDigest(page: number, turn: Turn, desk: Desk): Promise<Reply> {
  const me = turn.person
  if (!isOfManagingGrade(me)) {
    return refuse(
      turn,
      'digest',
      'Only line managers have a digest. To see what is due for you, say “what is due for me?”.',
    )
  }
  const people = await myTeam(turn, desk)
  const managers: StaffCode[] = [...new Set(people.flatMap(({ managerStaffCode }) => managerStaffCode ?? []))]
  const [facts, round] = await Promise.all([
    reminderFactsOf(people, turn.today, desk),
    roundNow([me, ...people], turn.now, desk),
  ])
  const shown = await digestMessage(me, managers, facts, round, page, desk)
  const { workingDaysOverdue } = desk.reminderPolicy.digest
  if (shown === undefined) {
    return {
      message: {
        text: `Nothing has been overdue for ${workingDaysOverdue} working days or more among the people you answer for.`,
      },
    }
  }
  return shown
}
