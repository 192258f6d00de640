import type { RecordSort } from '../../domain/kept-about.ts'
import type { RetentionPolicy } from '../../domain/retention.ts'
import type { Column } from './fact.ts'

/** How one sort of record is shown to the person it is about. */
export type CopyPart = {
  sort: RecordSort
  title: string
  /** What it is, in a sentence. */
  is: string
  /** How long it is kept, as the end of the sentence "Kept …". */
  kept: (policy: RetentionPolicy) => string
  /** Who can see it, as the end of the sentence "Seen by …". */
  seenBy: string
  columns: readonly Column[]
  /** Records that belong to each, by the table they come under. */
  with?: readonly { table: string; label: string; columns: readonly Column[] }[]
  /** What tells of the case in the column `crn`: not given where the person may not see that case. */
  ofCase?: readonly string[]
}

/** The records of one table that belong to each record of a part. */
export function belonging(table: string, label: string, ...columns: Column[]): NonNullable<CopyPart['with']> {
  return [{ table, label, columns }]
}

/** The periods of the policy as the end of "Kept …". */
export const periods = {
  years: ({ sessionYears }: RetentionPolicy) => `for ${some(sessionYears, 'year')} after you leave`,
  yearsOfOther: ({ sessionYears }: RetentionPolicy) =>
    `for ${some(sessionYears, 'year')} after the person supervised leaves`,
  yearsOfGiven: ({ sessionYears }: RetentionPolicy) =>
    `for ${some(sessionYears, 'year')} after whoever got the case leaves`,
  yearsOfHeld: ({ sessionYears }: RetentionPolicy) =>
    `for ${some(sessionYears, 'year')} after whoever held the case leaves`,
  yearsOfAsked: ({ sessionYears }: RetentionPolicy) => `for ${some(sessionYears, 'year')} after whoever asked leaves`,
  yearsOfWeighed: ({ sessionYears }: RetentionPolicy) =>
    `for ${some(sessionYears, 'year')} after those who were weighed leave`,
  chat: ({ handledDays }: RetentionPolicy) =>
    `until you remove the assistant; after you leave, for ${some(handledDays, 'day')} after it was last used`,
  handled: ({ handledDays }: RetentionPolicy) => `for ${some(handledDays, 'day')}`,
  drafts: ({ draftDays }: RetentionPolicy) => `for ${some(draftDays, 'day')} after you last touched it`,
  views: ({ viewMonths }: RetentionPolicy) => `for ${some(viewMonths, 'month')}`,
}

function some(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
