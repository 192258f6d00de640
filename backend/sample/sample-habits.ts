import type { KindId } from '../../domain/supervision-kind.ts'

/** Windows in which no session was held, counted back: 0 is the one that is open, 1 the last that closed. */
export type Gaps = Partial<Record<KindId, readonly number[]>>

/** How supervision goes for a person. Absences and days before the start or after the end make gaps of their own. */
const habits = {
  'kept up': {},
  'nothing in the open windows': {
    ...{ monthly: [0], reflective: [0], observation: [0], performance: [0] },
    ...{ competency: [0], rcat: [0], saqua: [0] },
  },
  'reflective still to come': { reflective: [0], observation: [0] },
  'last month missing': { monthly: [0, 1] },
  'last quarter missing': { reflective: [0, 1], rcat: [0, 1], performance: [0, 1] },
  'last half-year missing': { observation: [0, 1], monthly: [0, 1], reflective: [0, 1] },
  'some missed long ago': { monthly: [2, 5], reflective: [2, 3], rcat: [2], performance: [3], observation: [2] },
  'made up for late': { monthly: [1], reflective: [1], rcat: [1], competency: [1], saqua: [1] },
  'not seen for months': {
    ...{ monthly: [0, 1, 2, 3], reflective: [0, 1], observation: [0, 1], performance: [0, 1] },
    ...{ competency: [0, 1], rcat: [0, 1], saqua: [0, 1] },
  },
} satisfies Record<string, Gaps>
type Habit = keyof typeof habits

/** Whoever is not named has kept up. */
const habitOf: Readonly<Record<string, Habit>> = {
  N03A002: 'reflective still to come',
  N03A003: 'last quarter missing',
  N03A004: 'last month missing',
  N03A006: 'some missed long ago',
  N03A007: 'made up for late',
  N03A008: 'nothing in the open windows',
  N03A009: 'last half-year missing',
  N03A020: 'last month missing',
  N03A021: 'some missed long ago',
  N03A023: 'nothing in the open windows',
  N03A025: 'last month missing',
  N03A026: 'last quarter missing',
  N03A028: 'made up for late',
  N03A029: 'last half-year missing',
  N03A032: 'some missed long ago',
  N03B002: 'nothing in the open windows',
  N03B005: 'last quarter missing',
  N03B007: 'reflective still to come',
  N03B009: 'last half-year missing',
  N03B020: 'last quarter missing',
  N03B022: 'made up for late',
  N03B023: 'last month missing',
  N03B024: 'some missed long ago',
  N03B028: 'last half-year missing',
  N03B030: 'not seen for months',
}

/** The gaps in a person's supervision, by staff code. */
export function gapsOf(staffCode: string): Gaps {
  return habits[habitOf[staffCode] ?? 'kept up']
}
