import assert from 'node:assert/strict'
import { caseReviewsInWords } from '../../../dialogs/reviews/show-case-reviews.ts'
import { showReviews } from '../../../dialogs/reviews/show-reviews.ts'
import { showTeamReviews } from '../../../dialogs/reviews/team-reviews.ts'
import type { Desk } from '../../../dialogs/turn.ts'
import type { CaseServices } from '../../../domain/allocation/case-services.ts'
import { known } from '../../../domain/allocation/fact.ts'
import { day } from '../../support/days.ts'
import { aDrawDesk, type DrawDesk, shownBy } from '../../support/draw-desk.ts'
import { aisha, officePeople, priya } from '../../support/people.ts'
import { caseAt, crnAt } from '../../support/review-facts.ts'

const all = { chase: false, page: 1 }
const late = { lastAssessedOn: known(day('2025-10-01'), 'risk-and-needs' as const) }

describe('Overdue reviews, when the case services do not answer as they should', () => {
  let office: DrawDesk
  beforeEach(async () => {
    office = await aDrawDesk(officePeople, [])
  })
  afterEach(() => office.close())
  const desk = (cases: Partial<CaseServices> = {}): Desk => ({
    ...office.desk,
    cases: { ...office.desk.cases, ...cases },
  })

  it('are not said to be none where the services cannot be asked', async () => {
    const reply = await showReviews(aisha, all, office.turn(priya), desk())
    assert.match(shownBy(reply), /could not be asked, so I cannot say what is overdue/)
    assert.deepEqual(reply.notes ?? [], [])
  })

  it('of a case show nothing where it cannot be found out who may see it or who holds it', async () => {
    const notAsked = desk({ sights: async (crns) => crns.map(() => ({ sight: 'unknown', why: 'not-answered' })) })
    assert.match(shownBy(await caseReviewsInWords(crnAt(1), office.turn(priya), notAsked)), /could not be found out/)
    const open = desk({ sights: async (crns) => crns.map(() => ({ sight: 'open' })) })
    assert.match(shownBy(await caseReviewsInWords(crnAt(1), office.turn(priya), open)), /could not be found out/)
  })

  it('say that some cases could not be checked, and count none of them', async () => {
    const some = desk({
      reviewFacts: async () => [caseAt(1, late), { sight: 'not-answered' }, { sight: 'restricted' }],
    })
    const shown = shownBy(await showReviews(aisha, all, office.turn(priya), some))
    assert.match(shown, /2 reviews are overdue, on 1 case/)
    assert.match(shown, /Access to some cases could not be checked just now/)
  })

  it('of a team leave out whatever the reader may not see, also where that is not known', async () => {
    const due = [1, 2, 3].map((number) => ({
      practitioner: aisha.staffCode,
      crn: crnAt(number),
      review: 'oasys' as const,
      dueOn: day('2026-10-01'),
    }))
    const turn = office.turn(priya)
    await office.desk.reviewSnapshot.put(aisha.staffCode, due, turn.now)
    const mixed = desk({
      sights: async (crns) =>
        crns.map((crn) => {
          if (crn === crnAt(1)) return { sight: 'open' }
          return crn === crnAt(2) ? { sight: 'restricted' } : { sight: 'unknown', why: 'not-answered' }
        }),
    })
    const shown = shownBy(await showTeamReviews(priya, all, turn, mixed))
    assert.match(shown, /1 review is overdue, on 1 case/)
    assert.match(shown, /Access to some cases could not be checked/)
    for (const number of [2, 3]) assert.ok(!shown.includes(crnAt(number)))
    assert.match(shown, /Not read yet: /)
  })
})
