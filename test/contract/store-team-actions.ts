import assert from 'node:assert/strict'
import { type StaffCode as Code, StaffCode, TeamActionId } from '../../domain/ids.ts'
import type { KeptRecord } from '../../domain/kept-about.ts'
import type { Notice } from '../../domain/ports.ts'
import type { TeamAction, TeamActionWay } from '../../domain/team-action.ts'
import { day } from '../support/days.ts'
import { aPerson, at, guid, manager, note, plain, practitioner } from '../support/records.ts'
import type { Current } from './store-contract.ts'
import { hold, night, nightOf } from './store-retention.ts'

const codes = Array.from({ length: 20 }, (_, index) => StaffCode.parse(`N03B${String(index).padStart(3, '0')}`))
const teamActionId = (number: number) => TeamActionId.parse(guid(number))

function aTeamAction(number: number, way: TeamActionWay = 'everyone', about: Partial<TeamAction> = {}): TeamAction {
  return {
    id: teamActionId(number),
    way,
    text: 'Finish the “domestic abuse” refresher 🙂\nand say so',
    askedBy: manager,
    askedAt: at(number),
    chat: '19:chat@thread.tacv2',
    people: codes.map((person, index) => ({
      person,
      inChat: index > 0,
      ...(index > 0 ? { userId: `29:${index}` } : {}),
    })),
    ...about,
  }
}
const asked = note('team-action.asked')
const confirmed = note('team-action.confirmed')
const closed = note('team-action.closed')
const place = (messageId: string) => ({ serviceUrl: 'https://teams', conversationId: '19:chat', messageId })

