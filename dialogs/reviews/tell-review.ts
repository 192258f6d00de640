import { notTheirsCard } from '../../cards/reviews/not-theirs-card.ts'
import { maySeeCaseload } from '../../domain/allocation/allocation-rights.ts'
import { ReviewAnswerId } from '../../domain/ids.ts'
import { shownTo } from '../shown-to.ts'
import { movedOn, type Tell } from '../telling.ts'

/** Somebody says that a review is not theirs. Of a case that the line manager may not see they hear only that. */
export const tellOfReview: Tell = async (notice, person, desk, today) => {
  const answer = await desk.reviewAnswers.byId(ReviewAnswerId.parse(notice.about))
  if (answer === undefined) return undefined
  const [holder, [sight], covers] = await Promise.all([
    desk.staff.byStaffCode(answer.practitioner),
    desk.cases.sights([answer.crn], { staffCode: person.staffCode }),
    desk.absences.coversOn(today),
  ])
  if (holder === undefined || !maySeeCaseload(person, holder, today.toString(), covers)) return undefined
  const shown = await shownTo(person.staffCode, answer, desk)
  const message = notTheirsCard(holder, sight?.sight === 'open' ? shown(answer, false) : 'restricted')
  return { message, shows: answer.id, changed: movedOn }
}
