import assert from 'node:assert/strict'
import { ReviewAnswerId, StaffCode } from '../../domain/ids.ts'
import type { ReviewAnswer } from '../../domain/reviews/review-answer.ts'
import type { DueReview } from '../../domain/reviews/review-snapshot.ts'
import { crnOf } from '../support/case-draws.ts'
import { day } from '../support/days.ts'
import { aPerson, at, guid, manager, note, plain, practitioner } from '../support/records.ts'
import type { Current } from './store-contract.ts'
import { hold, night, nightOf } from './store-retention.ts'

const answered = note('review.answered')
const third = StaffCode.parse('N03A003')
const answerId = (number: number) => ReviewAnswerId.parse(guid(number))

function anAnswer(number: number, about: Partial<ReviewAnswer> = {}): ReviewAnswer {
  return {
    id: answerId(number),
    crn: crnOf(1),
    review: 'oasys',
    dueOn: day('2026-10-01'),
    practitioner,
    by: practitioner,
    at: at(0),
    said: 'not-needed',
    reason: 'He “moved”\n– to Leeds 🙂',
    ...about,
  }
}
const due = (number: number, dueOn = '2026-10-01', whose = practitioner): DueReview => {
  return { practitioner: whose, crn: crnOf(number), review: 'oasys', dueOn: day(dueOn) }
}

