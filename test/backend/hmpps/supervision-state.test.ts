import assert from 'node:assert/strict'
import { supervisionState } from '../../../backend/hmpps/supervision-state.ts'
import { readTier } from '../../../domain/allocation/tier.ts'
import { crn, type Says, withServices } from './stub-asking.ts'

const context = 'manage-supervision GET /frontend-context/X320741'
const compliance = 'manage-supervision GET /compliance/X320741'
const sentences = 'manage-supervision GET /sentences/X320741'
const allocated = 'allocations GET /cases/allocated/X320741'

const inPhase = (code: string, ...all: object[]) => ({
  [context]: { body: { currentPhase: { phase: { code } }, context: { sentences: all } } },
})
const community = { type: { isCustodial: false } }
const custodial = (status?: unknown) => ({ type: { isCustodial: true }, custody: { status } })
const recall = (activeRecall?: unknown) => ({ [compliance]: { body: { currentSentences: [{ activeRecall }] } } })
const order = (endDate: string, status?: string) => ({
  eventNumber: 1,
  order: { startDate: '2025-01-01', endDate, status },
})
const orders = (...all: object[]) => ({ [sentences]: { body: { sentences: all } } })

/** Suspended, in custody, recalled, ended: yes, no, or ? for what is not known. */
async function inLetters(says: Record<string, Says>, tier?: string) {
  const read = tier === undefined ? undefined : readTier(tier, false)
  const { answer, asked } = await withServices(says, (asking) => supervisionState(asking, crn, read))
  const letters = [answer.contactSuspended, answer.inCustody, answer.recalled, answer.ended]
  return { letters: letters.map((is) => (is === undefined ? '?' : is ? 'y' : 'n')).join(''), asked }
}

describe('Where somebody is in their supervision (suspended, in custody, recalled, ended)', () => {
  const table: [what: string, says: Record<string, Says>, tier: string | undefined, letters: string][] = [
    ['a community order', { ...inPhase('STD', community), ...orders(order('2027-01-01')) }, 'D', 'nnnn'],
    ['the final third', { ...inPhase('FTHRD', community), ...orders(order('2027-01-01')) }, 'D', 'ynnn'],
    [
      'in custody',
      { ...inPhase('SENT', custodial('In Custody')), ...recall(), ...orders(order('2027-01-01')) },
      'D',
      'nynn',
    ],
    [
      'on licence',
      { ...inPhase('STD', custodial('Released - On Licence')), ...recall(null), ...orders(order('2027-01-01')) },
      'D',
      'nnnn',
    ],
    [
      'recalled, as its status says',
      { ...inPhase('STD', custodial('Recalled')), ...orders(order('2027-01-01')) },
      'D',
      'nnyn',
    ],
    [
      'recalled, as compliance says',
      {
        ...inPhase('STD', custodial()),
        ...recall({ startDate: '2026-10-01', status: 'RECALL_INITIATED' }),
        ...orders(),
      },
      'D',
      'nny?',
    ],
    ['a recall that cannot be read', { ...inPhase('STD', custodial()), ...recall('perhaps') }, 'D', 'nn??'],
    ['a phase that nobody knows', inPhase('NEW', community), 'D', '??n?'],
    ['an older tier with S', inPhase('STD', community), 'B2S', 'ynn?'],
    ['an older tier with S where nothing answers', {}, 'B2S', 'y???'],
    ['an older tier without S where nothing answers', {}, 'B2', 'n???'],
    ['nothing at all', {}, undefined, '????'],
    ['an order past its last day', orders(order('2026-11-21')), undefined, '???y'],
    ['an order on its last day', orders(order('2026-11-22')), undefined, '???n'],
    ['an order that was ended before its last day', orders(order('2027-01-01', 'Terminated')), undefined, '???y'],
    ['one of two orders that stands', orders(order('2026-01-01'), order('2027-01-01')), undefined, '???n'],
    ['an ended order beside one nobody can read', orders(order('2026-01-01'), 'bad' as never), undefined, '????'],
    [
      'no sentences, and an active order with the allocation service',
      { [sentences]: 500, [allocated]: { body: { activeEvents: [{ number: 1 }] } } },
      undefined,
      '???n',
    ],
    [
      'no sentences, and no active order with the allocation service',
      { [sentences]: 500, [allocated]: { body: { activeEvents: [] } } },
      undefined,
      '???y',
    ],
  ]
  for (const [what, says, tier, letters] of table) {
    it(`is ${letters} with ${what}`, async () => assert.equal((await inLetters(says, tier)).letters, letters))
  }

  it('takes no question about recall for a community order', async () => {
    const { asked } = await inLetters({ ...inPhase('STD', community), ...orders(order('2027-01-01')) })
    assert.deepEqual(asked.sort(), [context, sentences])
  })
})
