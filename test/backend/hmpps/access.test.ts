import assert from 'node:assert/strict'
import { accessTo } from '../../../backend/hmpps/access.ts'
import { accessToMany } from '../../../backend/hmpps/access-to-many.ts'
import { caseSights } from '../../../backend/hmpps/case-sights.ts'
import { Crn } from '../../../domain/ids.ts'
import { aisha, code, crn, priya, type Says, tom, withServices } from './stub-asking.ts'

const lists = `delius GET /person/${crn}/limited-access/all`
const restrictions = `allocations POST /cases/unallocated/${crn}/restrictions`
const limited = `allocations GET /cases/${crn}/restrictions`
const person = `allocations GET /allocated/crn/${crn}`
const listing = (excludedFrom: object[], restrictedTo: object[], of: string | null = crn) => ({
  body: { crn: of, excludedFrom, restrictedTo },
})
const stranger = code('N03Z999')

/** In a word: how the case looks to Priya, and then whether Aisha, Tom and somebody unknown may see it. */
async function inWords(says: Record<string, Says>): Promise<string> {
  const { answer } = await withServices(says, (asking) => accessTo(asking, crn, [aisha, tom, stranger]))
  if (answer.sight !== 'open') return answer.sight === 'unknown' ? answer.why : answer.sight
  const others = [...answer.others.values()].map((may) => (may.known ? may.value : may.why))
  return [answer.limitedAccess ? 'open, limited' : 'open', ...others].join(', ')
}

describe('Who may see a case', () => {
  const table: [what: string, says: Record<string, Says>, access: string][] = [
    ['nobody is limited', { [lists]: listing([], []) }, 'open, allowed, allowed, not-allowed'],
    ['the lists are those of another case', { [lists]: listing([], [], 'X999999') }, 'not-answered'],
    [
      'the lists fail, and it is redacted for whoever asks',
      {
        [lists]: 503,
        [restrictions]: {
          body: {
            staffRestrictions: [priya, aisha, tom, stranger].map((staffCode) => ({ staffCode, isExcluded: false })),
          },
        },
        [limited]: { body: { crn, isRestricted: true, isRedacted: true } },
      },
      'restricted',
    ],
    [
      'somebody is excluded by staff code',
      { [lists]: listing([{ username: 'X', staffCode: 'n03a021' }], []) },
      'open, limited, not-allowed, allowed, not-allowed',
    ],
    [
      'an entry has a user name only, and of one practitioner none is known',
      { [lists]: listing([{ username: 'Aisha.Khan' }], []) },
      'open, limited, not-allowed, none, not-allowed',
    ],
    ['whoever asks is excluded', { [lists]: listing([{ username: 'PRIYA.NAIR' }], []) }, 'restricted'],
    ['whoever asks is not among the few', { [lists]: listing([], [{ staffCode: aisha }]) }, 'restricted'],
    [
      'whoever asks is among the few',
      { [lists]: listing([], [{ username: 'priya.nair', staffCode: null }]) },
      'open, limited, not-allowed, not-allowed, not-allowed',
    ],
    [
      'an entry cannot be read, and the second source answers',
      {
        [lists]: listing([{ username: 7 }], []),
        [restrictions]: {
          body: {
            staffRestrictions: [
              { staffCode: priya, isExcluded: false },
              { staffCode: aisha, isExcluded: true },
              { staffCode: tom, isExcluded: false },
            ],
          },
        },
      },
      'open, limited, not-allowed, allowed, not-answered',
    ],
    [
      'the second source says that nobody is limited',
      {
        [lists]: 500,
        [restrictions]: {
          body: { staffRestrictions: [priya, aisha, tom].map((staffCode) => ({ staffCode, isExcluded: false })) },
        },
        [limited]: { body: { isRestricted: false } },
      },
      'open, allowed, allowed, not-answered',
    ],
    [
      'the second source shuts whoever asks out',
      { [lists]: 424, [restrictions]: { body: { staffRestrictions: [{ staffCode: priya, isExcluded: true }] } } },
      'restricted',
    ],
    [
      'the second source leaves whoever asks out',
      { [lists]: 424, [restrictions]: { body: { staffRestrictions: [] } } },
      'not-answered',
    ],
    ['both sources fail', { [lists]: 500, [restrictions]: 503 }, 'not-answered'],
    ['there are no lists, and nobody has the number', { [lists]: 404, [person]: 404 }, 'no-such-case'],
    ['there are no lists, and somebody has the number', { [lists]: 404, [person]: { body: {} } }, 'restricted'],
    ['there are no lists, and nobody answers', { [lists]: 404, [person]: 500 }, 'restricted'],
  ]
  for (const [what, says, access] of table) {
    it(`is ${access}, where ${what}`, async () => assert.equal(await inWords(says), access))
  }

  it('is not asked of anybody who is not on the staff list', async () => {
    const says = { [lists]: listing([], []) }
    const { answer } = await withServices(says, (asking) => accessTo(asking, crn, []), stranger)
    assert.deepEqual(answer, { sight: 'restricted' })
  })
})

