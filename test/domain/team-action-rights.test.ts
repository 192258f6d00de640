import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import type { Cover } from '../../domain/absence.ts'
import { CoverId, TeamActionId } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import type { TeamAction } from '../../domain/team-action.ts'
import {
  mayCloseTeamAction,
  mayConfirmTeamAction,
  mayNameInTeamAction,
  maySeeWhoIsLeft,
} from '../../domain/team-action-rights.ts'
import { day } from '../support/days.ts'
import { admin, aisha, gwen, omar, priya, quinn, ruth, tom } from '../support/people.ts'

const today = '2026-11-22'
const at = Temporal.Instant.from('2026-11-22T10:00:00Z')
/** Asked by Aisha of Tom and herself. */
const action: TeamAction = {
  id: TeamActionId.parse('00000000-0000-4000-8000-000000000001'),
  way: 'everyone',
  text: 'Finish the refresher',
  askedBy: aisha.staffCode,
  askedAt: at,
  chat: '19:chat',
  people: [tom, aisha].map(({ staffCode }) => ({ person: staffCode, inChat: true })),
}
const ruthCovers: Cover = {
  id: CoverId.parse('00000000-0000-4000-8000-000000000009'),
  manager: priya.staffCode,
  by: ruth.staffCode,
  from: day('2026-11-20'),
  to: day('2026-11-30'),
} as Cover
const view = (person: Person, covers: readonly Cover[] = []) => ({ person, today, covers })
const gone = (person: Person): Person => ({ ...person, endedOn: '2026-11-21' as Person['endedOn'] })

describe('Who may do what with a team action', () => {
  const rows: [string, Person, readonly Cover[], { confirm: boolean; close: boolean }][] = [
    ['whoever asked', aisha, [], { confirm: true, close: true }],
    ['somebody who was asked', tom, [], { confirm: true, close: false }],
    ['the line manager of whoever asked', priya, [], { confirm: false, close: true }],
    ['who covers for that line manager', ruth, [ruthCovers], { confirm: false, close: true }],
    ['another line manager', ruth, [], { confirm: false, close: false }],
    ['the head of PDU', gwen, [], { confirm: false, close: false }],
    ['a quality officer', quinn, [], { confirm: false, close: false }],
    ['an administrator', admin, [], { confirm: false, close: false }],
    ['a colleague', omar, [], { confirm: false, close: false }],
    ['whoever asked, no longer in post', gone(aisha), [], { confirm: false, close: false }],
    ['somebody asked, no longer in post', gone(tom), [], { confirm: false, close: false }],
  ]
  for (const [who, person, covers, { confirm, close }] of rows) {
    it(`${who}: ${confirm ? 'confirms' : 'does not confirm'}, ${close ? 'closes' : 'does not close'}`, () => {
      const viewer = view(person, covers)
      assert.equal(mayConfirmTeamAction(viewer, action), confirm)
      assert.equal(mayCloseTeamAction(viewer, action, aisha), close)
      assert.equal(maySeeWhoIsLeft(viewer, action, aisha), confirm || close)
    })
  }

  it('lets nobody close for an asker whom the staff list has lost, but the asker', () => {
    assert.equal(mayCloseTeamAction(view(priya), action, undefined), false)
  })

  const names: [string, Person, Person, readonly Person[], boolean][] = [
    ['a member of the chat', aisha, omar, [omar], true],
    ['somebody they manage, who is not there', priya, tom, [], true],
    ['their line manager, who is not there', aisha, priya, [], true],
    ['a colleague who is not there', aisha, tom, [], false],
    ['a member who is no longer in post', aisha, gone(omar), [omar], false],
  ]
  for (const [whom, asker, named, members, may] of names) {
    it(`${may ? 'lets' : 'does not let'} somebody name ${whom}`, () => {
      const codes = members.map(({ staffCode }) => staffCode)
      assert.equal(mayNameInTeamAction(view(asker), named, codes), may)
    })
  }
})
