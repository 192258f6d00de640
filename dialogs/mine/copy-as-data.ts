import { notInTheCopy } from './copy-parts.ts'
import { areRecords, type Facts, type Value } from './fact.ts'
import type { WholeCopy } from './whole-copy.ts'

/** The version of the format. It rises when a name in it changes its meaning or goes; new names may come at any time. */
export const copyFormatVersion = 1

/** A copy for programs: JSON as `docs/copy-format.md` describes it. */
export function copyAsData({ person, madeAt, parts, names, periods }: WholeCopy): string {
  const data = {
    format: 'supervision-copy',
    version: copyFormatVersion,
    madeAt: madeAt.toString(),
    person: person.staffCode,
    people: Object.fromEntries([...names].sort(([a], [b]) => (a < b ? -1 : 1))),
    parts: Object.fromEntries(
      parts.map(({ part, records }) => [
        part.sort,
        { title: part.title, kept: part.kept(periods), seenBy: part.seenBy, records: records.map(recordAsData) },
      ]),
    ),
    notIncluded: notInTheCopy,
  }
  return `${JSON.stringify(data, undefined, 2)}\n`
}

function recordAsData(facts: Facts): Record<string, unknown> {
  return Object.fromEntries(facts.map(({ key, value }) => [key, valueAsData(value)]))
}

function valueAsData(value: Value): unknown {
  if (areRecords(value)) return value.map(recordAsData)
  if (typeof value === 'object' && 'person' in value) return value.person
  if (typeof value === 'object' && 'code' in value) return value.code
  return value
}
