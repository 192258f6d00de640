import assert from 'node:assert/strict'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { admin, aisha, aPerson, gwen, officePeople, omar, priya, ruth, tom } from '../support/people.ts'
import { answerOf } from '../support/sessions-in-chat.ts'
import { talking } from '../support/talking.ts'

const quinn = aPerson({ staffCode: 'N03Q001', name: 'Quinn Baker', grade: 'QDO' })
const faye = aPerson({
  staffCode: 'N04A001',
  name: 'Faye Stone',
  grade: 'PO',
  pduCode: 'N04P1',
  managerStaffCode: 'N04S001',
})
const sid = aPerson({ staffCode: 'N04S001', name: 'Sid Marsh', grade: 'SPO', pduCode: 'N04P1' })

describe('Asking what is due for somebody one may not see', () => {
  let office: Office
  const { answerTo, kept } = talking(() => office)
  const notes = () => kept('audit_entry')
  const press = async (user: typeof priya, verb: string, data: Record<string, string>) =>
    answerOf(await office.teams.post(office.teams.pressActivity(inTeams(user), verb, data)))

  before(async () => {
    office = await anOffice({ people: [...officePeople, quinn, faye, sid] })
  })
  after(() => office.close())

  describe('is refused politely and written down', () => {
    for (const [person, text] of [
      [tom, 'what is due for Aisha?'],
      [aisha, 'what is overdue for Priya'],
      [ruth, 'what is due for Aisha'],
      [admin, 'what is due for Aisha'],
      [gwen, 'what is due for Faye Stone'],
      [aisha, 'my team'],
      [aisha, 'when is the next observation for Priya'],
      [admin, 'my team'],
      [quinn, 'who is overdue?'],
      [ruth, 'team overview for Priya'],
      [omar, 'show me Priya’s team'],
      [gwen, 'how is Sid’s team doing'],
      [quinn, 'when is Aisha’s next reflective?'],
    ] as const) {
      it(`to ${person.name}: “${text}”`, async () => {
        const answer = await answerTo(text, inTeams(person))
        assert.doesNotMatch(answer, /overdue|▲|Khan/)
        assert.deepEqual([notes().at(-1)?.event, notes().at(-1)?.actor], ['refused', person.staffCode])
      })
    }

    for (const [person, verb, data] of [
      [tom, 'states.show', { person: aisha.staffCode }],
      [tom, 'team.show', { manager: priya.staffCode }],
      [ruth, 'team.show', { manager: priya.staffCode }],
      [gwen, 'team.show', { manager: sid.staffCode }],
      [priya, 'pdu.show', {}],
      [ruth, 'supervision.begin', { person: aisha.staffCode }],
      [admin, 'states.show', { person: aisha.staffCode }],
    ] as const) {
      it(`to ${person.name} with a forged “${verb}”`, async () => {
        const { says = '' } = await press(person, verb, data)
        assert.match(says, /can|Only/)
        assert.doesNotMatch(says, /Aisha|Priya|Sid/)
        assert.equal(notes().at(-1)?.event, 'refused')
      })
    }
  })
})
