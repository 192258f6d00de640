import type { Temporal } from 'temporal-polyfill'
import { percentInWords } from '../../domain/allocation/allocation-words.ts'
import { bandOf, type WorkloadBand, type WorkloadLimits } from '../../domain/allocation/workload-figures.ts'
import type { Cell } from '../table.ts'
import { shortDay } from '../words.ts'

const shapes: Record<WorkloadBand, string> = { 'far-over': '▲', over: '◆', within: '○', 'not-known': '–' }
const grounds: Partial<Record<WorkloadBand, Cell['ground']>> = { 'far-over': 'attention', over: 'accent' }

/** How a percentage stands to the limits: "over 110%". */
export function bandInWords(percent: number | undefined, limits: WorkloadLimits): string {
  const words: Record<WorkloadBand, string> = {
    'far-over': `over ${percentInWords(limits.outsideAbove)}`,
    over: `over ${percentInWords(limits.rationaleAbove)}`,
    within: `up to ${percentInWords(limits.rationaleAbove)}`,
    'not-known': 'not known',
  }
  return words[bandOf(percent, limits)]
}

/** A percentage with its shape: "▲ 118%"; "not known" where it is not. */
export function percentWithShape(percent: number | undefined, limits: WorkloadLimits): string {
  const shape = shapes[bandOf(percent, limits)]
  return percent === undefined ? `${shape} not known` : `${shape} ${percentInWords(percent)}`
}

/** The same as a cell of a table. */
export function percentCell(percent: number | undefined, limits: WorkloadLimits): Cell {
  return { text: percentWithShape(percent, limits), ground: grounds[bandOf(percent, limits)] }
}

/** Of which night figures are: "Last night’s figures, 21 Nov 2026". `what` begins the sentence: "figures". */
export function nightInWords(what: string, on: Temporal.PlainDate | undefined, today: Temporal.PlainDate): string {
  if (on === undefined) return `Last night’s ${what}`
  const daysAgo = on.until(today).days
  return daysAgo <= 1
    ? `Last night’s ${what}, ${shortDay(on)}`
    : `The ${what} of ${shortDay(on)}, ${daysAgo} days ago: there is none of last night`
}
