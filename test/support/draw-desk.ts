import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { defaultAllocationPolicy } from '../../config/allocation.ts'
import { isBankHoliday } from '../../config/bank-holidays.ts'
import { defaultSupervisionPolicy } from '../../config/kinds.ts'
import { defaultReminderPolicy } from '../../config/reminders.ts'
import { defaultRetentionPolicy } from '../../config/retention.ts'
import { defaultReviewPolicy } from '../../config/reviews.ts'
import type { Desk, Reply, Turn } from '../../dialogs/turn.ts'
import { nameIndex } from '../../dialogs/understand/names.ts'
import type { CaseServices } from '../../domain/allocation/case-services.ts'
import type { CaseSight, CaseView } from '../../domain/case-view.ts'
import type { Crn } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import { workingDaysWithout } from '../../domain/working-days.ts'
import { openStore } from '../../store/open-store.ts'
import { note } from './records.ts'
import { unaskedCaseServices } from './unasked-case-services.ts'

/** A desk on a store of its own, with case services that a test can change at any time. */
export type DrawDesk = {
  desk: Desk
  /** What the case services say now, whoever asks; `not-answered` when they cannot be asked. */
  caseload: { now: CaseView[] | 'not-answered' }
  turn(person: Person, at?: string): Turn
  close(): Promise<void>
}

export async function aDrawDesk(people: readonly Person[], cases: CaseView[]): Promise<DrawDesk> {
  const dataDir = await mkdtemp(join(tmpdir(), 'draws-'))
  const store = await openStore({ dataDir, serving: true })
  await store.staff.put(people, note('staff.imported'))
  const caseload: DrawDesk['caseload'] = { now: cases }
  const viewOf = (crn: Crn): CaseView => {
    if (caseload.now === 'not-answered') return { sight: 'unknown', why: 'not-answered' }
    const found = caseload.now.find((view) => view.sight === 'open' && view.crn === crn)
    return found ?? { sight: 'restricted' }
  }
  const services: CaseServices = {
    ...unaskedCaseServices,
    caseloadOf: async () => caseload.now,
    views: async (crns) => crns.map(viewOf),
    sights: async (crns) =>
      crns.map((crn): CaseSight => {
        const { sight } = viewOf(crn)
        return sight === 'unknown' ? { sight, why: 'not-answered' } : { sight }
      }),
  }
  let seeds = 0
  return {
    desk: {
      ...store,
      cases: services,
      policy: defaultSupervisionPolicy,
      allocationPolicy: defaultAllocationPolicy,
      reviewPolicy: defaultReviewPolicy,
      reminderPolicy: defaultReminderPolicy,
      switchedOn: Temporal.PlainDate.from('2026-09-01'),
      policyVersion: 'test',
      submitAllocations: false,
      workingDays: workingDaysWithout(isBankHoliday),
      practice: true,
      periods: defaultRetentionPolicy,
      handOver: { offer: async () => ({ message: { text: 'Not handed over here.' }, given: false }) },
      names: async () => nameIndex(people),
      seed: () => String(++seeds).padStart(32, '0'),
      sha256: (text: string) => createHash('sha256').update(text).digest('hex'),
      mint: randomUUID,
      calendarLink: async () => undefined,
      reach: async () => 'reached',
    } as Desk,
    caseload,
    turn(person, at = '2026-11-22T10:00:00Z') {
      const now = Temporal.Instant.from(at)
      const today = now.toZonedDateTimeISO('Europe/London').toPlainDate()
      return { person, personal: true, now, today, covers: [], place: {} }
    },
    async close() {
      await store.close()
      await rm(dataDir, { recursive: true })
    },
  }
}

/** All that an answer would show, as one text. */
export function shownBy(reply: Reply): string {
  return JSON.stringify(reply.message)
}
