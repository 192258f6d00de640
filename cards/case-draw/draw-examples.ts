import { Temporal } from 'temporal-polyfill'
import { type CaseDraw, DrawKind } from '../../domain/case-draw.ts'
import { Crn, DrawId } from '../../domain/ids.ts'
import type { CardMessage } from '../card.ts'
import { aisha, hostile, longName, priya, rightToLeft, thirtyPeople } from '../example-world.ts'
import { drawCard } from './draw-card.ts'
import { drawFairnessCard, nothingToDrawCard } from './draw-fairness-card.ts'
import { drawFormCard } from './draw-form-card.ts'
import { nominationCard, nominationFormCard, ownNominationCard } from './nomination-card.ts'

const crns = (count: number) => Array.from({ length: count }, (_, number) => Crn.parse(`X${320_700 + 7 * number}`))
const drawIdOf = (number: number) => DrawId.parse(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`)
const [drawn = Crn.parse('X320700'), , , ...others] = crns(9)

const draw: CaseDraw = {
  id: drawIdOf(401),
  practitioner: aisha.staffCode,
  kind: 'rcat',
  drawnBy: priya.staffCode,
  drawnAt: Temporal.Instant.from('2026-11-20T14:05:00Z'),
  crn: drawn,
  seed: '5f0c1d9a7be3426c88f1e0a4d3b29c71',
  eligible: [drawn, ...others],
  leftOut: { ended: 1, 'in-custody': 2, suspended: 1, 'allocated-lately': 4, 'drawn-lately': 1, 'facts-missing': 1 },
  accessUnchecked: false,
}
const redrawn: CaseDraw = {
  ...draw,
  id: drawIdOf(402),
  instead: { of: draw.id, because: 'I **know** this case: I held it in 2024.' },
}
const shown = { draw, sight: 'open', subject: aisha, own: false, drawnBy: 'you', kind: 'RCAT' } as const
const may = { stands: false, mayLog: true, mayDrawAgain: true }
const kinds = DrawKind.options.map((id) => ({ id, name: id === 'rcat' ? 'RCAT' : 'Observation' }))
const on = Temporal.PlainDate.from('2026-11-20')
const held = crns(30).map((crn, number) => ({ crn, name: thirtyPeople[number]?.name ?? '' }))

export const drawExamples: { name: string; message: CardMessage }[] = [
  { name: 'draw-form', message: drawFormCard({ people: thirtyPeople, kinds, chosen: {} }) },
  {
    name: 'draw-form-chosen-with-a-problem',
    message: drawFormCard({
      people: [aisha, hostile, longName, rightToLeft],
      kinds,
      chosen: { person: aisha.staffCode },
      problems: ['Please choose who it is for, and the kind of session.'],
    }),
  },
  { name: 'draw-made', message: drawCard({ ...shown, ...may }) },
  { name: 'draw-stands', message: drawCard({ ...shown, ...may, drawnBy: priya.name, stands: true }) },
  {
    name: 'draw-again-without-a-reason',
    message: drawCard({ ...shown, ...may, problems: ['Please give a reason for drawing again.'] }),
  },
  { name: 'draw-made-again', message: drawCard({ ...shown, ...may, draw: redrawn, mayDrawAgain: false }) },
  {
    name: 'draw-of-their-own',
    message: drawCard({ ...shown, own: true, drawnBy: hostile.name, stands: true, mayLog: false, mayDrawAgain: false }),
  },
  {
    name: 'draw-restricted',
    message: drawCard({ ...shown, ...may, sight: 'restricted', stands: true, mayLog: false }),
  },
  { name: 'draw-access-not-checked', message: drawCard({ ...shown, ...may, sight: 'unknown', mayLog: false }) },
  { name: 'draw-fair', message: drawFairnessCard({ ...shown, eligible: draw.eligible }) },
  {
    name: 'draw-fair-many-cases',
    message: drawFairnessCard({
      ...shown,
      subject: longName,
      draw: { ...redrawn, accessUnchecked: true, leftOut: {} },
      eligible: crns(90),
    }),
  },
  {
    name: 'draw-fair-their-own',
    message: drawFairnessCard({ ...shown, own: true, drawnBy: priya.name, eligible: [drawn] }),
  },
  { name: 'draw-fair-restricted', message: drawFairnessCard({ ...shown, sight: 'restricted', eligible: others }) },
  {
    name: 'draw-nothing',
    message: nothingToDrawCard({
      subject: hostile,
      kind: 'RCAT',
      leftOut: { 'allocated-lately': 3, ended: 1 },
      accessUnchecked: true,
      again: false,
    }),
  },
  {
    name: 'draw-nothing-else',
    message: nothingToDrawCard({
      subject: aisha,
      kind: 'RCAT',
      leftOut: { 'drawn-lately': 1 },
      accessUnchecked: false,
      again: true,
    }),
  },
  { name: 'nomination-form', message: nominationFormCard({ kind: 'SAQUA', cases: held }) },
  {
    name: 'nomination-form-with-a-problem',
    message: nominationFormCard({
      kind: 'SAQUA',
      cases: [{ crn: drawn }, { crn: drawn, name: longName.name }, { crn: drawn, name: rightToLeft.name }],
      problems: ['The order of that case has ended, so nothing was nominated. Please choose another.'],
    }),
  },
  {
    name: 'nomination-own',
    message: ownNominationCard({ kind: 'SAQUA', nominated: { crn: drawn, name: hostile.name }, on, instead: false }),
  },
  {
    name: 'nomination-own-instead',
    message: ownNominationCard({ kind: 'SAQUA', nominated: { crn: drawn }, on, instead: true }),
  },
  {
    name: 'nomination-own-restricted',
    message: ownNominationCard({ kind: 'SAQUA', nominated: 'restricted', on, instead: false }),
  },
  {
    name: 'nomination-of-staff',
    message: nominationCard({ kind: 'SAQUA', subject: aisha, nominated: { crn: drawn }, on }),
  },
  {
    name: 'nomination-of-staff-restricted',
    message: nominationCard({ kind: 'SAQUA', subject: longName, nominated: 'restricted', on }),
  },
  {
    name: 'nomination-of-staff-not-checked',
    message: nominationCard({ kind: 'SAQUA', subject: rightToLeft, nominated: 'unknown', on }),
  },
]
