import assert from 'node:assert/strict'
import { enquiriesOf } from '../../../backend/hmpps/enquiries.ts'
import { crn, type Says, withServices } from './stub-asking.ts'

describe('The enquiries of a case', () => {
  const activity = (page = 0) => `manage-supervision POST /activity/X320741?size=100&page=${page}`
  const schedule = 'manage-supervision GET /schedule/X320741/previous?size=100&page=0'
  const contact = (typeCode: string | undefined, on: unknown, type = 'Something') => ({
    id: '1',
    type,
    ...(typeCode === undefined ? {} : { typeCode }),
    startDateTime: on,
  })
  const at = (day: string) => `2026-${day}T10:00:00Z`
  const page = (activities: unknown[], totalPages = 1, number = 0) => ({
    body: { size: 100, page: number, totalResults: activities.length, totalPages, activities },
  })
  const read = async (says: Record<string, Says>) => {
    const { answer, asked, leftOut } = await withServices(says, (asking) => enquiriesOf(asking, crn))
    const words = answer.known
      ? answer.value.map(({ about, step, on }) => `${about} ${step} ${on}`).join(', ')
      : `- ${answer.why}`
    return { words, asked, leftOut }
  }

  const table: [what: string, entries: unknown[], says: string, leftOut: number][] = [
    [
      'by code',
      [contact('C369', at('10-01')), contact('c515', at('10-09'))],
      'police asked 2026-10-01, police answered 2026-10-09',
      0,
    ],
    [
      'by name',
      [
        contact(undefined, at('10-01'), 'Safeguarding enquiries requested'),
        contact(undefined, at('10-09'), 'Safeguarding enquiries response received'),
      ],
      'safeguarding asked 2026-10-01, safeguarding answered 2026-10-09',
      0,
    ],
    [
      'where the code says another thing than the name',
      [contact('MO1', at('10-01'), 'Police intelligence enquiries requested')],
      '',
      0,
    ],
    ['half past midnight in summer', [contact('C369', '2026-06-30T23:30:00Z')], 'police asked 2026-07-01', 0],
    ['without an offset', [contact('C369', '2026-06-30T23:30:00')], 'police asked 2026-06-30', 0],
    [
      'among entries nobody understands',
      [7, contact(undefined, at('10-01'), 'Phone call'), contact('SFGC', at('10-02'))],
      'safeguarding asked 2026-10-02',
      2,
    ],
    [
      'among entries that are something else',
      [contact(undefined, at('10-01'), 'Unpaid work appointment'), contact('SIGEV', at('10-02'))],
      '',
      0,
    ],
    ['without a day', [contact('C369', at('10-01')), contact('C515', 'in October')], '- not-understood', 0],
    ['none at all', [], '', 0],
    [
      'entered for a day to come',
      [contact('C369', at('10-01')), contact('C515', '2099-01-01T10:00:00Z')],
      'police asked 2026-10-01',
      0,
    ],
    [
      'by their names, as not answered yet',
      [
        contact(undefined, at('10-01'), 'Police intelligence enquiry – no response received'),
        contact(undefined, at('10-02'), 'Safeguarding enquiries requested – answer outstanding'),
      ],
      'police asked 2026-10-01, safeguarding asked 2026-10-02',
      0,
    ],
  ]
  for (const [what, entries, says, leftOut] of table) {
    it(`are read ${what}`, async () => {
      const found = await read({ [activity()]: page(entries) })
      assert.equal(found.words, says)
      assert.equal(found.leftOut, leftOut)
    })
  }

  it('are read from every page', async () => {
    const pages = {
      [activity()]: page([contact('C515', at('10-09'))], 3),
      [activity(1)]: page([], 3, 1),
      [activity(2)]: page([contact('C369', at('10-01'))], 3, 2),
    }
    assert.equal((await read(pages)).words, 'police answered 2026-10-09, police asked 2026-10-01')
  })

  it('are not known when the service counts entries and gives none', async () => {
    const empty = { body: { size: 100, page: 0, totalResults: 500, totalPages: 1, activities: [] } }
    assert.equal((await read({ [activity()]: empty })).words, '- not-understood')
  })

  it('are not known when a page is missing', async () => {
    const pages = {
      [activity()]: page([contact('C369', at('10-09')), contact('C515', at('10-09'))], 2),
      [activity(1)]: 500,
    }
    assert.equal((await read(pages)).words, '- not-answered')
  })

  const long = (...first: unknown[]) => {
    const pages = Array.from({ length: 40 }, (_, number): [string, Says] => [
      activity(number),
      page(number === 0 ? first : [contact('MO1', at('01-01'))], 40, number),
    ])
    return Object.fromEntries(pages)
  }
  const settled = [
    contact('SFRR', at('11-02')),
    contact('C515', at('11-01')),
    contact('SFGC', at('10-02')),
    contact('C369', at('10-01')),
  ]

  it('are known from the newest part of an endless log, where it settles them', async () => {
    const { words, asked } = await read(long(...settled))
    assert.match(words, /police asked 2026-10-01$/)
    assert.equal(asked.length, 30)
  })

  const unsettled: [what: string, first: unknown[]][] = [
    ['one of them does not stand in what was read', settled.filter((_, place) => place !== 2)],
    ['an answer stands there without its request', settled.slice(0, 3)],
    ['the log is not in the order of its days', [...settled].reverse()],
  ]
  for (const [what, first] of unsettled) {
    it(`are not known from part of an endless log, where ${what}`, async () => {
      assert.equal((await read(long(...first))).words, '- not-answered')
    })
  }

  it('come from past appointments where the log fails, which are no proof that nothing was asked', async () => {
    const past = (...appointments: unknown[]) => ({
      [activity()]: 500,
      [schedule]: { body: { personSchedule: { totalPages: 1, appointments } } },
    })
    assert.equal((await read(past(contact('C369', at('10-01'))))).words, 'police asked 2026-10-01')
    assert.equal((await read(past(contact('ATTC', at('10-01'))))).words, '- not-answered')
  })
})
