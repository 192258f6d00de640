import { Temporal } from 'temporal-polyfill'
import type { Action } from '../domain/action.ts'
import { ActionId, AllocationDraftId, Crn } from '../domain/ids.ts'
import { exampleBooking } from './booking/booking-examples.ts'
import type { CardMessage } from './card.ts'
import {
  aisha,
  exampleDraft,
  examplePolicy,
  exampleSession,
  exampleSessionId,
  fullDraft,
  hostile,
  longName,
  priya,
  rightToLeft,
} from './example-world.ts'
import { type WaitingView, waitingCard } from './waiting-card.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

const nothing: WaitingView = {
  toSign: [],
  drafts: [],
  toCorrect: [],
  passed: [],
  toConfirm: [],
  moreTime: [],
  toReflect: [],
  policy: examplePolicy,
}

function exampleAction(number: number, rest: Partial<Action> = {}): Action {
  return {
    id: ActionId.parse(exampleSessionId(number)),
    owner: aisha.staffCode,
    askedBy: priya.staffCode,
    askedAt: Temporal.Instant.from('2026-11-20T10:00:00Z'),
    text: 'Finish the safeguarding refresher',
    due: day('2026-12-04'),
    state: 'asked',
    steps: [],
    ...rest,
  }
}

const several = <T>(count: number, make: (number: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(600 + index))
const passed = (number: number) => exampleBooking(number, { on: day('2026-11-19') })
const long = 'x'.repeat(480)
const crn = Crn.parse('X320741')

/** What waits for somebody: nothing, one of each sort, and more than fits. */
export const waitingExamples: { name: string; message: CardMessage }[] = [
  { name: 'waiting-nothing', message: waitingCard(nothing) },
  {
    name: 'waiting-one-of-each',
    message: waitingCard({
      toSign: [{ session: exampleSession(1), loggerName: priya.name }],
      drafts: [{ draft: exampleDraft(3) }],
      toCorrect: [{ session: exampleSession(2), otherName: rightToLeft.name }],
      passed: [{ booking: passed(4), otherName: aisha.name }],
      toConfirm: [{ action: exampleAction(5), askerName: priya.name }],
      moreTime: [{ action: exampleAction(6), ownerName: aisha.name, until: day('2026-12-11') }],
      toReflect: [{ session: exampleSession(7, { kinds: ['reflective'] }), otherName: priya.name }],
      bookingDraft: { id: exampleBooking(8).id, otherName: aisha.name },
      allocations: [{ id: AllocationDraftId.parse(exampleSessionId(9)), crn, toName: aisha.name }],
      policy: examplePolicy,
    }),
  },
  {
    name: 'waiting-many',
    message: waitingCard({
      toSign: several(20, (number) => ({ session: exampleSession(number), loggerName: hostile.name })),
      drafts: several(9, (number) => ({
        draft: exampleDraft(number, { kinds: fullDraft.kinds, heldOn: fullDraft.heldOn }),
        otherName: longName.name,
      })),
      toCorrect: several(9, (number) => ({ session: exampleSession(number), otherName: aisha.name })),
      passed: several(9, (number) => ({ booking: passed(number), otherName: longName.name })),
      toConfirm: several(9, (number) => ({ action: exampleAction(number, { text: long }), askerName: hostile.name })),
      moreTime: several(9, (number) => ({
        action: exampleAction(number, { text: long }),
        ownerName: longName.name,
        until: day('2026-12-11'),
      })),
      toReflect: several(9, (number) => ({ session: exampleSession(number), otherName: longName.name })),
      bookingDraft: { id: exampleBooking(8).id, otherName: longName.name },
      allocations: several(9, (number) => ({
        id: AllocationDraftId.parse(exampleSessionId(number)),
        ...(number % 2 === 0 ? { crn } : {}),
        toName: longName.name,
      })),
      policy: examplePolicy,
    }),
  },
]
