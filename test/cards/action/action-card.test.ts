import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import { type ActionView, actionCard } from '../../../cards/action/action-card.ts'
import { type ActionStep, afterStep, begun } from '../../../domain/action.ts'
import { ActionId } from '../../../domain/ids.ts'
import { day } from '../../support/days.ts'
import { aisha, gwen, priya, tom } from '../../support/people.ts'
import { guid } from '../../support/records.ts'

const reason = 'I have treatment on Thursdays'
const at = Temporal.Instant.from('2026-11-20T09:00:00Z')
const asked = begun({
  id: ActionId.parse(guid(1)),
  owner: aisha.staffCode,
  askedBy: gwen.staffCode,
  askedAt: at,
  text: 'Finish the refresher',
})
const wants: ActionStep = { does: 'ask-more-time', by: aisha.staffCode, at, due: day('2026-12-10'), reason }
const handOn: ActionStep = { does: 'hand-on', by: aisha.staffCode, at, from: aisha.staffCode, to: tom.staffCode }
const waiting = afterStep(asked, wants)
const answered = afterStep(waiting, { does: 'refuse-more-time', by: gwen.staffCode, at })
const handedOn = afterStep(answered, handOn)

describe('Why somebody needed more time', () => {
  const readers: { what: string; view: Pick<ActionView, 'action' | 'viewer' | 'mayAnswer'>; shown: boolean }[] = [
    { what: 'who gave it', view: { action: answered, viewer: aisha.staffCode, mayAnswer: false }, shown: true },
    {
      what: 'who asked for the action',
      view: { action: handedOn, viewer: gwen.staffCode, mayAnswer: true },
      shown: true,
    },
    { what: 'their line manager', view: { action: answered, viewer: priya.staffCode, mayAnswer: true }, shown: true },
    {
      what: 'whoever took the action over',
      view: { action: handedOn, viewer: tom.staffCode, mayAnswer: false },
      shown: false,
    },
    {
      what: 'the line manager of the next owner',
      view: { action: handedOn, viewer: priya.staffCode, mayAnswer: true },
      shown: false,
    },
    {
      what: 'their line manager, while it waits',
      view: { action: waiting, viewer: priya.staffCode, mayAnswer: true },
      shown: true,
    },
    {
      what: 'the asker’s line manager, while it waits',
      view: { action: waiting, viewer: tom.staffCode, mayAnswer: false },
      shown: false,
    },
  ]
  for (const { what, view, shown } of readers) {
    it(`is ${shown ? '' : 'not '}shown to ${what}, and that they asked is`, () => {
      const card = JSON.stringify(actionCard({ ...view, names: new Map(), today: day('2026-11-22') }))
      assert.equal(card.includes(reason), shown)
      assert.match(card, /asked for time until/)
    })
  }
})
