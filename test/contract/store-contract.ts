import assert from 'node:assert/strict'
import type { Store } from '../../store/open-store.ts'
import { aPerson, note } from '../support/records.ts'
import { absencesContract } from './store-absences.ts'
import { actionsContract } from './store-actions.ts'
import { allocationAnswersContract } from './store-allocation-answers.ts'
import { allocationDraftsContract } from './store-allocation-drafts.ts'
import { allocationEndsContract } from './store-allocation-ends.ts'
import { allocationRetentionContract } from './store-allocation-retention.ts'
import { allocationsContract } from './store-allocations.ts'
import { answersContract } from './store-answers.ts'
import { auditContract } from './store-audit.ts'
import { bookingsContract } from './store-bookings.ts'
import { caseDrawsContract } from './store-case-draws.ts'
import { conversationsContract } from './store-conversations.ts'
import { draftsContract } from './store-drafts.ts'
import { endingsContract } from './store-endings.ts'
import { heldSessionsContract } from './store-held-sessions.ts'
import { holdsContract } from './store-holds.ts'
import { outboxContract } from './store-outbox.ts'
import { outboxOutcomesContract } from './store-outbox-outcomes.ts'
import { pastSessionsContract } from './store-past-sessions.ts'
import { reminderPreferencesContract } from './store-reminder-preferences.ts'
import { retentionContract } from './store-retention.ts'
import { retentionRunsContract } from './store-retention-runs.ts'
import { reviewsContract } from './store-reviews.ts'
import { sendLimitsContract } from './store-send-limits.ts'
import { shownFiguresContract } from './store-shown-figures.ts'
import { staffContract } from './store-staff.ts'
import { supervisionsContract } from './store-supervisions.ts'
import { teamActionsContract } from './store-team-actions.ts'
import { transactionsContract } from './store-transactions.ts'
import { viewsContract } from './store-views.ts'

/** The records of one test on some engine. */
export type Records = {
  /** A store on these records. */
  open(): Promise<Store>
  /** Whether several stores in one process may write to these records at the same time. */
  severalWriters: boolean
  /** Runs statements that go past the store, as a broken disk or a tamperer would. */
  past(...statements: string[]): Promise<void>
  /** Takes away what the tables themselves do against tampering. */
  unguardAudit(): Promise<void>
  clear(): Promise<void>
}

/** The store of the test that is running, with its records. `reopen` closes it and opens another on the same records. */
export type Current = { store: Store; records: Records; reopen(): Promise<Store> }

/** Registers the tests that every engine must pass. */
export function storeContract(engine: string, newRecords: () => Promise<Records>): void {
  describe(`The store on ${engine}`, () => {
    let current: Current
    const now = () => current

    beforeEach(async () => {
      const records = await newRecords()
      current = {
        store: await records.open(),
        records,
        async reopen() {
          await current.store.close()
          current.store = await records.open()
          return current.store
        },
      }
    })

    afterEach(async () => {
      await current.store.close()
      await current.records.clear()
    })

    it('is empty until there is somebody on the staff list', async () => {
      const { store } = current
      assert.equal(await store.isEmpty(), true)
      await store.staff.put([aPerson()], note('staff.imported'))
      assert.equal(await store.isEmpty(), false)
    })

    it('says that it can serve while it is open, and cannot once it is closed', async () => {
      const { store } = current
      await store.check()
      await store.close()
      await assert.rejects(store.check())
    })

    it('can be closed twice', async () => {
      await current.store.close()
      await current.store.close()
    })

    staffContract(now)
    draftsContract(now)
    caseDrawsContract(now)
    supervisionsContract(now)
    endingsContract(now)
    heldSessionsContract(now)
    pastSessionsContract(now)
    shownFiguresContract(now)
    reviewsContract(now)
    bookingsContract(now)
    conversationsContract(now)
    answersContract(now)
    outboxContract(now)
    outboxOutcomesContract(now)
    sendLimitsContract(now)
    reminderPreferencesContract(now)
    auditContract(now)
    viewsContract(now)
    retentionContract(now)
    holdsContract(now)
    retentionRunsContract(now)
    transactionsContract(now)
    absencesContract(now)
    actionsContract(now)
    teamActionsContract(now)
    allocationAnswersContract(now)
    allocationDraftsContract(now)
    allocationsContract(now)
    allocationEndsContract(now)
    allocationRetentionContract(now)
  })
}