export function teamActionsContract(now: () => Current): void {
  describe('team actions', () => {
    it('gives back a team action with everybody in order, also after the store was closed and opened again', async () => {
      const { teamActions } = now().store
      const action = aTeamAction(1, 'in-order', { due: day('2026-12-12'), askedByUserId: '29:asker' })
      assert.deepEqual(plain(await teamActions.ask(action, asked, [])), plain({ outcome: 'asked', action }))
      const [first] = codes
      const result = await teamActions.confirm(action.id, first as Code, at(5), confirmed)
      assert.equal(result?.outcome, 'confirmed')
      await teamActions.close(action.id, manager, at(9), closed)
      const reopened = await now().reopen()
      const kept = await reopened.teamActions.byId(action.id)
      const people = action.people.map((one) => (one.person === first ? { ...one, confirmedAt: at(5) } : one))
      assert.deepEqual(plain(kept), plain({ ...action, people, closed: { by: manager, at: at(9) } }))
      assert.equal(await reopened.teamActions.byId(teamActionId(9)), undefined)
      assert.deepEqual(await reopened.audit.verify(), { entries: 3 })
    })

    it('keeps one that is asked twice once, and gives what is there', async () => {
      const { teamActions, audit } = now().store
      const action = aTeamAction(1)
      const results = await Promise.all([1, 2, 3].map(() => teamActions.ask(action, asked, [])))
      assert.deepEqual(results.map(({ outcome }) => outcome).sort(), ['already', 'already', 'asked'])
      const again = await teamActions.ask({ ...action, text: 'Something else' }, asked, [])
      assert.deepEqual(plain(again), plain({ outcome: 'already', action }))
      assert.deepEqual(await audit.verify(), { entries: 1 })
    })

    it('counts everybody who confirms at the same moment, each once', async () => {
      const { teamActions, audit } = now().store
      const { id } = (await teamActions.ask(aTeamAction(1), asked, [])).action
      const twice = [...codes, ...codes]
      const results = await Promise.all(twice.map((code) => teamActions.confirm(id, code, at(3), confirmed)))
      assert.equal(results.filter((result) => result?.outcome === 'confirmed').length, codes.length)
      assert.equal(results.filter((result) => result?.outcome === 'already').length, codes.length)
      const kept = await teamActions.byId(id)
      assert.ok(kept?.people.every(({ confirmedAt }) => confirmedAt !== undefined))
      assert.deepEqual(await audit.verify(), { entries: 1 + codes.length })
    })

    it('lets one of many win where one is enough, also with several instances', async () => {
      const { store, records } = now()
      const other = records.severalWriters ? await records.open() : store
      const { id } = (await store.teamActions.ask(aTeamAction(1, 'anyone'), asked, [])).action
      const results = await Promise.all(
        codes.map((code, index) =>
          (index % 2 === 0 ? store : other).teamActions.confirm(id, code, at(index), confirmed),
        ),
      )
      if (other !== store) await other.close()
      assert.equal(results.filter((result) => result?.outcome === 'confirmed').length, 1)
      assert.equal(results.filter((result) => result?.outcome === 'enough').length, codes.length - 1)
    })

    it('takes nothing after it was closed, and is closed once', async () => {
      const { teamActions, audit } = now().store
      const { id } = (await teamActions.ask(aTeamAction(1), asked, [])).action
      const [first, second] = await Promise.all([
        teamActions.close(id, manager, at(2), closed),
        teamActions.close(id, practitioner, at(3), closed),
      ])
      assert.deepEqual([first?.outcome, second?.outcome].sort(), ['already', 'closed'])
      const late = await teamActions.confirm(id, codes[0] as Code, at(4), confirmed)
      assert.equal(late?.outcome, 'closed')
      assert.equal((await teamActions.confirm(id, manager, at(4), confirmed))?.outcome, 'not-asked')
      assert.equal(await teamActions.confirm(teamActionId(9), manager, at(4), confirmed), undefined)
      assert.equal(await teamActions.close(teamActionId(9), manager, at(4), closed), undefined)
      assert.deepEqual(await audit.verify(), { entries: 2 })
    })

    it('lists what is open in a chat, of a person, and due while somebody is left', async () => {
      const { teamActions } = now().store
      const ids = (found: TeamAction[]) => found.map(({ id }) => Number(id.slice(-2)))
      const [one] = codes as [Code]
      const alone = [{ person: one, inChat: true }]
      await teamActions.ask(aTeamAction(1, 'everyone', { due: day('2026-12-12'), people: alone }), asked, [])
      await teamActions.ask(aTeamAction(2, 'everyone', { due: day('2026-12-10') }), asked, [])
      await teamActions.ask(aTeamAction(3, 'anyone', { due: day('2026-12-13'), chat: '19:other' }), asked, [])
      await teamActions.ask(aTeamAction(4, 'everyone', { askedBy: practitioner, people: alone }), asked, [])
      await teamActions.close(teamActionId(4), practitioner, at(9), closed)
      await teamActions.confirm(teamActionId(1), one, at(9), confirmed)
      assert.deepEqual(ids(await teamActions.openIn('19:chat@thread.tacv2')), [1, 2])
      assert.equal((await teamActions.lastClosedIn('19:chat@thread.tacv2'))?.id, teamActionId(4))
      assert.equal(await teamActions.lastClosedIn('19:other'), undefined)
      assert.deepEqual(ids(await teamActions.openOf(one)), [1, 2, 3])
      assert.deepEqual(ids(await teamActions.openOf(manager)), [1, 2, 3])
      assert.deepEqual(ids(await teamActions.openOf(practitioner)), [])
      assert.deepEqual(ids(await teamActions.dueOpen(day('2026-12-10'), day('2026-12-13'))), [2, 3])
      assert.deepEqual(ids(await teamActions.dueOpen(day('2026-12-11'), day('2026-12-12'))), [])
    })

    it('knows where its card stands, and where it stood before', async () => {
      const { teamActions } = now().store
      const { id } = (await teamActions.ask(aTeamAction(1), asked, [])).action
      assert.equal(await teamActions.placeOf(id), undefined)
      assert.equal(await teamActions.placed(id, place('m1')), undefined)
      assert.deepEqual(await teamActions.placed(id, place('m2')), place('m1'))
      assert.deepEqual(await teamActions.placeOf(id), place('m2'))
    })

    it('gives whoever asks for a copy what they asked and what was asked of them, and nobody else’s part', async () => {
      const { teamActions, kept } = now().store
      const [one, two] = codes as [Code, Code]
      await teamActions.ask(aTeamAction(1), asked, [])
      for (const code of [one, two]) await teamActions.confirm(teamActionId(1), code, at(4), confirmed)
      const partsOf = (record: KeptRecord | undefined) =>
        ((record?.team_action_person ?? []) as { person: string }[]).map(({ person }) => person)
      const copyOf = async (staffCode: Code) => (await kept.about({ staffCode }))['team-actions']
      const [mine] = await copyOf(one)
      assert.deepEqual([mine?.id, mine?.asked_by, partsOf(mine)], [teamActionId(1), manager, [one]])
      assert.deepEqual(
        (await copyOf(manager)).map((record) => record.team_action_person),
        [[]],
      )
      assert.deepEqual(await copyOf(practitioner), [])
    })

    it('goes when whoever asked left long ago, and a part in it when that person did, unless somebody is on hold', async () => {
      const { store } = now()
      const [one, two] = codes as [Code, Code]
      const left = '2015-01-01'
      const staff = (...people: Record<string, unknown>[]) =>
        store.staff.put(
          people.map((fields) => aPerson(fields)),
          note('staff.imported'),
        )
      const people = [one, two].map((person) => ({ person, inChat: true }))
      const asks = async () => (await store.teamActions.byId(teamActionId(1)))?.people.map(({ person }) => person)
      await staff({ staffCode: manager }, { staffCode: one, endedOn: left }, { staffCode: two })
      await store.teamActions.ask(aTeamAction(1, 'everyone', { people }), asked, [])
      await nightOf(store, night)
      assert.deepEqual(await asks(), [two])
      await staff({ staffCode: manager, endedOn: left })
      await store.holds.put(...hold(two))
      await nightOf(store, night.add({ hours: 24 }))
      assert.deepEqual(await asks(), [two])
      await store.holds.release(two, note('hold.released'))
      await nightOf(store, night.add({ hours: 48 }))
      assert.equal(await asks(), undefined)
    })

    it('keeps the notices with it, and ends them when it is closed', async () => {
      const { teamActions, notices } = now().store
      const notice: Notice = { id: 'told', to: practitioner, about: teamActionId(1), what: 'team-action-asked' }
      await teamActions.ask(aTeamAction(1), asked, [notice])
      assert.deepEqual(await notices.undelivered(practitioner), [notice])
      await teamActions.close(teamActionId(1), manager, at(2), closed)
      assert.deepEqual(await notices.undelivered(practitioner), [])
    })
  })
}
