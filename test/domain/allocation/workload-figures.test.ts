import assert from 'node:assert/strict'
import { known, notKnown } from '../../../domain/allocation/fact.ts'
import { bandOf, busiestFirst, percentOf } from '../../../domain/allocation/workload-figures.ts'
import { aisha, gwen, omar, priya, ruth, tom } from '../../support/people.ts'

const limits = { rationaleAbove: 100, outsideAbove: 110 }
const figure = (percent?: number) => known(percent === undefined ? {} : { percent }, 'workload')

describe('A workload', () => {
  it('is not known where there is no figure, where it is nought, and where nobody answered', () => {
    assert.equal(percentOf(figure(98.5)), 98.5)
    for (const workload of [figure(), figure(0), notKnown('workload', 'not-answered')])
      assert.equal(percentOf(workload), undefined)
  })

  for (const [percent, band] of [
    [undefined, 'not-known'],
    [0.5, 'within'],
    [100, 'within'],
    [100.1, 'over'],
    [110, 'over'],
    [110.01, 'far-over'],
    [201, 'far-over'],
  ] as const) {
    it(`of ${percent ?? 'no'} percent is ${band}`, () => assert.equal(bandOf(percent, limits), band))
  }

  it('has the limits of the policy', () => {
    assert.equal(bandOf(95, { rationaleAbove: 90, outsideAbove: 120 }), 'over')
    assert.equal(bandOf(115, { rationaleAbove: 90, outsideAbove: 120 }), 'over')
  })
})

describe('A team by workload', () => {
  it('has the busiest first, people alike by name, and those that are not known last', () => {
    const order = busiestFirst([
      { person: priya, workload: notKnown('workload', 'none') },
      { person: tom, workload: figure(98) },
      { person: gwen, workload: figure(0) },
      { person: ruth, workload: figure(130) },
      { person: aisha, workload: figure(98) },
      { person: omar, workload: figure(4) },
    ])
    assert.deepEqual(
      order.map(({ person }) => person.name),
      ['Ruth Abel', 'Aisha Khan', 'Tom Okafor', 'Omar Saleh', 'Gwen Ellis', 'Priya Nair'],
    )
  })
})
