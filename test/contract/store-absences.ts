import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import type { Absence, Cover } from '../../domain/absence.ts'
import { AbsenceId, CoverId, StaffCode } from '../../domain/ids.ts'
import type { Notice } from '../../domain/ports.ts'
import { day } from '../support/days.ts'
import { at, guid, manager, morning, note, plain, practitioner } from '../support/records.ts'
import type { Current } from './store-contract.ts'

const other = StaffCode.parse('N03A003')
const absenceId = (number: number) => AbsenceId.parse(guid(number))
const coverId = (number: number) => CoverId.parse(guid(number))

function anAbsence(number: number, from: string, to?: string, person = practitioner): Absence {
  const last = to === undefined ? {} : { to: day(to) }
  return { id: absenceId(number), person, from: day(from), ...last, reason: 'leave' }
}
const aCover = (number: number, from: string, to: string, by = other): Cover => ({
  id: coverId(number),
  manager,
  by,
  from: day(from),
  to: day(to),
})
const kept = { recordedBy: manager, recordedAt: morning }
const write = (notices: Notice[] = []) => ({ by: manager, at: morning, notes: [note('absence.recorded')], notices })

export function absencesContract(now: () => Current): void {
  describe('absences and covers', () => {
    it('gives back who is away in some days, earliest first, and leaves out whoever is not', async () => {
      const { absences } = now().store
      await absences.record({ absence: anAbsence(1, '2026-11-20', '2026-11-27') }, write())
      await absences.record({ absence: anAbsence(2, '2026-11-10', undefined, other) }, write())
      await absences.record({ absence: anAbsence(3, '2026-12-01', '2026-12-02') }, write())
      const found = async (from: string, to: string, people = [practitioner, other]) =>
        (await absences.of(people, day(from), day(to))).map((absence) => absence.id)
      assert.deepEqual(await found('2026-11-27', '2026-11-30'), [absenceId(2), absenceId(1)])
      assert.deepEqual(await found('2026-11-28', '2026-11-30', [practitioner]), [])
      assert.deepEqual(await found('2026-11-01', '2026-12-31', [practitioner]), [absenceId(1), absenceId(3)])
      assert.deepEqual(await found('2026-11-01', '2026-11-09'), [])
      assert.deepEqual(await found('2030-01-01', '2030-01-01'), [absenceId(2)])
      assert.deepEqual(await found('2026-11-27', '2026-11-30', []), [])
    })

    it('keeps every part of an absence and a cover, also after the store was closed and opened again', async () => {
      const absence = anAbsence(1, '2026-11-20')
      const cover = aCover(1, '2026-11-20', '2026-11-27')
      assert.equal(await now().store.absences.record({ absence, cover }, write()), 'recorded')
      const { absences } = await now().reopen()
      assert.deepEqual(plain(await absences.byId(absence.id)), plain({ ...absence, ...kept }))
      assert.deepEqual(plain(await absences.coverById(cover.id)), plain({ ...cover, ...kept }))
      assert.equal(await absences.byId(absenceId(99)), undefined)
      assert.equal(await absences.coverById(coverId(99)), undefined)
    })

    it('has a cover in force from its first day to its last, and forgets nothing of it afterwards', async () => {
      const { absences } = now().store
      assert.deepEqual(await absences.coversOn(day('2026-11-20')), [])
      await absences.record({ cover: aCover(1, '2026-11-20', '2026-11-22') }, write())
      await absences.record({ cover: aCover(2, '2026-11-22', '2026-11-24', practitioner) }, write())
      const inForce = async (text: string) => (await absences.coversOn(day(text))).map((cover) => cover.id)
      assert.deepEqual(await inForce('2026-11-19'), [])
      assert.deepEqual(await inForce('2026-11-20'), [coverId(1)])
      assert.deepEqual(await inForce('2026-11-22'), [coverId(1), coverId(2)])
      assert.deepEqual(await inForce('2026-11-25'), [])
      const of = async (person: StaffCode, text: string) =>
        (await absences.coversOf(person, day(text))).map((cover) => cover.id)
      assert.deepEqual(await of(manager, '2026-11-01'), [coverId(1), coverId(2)])
      assert.deepEqual(await of(other, '2026-11-22'), [coverId(1)])
      assert.deepEqual(await of(other, '2026-11-23'), [])
      assert.notEqual(await absences.coverById(coverId(1)), undefined)
    })

    it('sees a cover that another instance arranged', async () => {
      const { records, store } = now()
      assert.deepEqual(await store.absences.coversOn(day('2026-11-20')), [])
      if (!records.severalWriters) return
      const second = await records.open()
      await second.absences.record({ cover: aCover(1, '2026-11-20', '2026-11-22') }, write())
      await second.close()
      await new Promise((resolve) => setTimeout(resolve, 10))
      assert.equal((await store.absences.coversOn(day('2026-11-20'))).length, 1)
    })

    it('writes down the same thing once', async () => {
      const { absences, audit } = now().store
      const entry = { absence: anAbsence(1, '2026-11-20'), cover: aCover(1, '2026-11-20', '2026-11-22') }
      assert.equal(await absences.record(entry, write()), 'recorded')
      assert.equal(await absences.record(entry, write()), 'already')
      assert.equal((await absences.of([practitioner], day('2026-11-20'), day('2026-11-20'))).length, 1)
      assert.equal((await absences.coversOn(day('2026-11-20'))).length, 1)
      assert.deepEqual(await audit.verify(), { entries: 1 })
    })

    it('writes down an absence with its cover, or neither', async () => {
      const { absences, audit } = now().store
      await absences.record({ cover: aCover(1, '2026-11-20', '2026-11-22') }, write())
      const entry = { absence: anAbsence(2, '2026-11-20'), cover: aCover(1, '2026-11-20', '2026-11-22') }
      assert.equal(await absences.record(entry, write()), 'already')
      assert.equal(await absences.byId(absenceId(2)), undefined)
      assert.deepEqual(await audit.verify(), { entries: 1 })
    })

    it('lets an absence take the place of another, once; the first stays readable', async () => {
      const { absences, audit } = now().store
      await absences.record({ absence: anAbsence(1, '2026-11-20') }, write())
      const replacing = { ...write(), at: at(5), replaces: absenceId(1) }
      assert.equal(await absences.record({ absence: anAbsence(2, '2026-11-20', '2026-11-21') }, replacing), 'recorded')
      assert.equal(await absences.record({ absence: anAbsence(3, '2026-11-20') }, replacing), 'ended-already')
      assert.deepEqual(plain((await absences.byId(absenceId(1)))?.ended), plain({ by: manager, at: at(5) }))
      assert.equal(await absences.byId(absenceId(3)), undefined)
      const found = await absences.of([practitioner], day('2026-11-01'), day('2026-12-31'))
      assert.deepEqual(
        found.map((absence) => absence.id),
        [absenceId(2)],
      )
      assert.deepEqual(await audit.verify(), { entries: 2 })
    })

    it('ends an absence or a cover once, and from then on it does not count', async () => {
      const { absences, audit } = now().store
      const entry = { absence: anAbsence(1, '2026-11-20'), cover: aCover(2, '2026-11-20', '2026-11-22') }
      await absences.record(entry, write())
      assert.equal((await absences.coversOn(day('2026-11-20'))).length, 1)
      assert.equal(await absences.end({ absence: absenceId(1) }, write()), true)
      assert.equal(await absences.end({ absence: absenceId(1) }, write()), false)
      assert.equal(await absences.end({ cover: coverId(2) }, write()), true)
      assert.equal(await absences.end({ cover: coverId(2) }, write()), false)
      assert.equal(await absences.end({ cover: coverId(99) }, write()), false)
      assert.deepEqual(await absences.of([practitioner], day('2026-11-20'), day('2026-11-20')), [])
      assert.deepEqual(await absences.coversOn(day('2026-11-20')), [])
      assert.deepEqual(await absences.coversOf(manager, day('2026-11-20')), [])
      assert.deepEqual(await audit.verify(), { entries: 3 })
    })

    it('ends the cover that was written down with an absence when something takes its place', async () => {
      const { absences } = now().store
      const entry = { absence: anAbsence(1, '2026-11-20'), cover: aCover(1, '2026-11-20', '2026-11-30') }
      await absences.record(entry, write())
      const shorter = {
        absence: anAbsence(2, '2026-11-20', '2026-11-21'),
        cover: aCover(2, '2026-11-20', '2026-11-21'),
      }
      assert.equal(await absences.record(shorter, { ...write(), replaces: absenceId(1) }), 'recorded')
      const inForce = async (text: string) => (await absences.coversOn(day(text))).map((cover) => cover.id)
      assert.deepEqual(await inForce('2026-11-20'), [coverId(2)])
      assert.deepEqual(await inForce('2026-11-25'), [])
      assert.equal(await absences.end({ absence: absenceId(2), cover: coverId(2) }, write()), true)
      assert.deepEqual(await inForce('2026-11-20'), [])
    })

    it('ends no cover but the one that came with the absence, whatever the ids say', async () => {
      const { absences, audit } = now().store
      await absences.record({ cover: aCover(1, '2026-11-20', '2026-11-30') }, write())
      assert.equal(await absences.record({ absence: anAbsence(1, '2026-11-20') }, write()), 'taken')
      await absences.record({ absence: anAbsence(2, '2026-11-20') }, write())
      assert.equal(await absences.record({ cover: aCover(2, '2026-11-20', '2026-11-30') }, write()), 'taken')
      const other = { absence: anAbsence(3, '2026-11-20'), cover: aCover(2, '2026-11-20', '2026-11-30') }
      assert.equal(await absences.record(other, write()), 'taken')
      const together = { absence: anAbsence(4, '2026-11-20'), cover: aCover(5, '2026-11-20', '2026-11-30') }
      assert.equal(await absences.record(together, write()), 'recorded')
      assert.equal(await absences.coverOfAbsence(absenceId(2)), undefined)
      assert.equal((await absences.coverOfAbsence(absenceId(4)))?.id, coverId(5))
      await absences.record({ absence: anAbsence(6, '2026-11-20') }, { ...write(), replaces: absenceId(4) })
      const stand = await absences.coversOn(day('2026-11-25'))
      assert.deepEqual(
        stand.map((cover) => cover.id),
        [coverId(1)],
      )
      assert.deepEqual(await audit.verify(), { entries: 4 })
    })

    it('gives back the first of everybody who is away, and how many there are; and the covers of those days', async () => {
      const { absences } = now().store
      await absences.record({ absence: anAbsence(1, '2026-11-20') }, write())
      await absences.record({ absence: anAbsence(2, '2026-11-10', '2026-11-25', other) }, write())
      await absences.record({ absence: anAbsence(3, '2026-11-01', '2026-11-02', other) }, write())
      await absences.record({ absence: anAbsence(4, '2026-11-21') }, write())
      await absences.end({ absence: absenceId(4) }, write())
      const page = await absences.ofEverybody(day('2026-11-22'), day('2026-11-23'), 1)
      assert.deepEqual([page.absences.map(({ id }) => id), page.all], [[absenceId(2)], 2])
      await absences.record({ cover: aCover(5, '2026-11-20', '2026-11-22') }, write())
      const covers = async (from: string, to: string) => (await absences.coversIn(day(from), day(to))).length
      assert.deepEqual(
        [
          await covers('2026-11-01', '2026-11-19'),
          await covers('2026-11-22', '2026-11-30'),
          await covers('2026-11-23', '2026-11-30'),
        ],
        [0, 1, 0],
      )
    })

    it('keeps the notices it causes, and drops those that have nothing left to say', async () => {
      const { absences, notices } = now().store
      const told = (id: string): Notice => ({ id, to: practitioner, about: absenceId(1), what: 'absence-recorded' })
      await absences.record({ absence: anAbsence(1, '2026-11-20') }, write([told('one')]))
      assert.deepEqual(await notices.undelivered(), [told('one')])
      await absences.end({ absence: absenceId(1) }, write([told('two')]))
      assert.deepEqual(await notices.undelivered(), [told('two')])
    })

    it('finds a few among hundreds of people', async () => {
      const { absences } = now().store
      await absences.record({ absence: anAbsence(1, '2026-11-20') }, write())
      const many = Array.from({ length: 1200 }, (_, index) => StaffCode.parse(`N04${String(index).padStart(4, '0')}`))
      const found = await absences.of([...many, practitioner], day('2026-11-20'), day('2026-11-20'))
      assert.equal(found.length, 1)
      assert.equal(Temporal.PlainDate.compare(found[0]?.from ?? day('2000-01-01'), day('2026-11-20')), 0)
    })
  })
}
