import assert from 'node:assert/strict'
import { sentenceFacts } from '../../../backend/hmpps/sentence-facts.ts'
import { path } from '../../../backend/hmpps/service-path.ts'
import { caseTypeOf, transferOf, waitingCase } from '../../../backend/hmpps/waiting-case.ts'
import { AllocatedCaseDetails } from '../../../backend/hmpps/wire/allocations.ts'
import { known } from '../../../domain/allocation/fact.ts'
import { aisha, crn, type Says, withServices } from './stub-asking.ts'

describe('The order a case is about', () => {
  const list = (team: string) => `allocations GET /team/${team}/cases/unallocated`
  const sentences = 'manage-supervision GET /sentences/X320741'
  const details = 'allocations GET /cases/unallocated/X320741/convictions/2'
  const allocated = 'allocations GET /cases/allocated/X320741'
  const entry = (more: object = {}) => {
    const usual = {
      crn,
      convictionNumber: '2',
      sentenceDate: '2026-10-23',
      caseType: 'LICENSE',
      outOfAreaTransfer: false,
    }
    return { ...usual, ...more }
  }
  const sentence = (eventNumber: unknown, startDate: string, more: object = {}) => ({
    eventNumber,
    order: { startDate, endDate: '2027-10-01', ...more },
    requirements: [
      { description: '100 Hours Unpaid Work' },
      { description: 'Over and done', active: false },
      { description: '20 days RAR' },
    ],
  })
  const read = async (says: Record<string, Says>, teams = ['N03T01', 'N03T02']) => {
    const { answer } = await withServices(says, async (asking) => {
      const waiting = waitingCase(asking, crn, teams)
      const holder = known({ staffCode: aisha }, 'allocations')
      const facts = await sentenceFacts(asking, crn, waiting, () =>
        asking.read('allocations', { at: path`/cases/allocated/${crn}`, reads: AllocatedCaseDetails }),
      )
      const words = [
        caseTypeOf(await waiting),
        transferOf(await waiting, holder),
        facts.sentencedOn,
        facts.requirements,
      ]
      return [facts.eventNumber, ...words.map((fact) => (fact.known ? String(fact.value) : `- ${fact.why}`))].join(
        ' | ',
      )
    })
    return answer
  }
  const lists = { [list('N03T01')]: { body: [] }, [list('N03T02')]: { body: [] } }
  const requirements = '100 Hours Unpaid Work,20 days RAR'
  const waitingTwice = [
    entry({ convictionNumber: 1, sentenceDate: '2025-01-01', outOfAreaTransfer: true }),
    { crn: 'nobody' },
    entry(),
  ]
  const table: [what: string, says: Record<string, Says>, words: string][] = [
    [
      'it waits, and the sentence of that number is taken',
      {
        ...lists,
        [list('N03T02')]: { body: [entry()] },
        [sentences]: { body: { sentences: [sentence(2, '2026-10-23'), sentence('3', '2026-11-01')] } },
      },
      `2 | licence | false | 2026-10-23 | ${requirements}`,
    ],
    [
      'it waits with two orders, among an entry nobody can read',
      {
        ...lists,
        [list('N03T01')]: { body: waitingTwice },
        [sentences]: { body: { sentences: [sentence(2, '2026-10-23')] } },
      },
      `2 | licence | true | 2026-10-23 | ${requirements}`,
    ],
    [
      'it waits, and the sentences fail',
      {
        ...lists,
        [list('N03T01')]: { body: [entry({ caseType: 'UNKNOWN' })] },
        [sentences]: 500,
        [details]: {
          body: { requirements: [{ mainCategory: 'Unpaid Work', subCategory: 'Regular', length: '100 Hours' }] },
        },
      },
      '2 | - none | false | 2026-10-23 | Unpaid Work, Regular, 100 Hours',
    ],
    [
      'it is held, so the active order sentenced last is taken',
      {
        ...lists,
        [sentences]: {
          body: {
            sentences: [
              sentence(3, '2026-03-01'),
              sentence(4, '2026-09-01', { status: 'Terminated' }),
              sentence(1, '2025-03-01'),
            ],
          },
        },
      },
      `3 | - none | false | 2026-03-01 | ${requirements}`,
    ],
    [
      'it is held, and the sentences fail',
      {
        ...lists,
        [sentences]: 424,
        [allocated]: {
          body: { activeEvents: [{ number: '5', sentence: { startDate: '2026-02-01' }, requirements: [] }] },
        },
      },
      '5 | - none | false | 2026-02-01 | ',
    ],
    [
      'one of the lists fails',
      { ...lists, [list('N03T02')]: 500 },
      ' | - not-answered | - not-answered | - none | - none',
    ],
    [
      'it may be an entry nobody can read',
      { ...lists, [list('N03T02')]: { body: ['bad'] } },
      ' | - not-understood | - not-understood | - none | - none',
    ],
    [
      'whether it is transferred cannot be read',
      { ...lists, [list('N03T01')]: { body: [entry({ outOfAreaTransfer: 'perhaps' })] } },
      '2 | licence | - not-understood | 2026-10-23 | - none',
    ],
  ]
  for (const [what, says, words] of table) {
    it(`is as it should be where ${what}`, async () => assert.equal(await read(says), words))
  }

  it('is not looked for in lists where there is no team', async () => {
    assert.equal(await read({}, []), ' | - none | - none | - none | - none')
  })
})
