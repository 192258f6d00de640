import { readFileSync } from 'node:fs'
import { Temporal } from 'temporal-polyfill'
import { sampleWorld } from '../../backend/sample/sample-world.ts'
import { defaultSupervisionPolicy as policy } from '../../config/kinds.ts'
import { type NameIndex, nameIndex } from '../../dialogs/understand/names.ts'
import { understand } from '../../dialogs/understand/understand.ts'
import { StaffCode } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import { median, quantile, report } from './report.ts'

/**
 * How long a message takes to be read, against a fixed piece of work on the same text in the same run: its words put in
 * order a hundred times.
 */
const rounds = 7
const today = Temporal.PlainDate.from('2026-11-22')
const sentences = readFileSync(new URL('../dialogs/understand/sentences.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
const { people } = sampleWorld(today)

/** As many people as the whole service has, with names that look alike. */
const parts = ['ka', 'lo', 'mi', 'ra', 'ten', 'dor', 'vel', 'shi', 'ban', 'que']
const word = (number: number) => [0, 1, 2, 3].map((place) => parts[Math.floor(number / 10 ** place) % 10]).join('')
const everybody: Person[] = Array.from({ length: 20_000 }, (_, number) => ({
  staffCode: StaffCode.parse(`Z${100_000 + number}`),
  name: `${word(number % 10_000)} ${word((number * 7 + 3) % 10_000)}`,
  grade: 'PO',
  training: {},
}))

function baseline(text: string): void {
  for (let count = 0; count < 100; count++) text.toLowerCase().split(' ').sort()
}

/** The median round of each, in ms a message, and the times of single messages in the last one. */
function compare(name: string, messages: readonly string[], names: NameIndex): void {
  const times = { baseline: [] as number[], understand: [] as number[] }
  let single: number[] = []
  for (let round = -2; round < rounds; round++) {
    const began = performance.now()
    for (const text of messages) baseline(text)
    const between = performance.now()
    single = messages.map((text) => {
      const started = performance.now()
      understand(text, { today, names, policy })
      return performance.now() - started
    })
    const ended = performance.now()
    if (round < 0) continue
    times.baseline.push((between - began) / messages.length)
    times.understand.push((ended - between) / messages.length)
  }
  report(name, median(times.understand) / median(times.baseline), 'under 5 ms a message', {
    ms: median(times.understand),
    p99Ms: quantile(single, 0.99),
    baselineMs: median(times.baseline),
  })
}

const long = 'Reflective with Aisha Khan on Friday, 45 mins. Learned: ask earlier. '.repeat(30)
compare('understand: a sentence', sentences, nameIndex(people))
compare('understand: among 20,000 people', sentences, nameIndex([...people, ...everybody]))
compare('understand: 2,000 characters', [long, `${long} E441907`, long.toUpperCase()], nameIndex(people))