export function reviewsContract(now: () => Current): void {
  describe('what was said of reviews', () => {
    it('is given back as it was, the newest first, also within one instant and after the store was opened again', async () => {
      const { store } = now()
      const booked = anAnswer(1, { said: 'booked', on: day('2026-12-03') })
      const { reason: _, ...second } = booked
      await store.reviewAnswers.keep(anAnswer(2), answered, [])
      await store.reviewAnswers.keep(second, answered, [])
      await store.reviewAnswers.keep(anAnswer(3, { crn: crnOf(2) }), answered, [])
      const { reviewAnswers, audit } = await now().reopen()
      assert.deepEqual(plain(await reviewAnswers.ofCases([crnOf(1)])), plain([second, anAnswer(2)]))
      assert.deepEqual(plain(await reviewAnswers.byId(answerId(2))), plain(anAnswer(2)))
      assert.equal(await reviewAnswers.byId(answerId(9)), undefined)
      assert.deepEqual(await reviewAnswers.ofCases([]), [])
      assert.equal((await reviewAnswers.ofCases(Array.from({ length: 1200 }, (_, number) => crnOf(number)))).length, 3)
      assert.deepEqual(await audit.verify(), { entries: 3 })
    })

    it('is kept once, with its notices, when the same comes twenty times at once', async () => {
      const { store } = now()
      await store.staff.put([aPerson({ staffCode: manager })], note('staff.imported'))
      const notice = { id: 'review-not-mine:1', to: manager, about: answerId(1), what: 'review-not-mine' } as const
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, () => store.reviewAnswers.keep(anAnswer(1), answered, [notice])),
      )
      assert.equal(outcomes.filter((outcome) => outcome === 'kept').length, 1)
      assert.deepEqual(await store.notices.undelivered(), [notice])
      assert.deepEqual(await store.audit.verify(), { entries: 2 })
    })

    for (const [part, by] of [
      ['holds the case', practitioner],
      ['said it', third],
    ] as const) {
      it(`is kept for six years after whoever holds the case has left, and on while there is a hold on whoever ${part}`, async () => {
        const { store } = now()
        await store.staff.put([aPerson({ endedOn: '2015-01-01' })], note('staff.imported'))
        await store.reviewAnswers.keep(anAnswer(1, { by: third }), answered, [])
        await store.holds.put(...hold(by))
        await nightOf(store, night)
        assert.ok(await store.reviewAnswers.byId(answerId(1)))
        await store.holds.release(by, note('hold.released', { subject: by }))
        await nightOf(store, night.add({ hours: 24 }))
        assert.equal(await store.reviewAnswers.byId(answerId(1)), undefined)
      })
    }

    it('is in the copy of whoever holds the case and of whoever said it, with what falls due', async () => {
      const { store } = now()
      await store.reviewAnswers.keep(anAnswer(1, { by: third }), answered, [])
      await store.reviewSnapshot.put(practitioner, [due(1)], at(0))
      const of = async (staffCode: StaffCode) => {
        const about = await store.kept.about({ staffCode })
        return [about['review-answers'].length, about['reviews-due'].length]
      }
      assert.deepEqual(await of(practitioner), [1, 1])
      assert.deepEqual(await of(third), [1, 0])
      assert.deepEqual(await of(manager), [0, 0])
    })
  })

  describe('what falls due, as it was read at night', () => {
    const read = async (...codes: StaffCode[]) => {
      const { due, readAt } = await now().store.reviewSnapshot.of(codes)
      return [due.map((one) => `${one.practitioner} ${one.crn} ${one.dueOn}`), [...readAt.keys()].sort()]
    }

    it('takes the place of what was there before, of that person alone', async () => {
      const { reviewSnapshot } = now().store
      await reviewSnapshot.put(practitioner, [due(1), due(2)], at(0))
      await reviewSnapshot.put(third, [due(3, '2026-09-01', third)], at(1))
      await reviewSnapshot.put(practitioner, [due(2, '2026-11-01')], at(2))
      const { readAt } = await (await now().reopen()).reviewSnapshot.of([practitioner])
      assert.equal(readAt.get(practitioner)?.toString(), at(2).toString())
      assert.deepEqual(await read(practitioner, third, manager), [
        [`${third} ${crnOf(3)} 2026-09-01`, `${practitioner} ${crnOf(2)} 2026-11-01`],
        [practitioner, third],
      ])
    })

    it('knows who was read and has nothing, and takes many', async () => {
      const { reviewSnapshot } = now().store
      await reviewSnapshot.put(
        practitioner,
        Array.from({ length: 900 }, (_, number) => due(number)),
        at(0),
      )
      assert.equal((await reviewSnapshot.of([practitioner])).due.length, 900)
      await reviewSnapshot.put(practitioner, [], at(1))
      assert.deepEqual(await read(practitioner), [[], [practitioner]])
      assert.deepEqual(await read(), [[], []])
    })

    it('knows when each was read last, without what falls due', async () => {
      const { reviewSnapshot } = now().store
      await reviewSnapshot.put(practitioner, [due(1)], at(0))
      await reviewSnapshot.put(third, [], at(1))
      await reviewSnapshot.put(practitioner, [due(1)], at(2))
      const readings = [...(await reviewSnapshot.readings())].map(([code, when]) => `${code} ${when}`)
      assert.deepEqual(readings.sort(), [`${practitioner} ${at(2)}`, `${third} ${at(1)}`])
    })

    it('forgets everybody who is not named', async () => {
      const { reviewSnapshot } = now().store
      await reviewSnapshot.put(practitioner, [due(1)], at(0))
      await reviewSnapshot.put(third, [due(3, '2026-09-01', third)], at(0))
      await reviewSnapshot.keepOnly([third, manager])
      assert.deepEqual(await read(practitioner, third), [[`${third} ${crnOf(3)} 2026-09-01`], [third]])
    })

    it('is read by one at a time: whoever has it keeps it until their time is over', async () => {
      const { reviewSnapshot } = now().store
      const claims = await Promise.all(
        Array.from({ length: 8 }, (_, number) => reviewSnapshot.claim(`instance ${number}`, at(0), at(5))),
      )
      assert.equal(claims.filter(Boolean).length, 1)
      const mine = `instance ${claims.indexOf(true)}`
      assert.equal(await reviewSnapshot.claim('another', at(4), at(9)), false)
      assert.equal(await reviewSnapshot.claim(mine, at(4), at(9)), true)
      assert.equal(await reviewSnapshot.claim('another', at(5), at(10)), false)
      assert.equal(await reviewSnapshot.claim('another', at(9), at(14)), true)
      assert.equal(await reviewSnapshot.claim(mine, at(10), at(15)), false)
    })
  })
}
