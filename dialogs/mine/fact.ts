import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { momentInWords, shortDay } from '../../cards/words.ts'
import { Check } from '../../domain/allocation/check.ts'
import { type StaffCode, StaffCode as StaffCodeSchema } from '../../domain/ids.ts'
import type { KeptRecord } from '../../domain/kept-about.ts'

/** What one fact says: words, a number, a day, a moment, a person, a word of a fixed vocabulary, a list, or records that belong to it. */
export type Value =
  | string
  | number
  | readonly string[]
  | Temporal.PlainDate
  | Temporal.Instant
  | { person: StaffCode }
  | { code: string }
  | readonly Facts[]

/** A fact under the name that a machine reads it by, and the label that a person reads. */
export type Fact = { key: string; label: string; value: Value }

/** One record. What is not known is left out. */
export type Facts = readonly Fact[]

/** How a column is read. */
export type As = 'words' | 'code' | 'day' | 'moment' | 'person' | 'list' | 'form' | 'checks'

/** A column of a record: its name, its label, and how it is read (`words` when absent). */
export type Column = readonly [name: string, label: string, as?: As]

const Texts = z.array(z.coerce.string())
const Checks = z.array(Check)
const Form = z.record(z.string(), z.unknown())

/** The facts of a record, in the order of the columns. `labels` are the labels of the questions that a form answers. */
export function factsOf(record: KeptRecord, columns: readonly Column[], labels: ReadonlyMap<string, string>): Fact[] {
  return columns.flatMap(([name, label, as = 'words']) => {
    const value = readAs(record[name], as, labels)
    return value === undefined ? [] : [{ key: name, label, value }]
  })
}

function readAs(kept: unknown, as: As, labels: ReadonlyMap<string, string>): Value | undefined {
  if (kept === null || kept === undefined) return undefined
  if (typeof kept === 'number') return kept
  // Lists and forms come as the text they are kept as, or opened.
  const opened = () => (typeof kept === 'string' ? JSON.parse(kept) : kept)
  const text = String(kept)
  switch (as) {
    case 'words':
      return text
    case 'code':
      return { code: text }
    case 'day':
      return Temporal.PlainDate.from(text)
    case 'moment':
      return Temporal.Instant.from(text)
    case 'person':
      return { person: StaffCodeSchema.parse(text) }
    case 'list': {
      const list = Texts.parse(opened())
      return list.length === 0 ? undefined : list
    }
    case 'form': {
      const facts = Object.entries(Form.parse(opened())).flatMap(([key, value]): Fact[] =>
        value === null || value === '' ? [] : [{ key, label: labels.get(key) ?? key, value: formValue(value) }],
      )
      return facts.length === 0 ? undefined : [facts]
    }
    case 'checks':
      return Checks.parse(opened()).map(factsOfCheck)
  }
}

/** What one rule said of somebody then. */
function factsOfCheck({ rule, outcome, reason, facts, change }: Check): Fact[] {
  const shown = facts.map(({ words, on, source }) =>
    [words, on, source].filter((part) => part !== undefined).join(', '),
  )
  return [
    { key: 'rule', label: 'Rule', value: { code: rule } },
    { key: 'outcome', label: 'Outcome', value: { code: outcome } },
    { key: 'reason', label: 'Why', value: reason },
    ...(shown.length === 0 ? [] : [{ key: 'facts', label: 'Facts', value: shown }]),
    ...(change === undefined ? [] : [{ key: 'change', label: 'What would change it', value: change }]),
  ]
}

function formValue(value: unknown): Value {
  if (typeof value === 'string' || typeof value === 'number') return value
  if (Array.isArray(value)) return value.map((each) => (typeof each === 'string' ? each : JSON.stringify(each)))
  return JSON.stringify(value)
}

/** A value as a person reads it. `names` are the people by staff code. */
export function inWords(value: Exclude<Value, readonly Facts[]>, names: ReadonlyMap<StaffCode, string>): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (value instanceof Temporal.PlainDate) return shortDay(value)
  if (value instanceof Temporal.Instant) return momentInWords(value)
  if ('person' in value) {
    const name = names.get(value.person)
    return name === undefined ? value.person : `${name} (${value.person})`
  }
  if ('code' in value) return value.code.replace(/[-.]/g, ' ')
  return value.join(', ')
}

/** Whether a value is records that belong to the fact. An empty list is one of words. */
export function areRecords(value: Value): value is readonly Facts[] {
  return Array.isArray(value) && Array.isArray(value[0])
}
