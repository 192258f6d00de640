import assert from 'node:assert/strict'
import { teamNames } from '../../../backend/hmpps/team-names.ts'
import { type Says, withServices } from './stub-asking.ts'

const search = 'estate GET /team/search?codes=N03T01%2CN03T02'
const names = async (says: Record<string, Says>, codes = ['N03T01', 'N03T02']) => {
  const { answer, asked, leftOut } = await withServices(says, (asking) => teamNames(asking, codes))
  return { names: Object.fromEntries(answer), asked, leftOut }
}

describe('The names of teams', () => {
  const north = { code: 'n03t01', name: ' Kelmoor North ', probationDeliveryUnit: { code: 'X' } }

  it('are asked for at once, each team once, and stand under the codes that were asked for', async () => {
    const said = { [search]: { body: [north, { code: 'N03T02', name: 'Kelmoor South' }] } }
    const { names: found, asked } = await names(said, ['N03T01', 'N03T02', 'N03T01'])
    assert.deepEqual(found, { N03T01: 'Kelmoor North', N03T02: 'Kelmoor South' })
    assert.deepEqual(asked, [search])
  })

  it('are there as far as they can be read', async () => {
    const { names: found, leftOut } = await names({ [search]: { body: [{ code: 'N03T02', name: '' }, north, 7] } })
    assert.deepEqual(found, { N03T01: 'Kelmoor North' })
    assert.equal(leftOut, 2)
  })

  it('are none where the service does not answer, and of no team nobody is asked', async () => {
    for (const says of [500, 404, { body: { teams: [] } }])
      assert.deepEqual((await names({ [search]: says })).names, {})
    assert.deepEqual((await names({}, [])).asked, [])
  })
})
