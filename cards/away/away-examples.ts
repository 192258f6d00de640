import { Temporal } from 'temporal-polyfill'
import type { Absence, Cover } from '../../domain/absence.ts'
import { AbsenceId, CoverId } from '../../domain/ids.ts'
import type { Kept } from '../../domain/who-is-away.ts'
import type { CardMessage } from '../card.ts'
import {
  aisha,
  exampleSessionId,
  exampleToday,
  hostile,
  longName,
  priya,
  rightToLeft,
  thirtyPeople,
} from '../example-world.ts'
import { type AbsenceView, absenceCard } from './absence-card.ts'
import { type AbsenceFormView, absenceFormCard } from './absence-form-card.ts'
import { awayCard } from './away-card.ts'
import { type CoverView, coverCard, coverFormCard } from './cover-card.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const id = AbsenceId.parse(exampleSessionId(70))
const ruth = { ...priya, staffCode: thirtyPeople[0]?.staffCode ?? priya.staffCode, name: 'Ruth Abel' }
const at = Temporal.Instant.from('2026-11-20T09:00:00Z')

const absence = (rest: Partial<Kept<Absence>> = {}): Kept<Absence> => ({
  id,
  person: aisha.staffCode,
  from: day('2026-11-20'),
  to: day('2026-12-03'),
  reason: 'sick',
  recordedBy: priya.staffCode,
  recordedAt: at,
  ...rest,
})
const cover = (rest: Partial<Kept<Cover>> = {}): Kept<Cover> => ({
  id: CoverId.parse(exampleSessionId(71)),
  manager: priya.staffCode,
  by: ruth.staffCode,
  from: day('2026-11-23'),
  to: day('2026-11-27'),
  recordedBy: priya.staffCode,
  recordedAt: at,
  ...rest,
})

const form = (view: Partial<AbsenceFormView>): CardMessage =>
  absenceFormCard({ id, person: priya, own: true, standIns: [], problems: [], today: exampleToday, ...view })
const shown = (view: Partial<AbsenceView>): CardMessage =>
  absenceCard({ absence: absence(), person: aisha, own: false, recorder: 'You', today: exampleToday, ...view })
const covered = (view: Partial<CoverView>): CardMessage =>
  coverCard({
    cover: cover(),
    manager: priya,
    by: ruth,
    viewer: priya.staffCode,
    mayEnd: true,
    today: exampleToday,
    ...view,
  })

export const awayExamples: { name: string; message: CardMessage }[] = [
  {
    name: 'absence-form-with-cover',
    message: form({
      from: day('2026-11-23'),
      to: day('2026-11-27'),
      reason: 'leave',
      standIns: [ruth, ...thirtyPeople],
      cover: ruth.staffCode,
    }),
  },
  {
    name: 'absence-form-of-staff',
    message: form({
      person: hostile,
      own: false,
      from: day('2026-11-22'),
      problems: ['You said what the illness is. That is not kept: only the days and the word “sick” are.'],
      reason: 'sick',
    }),
  },
  { name: 'absence-form-change', message: form({ from: day('2026-11-23'), reason: 'other', replaces: id }) },
  {
    name: 'absence-recorded-with-cover',
    message: shown({
      absence: absence({ person: priya.staffCode, reason: 'leave' }),
      person: priya,
      own: true,
      just: 'recorded',
      cover: { ...cover(), byName: longName.name },
    }),
  },
  { name: 'absence-recorded-of-staff', message: shown({ just: 'recorded', told: 'told' }) },
  {
    name: 'absence-told',
    message: shown({ own: true, recorder: priya.name, absence: { ...absence(), to: day('2026-11-30') } }),
  },
  {
    name: 'absence-open-ended',
    message: shown({ absence: openEnded(), person: longName, told: 'not reached yet', just: 'changed' }),
  },
  {
    name: 'absence-ended',
    message: shown({ absence: absence({ ended: { by: priya.staffCode, at } }), person: rightToLeft }),
  },
  {
    name: 'cover-form',
    message: coverFormCard({
      id: cover().id,
      manager: priya,
      own: true,
      standIns: [ruth, ...thirtyPeople],
      problems: [],
      today: exampleToday,
    }),
  },
  {
    name: 'cover-form-with-problems',
    message: coverFormCard({
      id: cover().id,
      manager: hostile,
      own: false,
      by: ruth.staffCode,
      from: day('2026-11-23'),
      standIns: [ruth],
      problems: ['Please choose who covers, and give the first and the last day.'],
      today: exampleToday,
    }),
  },
  { name: 'cover-recorded', message: covered({ just: true, told: 'told' }) },
  { name: 'cover-told', message: covered({ viewer: ruth.staffCode }) },
  {
    name: 'cover-ended',
    message: covered({ cover: cover({ to: day('2026-11-20') }), mayEnd: false, told: 'not reached yet' }),
  },
  {
    name: 'away-team',
    message: awayCard({
      period: 'from 23 Nov 2026 to 27 Nov 2026',
      whose: 'team',
      absences: [
        { absence: absence(), name: hostile.name, own: false },
        { absence: absence({ reason: 'leave' }), name: longName.name, own: false },
        { absence: absence({ reason: 'other', to: day('2026-11-20') }), name: priya.name, own: true },
      ],
      covers: [{ cover: cover(), managerName: priya.name, byName: rightToLeft.name }],
    }),
  },
  {
    name: 'away-many',
    message: awayCard({
      period: 'today',
      whose: 'everybody',
      absences: thirtyPeople.map(({ name }) => ({ absence: absence(), name, own: false })),
      covers: [],
    }),
  },
  { name: 'away-nobody', message: awayCard({ period: 'today', whose: 'team', absences: [], covers: [] }) },
  {
    name: 'away-not-this-person',
    message: awayCard({
      period: 'from 22 Nov 2026 on',
      whose: 'team',
      subject: hostile.name,
      absences: [],
      covers: [],
    }),
  },
]

function openEnded(): Kept<Absence> {
  const { to: _last, ...rest } = absence()
  return rest
}
