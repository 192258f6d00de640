import assert from 'node:assert/strict'
import { AbsenceId } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import { day } from '../support/days.ts'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { admin, aPerson, gwen, officePeople, priya, ruth, tom } from '../support/people.ts'
import { guid, morning } from '../support/records.ts'
import { talking } from '../support/talking.ts'

describe('Time away and cover against somebody who tries for more', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
  })
  afterEach(() => office.close())

  const { answerTo, kept } = talking(() => office)
  const press = async (person: Person, verb: string, data: Record<string, unknown>) => {
    await office.teams.post(office.teams.pressActivity(inTeams(person), verb, data))
    await office.service().idle()
  }
  const cover = (number: number, manager: Person, by: Person, from: string, to: string) => ({
    cover: guid(number),
    manager: manager.staffCode,
    by: by.staffCode,
    from,
    to,
  })
  const inForce = async (text: string) => (await office.service().store.absences.coversOn(day(text))).length

  it('nobody ends a cover by recording and taking back time away of their own under its id', async () => {
    await press(priya, 'cover.save', cover(1, priya, ruth, '2026-11-22', '2026-11-29'))
    const mine = { absence: guid(1), person: tom.staffCode, from: '2026-11-22', to: '2026-11-23', reason: 'leave' }
    await press(tom, 'absence.save', mine)
    await press(tom, 'absence.take-back', { absence: guid(1) })
    assert.equal(await inForce('2026-11-25'), 1)
    assert.deepEqual(kept('absence'), [])
    assert.equal(
      kept('audit_entry').some((row) => row.event === 'refused' && row.actor === tom.staffCode),
      true,
    )
  })

  it('nobody puts a cover under the id of time away', async () => {
    await press(tom, 'absence.save', { absence: guid(1), person: tom.staffCode, from: '2026-11-22', reason: 'leave' })
    await press(priya, 'cover.save', cover(1, priya, ruth, '2026-11-22', '2026-11-29'))
    assert.deepEqual(kept('cover'), [])
    assert.equal(kept('absence').length, 1)
  })

  it('whoever covers for a head gives themself nothing, in a cover or with somebody’s time away', async () => {
    await press(gwen, 'cover.save', cover(1, gwen, priya, '2026-11-22', '2026-11-29'))
    assert.equal(kept('cover').length, 1)
    await press(priya, 'cover.save', cover(2, ruth, priya, '2026-11-22', '2027-11-20'))
    await press(priya, 'cover.save', cover(3, ruth, priya, '2026-11-22', '2026-11-24'))
    await press(priya, 'cover.save', cover(4, ruth, gwen, '2026-11-22', '2027-11-20'))
    const away = { person: ruth.staffCode, from: '2026-11-22', reason: 'leave' }
    await press(priya, 'absence.save', { ...away, absence: guid(5), to: '2026-11-24', cover: priya.staffCode })
    await press(priya, 'absence.save', { ...away, absence: guid(6), to: '2027-11-20', cover: gwen.staffCode })
    assert.equal(kept('cover').length, 1)
    assert.equal(kept('absence').length, 0)
    await press(priya, 'cover.save', cover(7, ruth, gwen, '2026-11-22', '2026-11-29'))
    assert.equal(kept('cover').length, 2)
  })

  it('a cover gives nothing any more when whoever covers is no manager any more', async () => {
    await press(priya, 'cover.save', cover(1, priya, ruth, '2026-11-22', '2026-11-29'))
    const record = 'what has Aisha had this year?'
    assert.doesNotMatch(await answerTo(record, inTeams(ruth)), /cannot show you/)
    const people = officePeople.map((person) => (person === ruth ? { ...ruth, grade: 'PO' as const } : person))
    const { staff } = office.service().store
    await staff.put(people, { event: 'staff.imported', at: morning })
    assert.match(await answerTo(record, inTeams(ruth)), /cannot show you/)
  })
})

describe('Who is off, asked by an administrator of many people', () => {
  let office: Office
  const many = Array.from({ length: 30 }, (_, index) =>
    aPerson({ staffCode: `N07A${String(index).padStart(3, '0')}`, name: `Person Number${index}` }),
  )
  beforeEach(async () => {
    office = await anOffice({ people: [...officePeople, ...many] })
  })
  afterEach(() => office.close())

  it('shows the first of them, says how many more, and notes only those that are shown', async () => {
    const { answerTo, kept } = talking(() => office)
    const { absences } = office.service().store
    const written = { by: admin.staffCode, at: morning, notes: [], notices: [] }
    for (const [index, { staffCode }] of many.entries()) {
      const absence = { id: AbsenceId.parse(guid(index)), person: staffCode, from: day('2026-11-20') }
      await absences.record({ absence: { ...absence, reason: 'leave' } }, written)
    }
    const says = await answerTo('who is off today?', inTeams(admin))
    assert.match(says, /Person Number11/)
    assert.doesNotMatch(says, /Person Number12/)
    assert.match(says, /18 more are away/)
    const viewed = kept('audit_entry').filter((row) => row.event === 'record.viewed')
    assert.deepEqual(
      viewed.map((row) => row.subject).sort(),
      many.slice(0, 12).map(({ staffCode }) => staffCode),
    )
  })
})
