import assert from 'node:assert/strict'
import { type Action, type ActionStep, afterStep, begun } from '../../domain/action.ts'
import { ActionId, StaffCode } from '../../domain/ids.ts'
import type { Notice } from '../../domain/ports.ts'
import { day } from '../support/days.ts'
import { at, guid, manager, note, plain, practitioner, sessionId } from '../support/records.ts'
import type { Current } from './store-contract.ts'

const other = StaffCode.parse('N03A003')
const actionId = (number: number) => ActionId.parse(guid(number))

function anAction(number: number, about: Partial<Action> = {}): Action {
  return begun({
    id: actionId(number),
    owner: practitioner,
    askedBy: manager,
    askedAt: at(number),
    text: 'Finish the “safeguarding” refresher 🙂\nand send me the certificate',
    ...about,
  })
}
const ask = (action: Action, notices: Notice[] = []) => ({ action, note: note('action.asked'), notices })
const write = (notices: Notice[] = []) => ({ notes: [note('action.step')], notices })

export function actionsContract(now: () => Current): void {
  describe('actions', () => {
    it('gives back an action with all its steps, also after the store was closed and opened again', async () => {
      const { actions } = now().store
      const asked = anAction(1, { due: day('2026-12-04'), from: sessionId(7) })
      assert.deepEqual(plain(await actions.add([ask(asked)])), plain([{ outcome: 'added', action: asked }]))
      const steps: ActionStep[] = [
        { does: 'confirm', by: practitioner, at: at(1) },
        { does: 'ask-more-time', by: practitioner, at: at(2), due: day('2026-12-18'), reason: 'In court\nall week' },
        { does: 'agree-more-time', by: manager, at: at(3), due: day('2026-12-18') },
        { does: 'ask-more-time', by: practitioner, at: at(4), due: day('2026-12-31'), reason: 'Ill' },
        { does: 'refuse-more-time', by: manager, at: at(5) },
        { does: 'hand-on', by: practitioner, at: at(6), from: practitioner, to: other },
        { does: 'finish', by: other, at: at(7) },
      ]
      let action = asked
      for (const step of steps) {
        action = afterStep(action, step)
        assert.equal(await actions.step(action, write()), 'kept')
        assert.deepEqual(plain(await actions.byId(asked.id)), plain(action))
      }
      const reopened = await now().reopen()
      assert.deepEqual(plain(await reopened.actions.byId(asked.id)), plain(action))
      assert.equal(action.steps.length, 7)
      assert.equal(await reopened.actions.byId(actionId(99)), undefined)
    })

    it('adds an action once, and gives what is there when it comes again', async () => {
      const { actions, audit } = now().store
      const asked = anAction(1)
      await actions.add([ask(asked)])
      const confirmed = afterStep(asked, { does: 'confirm', by: practitioner, at: at(1) })
      await actions.step(confirmed, write())
      const again = await actions.add([ask({ ...asked, text: 'Something else' })])
      assert.deepEqual(plain(again), plain([{ outcome: 'already', action: confirmed }]))
      assert.deepEqual(await audit.verify(), { entries: 2 })
    })

    it('adds several at once with their notices: the new ones, in the order given', async () => {
      const { actions, audit, notices } = now().store
      const told = (number: number): Notice[] => [
        { id: `told ${number}`, to: practitioner, about: actionId(number), what: 'action-step' },
      ]
      await actions.add([ask(anAction(2))])
      const results = await actions.add([1, 2, 3].map((number) => ask(anAction(number), told(number))))
      assert.deepEqual(
        results.map(({ outcome, action }) => [outcome, action.id]),
        [
          ['added', actionId(1)],
          ['already', actionId(2)],
          ['added', actionId(3)],
        ],
      )
      assert.deepEqual((await notices.undelivered()).map(({ id }) => id).sort(), ['told 1', 'told 3'])
      assert.deepEqual(await audit.verify(), { entries: 3 })
    })

    it('adds all of several or none', async () => {
      const { actions, audit } = now().store
      const twice: Notice = { id: 'twice', to: practitioner, about: actionId(1), what: 'action-step' }
      await assert.rejects(actions.add([ask(anAction(1), [twice]), ask(anAction(2), [twice])]))
      assert.deepEqual(await Promise.all([1, 2].map((number) => actions.byId(actionId(number)))), [
        undefined,
        undefined,
      ])
      assert.deepEqual(await audit.verify(), { entries: 0 })
    })

    it('lets one of many steps taken at once win, and tells the others', async () => {
      const { actions, audit } = now().store
      const asked = anAction(1)
      await actions.add([ask(asked)])
      const steps: ActionStep[] = Array.from({ length: 10 }, (_, index) =>
        index % 2 === 0
          ? { does: 'confirm', by: practitioner, at: at(index) }
          : { does: 'hand-on', by: practitioner, at: at(index), from: practitioner, to: other },
      )
      const outcomes = await Promise.all(steps.map((step) => actions.step(afterStep(asked, step), write())))
      assert.equal(outcomes.filter((outcome) => outcome === 'kept').length, 1)
      const winner = steps[outcomes.indexOf('kept')]
      assert.deepEqual(plain((await actions.byId(asked.id))?.steps), plain([winner]))
      assert.deepEqual(await audit.verify(), { entries: 2 })
    })

    it('lists what people are to do and what somebody asked for, the most pressing first, without what is over', async () => {
      const { actions } = now().store
      await actions.add([ask(anAction(1))])
      await actions.add([ask(anAction(2, { due: day('2026-12-10') }))])
      await actions.add([ask(anAction(3, { due: day('2026-12-01'), owner: other }))])
      await actions.add([ask(anAction(4, { owner: manager }))])
      const done = anAction(5)
      await actions.add([ask(done)])
      await actions.step(afterStep(done, { does: 'finish', by: practitioner, at: at(9) }), write())
      const ids = (found: Action[]) => found.map((action) => Number(action.id.slice(-2)))
      assert.deepEqual(ids(await actions.openOf([practitioner])), [2, 1])
      assert.deepEqual(ids(await actions.openOf([practitioner, other, manager])), [3, 2, 1, 4])
      assert.deepEqual(ids(await actions.openOf([])), [])
      assert.deepEqual(ids(await actions.openAskedBy(manager)), [3, 2, 1])
      assert.deepEqual(ids(await actions.openAskedBy(practitioner)), [])
    })

    it('finds everything somebody owned, handed on or asked for, newest first', async () => {
      const { actions } = now().store
      const handed = anAction(1)
      await actions.add([ask(handed)])
      const step: ActionStep = { does: 'hand-on', by: practitioner, at: at(9), from: practitioner, to: other }
      await actions.step(afterStep(handed, step), write())
      await actions.add([ask(anAction(2))])
      await actions.add([ask(anAction(3, { owner: manager, askedBy: other }))])
      const ids = async (person: StaffCode) =>
        (await actions.concerning(person)).map((action) => Number(action.id.slice(-2)))
      assert.deepEqual(await ids(practitioner), [2, 1])
      assert.deepEqual(await ids(other), [3, 1])
      assert.deepEqual(await ids(manager), [3, 2, 1])
    })

    it('keeps the notices of the newest step alone', async () => {
      const { actions, notices } = now().store
      const told = (id: string, to: StaffCode): Notice => ({ id, to, about: actionId(1), what: 'action-step' })
      const asked = anAction(1)
      await actions.add([ask(asked, [told('one', practitioner)])])
      assert.deepEqual(await notices.undelivered(), [told('one', practitioner)])
      const confirmed = afterStep(asked, { does: 'confirm', by: practitioner, at: at(2) })
      await actions.step(confirmed, write([told('two', manager)]))
      assert.deepEqual(await notices.undelivered(), [told('two', manager)])
    })

    it('remembers the message that caused a step together with the step', async () => {
      const { actions, answered } = now().store
      const asked = anAction(1)
      await actions.add([ask(asked)])
      const confirmed = afterStep(asked, { does: 'confirm', by: practitioner, at: at(2) })
      await actions.step(confirmed, { ...write(), activityKey: 'activity/1' })
      assert.equal(await answered.find(['activity/1']), 'sent')
    })
  })
}
