import { deliveryCard } from '../../cards/reminders/delivery-card.ts'
import { type Desk, type Reply, refuse, type Turn } from '../turn.ts'
import { deliveryReport, namesOf, reportDays } from './digest-message.ts'

/** Whom messages reached and whom not, of the whole service: for administrators. */
export async function showDelivery(page: number, turn: Turn, desk: Desk): Promise<Reply> {
  if (turn.person.grade !== 'ADMIN') {
    const says =
      'Only an administrator can see the delivery report. Who of your own staff could not be reached is in your digest.'
    return refuse(turn, 'delivery-report', says)
  }
  const report = await deliveryReport(turn.now, desk)
  const names = await namesOf(
    report.unreachable.map(({ person }) => person),
    desk,
  )
  return { message: deliveryCard({ report, names, days: reportDays, page }) }
}
