import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import type { Person } from '../../domain/staff.ts'
import { day } from '../support/days.ts'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { aPerson, gwen, officePeople, ruth } from '../support/people.ts'
import { aSession, guid, note, sessionId } from '../support/records.ts'
import { talking } from '../support/talking.ts'

const deputy = aPerson({ staffCode: 'N03H002', name: 'Ida Brook', grade: 'HoPDU' })
const staff = [1, 2, 3, 4, 5, 6].map((number) =>
  aPerson({ staffCode: `N03A02${number}`, name: `Staff Number${number}`, managerStaffCode: ruth.staffCode }),
)

describe('What a head of PDU sees of how reflective sessions were', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice({ people: [...officePeople, deputy, ...staff] })
    for (const [index, person] of staff.slice(0, 5).entries()) await answered(index + 1, person)
  })
  afterEach(() => office.close())

  const { answerTo } = talking(() => office)
  const asks = (person: Person) => answerTo('how reflective are our sessions?', inTeams(person))
  /** A session of the summer that counts, and was said to be reflective in time. */
  async function answered(number: number, { staffCode }: Person) {
    const { supervisions } = office.service().store
    const heldOn = day('2026-08-20')
    const session = aSession(number, {
      practitioner: staffCode,
      supervisor: ruth.staffCode,
      loggedBy: ruth.staffCode,
      heldOn,
    })
    await supervisions.record(session, note())
    const said = {
      by: staffCode,
      reflection: { rating: 'yes' as const },
      at: Temporal.Instant.from('2026-08-21T09:00:00Z'),
    }
    await supervisions.reflect(sessionId(number), said, note('session.reflected'))
  }

  it('does not change any more once it was shown, whatever is agreed or withdrawn late, and whoever looks', async () => {
    assert.match(await asks(gwen), /Jul to Sep: 5 answers/)
    const withdrawal = { session: sessionId(1), by: ruth.staffCode, at: Temporal.Instant.from('2026-11-22T09:00:00Z') }
    await office.service().store.supervisions.withdraw(withdrawal, note('session.withdrawn'))
    assert.match(await asks(gwen), /Jul to Sep: 5 answers/)
    await answered(7, staff[5] as Person)
    await answered(8, staff[0] as Person)
    assert.match(await asks(deputy), /Jul to Sep: 5 answers/)
    await office.restart()
    assert.match(await asks(gwen), /Apr to Jun: Fewer than 5 answers[\s\S]*Jul to Sep: 5 answers/)
  })

  it('begins when five have answered', async () => {
    const withdrawal = { session: sessionId(1), by: ruth.staffCode, at: Temporal.Instant.from('2026-11-22T09:00:00Z') }
    await office.service().store.supervisions.withdraw(withdrawal, note('session.withdrawn'))
    assert.match(await asks(gwen), /Jul to Sep: Fewer than 5/)
    await answered(7, staff[5] as Person)
    assert.match(await asks(gwen), /Jul to Sep: 5 answers/)
  })

  it('is left out while they cover for a team of their PDU, whose answers they then see by name', async () => {
    const data = { cover: guid(99), manager: ruth.staffCode, by: gwen.staffCode, from: '2026-11-22', to: '2026-11-27' }
    await office.teams.post(office.teams.pressActivity(inTeams(gwen), 'cover.save', data))
    const covering = await asks(gwen)
    assert.match(covering, /Staff Number1/)
    assert.match(covering, /left out while you cover/)
    assert.doesNotMatch(covering, /5 answers/)
    assert.match(await asks(deputy), /Jul to Sep: 5 answers/)
  })
})
