import type { Temporal } from 'temporal-polyfill'
import { viewInWords } from '../../cards/mine/view-words.ts'
import type { StaffCode } from '../../domain/ids.ts'
import type { KeptAbout, KeptRecord, RecordSort } from '../../domain/kept-about.ts'
import type { StaffList } from '../../domain/ports.ts'
import type { RetentionPolicy } from '../../domain/retention.ts'
import type { Person } from '../../domain/staff.ts'
import type { SupervisionPolicy } from '../../domain/supervision-kind.ts'
import { shownTo } from '../shown-to.ts'
import type { Desk } from '../turn.ts'
import type { CopyPart } from './copy-part.ts'
import { copyParts } from './copy-parts.ts'
import { areRecords, type Fact, type Facts, factsOf } from './fact.ts'
import { withoutCaseOfOthers } from './without-case-of-others.ts'

/** Everything that is kept about a person at a moment. */
export type WholeCopy = {
  person: Pick<Person, 'staffCode' | 'name'>
  madeAt: Temporal.Instant
  periods: RetentionPolicy
  parts: readonly { part: CopyPart; records: readonly Facts[] }[]
  /** The names of all people in it, as far as the staff list knows them. */
  names: ReadonlyMap<StaffCode, string>
}

/** What a copy is put together from. */
export type CopyDesk = {
  kept: KeptAbout
  staff: Pick<StaffList, 'byStaffCodes'>
  policy: SupervisionPolicy
  periods: RetentionPolicy
  cases: Desk['cases']
}

/** Puts together everything that is kept about a person, without the cases that they may not see now. */
export async function wholeCopy(person: Person, madeAt: Temporal.Instant, desk: CopyDesk): Promise<WholeCopy> {
  const kept = await desk.kept.about(person)
  const labels = new Map(
    [...desk.policy.kinds.flatMap(({ questions }) => questions)].map(({ id, label }) => [id, label] as const),
  )
  const theirs = withoutCaseOfOthers(kept)
  const opened = copyParts.map((part) => ({
    part,
    records: kept[part.sort].map((record) => openedUp(theirs(part.sort, record), part)),
  }))
  const shown = await shownTo(
    person.staffCode,
    opened.map(({ records }) => records),
    desk,
  )
  const parts = opened.map(({ part, records }) => ({
    part,
    records: records.map((record) => {
      const seen = shown(record, isOwn(part.sort, record, person.staffCode))
      return recordFacts(inItsWords(part.sort, withoutCaseFacts(record, seen, part)), part, labels)
    }),
  }))
  const codes = new Set(parts.flatMap(({ records }) => records.flatMap(peopleIn)))
  const people = await desk.staff.byStaffCodes([...codes])
  return {
    person,
    madeAt,
    periods: desk.periods,
    parts,
    names: new Map(people.map(({ staffCode, name }) => [staffCode, name])),
  }
}

/** How many records of each sort are kept. */
export function countsOf({ parts }: Pick<WholeCopy, 'parts'>): ReadonlyMap<RecordSort, number> {
  return new Map(parts.map(({ part, records }) => [part.sort, records.length]))
}

/** A record with its lists and forms as such: in the text they are kept as, a line break stands as a letter. */
function openedUp(record: KeptRecord, { columns }: CopyPart): KeptRecord {
  const inText = columns.filter(([name, , as]) => (as === 'list' || as === 'form') && typeof record[name] === 'string')
  return { ...record, ...Object.fromEntries(inText.map(([name]) => [name, JSON.parse(String(record[name]))])) }
}

/** A record without what tells of its case, where its number was taken out because the reader may not see it. */
function withoutCaseFacts(record: KeptRecord, seen: KeptRecord, { ofCase = [] }: CopyPart): KeptRecord {
  if (record.crn === seen.crn) return seen
  return Object.fromEntries(Object.entries(seen).filter(([name]) => !ofCase.includes(name)))
}

/** Sorts of record that say something of a case without having been written by or for the person they are about. */
const notTheirs: readonly RecordSort[] = ['draws', 'weighings', 'allocations-named']

/** Whether they took part in what a record says. In a draw, and in an action that was handed on to them, they did not. */
function isOwn(sort: RecordSort, record: KeptRecord, me: StaffCode): boolean {
  if (sort === 'actions') return record.asked_by === me || record.first_owner === me
  return !notTheirs.includes(sort)
}

function recordFacts(record: KeptRecord, part: CopyPart, labels: ReadonlyMap<string, string>): Facts {
  const own = factsOf(record, part.columns, labels)
  const theirs = (part.with ?? []).flatMap(({ table, label, columns }): Fact[] => {
    const rows = record[table]
    if (!Array.isArray(rows) || rows.length === 0) return []
    return [
      { key: table.replaceAll('_', '-'), label, value: rows.map((row: KeptRecord) => factsOf(row, columns, labels)) },
    ]
  })
  return [...own, ...theirs]
}

function inItsWords(sort: RecordSort, record: KeptRecord): KeptRecord {
  if (sort !== 'views') return record
  return { ...record, detail: viewInWords(typeof record.detail === 'string' ? record.detail : undefined) }
}

function peopleIn(facts: Facts): StaffCode[] {
  return facts.flatMap(({ value }) => {
    if (areRecords(value)) return value.flatMap(peopleIn)
    return typeof value === 'object' && 'person' in value ? [value.person] : []
  })
}
