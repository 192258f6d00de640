import assert from 'node:assert/strict'
import type { EnquiryContact } from '../../../domain/allocation/case-facts.ts'
import { outstandingEnquiries } from '../../../domain/allocation/outstanding-enquiries.ts'
import { day } from '../../support/days.ts'

const contact = (about: EnquiryContact['about'], step: EnquiryContact['step'], on: string): EnquiryContact => ({
  about,
  step,
  on: day(on),
})
const asked = (on: string) => contact('police', 'asked', on)
const answered = (on: string) => contact('police', 'answered', on)

describe('An enquiry', () => {
  for (const [what, contacts, says] of [
    ['never asked', [], ['police, not asked']],
    ['asked and not answered', [asked('2026-11-02')], ['police, asked 2026-11-02']],
    ['answered the same day', [asked('2026-11-02'), answered('2026-11-02')], []],
    [
      'answered the day before it was asked',
      [asked('2026-11-02'), answered('2026-11-01')],
      ['police, asked 2026-11-02'],
    ],
    [
      'asked again after the answer',
      [asked('2026-10-01'), answered('2026-10-09'), asked('2026-11-02')],
      ['police, asked 2026-11-02'],
    ],
    ['asked twice, then answered', [answered('2026-11-09'), asked('2026-11-02'), asked('2026-10-01')], []],
    ['answered without being asked', [answered('2026-11-02')], ['police, not asked']],
    [
      'of another sort, answered',
      [asked('2026-11-02'), contact('safeguarding', 'answered', '2026-11-05')],
      ['police, asked 2026-11-02'],
    ],
  ] as const) {
    it(`${what}: ${says.length === 0 ? 'nothing is outstanding' : says.join()}`, () => {
      const found = outstandingEnquiries(contacts, ['police'])
      assert.deepEqual(
        found.map(({ about, askedOn }) => `${about}, ${askedOn === undefined ? 'not asked' : `asked ${askedOn}`}`),
        says,
      )
    })
  }

  it('is outstanding only where it is needed, each for itself', () => {
    assert.deepEqual(outstandingEnquiries([], []), [])
    assert.deepEqual(
      outstandingEnquiries([asked('2026-11-02'), answered('2026-11-03')], ['police', 'safeguarding']).map(
        ({ about }) => about,
      ),
      ['safeguarding'],
    )
  })
})
