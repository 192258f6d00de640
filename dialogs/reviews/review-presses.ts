import type { StaffCode } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import { type Desk, type Presses, type Reply, refuse, type Turn } from '../turn.ts'
import { answerPressed } from './answer-review.ts'
import { showPduReviews } from './pdu-reviews.ts'
import { showCaseReviews, showReview } from './show-case-reviews.ts'
import { showReviews } from './show-reviews.ts'
import { showTeamReviews } from './team-reviews.ts'

type Verb = 'reviews.show' | 'reviews.team' | 'reviews.pdu' | 'reviews.case' | 'review.show' | 'review.answer'

/** The buttons about reviews of cases. */
export const reviewPresses: Presses<Verb> = {
  'reviews.show': ({ person, kind, chase, page }, _data, turn, desk) =>
    withPerson(person, turn, desk, (subject) =>
      showReviews(subject, { kind, chase: chase === 'yes', page: Number(page ?? 1) }, turn, desk),
    ),
  'reviews.team': ({ manager, kind, page }, _data, turn, desk) =>
    withPerson(manager, turn, desk, (person) =>
      showTeamReviews(person, { kind, chase: false, page: Number(page ?? 1) }, turn, desk),
    ),
  'reviews.pdu': ({ kind, page }, _data, turn, desk) =>
    showPduReviews({ kind, chase: false, page: Number(page ?? 1) }, turn, desk),
  'reviews.case': async ({ person, crn }, _data, turn, desk) =>
    showCaseReviews(await desk.staff.byStaffCode(person), crn, turn, desk),
  'review.show': async ({ person, ...which }, _data, turn, desk) =>
    showReview(await desk.staff.byStaffCode(person), which, turn, desk),
  'review.answer': async ({ person, ...pressed }, data, turn, desk) =>
    answerPressed(await desk.staff.byStaffCode(person), pressed, data, turn, desk),
}

async function withPerson(code: StaffCode, turn: Turn, desk: Desk, run: (person: Person) => Promise<Reply>) {
  const person = await desk.staff.byStaffCode(code)
  return person === undefined ? refuse(turn, 'reviews', 'That person is not on the staff list.') : run(person)
}
