import { Temporal } from 'temporal-polyfill'
import { Crn } from '../../domain/ids.ts'
import type { CardMessage } from '../card.ts'
import { hostile, longName, priya, rightToLeft } from '../example-world.ts'
import { givenCaseCard } from './given-case-card.ts'

const crn = Crn.parse('X320741')
const open = {
  sight: 'open',
  crn,
  decidedAt: Temporal.Instant.from('2026-11-20T14:05:00Z'),
  touchPointOn: Temporal.PlainDate.from('2026-12-05'),
} as const

export const allocationExamples: { name: string; message: CardMessage }[] = [
  {
    name: 'given-case',
    message: givenCaseCard({ given: { ...open, name: 'Jordan Ellis' }, givenBy: priya.name, submitted: true }),
  },
  {
    name: 'given-case-not-handed-in',
    message: givenCaseCard({ given: open, givenBy: longName.name, submitted: false }),
  },
  {
    name: 'given-case-hostile-names',
    message: givenCaseCard({ given: { ...open, name: hostile.name }, givenBy: rightToLeft.name, submitted: true }),
  },
  {
    name: 'given-case-limited-access',
    message: givenCaseCard({ given: { sight: 'limited', crn }, givenBy: priya.name, submitted: true }),
  },
  {
    name: 'given-case-not-checked',
    message: givenCaseCard({ given: { sight: 'unchecked' }, givenBy: priya.name, submitted: true }),
  },
  {
    name: 'given-case-restricted',
    message: givenCaseCard({ given: { sight: 'restricted' }, givenBy: priya.name, submitted: true }),
  },
]