describe('Who may see many cases', () => {
  const crns = ['X100001', 'X100002', 'X100003', 'X100004'].map((one) => Crn.parse(one))
  const batch = 'delius POST /users/limited-access?username=priya.nair'
  const one = (at: number, userExcluded: unknown, userRestricted: boolean) => {
    return { crn: crns[at], userExcluded, userRestricted }
  }
  const open = (at: number) => ({ [`delius GET /person/${crns[at]}/limited-access/all`]: listing([], [], crns[at]) })
  const shown = async (says: Record<string, Says>, by = priya) => {
    const { answer, asked } = await withServices(says, (asking) => accessToMany(asking, crns), by)
    return {
      asked,
      says: crns.map((each) => answer.get(each)).map((may) => (may?.sight === 'unknown' ? may.why : may?.sight)),
    }
  }

  it('is asked in one go, and nothing more of a case that is hidden', async () => {
    const access = [one(0, false, false), one(1, true, false), one(2, false, true), one(3, false, false)]
    const { says, asked } = await shown({
      [batch]: { body: { access } },
      ...open(0),
      ...open(1),
      ...open(2),
      ...open(3),
    })
    assert.deepEqual(says, ['open', 'restricted', 'restricted', 'open'])
    assert.equal(asked.filter((line) => line.includes(String(crns[1]))).length, 0)
  })

  it('is never open where the two sources differ, or an entry cannot be read and nobody else answers', async () => {
    const access = [one(0, true, true), one(1, 'perhaps', false)]
    const says = {
      [batch]: { body: { access } },
      ...open(0),
      [`delius GET /person/${crns[1]}/limited-access/all`]: 500,
    }
    assert.deepEqual((await shown(says)).says, ['restricted', 'not-answered', 'no-such-case', 'no-such-case'])
  })

  it('is not answered where the list fails, or whoever asks has no user name', async () => {
    const nothing = ['not-answered', 'not-answered', 'not-answered', 'not-answered']
    assert.deepEqual((await shown({ [batch]: 500, ...open(0) })).says, nothing)
    const nameless = await shown({ ...open(0) }, tom)
    assert.deepEqual(nameless, { says: nothing, asked: [] })
  })

  it('is known by the list alone where nothing but that is asked, and what is in doubt is hidden', async () => {
    const five = [...crns, Crn.parse('X100005')]
    const access = [one(0, false, false), one(1, true, false), one(2, true, true), one(3, 'perhaps', false)]
    const { answer, asked } = await withServices({ [batch]: { body: { access } } }, (asking) =>
      caseSights(asking, five),
    )
    assert.deepEqual(asked, [batch])
    const inDoubt = { sight: 'unknown', why: 'not-answered' }
    assert.deepEqual(answer, [{ sight: 'open' }, { sight: 'restricted' }, { sight: 'restricted' }, inDoubt, inDoubt])
    for (const by of [priya, tom]) {
      const failed = await withServices({ [batch]: 500 }, (asking) => caseSights(asking, crns), by)
      assert.deepEqual(
        failed.answer,
        crns.map(() => inDoubt),
      )
    }
  })

  it('hides a case of which the list says both that it is hidden and that it is not', async () => {
    const access = [one(0, false, false), one(0, false, true)]
    const { answer } = await withServices({ [batch]: { body: { access } } }, (asking) => caseSights(asking, crns))
    assert.deepEqual(answer[0], { sight: 'restricted' })
  })

  it('is asked of five hundred at a time', async () => {
    const many = Array.from({ length: 501 }, (_, at) => Crn.parse(`X${200_000 + at}`))
    const { asked } = await withServices({}, (asking) => accessToMany(asking, many))
    assert.equal(asked.filter((line) => line === batch).length, 2)
    const sights = await withServices({}, (asking) => caseSights(asking, many))
    assert.deepEqual(sights.asked, [batch, batch])
  })
})
