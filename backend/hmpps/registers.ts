import type { Temporal } from 'temporal-polyfill'
import type { CaseFacts, RegisterCode, Registration } from '../../domain/allocation/case-facts.ts'
import { type Fact, known, notKnown } from '../../domain/allocation/fact.ts'
import type { Crn } from '../../domain/ids.ts'
import type { Answer } from './answer-in-reply.ts'
import { type Asking, fromAnswer, orElse } from './asking.ts'
import { registerOf } from './register-by-name.ts'
import { path } from './service-path.ts'
import type { CaseRisks } from './wire/allocations.ts'
import { type Field, type ReadList, valueIn } from './wire/as-written.ts'
import { type RiskFlag, RiskFlags } from './wire/manage-supervision.ts'

type Day = Temporal.PlainDate
type Registers = Pick<CaseFacts, 'registrations' | 'mappa'>
type Mappa = { level?: 1 | 2 | 3; category?: 1 | 2 | 3 | 4 } | 'none'
const ours = 'manage-supervision'

/**
 * Register entries now and past, and MAPPA. The second source, the risks that the allocation service shows, gives names only.
 * An entry that nobody can read may be the one that matters, so a list with such an entry counts as not understood.
 */
export async function registersOf(
  asking: Asking,
  crn: Crn,
  second: () => Promise<Answer<CaseRisks>>,
): Promise<Registers> {
  const today = asking.now.toZonedDateTimeISO('Europe/London').toPlainDate()
  const flags = await asking.sooner.read(ours, { at: path`/risk-flags/${crn}`, reads: RiskFlags })
  const registrations = fromAnswer(ours, flags, ({ riskFlags, removedRiskFlags }) => {
    if (!isWhole(asking, ours, riskFlags, removedRiskFlags)) return notKnown(ours, 'not-understood')
    const now = riskFlags.items.map((flag) => fromFlag(flag, flag.removed ?? false, today))
    return known([...now, ...removedRiskFlags.items.map((flag) => fromFlag(flag, true, today))], ours)
  })
  const mappa = fromAnswer(ours, flags, (body) => mappaIn(body.mappa, registrations))
  if (registrations.known && mappa.known) return { registrations, mappa }
  const risks = await second()
  const names = fromAnswer('allocations', risks, (body) => byNames(asking, body, today))
  const byNamesAlone = names.known ? known(mappaByNames(names.value), 'allocations') : names
  // A source that cannot be read whole is no proof that there is none, where the other one lists an entry.
  const isListed = byNamesAlone.known && byNamesAlone.value !== 'none'
  const isDenied = mappa.known && mappa.value === 'none'
  return {
    registrations: await orElse(registrations, () => names),
    mappa: isListed && isDenied ? byNamesAlone : await orElse(mappa, () => byNamesAlone),
  }
}

function isWhole(asking: Asking, service: 'allocations' | typeof ours, ...lists: ReadList<unknown>[]): boolean {
  const unread = lists.reduce((sum, list) => sum + list.unread, 0)
  if (unread > 0) asking.leftOut(service, 'register entries', unread)
  return unread === 0
}

/** An entry that was taken off without a day counts until today: nobody knows that it ended sooner. */
function fromFlag(flag: RiskFlag, isOver: boolean, today: Day): Registration {
  const removed = flag.removalHistory?.items.map(({ removalDate }) => removalDate).toSorted(byDay)
  return entry(registerOf(flag.code, flag.description), flag.description ?? flag.code ?? '', {
    startedOn: flag.createdDate,
    endedOn: isOver ? (removed?.at(-1) ?? today) : undefined,
    nextReviewOn: flag.nextReviewDate,
  })
}

function entry(
  code: RegisterCode | undefined,
  name: string,
  days: { startedOn?: Day; endedOn?: Day; nextReviewOn?: Day },
): Registration {
  const stated = Object.entries(days).filter(([, day]) => day !== undefined)
  return { ...(code === undefined ? {} : { code }), name, ...Object.fromEntries(stated) }
}

function byDay(one: Day, other: Day): number {
  return one.toString() < other.toString() ? -1 : 1
}

function byNames(asking: Asking, risks: CaseRisks, today: Day): Fact<readonly Registration[]> {
  const [active, inactive] = [valueIn(risks.activeRegistrations), valueIn(risks.inactiveRegistrations)]
  if (active === undefined || inactive === undefined || !isWhole(asking, 'allocations', active, inactive))
    return notKnown('allocations', 'not-understood')
  const from = (isOver: boolean) => (one: (typeof active.items)[number]) =>
    entry(registerOf(undefined, one.type), one.type, {
      startedOn: one.registered,
      endedOn: isOver ? (one.endDate ?? today) : undefined,
      nextReviewOn: one.nextReviewDate,
    })
  return known([...active.items.map(from(false)), ...inactive.items.map(from(true))], 'allocations')
}

/** A MAPPA entry on the register stands, whatever the rest says: then its level and category are not known. */
function mappaIn(
  written: Field<{ level: Field<number>; category: Field<number>; startDate?: Day }>,
  registrations: Fact<readonly Registration[]>,
): Fact<Mappa> {
  if (written === 'unreadable') return notKnown(ours, 'not-understood')
  const isRegistered =
    registrations.known && registrations.value.some(({ code, endedOn }) => code === 'MAPP' && endedOn === undefined)
  if (written === 'missing') return known(isRegistered ? {} : 'none', ours)
  const level = valueIn(written.value.level)
  const category = valueIn(written.value.category)
  // What cannot be read, or says nothing at all, may be the level that matters. A level of 0 is how some write that there is none.
  const isUnread = written.value.level === 'unreadable' || written.value.category === 'unreadable'
  if (isUnread || (level === undefined && category === undefined)) return notKnown(ours, 'not-understood')
  const isNone = !isRegistered && !level && !category
  return known(isNone ? 'none' : mappa(level, category), ours)
}

function mappa(level: number | undefined, category: number | undefined): Mappa {
  return {
    ...(level === 1 || level === 2 || level === 3 ? { level } : {}),
    ...(category === 1 || category === 2 || category === 3 || category === 4 ? { category } : {}),
  }
}

/** "MAPPA Level 2", "MAPPA Category 1": as much as the names of active entries say; the highest where several differ. */
function mappaByNames(registrations: readonly Registration[]): Mappa {
  const active = registrations.filter(({ code, endedOn }) => code === 'MAPP' && endedOn === undefined)
  if (active.length === 0) return 'none'
  const numbers = (pattern: RegExp) => active.flatMap(({ name }) => Number(pattern.exec(name)?.[1] ?? Number.NaN))
  const highest = (all: readonly number[]) => Math.max(...all.filter((one) => !Number.isNaN(one)))
  return mappa(highest(numbers(/level\s*M?(\d)/i)), highest(numbers(/cat(?:egory)?\s*M?(\d)/i)))
}
